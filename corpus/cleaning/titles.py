"""What is the title of a text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.cleaning.lines import Line
from corpus.stated_dates import is_byline, is_date_line

_TOP_LINES = 60
_LEAST_WORDS = 2
_MOST_WORDS = 25
_LONGEST_HEADLINE = 200
_LONGEST_MADE = 90
_SUFFIX = re.compile(r"\s+[-–—|/:·»]\s+|\s*\|\s*")
_FULL_STOP = re.compile(r"(?<![A-Z])\.$")
"""A headline may end with an abbreviation such as `U.N.`, but with no full stop."""
_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){0,4}"
_DATELINE = re.compile(
    rf"(?:{_PLACE}\s*\([^)]{{2,40}}\)\s*[:—–-]+|[A-Z][A-Z .,'/-]{{2,40}}(?:\([^)]{{2,40}}\)\s*)?[:—–-]+)\s+"
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)”\"’]{2}[.!?…])[”\"’)]*\s+(?=[A-ZÀ-Þ\"“‘А-Я])|(?<=[。！？])")


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of a page, the publication that stands beside it, and the line where the article begins."""

    title: str
    source: str | None
    line: int

    def says(self, text: str) -> bool:
        """Whether a line says the title and nothing else but the publication's name."""
        bare, given = text.casefold(), self.title.casefold()
        site = f" {self.source}".casefold() if self.source else ""
        return bare == given or (bool(site) and bare.startswith(given) and bare.endswith(site))


def headline(lines: Sequence[Line]) -> Headline | None:
    """The headline of a page; None where no line near its top looks like one.

    A line that comes again, alone or before the name of the site, is one; so is a first line that stands apart.
    """
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        places.setdefault(line.text, []).append(number)
    top = [line.text for line in lines[:_TOP_LINES] if _may_head(line)]
    sites = dict(filter(None, (_without_site(text, places) for text in top)))
    prose = next((number for number, line in enumerate(lines) if line.sentence), len(lines))
    for text in top:
        if text in sites or (len(places[text]) > 1 and places[text][0] <= prose):
            return Headline(text, sites.get(text), _begin(lines, places[text]))
    return _apart(lines)


def _may_head(line: Line) -> bool:
    whole = line.words >= _LEAST_WORDS and not line.broken and not _FULL_STOP.search(line.text)
    return whole and len(line.text) <= _LONGEST_HEADLINE and not is_date_line(line.text)


def _without_site(text: str, places: Mapping[str, list[int]]) -> tuple[str, str] | None:
    """A title and the name of the publication behind it, where the bare title stands alone too."""
    for gap in _SUFFIX.finditer(text):
        bare = text[: gap.start()]
        if bare in places and " " in bare:
            return bare, _SUFFIX.split(text[gap.end() :])[-1]
    return None


def _begin(lines: Sequence[Line], places: Sequence[int]) -> int:
    """The last of the places of a title before the running text begins."""
    begin = places[0]
    for place in places[1:]:
        if any(line.sentence for line in lines[begin + 1 : place]):
            break
        begin = place
    return begin


def _apart(lines: Sequence[Line]) -> Headline | None:
    """The first line that is no date, where it is short, does not end as a sentence, and stands apart."""
    number = next((number for number, line in enumerate(lines[:_TOP_LINES]) if not is_date_line(line.text)), 0)
    if number + 1 >= len(lines):
        return None
    line, following = lines[number], lines[number + 1]
    if not (following.opens or is_date_line(following.text) or is_byline(following.text)):
        return None
    if not _LEAST_WORDS <= line.words <= _MOST_WORDS or line.text.endswith((".", ":", ",", ";", "…")):
        return None
    return Headline(line.text, None, number)


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
