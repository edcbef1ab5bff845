"""Tell which words of a text another one has not: first by sentences, then by words within those that differ.

`difflib` finds long runs that both have, which people read more easily than the fewest edits. Its cost grows with the
places at which equal units stand, and is bounded: what would take too long is shown as taken away and put in whole.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from search.types.lineage import Change, Kind

_MOST = 200_000
"""Pairs of equal units in two texts, up to which they are compared."""

_CHAFF = 2
"""So few words that are the same do not part two changes"""

_BETWEEN = 3
"""of so many times as many words."""

_ENDS = re.compile(r"""[.!?…。！？]["'”’»)\]]*\s*$|\n""")
_ALIKE = str.maketrans("“”„«»‘’‚‹›–—", '"""""' + "'''''" + "--")


class Words(NamedTuple):
    """A text in pieces that are its words, each with what stands behind it, and what each is compared by."""

    pieces: Sequence[str]
    keys: Sequence[str]


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
    starts = [0, *(start for start, _ in spans[1:])] if text else []
    ends = [*starts[1:], len(text)]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=False)]
    return Words(pieces, [" ".join(each.translate(_ALIKE).split()) for each in pieces])


def word_diff(before: Words, after: Words) -> list[Change]:
    """The words of two texts in one row: what both have, what only the first has, what only the second."""
    changes: list[Change] = []
    for step in _without_chaff(list(_by_words(before.keys, after.keys, _by_sentences(before, after)))):
        if step.same:
            changes.append(_change(Kind.SAME, after.pieces[step.c : step.d]))
            continue
        if step.a < step.b:
            changes.append(_change(Kind.REMOVED, before.pieces[step.a : step.b]))
        if step.c < step.d:
            changes.append(_change(Kind.ADDED, after.pieces[step.c : step.d]))
    return [*_apart(changes, before, after), *changes[-1:]]


def _apart(changes: Sequence[Change], before: Words, after: Words) -> Iterator[Change]:
    """All changes but the last, with a blank behind what ends a text and so has none, though something follows here."""
    for change in changes[:-1]:
        ends = any(change.text.endswith(each.pieces[-1]) for each in (before, after) if each.pieces)
        glued = ends and not change.text[-1:].isspace()
        yield replace(change, text=f"{change.text} ") if glued else change


def unchanged(words: Words) -> list[Change]:
    """A text that is compared with none."""
    return [_change(Kind.SAME, words.pieces)] if words.pieces else []


def _change(kind: Kind, pieces: Sequence[str]) -> Change:
    return Change(kind, "".join(pieces), len(pieces))


def _by_sentences(before: Words, after: Words) -> Iterator[_Step]:
    starts, others = _starts(before.pieces), _starts(after.pieces)
    one, other = ([tuple(w.keys[i:j]) for i, j in pairwise(s)] for w, s in ((before, starts), (after, others)))
    for same, a, b, c, d in _compared(one, other):
        yield _Step(same, starts[a], starts[b], others[c], others[d])


def _by_words(before: Sequence[str], after: Sequence[str], steps: Iterable[_Step]) -> Iterator[_Step]:
    """The steps, those that put something in the place of something else taken apart into words."""
    for step in steps:
        if step.same or step.a == step.b or step.c == step.d:
            yield step
            continue
        for same, a, b, c, d in _compared(before[step.a : step.b], after[step.c : step.d]):
            yield _Step(same, step.a + a, step.a + b, step.c + c, step.c + d)


def _starts(pieces: Sequence[str]) -> list[int]:
    """Where each sentence begins, and the end of the last."""
    ends = [place for place, piece in enumerate(pieces, 1) if place == len(pieces) or _ENDS.search(piece)]
    return [0, *ends]


def _compared(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[_Step]:
    counts = Counter(other)
    if sum(number * counts[each] for each, number in Counter(one).items()) > _MOST:
        yield _Step(same=False, a=0, b=len(one), c=0, d=len(other))
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        yield _Step(tag == "equal", a, b, c, d)


def _without_chaff(steps: Sequence[_Step]) -> list[_Step]:
    """The steps, neighbours of one kind joined; a word or two that stay the same among many others go along."""
    kept: list[_Step] = []
    for place, step in enumerate(steps):
        same = step.same and not _is_chaff(steps, place)
        if kept and kept[-1].same == same:
            kept[-1] = _Step(same, kept[-1].a, step.b, kept[-1].c, step.d)
        else:
            kept.append(_Step(same, *step[1:]))
    return kept


def _is_chaff(steps: Sequence[_Step], place: int) -> bool:
    words = steps[place].b - steps[place].a
    if words > _CHAFF or not 0 < place < len(steps) - 1:
        return False
    return min(steps[place - 1].changed, steps[place + 1].changed) >= _BETWEEN * words
