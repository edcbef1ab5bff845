"""Find the author in the byline of a plain text."""

from collections.abc import Iterable

from corpus.extraction.metadata.date_lines import is_byline
from corpus.extraction.metadata.person_names import is_agency, names_of, people_first
from corpus.extraction.text.lines import Line

_PARTICLES = frozenset(
    ("and", "und", "et", "y", "de", "del", "da", "der", "van", "von", "la", "le", "for", "of", "bin")
)
_SURNAMES = frozenset(("daily", "herald", "journal", "post", "press", "times"))
_TOP_LINES = 8


def byline_author(lines: Iterable[Line]) -> str | None:
    """The authors in a byline near the top of a text, parted by commas."""
    for _, line in zip(range(_TOP_LINES), lines, strict=False):
        if is_byline(line.text) and (names := [*filter(_is_named, names_of(line.text))]):
            people = {*people_first(names)}
            return ", ".join(name for name in names if name in people or _is_surname(name))
    return None


def _is_surname(name: str) -> bool:
    """Whether a name may be that of a person who is called as newspapers are: `Emily Post`, `Matt Daily`."""
    given, _, surname = name.partition(" ")
    return not is_agency(name) and surname.casefold() in _SURNAMES and len(given) > 1 and not given.isupper()


def _is_named(name: str) -> bool:
    """Whether words are a person's or an agency's name: `By noon on Monday` is none."""
    words = name.split()
    return len(words) > 1 and all(not word[0].islower() or word in _PARTICLES for word in words)
