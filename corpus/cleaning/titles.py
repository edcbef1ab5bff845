"""What is the title of a text?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.cleaning.lines import Line

_LONGEST_HEADLINE = 200
_LONGEST_MADE = 90
_SUFFIX = re.compile(r"\s+[-–—|/:·»]\s+|\s*\|\s*")
_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){0,4}"
_DATELINE = re.compile(rf"(?:{_PLACE}\s*\([^)]{{2,40}}\)\s*[:—–-]+|[A-Z][A-Z .,'/-]{{2,40}}(?:\([^)]{{2,40}}\)\s*)?[:—–-]+)\s+")
_SENTENCE_END = re.compile(r"(?<=[a-z\d)”\"’]{2}[.!?…])[”\"’)]*\s+(?=[A-ZÀ-Þ\"“‘А-Я])|(?<=[。！？])")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of a page, the publication that stands beside it, and the lines that hold them."""

    title: str
    source: str | None
    lines: frozenset[int]


def headline(lines: Sequence[Line], prose: int) -> Headline | None:
    """The headline among the lines above `prose`, the first line of running text; None where there is none.

    A line that comes again, alone or before the name of the site, is one; so is a first line that stands apart.
    """
    top = range(min(prose + 1, len(lines)))
    places: dict[str, list[int]] = {}
    for number in top:
        places.setdefault(lines[number].text, []).append(number)
    for number in top:
        text = lines[number].text
        if not _may_be(lines[number]):
            continue
        bare, site = _without_site(text, places)
        if site or (len(places[text]) > 1 and lines[number].words > 2):
            return Headline(bare, site, frozenset([number, *places[bare], *places[text]]))
    return _first(lines)


def _may_be(line: Line) -> bool:
    return len(line.text) <= _LONGEST_HEADLINE and line.words > 1


def _first(lines: Sequence[Line]) -> Headline | None:
    """The first line, where it is a headline by its shape and stands apart from what follows."""
    if len(lines) < 2 or not lines[1].opens or not _may_be(lines[0]):
        return None
    text = lines[0].text
    if lines[0].words >= 25 or text.endswith((".", ":", ",", ";", "…")):
        return None
    return Headline(text, None, frozenset([0]))


def _without_site(text: str, places: dict[str, list[int]]) -> tuple[str, str | None]:
    """A title without the name of the publication behind it, where the bare title stands alone too."""
    for gap in _SUFFIX.finditer(text):
        bare = text[: gap.start()]
        if bare in places and " " in bare:
            return bare, _SUFFIX.split(text[gap.end() :])[-1]
    return text, None


def made_title(text: str) -> str:
    """A title for a text without a headline: its first sentence, shortened at a word."""
    start = " ".join(text[:2000].split())
    dateline = _DATELINE.match(start)
    if dateline and dateline.end() < len(start):
        start = start[dateline.end() :]
    if end := _SENTENCE_END.search(start[: _LONGEST_MADE + 2]):
        start = start[: end.start()]
    if len(start) <= _LONGEST_MADE:
        return start
    cut = start[:_LONGEST_MADE].rpartition(" ")[0] or start[: _LONGEST_MADE - 1]
    return cut.rstrip(" ,;:-–—") + "…"
