"""The pieces of an article that show why it matches, cut from the stored text and the stored places of its tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
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
    tokens = _Tokens(edges[:, 0].data, edges[:, 1].data)
    if not marks:
        lead = _cut(text, tokens, _Window(0, 0), [])
        return (lead,) if lead.text else ()
    looked_at, (starts, ends) = marks[:_LOOKED_AT], tokens
    spans = [(starts[first], ends[last]) for first, last, _ in looked_at]
    return _around(text, tokens, spans, [wanted for _, _, wanted in looked_at])


def snippets_of_spans(text: str, edges: OffsetArray, spans: Sequence[Span]) -> tuple[Snippet, ...]:
    """The same for pieces of the text, given by their offsets; ascending."""
    if not spans:
        return snippets(text, edges, ())
    tokens, looked_at = _Tokens(edges[:, 0].data, edges[:, 1].data), spans[:_LOOKED_AT]
    return _around(text, tokens, looked_at, [0] * len(looked_at))


class _Tokens(NamedTuple):
    """Where the tokens of a text begin and end. To gather a few numbers of an array takes NumPy four times as long."""

    starts: memoryview
    ends: memoryview


def _around(text: str, tokens: _Tokens, spans: Sequence[Span], wanted: Sequence[int]) -> tuple[Snippet, ...]:
    """Snippets onto matches, given by their offsets and by which of the wanted words they are."""
    return tuple([_cut(text, tokens, window, spans) for window in sorted(_best(_windows(text, spans, wanted)))])


_MATCHES = 2
"""Where a window has the number of its matches."""


class _Window(NamedTuple):
    """A piece of text that begins and ends with a match; how many matches it holds, and which of the wanted words."""

    start: int
    end: int
    matches: int = 0
    shown: frozenset[int] = frozenset()


def _windows(text: str, spans: Sequence[Span], wanted: Sequence[int]) -> Iterator[_Window]:
    """From each match on, what fits into a snippet and stands in the same paragraph."""
    following, paragraph = 0, -1
    ends = [end for _, end in spans]
    kinds = frozenset(wanted)
    for first, (start, end) in enumerate(spans):
        if end > paragraph:
            paragraph = _paragraph_end(text, end)
        limit = min(start + LENGTH, paragraph)
        before, following = following, max(following, first + 1)
        while following < len(ends) and ends[following] <= limit:
            following += 1
        if following == before:
            continue  # all of it stands in the window before
        shown = kinds if len(kinds) == 1 else frozenset(wanted[first:following])
        yield _Window(start, min(max(ends[first:following]), start + LENGTH), following - first, shown)


def _best(windows: Iterable[_Window]) -> list[_Window]:
    """Up to MOST windows that stand apart: first those that show the most words not shown yet, then the fullest.

    They come in the order of the text, and of several that are as good the first is taken.
    """
    left, chosen, seen = list(windows), list[_Window](), frozenset[int]()
    if len(left) == 1:
        return left
    while left:
        best = _fullest(left, seen)
        chosen.append(best)
        if len(chosen) == MOST:
            break
        seen |= best.shown
        left = [each for each in left if each.end < best.start - LENGTH or each.start > best.end + LENGTH]
    return chosen


def _fullest(windows: Sequence[_Window], seen: frozenset[int]) -> _Window:
    """The first of the windows that show the most words not seen yet, then the most words, then the most matches."""
    if len({each.shown for each in windows}) == 1:
        return max(windows, key=itemgetter(_MATCHES))
    return max(windows, key=lambda each: (len(each.shown - seen), len(each.shown), each.matches))


def _cut(text: str, tokens: _Tokens, window: _Window, spans: Sequence[Span]) -> Snippet:
    """The window, filled up to LENGTH within its paragraph, whole words only."""
    floor, ceiling = _paragraph(text, window.start, window.end)
    begin = _beginning(text, tokens, floor, window)
    stop = ceiling if ceiling - begin <= LENGTH else _last_word(tokens, window.end, begin + LENGTH)
    before = _ELLIPSIS if begin > floor else ""
    after = _ELLIPSIS if stop < ceiling else ""
    shift = len(before) - begin
    shown = spans[bisect_left(spans, (begin,)) : bisect_left(spans, (stop,))]
    inside = [(start + shift, min(end, stop) + shift) for start, end in shown]
    return Snippet(before + text[begin:stop] + after, merged(inside))


def _paragraph(text: str, start: int, end: int) -> Span:
    return text.rfind("\n", 0, start) + 1, _paragraph_end(text, end)


def _paragraph_end(text: str, end: int) -> int:
    after = text.find("\n", end)
    return after if after >= 0 else len(text)


def _beginning(text: str, tokens: _Tokens, floor: int, window: _Window) -> int:
    """Where the snippet begins: with the paragraph, a sentence, a clause or a word, the first that is near enough."""
    room = LENGTH - (window.end - window.start)
    middle = window.start - room // 2
    if middle <= floor:
        return floor
    for earliest in (max(floor, window.start - room), max(floor, window.start - room - _FURTHER)):
        for starts in (sentence_starts, clause_starts):
            found = floor if earliest == floor else None
            for found in starts(text, earliest, window.start):
                if found >= middle:
                    break
            if found is not None:
                return found
    return int(tokens.starts[bisect_left(tokens.starts, middle)])


def _last_word(tokens: _Tokens, least: int, most: int) -> int:
    """The end of the last word that ends by `most`, but not before `least`."""
    place = bisect_right(tokens.ends, most) - 1
    return max(least, tokens.ends[place]) if place >= 0 else max(least, most)
