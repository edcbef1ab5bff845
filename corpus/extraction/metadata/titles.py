"""Find the headline of a text, or make a title of its first sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.extraction.dates.date_expressions import find_date
from corpus.extraction.metadata.date_lines import is_byline, is_date_line
from corpus.extraction.text.lines import Line
from corpus.late_pattern import late

_TOP_LINES = 60
_ECHO_LINES = 2_000
"""Lines below a page's first in which its heading is sought: more are no menu."""
_LEAST_WORDS = 2
_MOST_WORDS = 25
_LONGEST_HEADLINE = 200
_LONGEST_MADE = 90
_FOLLOWING = 15
_LEAST_COMMON = 3
_LEAST_ALIKE = 0.4
_LEAST_REPEATED = 4
_LEAST_LABELS = 8
_IMPRINT_WORDS = 10
_WORD = late(r"\w+")
_SUFFIX = late(r"\s+[-–—|/:·»]\s+|\s*\|\s*")
_MARKS_OF_SOURCE = frozenset("-–—·»")
"""What parts a title from a newspaper: a colon or a stroke may part words of the title."""
_FULL_STOP = late(r"(?:(?<![A-Z])\.|[。｡।۔።])$")
"""A headline may end with an abbreviation such as `U.N.`, but with no full stop of any script."""
_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){0,4}"
_DATELINE = late(
    rf"(?:{_PLACE}\s*\([^)]{{2,40}}\)\s*[:—–-]+|[A-Z][A-Z .,'/-]{{2,40}}(?:\([^)]{{2,40}}\)\s*)?[:—–-]+)\s+"
)
_SENTENCE_END = late(r"(?<=[a-z\d)”\"’]{2}[.!?…])[”\"’)]*\s+(?=[A-ZÀ-Þ\"“‘А-Я])|(?<=[。！？])")


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
        if text in sites:
            return Headline(text, sites[text], _begin(lines, places[text]))
    if lines and _may_head(lines[0]) and (place := _echo(lines)):
        return Headline(lines[place].text, None, place)
    for text in top:
        if len(places[text]) > 1 and places[text][0] <= prose and (text == lines[0].text or _is_long(text)):
            return Headline(text, None, _begin(lines, places[text]))
    return _apart(lines) or _top(lines)


def _echo(lines: Sequence[Line]) -> int | None:
    """The line that says again, a little otherwise, what the first one says: the heading under the page's title."""
    title = _words(lines[0].text)
    best, place = _LEAST_ALIKE, None
    for number, line in enumerate(lines[1:], 1):
        if number == _ECHO_LINES:
            return None
        if line.sentence and line.words > _MOST_WORDS:
            break
        words = _words(line.text) if _may_head(line) else frozenset()
        common = len(words & title)
        if common >= _LEAST_COMMON and (alike := common / len(words | title)) >= best:
            best, place = alike, number
    return place


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _is_long(text: str) -> bool:
    return text.count(" ") + 1 >= _LEAST_REPEATED


def _top(lines: Sequence[Line]) -> Headline | None:
    """The first line of a page that goes on with labels is the title of its window."""
    labels = sum(not line.sentence for line in lines[1 : _LEAST_LABELS + 1])
    if labels < _LEAST_LABELS or not _may_head(lines[0]) or not _is_long(lines[0].text):
        return None
    parts = list(_SUFFIX.finditer(lines[0].text))
    cut = next((part for part in reversed(parts) if _is_long(lines[0].text[: part.start()])), None)
    if cut is None:
        return Headline(lines[0].text, None, 0)
    return Headline(lines[0].text[: cut.start()], lines[0].text[cut.end() :], 0)


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


def without_source(title: str, source: str | None) -> str:
    """A title without the name of its publication behind it, as the titles of windows have it."""
    begin = len(title) - len(source or "")
    if not source or title[begin:].casefold() != source.casefold():
        return title
    before = title[:begin].rstrip()
    named = before[:-1].rstrip()
    spaced = len(named) < len(before) - 1 and len(before) < begin
    return named if named and (before.endswith("|") or (before[-1] in _MARKS_OF_SOURCE and spaced)) else title


def _begin(lines: Sequence[Line], places: Sequence[int]) -> int:
    """The place of a title that most running text follows; the last of such."""
    followed = {
        place: sum(min(line.words, _MOST_WORDS) for line in lines[place + 1 : place + _FOLLOWING] if line.sentence)
        for place in places
    }
    return max(places, key=lambda place: (followed[place], place))


def _apart(lines: Sequence[Line]) -> Headline | None:
    """The first line that is no date, where it is short, does not end as a sentence, and stands apart."""
    number = next((number for number, line in enumerate(lines[:_TOP_LINES]) if not is_date_line(line.text)), 0)
    if number + 1 >= len(lines):
        return None
    line, following = lines[number], lines[number + 1]
    if not (following.opens or is_date_line(following.text) or is_byline(following.text) or _is_imprint(following)):
        return None
    if not _LEAST_WORDS <= line.words <= _MOST_WORDS or line.text.endswith((".", ":", ",", ";", "…", *"。｡।۔።")):
        return None
    return Headline(line.text, None, number)


def _is_imprint(line: Line) -> bool:
    """Whether a line says where and when an article was printed: `The Post, 22 March 2019, page 4`."""
    return not line.sentence and line.words <= _IMPRINT_WORDS and find_date(line.text) is not None


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
