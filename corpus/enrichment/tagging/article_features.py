"""Make the features of a token that come from its article: where else it stands, and what the rules say of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

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
    found: list[str] = []
    end, kind = -1, ""
    for start in tokens.starts:
        if start in said:
            end, kind = said[start]
            found.append("B" + kind)
        else:
            found.append("I" + kind if start < end else "")
    return found


def evidence_of(tokens: Tokens, runs: Sequence[Run], said: Sequence[str]) -> Mapping[str, str]:
    """What all its places in the article tell of each capitalised word: `F T bUc shown2 Rper`."""
    words = tokens.words
    marks: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, int] = defaultdict(int)
    votes: dict[str, dict[str, int]] = defaultdict(dict)
    for first, last in runs:
        for word, mark in _marks(tokens, first, last):
            marks[word].add(mark)
        before = words[first - 1] if first and not tokens.first[first] else ""
        behind = words[last + 1] if last + 1 < len(words) and not tokens.first[last + 1] else ""
        for index in range(first, last + 1):
            word = words[index]
            place = "U" if first == last else "F" if index == first else "L" if index == last else "M"
            marks[word].update(_told("b", place, before), _told("a", place, behind))
            if index < last:
                marks[word].update(_told("l", place, words[last]))
            if index > first:
                marks[word].update(_told("f", place, words[first]))
            if index > first or (first and words[first - 1].isalpha()):
                shown[word] += 1
            if said[index]:
                kind = said[index][1:4]
                votes[word][kind] = votes[word].get(kind, 0) + 1
    small = {word for word in words if word.islower()}
    return {
        word: " ".join(
            [
                *sorted(marks[word]),
                *(["small"] if word.lower() in small else ()),
                f"shown{min(shown[word], _MANY)}",
                *(["R" + max(votes[word].items(), key=itemgetter(1))[0]] if word in votes else ()),
            ]
        )
        for word in {words[index] for run in runs for index in range(run[0], run[1] + 1)}
    }


@lru_cache(_REMEMBERED)
def _told(sign: str, place: str, word: str) -> Sequence[str]:
    """What the lists have on a word before (`b`) or behind (`a`) a run, or on its last (`l`) or first (`f`) word.

    It tells of the word of the run whose `place` is `U` (alone), `F` (first), `L` (last) or `M` (in the midst).
    """
    told = letters_beside(word, before=sign == "b") if sign in "ab" else on_lists(word)
    return [f"{sign}{place}{each}" for each in told]


def _marks(tokens: Tokens, first: int, last: int) -> Iterator[tuple[str, str]]:
    """What one run tells of its words: how long it is, a title in it, a preposition before, a verb behind."""
    words, lists = tokens.words, lexicon()
    if last > first:
        yield words[first], "F"
        yield words[last], "L" if last == first + 1 else "M"
    before = words[first - 1] if first else ""
    after = words[last + 1] if last + 1 < len(words) else ""
    if before in lists.locatives:
        yield words[first], "i"
    elif before == "the":
        yield words[first], "t"
    if after in lists.speech:
        yield words[last], "s"
    elif after == "'s":
        yield words[last], "p"
    for index in range(first + 1, last + 1):
        if words[index - 1] in lists.forms_of_address:
            yield words[index], "T"
