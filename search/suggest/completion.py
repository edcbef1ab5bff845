"""Complete what is being typed: itself, names and countries that begin so, and its last word beside the others."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from corpus.folding import exact_key, fold
from index.analysis.tokenizer import split_pieces
from index.arrays.types import Int64Array, Mask
from index.snapshots.snapshot import Snapshot
from search.execution.executor import execute
from search.facets.facet_counts import most_frequent
from search.facets.value_prefixes import named, with_prefix
from search.query.question_cache import question_of
from search.types.request import Facet

MOST = 10
"""Completions of each kind of value."""

MOST_WORDS = 6
"""Completions of the last word, each of which is searched before it is offered."""

LONGEST = 100
LOOKED_AT = 60
"""Of the words that begin in a way, so many are looked for beside the others: the most frequent."""


class CompletionKind(StrEnum):
    """What a completion is: a value of a facet, or words to search for."""

    ENTITY = "entity"
    COUNTRY = "country"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` is what would be typed, `value` what would be searched or chosen; `count` articles have it."""

    kind: CompletionKind
    text: str
    value: str
    count: int
    type: str | None = None


def completions(typed: str, snapshot: Snapshot, most: int = MOST) -> list[Completion]:
    """Completions of what was typed, each with the number of articles that its search finds, which is never 0."""

    def values(facet: Facet, kind: CompletionKind, start: str) -> Iterable[Completion]:
        return _values(facet, kind, start, snapshot, most)

    return put_together(
        typed, values, lambda begun: _words(begun, snapshot), lambda whole: len(_matches_of(whole, snapshot))
    )


def put_together(
    typed: str,
    values_of: Callable[[Facet, CompletionKind, str], Iterable[Completion]],
    words_of: Callable[[str], Iterable[Completion]],
    count_of: Callable[[str], int],
) -> list[Completion]:
    """First what was typed itself, then names and countries of which a word or another name begins so, then words.

    `values_of` takes a facet, a kind, and how a folded value begins; `count_of` says how many articles a search finds.
    """
    typed = typed[:LONGEST]
    start = exact_key(typed)
    if not any(map(str.isalnum, start)):
        return []
    values = [
        *values_of(Facet.ENTITY, CompletionKind.ENTITY, start),
        *values_of(Facet.COUNTRY, CompletionKind.COUNTRY, start),
    ]
    offered = {exact_key(each.text) for each in values}
    words = [each for each in words_of(typed) if exact_key(each.text) not in offered]
    whole = typed.strip()
    count = count_of(whole)
    return [*([Completion(CompletionKind.WORD, whole, whole, count)] if count else []), *values, *words]


def _values(facet: Facet, kind: CompletionKind, start: str, snapshot: Snapshot, most: int) -> Iterator[Completion]:
    """Values of a facet, what is wholly another name of one first, then the most frequent."""
    column, totals = snapshot.facets[facet], snapshot.totals[facet]
    meant = [ordinal for ordinal in named(facet, start, snapshot, wholly=True) if totals[ordinal]]
    others = most_frequent(np.flatnonzero(with_prefix(facet, start, snapshot) & (totals > 0)), totals, most)
    for ordinal in list(dict.fromkeys([*meant, *others]))[:most]:
        _, value, of_type = column.value(ordinal)
        yield Completion(kind, facet.field.label(value), value, int(totals[ordinal]), of_type or None)


def _words(typed: str, snapshot: Snapshot) -> list[Completion]:
    """Completions of the last word, of each term in its most frequent form; the most frequent first."""
    pieces = split_pieces(typed)
    if len(pieces) < 2 or pieces[-1]:  # noqa: PLR2004 - nothing but signs, or a word that is at its end
        return []
    before, begun = "".join(pieces[:-2]), pieces[-2]
    found = []
    for form in _beside(before, fold(begun), snapshot)[:MOST_WORDS]:
        text = before + form
        if count := len(_matches_of(text, snapshot)):
            found.append(Completion(CompletionKind.WORD, text, text, count))
    return sorted(found, key=lambda each: -each.count)


def _beside(before: str, begun: str, snapshot: Snapshot) -> list[str]:
    """Words that begin so and stand in articles that match what is typed before them, the most frequent first."""
    context: Mask = snapshot.live
    if any(map(str.isalnum, before)):
        context = np.zeros(snapshot.size, np.bool_)
        context[_matches_of(before, snapshot)] = True
    met, counted = set(snapshot.languages.terms(begun)), dict[str, int]()
    for form in _frequent_forms(begun, snapshot):
        new = set(snapshot.languages.terms(form)) - met
        met |= new
        if count := sum(_count_in(context, term, snapshot) for term in new):
            counted[form] = count
    return sorted(counted, key=lambda form: -counted[form])


def _count_in(context: Mask, term: str, snapshot: Snapshot) -> int:
    """In how many of some articles a term stands: in title and text, or, counted twice, in both."""
    raw, count = term.encode("utf-8", "surrogatepass"), 0
    for segment, base in zip(snapshot.segments, snapshot.bases, strict=False):
        for field in ("title", "text"):
            place = segment.postings.term(field, raw)
            if place is not None:
                count += int(np.count_nonzero(context[segment.postings.documents(place) + base]))
    return count


def _frequent_forms(start: str, snapshot: Snapshot) -> list[str]:
    counted: dict[str, int] = {}
    for part in snapshot.forms:
        within = part.beginning(start)
        counts = within.counts()
        places = np.argpartition(counts, -LOOKED_AT)[-LOOKED_AT:] if len(counts) > LOOKED_AT else range(len(counts))
        for place in map(int, places):
            counted[within[place]] = counted.get(within[place], 0) + int(counts[place])
    return sorted(counted, key=lambda form: (-counted[form], form))[:LOOKED_AT]


def _matches_of(q: str, snapshot: Snapshot) -> Int64Array:
    """The articles that have all the words of a query, as a search understands them: their doc_ids, ascending."""
    return execute(question_of(q, snapshot).all_words, snapshot).doc_ids
