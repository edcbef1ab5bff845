"""What a user may be about to type: names, countries and words of titles that begin so, the most frequent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from corpus.enrichment.aliases.country_names import country_name
from corpus.folding import exact_key, fold
from index.analysis.tokenizer import split_pieces
from index.arrays.types import Int64Array
from index.snapshots.snapshot import Snapshot
from search.request import Facet

MOST = 10
"""Completions of each kind."""

_LONGEST = 100
_LOOKED_AT = 300
"""Of the words that begin in a way, so many are looked for in titles: the most frequent."""


class CompletionKind(StrEnum):
    """What a completion is: a value of a facet, or a word of titles."""

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
    """Completions of what was typed: names and countries of all of it, words of titles of its last word."""
    typed = typed[:_LONGEST]
    start = exact_key(typed)
    if not start:
        return []
    found = [*_entities(start, snapshot, most), *_countries(start, snapshot, most)]
    return found + list(_title_words(typed, snapshot, most))


def _entities(start: str, snapshot: Snapshot, most: int) -> Iterator[Completion]:
    column = snapshot.facets[Facet.ENTITY]
    totals = snapshot.totals[Facet.ENTITY]
    values = np.flatnonzero(column.with_word(start) & (totals > 0))
    for number in _highest(values, totals, most):
        _, label, kind = column.value(number)
        yield Completion(CompletionKind.ENTITY, label, label, int(totals[number]), kind or None)


def _countries(start: str, snapshot: Snapshot, most: int) -> list[Completion]:
    column = snapshot.facets[Facet.COUNTRY]
    totals = snapshot.totals[Facet.COUNTRY]
    found = []
    for number in np.flatnonzero(totals).tolist():
        code = column.key(number).upper()
        if f" {start}" in f" {_name_key(code)}":
            found.append(Completion(CompletionKind.COUNTRY, country_name(code), code, int(totals[number])))
    return sorted(found, key=lambda each: (-each.count, each.text))[:most]


@lru_cache(maxsize=512)
def _name_key(code: str) -> str:
    return exact_key(country_name(code))


def _title_words(typed: str, snapshot: Snapshot, most: int) -> Iterator[Completion]:
    """Words of titles, each in its most frequent form, behind what was typed before."""
    pieces = split_pieces(typed)
    if len(pieces) < 2 or pieces[-1]:  # noqa: PLR2004 - nothing but signs, or a word that is at its end
        return
    before = "".join(pieces[:-2])
    met: set[str] = set()
    for form in _frequent_forms(fold(pieces[-2]), snapshot):
        new = set(snapshot.languages.terms(form)) - met
        count = sum(snapshot.frequency("title", term) for term in new)
        met |= new
        if count:
            most -= 1
            yield Completion(CompletionKind.WORD, before + form, before + form, count)
        if not most:
            return


def _frequent_forms(start: str, snapshot: Snapshot) -> list[str]:
    counted: dict[str, int] = {}
    for part in snapshot.forms:
        within = part.beginning(start)
        counts = within.counts()
        places = np.argpartition(counts, -_LOOKED_AT)[-_LOOKED_AT:] if len(counts) > _LOOKED_AT else range(len(counts))
        for place in map(int, places):
            counted[within[place]] = counted.get(within[place], 0) + int(counts[place])
    return sorted(counted, key=lambda form: (-counted[form], form))


def _highest(values: Int64Array, totals: Int64Array, most: int) -> list[int]:
    counts = totals[values]
    if len(values) > most:
        least = np.partition(counts, -most)[-most]
        values, counts = values[counts >= least], counts[counts >= least]
    chosen: list[int] = values[np.argsort(-counts, kind="stable")].tolist()
    return chosen[:most]
