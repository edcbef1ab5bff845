"""Which lines of a page are its article."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from corpus.extraction.boilerplate.line_scores import LABEL, MARK, WALL, weights
from corpus.extraction.text.lines import Line

_LEAST_LABELS = 8
"""Fewer lines than these around the text of what is no whole page may as well belong to it."""
_FEW_LABELS = 3
_SHARE = 3
"""Where a third of the running text stands outside, it is not outside."""
_MOST = 1.5
"""Where two thirds of the running text stand behind the end, it is not the end."""
_LIGHTEST = -15
_LONGEST_LIST = 40
_OPENING = 25
_OPENING_WORDS = 25
_OPENING_PARAGRAPHS = 3


def body(lines: Sequence[Line], boilerplate: Collection[int], *, headed: bool, scraped: bool) -> set[int]:
    """The numbers of the lines of the article: the heaviest stretch, and all where no boilerplate stands around.

    `boilerplate` numbers the lines that are known to be none; `headed`: the title stands above the first line;
    `scraped`: they come from a whole page that was saved, not from an article alone.
    """
    weight = weights(lines)
    begin, end = _stretch(weight, boilerplate)
    if not _outside(weight[end:], weight, scraped=scraped, boilerplate=any(number >= end for number in boilerplate)):
        end = len(lines)
    if not _around(weight[:begin], weight, scraped=scraped, boilerplate=any(number < begin for number in boilerplate)):
        begin = 0
    first = next((number for number in range(begin, end) if weight[number] > 0), begin) if scraped else begin
    inside = set(range(first, end)).difference(_boxes(weight, first, end) if scraped else ())
    return {*inside, *(_opening(lines[:begin], weight) if headed and begin <= _OPENING else ())}


def _stretch(weight: Sequence[float], boilerplate: Collection[int]) -> tuple[int, int]:
    """The heaviest stretch, with the text before it that boxes cut off, and the list behind it up to boilerplate."""
    begin, end = _heaviest(weight)
    begin -= _highest(max(each, _LIGHTEST) for each in reversed(weight[:begin]))
    end = _past_boxes(weight, end)
    known = (number for number in range(end, len(weight)) if number in boilerplate or weight[number] <= MARK)
    stop = next(known, None)
    return begin, end if stop is None or stop - end > _LONGEST_LIST else stop


def _boxes(weight: Sequence[float], begin: int, end: int) -> Iterator[int]:
    """The lines between paragraphs that open a list of other articles, and its items."""
    within = False
    for number in range(begin, end):
        within = weight[number] == MARK or (within and weight[number] == LABEL)
        if within:
            yield number


def _past_boxes(weight: Sequence[float], end: int) -> int:
    """The end moved over boxes, where most of the running text stands behind them: an article of lists is sparse."""
    total = sum(each for each in weight if each > 0)
    while sum(each for each in weight[end:] if each > 0) * _MOST > total:
        mark = next((number for number in range(end + 1, len(weight)) if weight[number] <= MARK), None)
        if mark is None or any(each <= WALL for each in weight[end:mark]):
            break
        end = mark
    return end


def _opening(lines: Sequence[Line], weight: Sequence[float]) -> list[int]:
    """The paragraphs between the title and the stretch: many of them, or long ones, are no captions."""
    running = [number for number in range(len(lines)) if weight[number] > 0]
    return [n for n in running if len(running) >= _OPENING_PARAGRAPHS or lines[n].words >= _OPENING_WORDS]


def _outside(outside: Sequence[float], weight: Sequence[float], *, scraped: bool, boilerplate: bool) -> bool:
    """Whether lines below an article are none of it."""
    labels = sum(each <= LABEL for each in outside)
    marked = labels > _FEW_LABELS and any(each <= MARK for each in outside)
    return marked or _around(outside, weight, scraped=scraped, boilerplate=boilerplate)


def _around(outside: Sequence[float], weight: Sequence[float], *, scraped: bool, boilerplate: bool) -> bool:
    """Whether lines stand around an article: boilerplate among them, and little of the running text of all."""
    running = sum(each for each in outside if each > 0)
    enough = scraped or (boilerplate and len(outside) >= _LEAST_LABELS)
    return enough and running * _SHARE < sum(each for each in weight if each > 0)


def _heaviest(weight: Iterable[float]) -> tuple[int, int]:
    """Begin and end of the stretch with the highest sum."""
    total, best, start = 0.0, 0.0, 0
    found = (0, 0)
    for number, each in enumerate(weight):
        if total <= 0:
            total, start = 0.0, number
        total += each
        if total > best:
            best, found = total, (start, number + 1)
    return found


def _highest(weight: Iterable[float]) -> int:
    """After how many weights their sum is highest."""
    total = best = 0.0
    place = 0
    for number, each in enumerate(weight, 1):
        total += each
        if total > best:
            best, place = total, number
    return place
