"""The pieces of an article that show why it matches, cut from the stored text and the stored places of its tokens."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.article import Span
from index.arrays.types import OffsetArray
from search.highlighting.match_positions import MatchSpan, merged
from search.highlighting.sentences import clause_starts, sentence_starts
from search.types.result import Snippet

LENGTH = 220
"""Characters of a snippet, about."""

MOST = 2
"""Snippets of an article."""

_LOOKED_AT = 1_000
_ELLIPSIS = "…"
_FURTHER = LENGTH // 2
"""So many characters longer a snippet may be, to begin with a sentence or a clause."""


def snippets(text: str, edges: OffsetArray, marks: Sequence[MatchSpan]) -> tuple[Snippet, ...]:
    """The best windows onto the marks, in the order of the text; the text's beginning where there is no mark."""
    if not marks:
        lead = _cut(text, edges, _Window(0, 0), [])
        return (lead,) if lead.text else ()
    looked_at = marks[:_LOOKED_AT]
    # Of the few numbers that are wanted each is read from the memory: to gather them takes NumPy four times as long.
    starts, ends = edges[:, 0].data, edges[:, 1].data
    return _around(text, edges, [Place(starts[first], ends[last], wanted) for first, last, wanted in looked_at])


def snippets_of_spans(text: str, edges: OffsetArray, spans: Sequence[Span]) -> tuple[Snippet, ...]:
    """The same for pieces of the text, given by their offsets; ascending."""
    if not spans:
        return snippets(text, edges, ())
    return _around(text, edges, [Place(start, end, 0) for start, end in spans[:_LOOKED_AT]])


def _around(text: str, edges: OffsetArray, places: Sequence["Place"]) -> tuple[Snippet, ...]:
    spans = [(place.start, place.end) for place in places]
    return tuple(_cut(text, edges, window, spans) for window in sorted(_best(_windows(text, places))))


class Place(NamedTuple):
    """A match: offsets of its characters, and which of the wanted words it is."""

    start: int
    end: int
    wanted: int


class _Window(NamedTuple):
    """A piece of text that begins and ends with a match; how many matches it holds, and which of the wanted words."""

    start: int
    end: int
    matches: int = 0
    shown: frozenset[int] = frozenset()


def _windows(text: str, places: Sequence[Place]) -> Iterator[_Window]:
    """From each match on, what fits into a snippet and stands in the same paragraph."""
    following, paragraph = 0, -1
    kinds = frozenset(place.wanted for place in places)
    for first, place in enumerate(places):
        if place.end > paragraph:
            paragraph = _paragraph(text, place.start, place.end)[1]
        limit = min(place.start + LENGTH, paragraph)
        before, following = following, max(following, first + 1)
        while following < len(places) and places[following].end <= limit:
            following += 1
        if following == before:
            continue  # all of it stands in the window before
        inside = places[first:following]
        end = min(max([each.end for each in inside]), place.start + LENGTH)
        shown = kinds if len(kinds) == 1 else frozenset([each.wanted for each in inside])
        yield _Window(place.start, end, len(inside), shown)


def _best(windows: Iterable[_Window]) -> list[_Window]:
    """Up to MOST windows that stand apart: first those that show the most words not shown yet, then the fullest."""
    left, chosen, seen = list(windows), list[_Window](), frozenset[int]()
    while left and len(chosen) < MOST:
        best = max(left, key=lambda each: (len(each.shown - seen), len(each.shown), each.matches, -each.start))
        chosen.append(best)
        seen |= best.shown
        left = [each for each in left if each.end < best.start - LENGTH or each.start > best.end + LENGTH]
    return chosen


def _cut(text: str, edges: OffsetArray, window: _Window, spans: Sequence[Span]) -> Snippet:
    """The window, filled up to LENGTH within its paragraph, whole words only."""
    floor, ceiling = _paragraph(text, window.start, window.end)
    begin = _beginning(text, edges, floor, window)
    stop = ceiling if ceiling - begin <= LENGTH else _last_word(edges, window.end, begin + LENGTH)
    before = _ELLIPSIS if begin > floor else ""
    after = _ELLIPSIS if stop < ceiling else ""
    shift = len(before) - begin
    inside = [(start + shift, min(end, stop) + shift) for start, end in spans if begin <= start < stop]
    return Snippet(before + text[begin:stop] + after, merged(inside))


def _paragraph(text: str, start: int, end: int) -> Span:
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, after if after >= 0 else len(text)


def _beginning(text: str, edges: OffsetArray, floor: int, window: _Window) -> int:
    """Where the snippet begins: with the paragraph, a sentence, a clause or a word, the first that is near enough."""
    room = LENGTH - (window.end - window.start)
    middle = window.start - room // 2
    if middle <= floor:
        return floor
    for earliest in (max(floor, window.start - room), max(floor, window.start - room - _FURTHER)):
        paragraph = [floor] if earliest == floor else []
        for starts in (sentence_starts, clause_starts):
            if found := [*paragraph, *starts(text, earliest, window.start)]:
                return next((each for each in found if each >= middle), found[-1])
    words = edges[:, 0]
    return int(words[words.searchsorted(middle)])


def _last_word(edges: OffsetArray, least: int, most: int) -> int:
    """The end of the last word that ends by `most`, but not before `least`."""
    ends = edges[:, 1]
    place = int(ends.searchsorted(most, side="right")) - 1
    return max(least, int(ends[place])) if place >= 0 else max(least, most)
