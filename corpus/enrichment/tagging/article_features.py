"""Make the features of a token that come from its article: where else it stands, and what the rules say of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from corpus.enrichment.gazetteer.gazetteer import Atom
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.tagging.token_runs import Run
from corpus.enrichment.tagging.tokens import Tokens
from corpus.enrichment.tagging.word_features import letters_beside, on_lists

_MANY = 3
_REMEMBERED = 1 << 16


def opinions(tokens: Tokens, names: Sequence[Name], atoms: Sequence[Atom]) -> list[str]:
    """What the rules say of each token: `Bper` where a person's name begins, `Iorg!` inside a known organization's."""
    said: dict[int, tuple[int, str]] = {}
    for atom in atoms:
        if atom.entry:
            said[atom.start] = (atom.end, f"a{atom.entry.rank.value[:3]}{'?' if atom.entry.weak else ''}")
    for name in names:
        said[name.start] = (name.end, (name.type or "")[:3] + ("!" if name.known else ""))
    starts = tokens.starts
    found = [""] * len(starts)
    for start, (end, kind) in said.items():
        at = bisect_left(starts, start)
        if at == len(starts) or starts[at] != start:
            continue
        found[at] = f"B{kind}"
        while (at := at + 1) < len(starts) and starts[at] < end and starts[at] not in said:
            found[at] = f"I{kind}"
    return found


def evidence_of(tokens: Tokens, runs: Sequence[Run], said: Sequence[str]) -> Mapping[str, str]:
    """What all its places in the article tell of each capitalised word: `F T bUc shown2 Rper`."""
    words, opens = tokens.words, tokens.first
    marks: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, int] = defaultdict(int)
    votes: dict[str, dict[str, int]] = defaultdict(dict)
    for first, last in runs:
        run = words[first : last + 1]
        left = words[first - 1] if first else ""
        right = words[last + 1] if last + 1 < len(words) else ""
        _mark(marks, run, left, right)
        before = "" if opens[first] else left
        behind = "" if not right or opens[last + 1] else right
        in_midst = left.isalpha()
        for index, (place, word) in enumerate(zip(_places(len(run)), run, strict=True), first):
            told = marks[word]
            told.update(_told("b", place, before), _told("a", place, behind))
            if index < last:
                told.update(_told("l", place, run[-1]))
            if index > first:
                told.update(_told("f", place, run[0]))
            if index > first or in_midst:
                shown[word] += 1
            if said[index]:
                kind, counts = said[index][1:4], votes[word]
                counts[kind] = counts.get(kind, 0) + 1
    there = set(words)
    found: dict[str, str] = {}
    for word, told in marks.items():
        parts, small = sorted(told), word.lower()
        if small in there and small.islower():
            parts.append("small")
        parts.append(f"shown{min(shown[word], _MANY)}")
        if voted := votes.get(word):
            parts.append(f"R{max(voted, key=voted.__getitem__)}")
        found[word] = " ".join(parts)
    return found


def _places(count: int) -> str:
    """The place of each word of a run: `U` alone, `F` first, `L` last, `M` in the midst."""
    return "U" if count == 1 else f"F{'M' * (count - 2)}L"


@lru_cache(_REMEMBERED)
def _told(sign: str, place: str, word: str) -> Sequence[str]:
    """What the lists have on a word before (`b`) or behind (`a`) a run, or on its last (`l`) or first (`f`) word.

    It tells of the word of the run whose `place` is `U` (alone), `F` (first), `L` (last) or `M` (in the midst).
    """
    told = letters_beside(word, before=sign == "b") if sign in "ab" else on_lists(word)
    return [f"{sign}{place}{each}" for each in told]


def _mark(marks: Mapping[str, set[str]], run: Sequence[str], before: str, after: str) -> None:
    """Mark what one run tells of its words: how long it is, a title in it, a preposition before, a verb behind."""
    lists = lexicon()
    if len(run) > 1:
        marks[run[0]].add("F")
        marks[run[-1]].add("L" if len(run) == len(("first", "last")) else "M")
    if before in lists.locatives:
        marks[run[0]].add("i")
    elif before == "the":
        marks[run[0]].add("t")
    if after in lists.speech:
        marks[run[-1]].add("s")
    elif after == "'s":
        marks[run[-1]].add("p")
    for title, word in pairwise(run):
        if title in lists.forms_of_address:
            marks[word].add("T")
