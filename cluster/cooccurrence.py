"""Which names stand together in what matches on a cluster: see `search.facets.cooccurrence`."""

from collections.abc import Sequence

import numpy as np

from cluster.counting import FIRST, Counter, shown_as
from cluster.reader import Reader, Understood
from cluster.translate import Query
from corpus.encoding import to_utf8
from index.arrays.types import Int64Array
from search.facets.cooccurrence import paired, told_names
from search.types.request import Facet
from search.types.result import Cooccurrence, Named

_EVERY: Query = {"match_all": {}}


def cooccurrence(found: Understood, reader: Reader, matching: int, *, telling: bool = False) -> Cooccurrence:
    """The most frequent names of what matches, or the most telling, and which of them stand together.

    The telling ones are looked for among the most frequent thousands: a name of fewer articles tells less.
    """
    counter = Counter(reader)
    counts = counter.counts(Facet.ENTITY, found.left, most=FIRST + 1 if telling else 20)
    keys = sorted(counts.of, key=to_utf8)
    totals = _totals(keys, counter)
    here = np.array([counts.of[key] for key in keys], np.int64)
    size = reader.archive.count
    chosen = [keys[place] for place in told_names(here, totals, matching, size, telling=telling)] if keys else []
    shown, total_of = counter.shown(Facet.ENTITY, chosen), dict(zip(keys, totals.tolist(), strict=True))
    names = [Named(shown[key][0], shown[key][1] or None, counts.of[key], total_of[key]) for key in chosen]
    return paired(names, _together(chosen, found, reader), matching, telling=telling)


def _totals(keys: Sequence[str], counter: Counter) -> Int64Array:
    """How many of all articles have each name: int64 in their order."""
    archive = counter.reader.archive
    missing = [key for key in keys if key not in archive.totals]
    if missing:
        archive.totals.update(counter.totals(Facet.ENTITY, missing, _EVERY))
    return np.array([archive.totals.get(key, 0) for key in keys], np.int64)


def _together(keys: Sequence[str], found: Understood, reader: Reader) -> Int64Array:
    """How many articles have two names, for each two: a square of counts."""
    both: Int64Array = np.zeros((len(keys), len(keys)), np.int64)
    if len(keys) < 2:  # noqa: PLR2004 - one stands with no other
        return both
    column = Facet.ENTITY.field.column
    filters = {
        f"{place:03d}": {"terms": {column: shown_as(reader.archive.aliases, key)}} for place, key in enumerate(keys)
    }
    aggs = {"of": {"adjacency_matrix": {"filters": filters}}}
    for bucket in reader.ask({"size": 0, "query": found.left, "aggs": aggs})["aggregations"]["of"]["buckets"]:
        one, _, other = bucket["key"].partition("&")
        if other:
            both[int(one), int(other)] = both[int(other), int(one)] = int(bucket["doc_count"])
    return both
