"""All values of a facet on a cluster, by page and by prefix (`search.facets.value_prefixes` says what that means)."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from cluster.counting import MOST, Counter, Counts, shown_as
from cluster.facets import FacetView
from cluster.mapping import values
from cluster.reader import Reader, Understood
from corpus.folding import exact_key, has_word
from index.segments.facets import Values
from search.facets.value_prefixes import SHORTEST, label_key, meant
from search.types.deadline import NO_DEADLINE
from search.types.request import Facet
from search.types.result import FacetValue

_AT_ONCE = 5_000


class TooMany(Exception):  # noqa: N818
    """More values than are worth looking through have a word that begins so."""


def facet_page(
    found: Understood, facet: Facet, reader: Reader, prefix: str, *, page: int, per_page: int
) -> tuple[Sequence[FacetValue], int]:
    """One page of all values of which a word, or another name, begins with `prefix`, and how many those are."""
    view, counter = FacetView(facet, found, reader, None), Counter(reader)
    within, last = found.countable(*found.narrowed.countable(facet)), page * per_page
    if start := exact_key(prefix):
        counted = counter.totals(facet, beginning(facet, start, reader), within)
        kept = {key: count for key, count in counted.items() if count}
        counts = Counts(kept, distinct=len(kept))
    else:
        counts = counter.every(facet, within) if last > MOST else counter.counts(facet, within, most=last)
    keys = view.ordered(counts.of, last)[last - per_page :]
    return view.values(keys, counts), counts.distinct


def every_value(found: Understood, facet: Facet, reader: Reader) -> Iterator[FacetValue]:
    """All values, in their order, one at a time. They are counted at once."""
    view, counter = FacetView(facet, found, reader, None), Counter(reader)
    within = found.countable(*found.narrowed.countable(facet))
    counts = counter.counts(facet, within, most=MOST)
    if not counts.complete:
        counts = counter.every(facet, within)
    keys = iter(view.ordered(counts.of, None))
    reader.deadline = NO_DEADLINE  # all are counted: who reads slowly may
    return chain.from_iterable(view.values(some, counts) for some in iter(lambda: list(islice(keys, _AT_ONCE)), []))


def beginning(facet: Facet, start: str, reader: Reader, most: int | None = None) -> list[str]:
    """The values of which a word, or another name, begins with a folded string; by the keys that they are shown by.

    Raises `TooMany` where there are as many as `most`.
    """
    if facet is Facet.TAG:
        return reader.archive.tags.with_word(start)
    aliases = reader.archive.aliases
    found = list(_with_word(facet, start, reader, most))
    named = meant(facet, start, wholly=len(start) < SHORTEST)
    if facet.field.values is not Values.NAMES:
        return list(dict.fromkeys([*found, *named]))
    shown = [each for key in found for each in aliases.shown(key) if each == key or not aliases.same(key)]
    shown += [exact_key(name) for name in aliases.names.values()]
    with_word = [key for key in dict.fromkeys(shown) if has_word(key, start)]
    keys = dict.fromkeys([*with_word, *map(aliases.key, named)])
    return [key for key in keys if not aliases.hides(key) and shown_as(aliases, key)]


def _with_word(facet: Facet, start: str, reader: Reader, most: int | None) -> Iterator[str]:
    """The keys of values that have a word which begins so, as articles have them."""
    cluster, column = reader.cluster, facet.field.column
    shows_keys = facet.field.label is str
    wanted = [{"term": {"facet": column}}, *([{"prefix": {"beginnings": start}}] if shows_keys else [])]
    query, after = {"bool": {"filter": wanted}}, list[str]()
    size = most or _AT_ONCE
    while True:
        body = {"size": size, "query": query, "sort": ["key"], "_source": ["key"]}
        page = body | ({"search_after": after} if after else {})
        hits = cluster.ask(page, index=values(cluster.name))["hits"]["hits"]
        if len(hits) == most:
            raise TooMany
        keys = [hit["_source"]["key"] for hit in hits]
        yield from (key for key in keys if shows_keys or has_word(label_key(facet, key), start))
        if len(hits) < size:
            return
        after = [keys[-1]]
