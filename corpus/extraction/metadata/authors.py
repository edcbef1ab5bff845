"""Who wrote an article, as it says itself."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpus.extraction.dates.date_expressions import find_date
from corpus.extraction.metadata.date_lines import is_byline
from corpus.extraction.text.lines import Line

_NAMES = ("author", "byl", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator")
_BY = re.compile(r"(?:written\s+by|by|von|par|por|автор:?)\s+", re.IGNORECASE)
_DIVIDED = re.compile(r"\s*[|•·/]\s*|,\s+(?=[a-zà-ÿ])|\s+[-–—]\s+|\s{2,}")
_PARTICLES = frozenset(
    ("and", "und", "et", "y", "de", "del", "da", "der", "van", "von", "la", "le", "for", "of", "bin")
)
_LONGEST = 100
_MOST_WORDS = 12
_TOP_LINES = 8


def page_author(meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]]) -> str | None:
    """The author in the linked data of a page, else in its head; several are parted by commas."""
    named = [name for each in linked if "author" in each for name in _named(each["author"])]
    found = dict.fromkeys(filter(None, map(_name, named))) or dict.fromkeys(
        filter(None, (_name(meta.get(name, "")) for name in _NAMES))
    )
    return ", ".join(found) if named else next(iter(found), None)


def byline_author(lines: Iterable[Line]) -> str | None:
    """The author in a byline near the top of a text."""
    for _, line in zip(range(_TOP_LINES), lines, strict=False):
        if is_byline(line.text) and (name := _name(line.text)) and _is_named(name):
            return name
    return None


def _is_named(name: str) -> bool:
    """Whether words are a person's or an agency's name: `By noon on Monday` is none."""
    words = name.split()
    return len(words) > 1 and all(not word[0].islower() or word in _PARTICLES for word in words)


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _named(value.get("name"))
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)


def _name(text: str) -> str | None:
    """A name without `By`, without what stands behind it; None for an address or a sentence."""
    text = " ".join(text.split())
    if "://" in text or "@" in text:
        return None
    if begun := _BY.match(text):
        text = text[begun.end() :]
    if found := find_date(text):
        text = text[: found.start]
    name = _DIVIDED.split(text, maxsplit=1)[0].strip(" ,;:.|-–—")
    odd = not name or len(name) > _LONGEST or name.count(" ") >= _MOST_WORDS
    return None if odd or name.isdigit() else name
