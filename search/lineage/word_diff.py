"""Tell which words of a text another one has not.

Sentences that both have are found first, then, in what differs, words that stand once in both (patience diff, as B.
Cohen's Bazaar has it), and `difflib` compares what is between: long runs that both have are read more easily than the
fewest edits. Its cost grows with the places at which equal words stand, and is bounded: what would take too long is
shown as taken away and put in whole.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from search.types.lineage import Change, Kind

_MOST = 100_000
"""Pairs of equal words in two pieces of text, up to which `difflib` compares them."""

_CHAFF = 2
"""So few words that are the same do not part two changes"""

_BETWEEN = 3
"""of so many times as many words."""

_ENDS = frozenset(".!?…。！？")
_BEHIND_ENDS = "\"'»)]"
_ALIKE = str.maketrans("“”„«»‘’‚‹›–—\n\r\t\u00a0\u202f", '"""""' + "'''''" + "--" + "     ")
"""Signs that are set otherwise and mean the same; each for one, so that the others keep their places."""


class Words(NamedTuple):
    """A text in pieces: its words, each with what stands behind it. `keys` are what they are compared by.

    `starts` has the place at which each sentence begins, and that behind the last.
    """

    pieces: Sequence[str]
    keys: Sequence[str]
    starts: Sequence[int]


class _Step(NamedTuple):
    """What became of some words: places `a` to `b` of the first text, and `c` to `d` of the second."""

    same: bool
    a: int
    b: int
    c: int
    d: int

    @property
    def changed(self) -> int:
        """How many words it takes away and puts in."""
        return 0 if self.same else self.b - self.a + self.d - self.c


def words_of(text: str, spans: Sequence[Sequence[int]]) -> Words:
    """A text as words, given where its tokens stand."""
    edges = list(pairwise([0, *(start for start, _ in spans[1:]), len(text)])) if text else []
    pieces, alike = [text[start:end] for start, end in edges], text.translate(_ALIKE)
    keys = [alike[start:end].rstrip() for start, end in edges]
    ends = [
        place
        for place, (piece, key) in enumerate(zip(pieces, keys, strict=True), 1)
        if place == len(keys) or "\n" in piece or key.rstrip(_BEHIND_ENDS)[-1:] in _ENDS
    ]
    return Words(pieces, keys, [0, *ends])


def word_diff(before: Words, after: Words) -> list[Change]:
    """The words of two texts in one row: what both have, what only the first has, what only the second."""
    changes: list[Change] = []
    for step in _without_chaff(_joined(_steps(before, after))):
        if step.same:
            changes.append(_change(Kind.SAME, after.pieces[step.c : step.d]))
            continue
        if step.a < step.b:
            changes.append(_change(Kind.REMOVED, before.pieces[step.a : step.b]))
        if step.c < step.d:
            changes.append(_change(Kind.ADDED, after.pieces[step.c : step.d]))
    return [*_apart(changes, before, after), *changes[-1:]]


def unchanged(words: Words) -> list[Change]:
    """A text that is compared with none."""
    return [_change(Kind.SAME, words.pieces)] if words.pieces else []


def _apart(changes: Sequence[Change], before: Words, after: Words) -> Iterator[Change]:
    """All changes but the last, with a blank behind what ends a text and so has none, though something follows here."""
    for change in changes[:-1]:
        ends = any(change.text.endswith(each.pieces[-1]) for each in (before, after) if each.pieces)
        glued = ends and not change.text[-1:].isspace()
        yield replace(change, text=f"{change.text} ") if glued else change


def _change(kind: Kind, pieces: Sequence[str]) -> Change:
    return Change(kind, "".join(pieces), len(pieces))


def _steps(before: Words, after: Words) -> Iterator[_Step]:
    """Sentence by sentence; what stands in the place of something else word by word."""
    one, other = ([tuple(each.keys[i:j]) for i, j in pairwise(each.starts)] for each in (before, after))
    for same, a, b, c, d in _compared(one, other):
        step = _Step(same, before.starts[a], before.starts[b], after.starts[c], after.starts[d])
        yield from [step] if same else _by_words(before.keys, after.keys, step)


def _by_words(before: Sequence[str], after: Sequence[str], step: _Step) -> Iterator[_Step]:
    """A step taken apart at the words that stand once on both sides."""
    one, other = before[step.a : step.b], after[step.c : step.d]
    a = c = 0
    for i, j in [*_anchors(one, other), (len(one), len(other))]:
        for part in _compared(one[a:i], other[c:j]):
            yield _Step(part.same, step.a + a + part.a, step.a + a + part.b, step.c + c + part.c, step.c + c + part.d)
        if i < len(one):
            yield _Step(same=True, a=step.a + i, b=step.a + i + 1, c=step.c + j, d=step.c + j + 1)
        a, c = i + 1, j + 1


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand that are there once on both sides: the longest row of them that ascends on both."""
    counts, others = Counter(one), Counter(other)
    there = {word: place for place, word in enumerate(other) if others[word] == 1}
    pairs = [(place, there[word]) for place, word in enumerate(one) if counts[word] == 1 and word in there]
    lasts: list[int] = []  # of the rows of each length the lowest end, and which pair that is
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lasts, place)
        before.append(ends[length - 1] if length else -1)
        lasts[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    row, at = [], ends[-1] if ends else -1
    while at >= 0:
        row.append(pairs[at])
        at = before[at]
    return row[::-1]


def _compared(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[_Step]:
    if one == other or not (one and other):
        yield from [_Step(one == other, 0, len(one), 0, len(other))] if one or other else []
        return
    counts = Counter(other)
    if sum(number * counts[each] for each, number in Counter(one).items()) > _MOST:
        yield _Step(same=False, a=0, b=len(one), c=0, d=len(other))
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield _Step(tag == "equal", a, b, c, d)


def _without_chaff(steps: Sequence[_Step]) -> list[_Step]:
    """The steps; a word or two that stay the same among many others go along with these."""
    return _joined(step._replace(same=step.same and not _is_chaff(steps, at)) for at, step in enumerate(steps))


def _joined(steps: Iterator[_Step]) -> list[_Step]:
    """The steps, neighbours of one kind made one."""
    kept: list[_Step] = []
    for step in steps:
        if kept and kept[-1].same == step.same:
            kept[-1] = _Step(step.same, kept[-1].a, step.b, kept[-1].c, step.d)
        else:
            kept.append(step)
    return kept


def _is_chaff(steps: Sequence[_Step], place: int) -> bool:
    words = steps[place].b - steps[place].a
    if not steps[place].same or words > _CHAFF or not 0 < place < len(steps) - 1:
        return False
    return min(steps[place - 1].changed, steps[place + 1].changed) >= _BETWEEN * words
