"""All values of a facet on a cluster, by page and by prefix (`search.facets.value_prefixes` says what that means)."""

from collections.abc import Iterable, Sequence

from cluster.counting import MOST, Counter, Counts, shown_as
from cluster.facets import FacetView
from cluster.mapping import values
from cluster.reader import Reader, Understood
from corpus.folding import exact_key
from index.segments.facets import Values
from search.engine import Unsupported
from search.facets.value_prefixes import SHORTEST, label_key, meant
from search.types.request import Facet
from search.types.result import FacetValue

_MOST_NAMED = 10_000
"""Values of which a word begins in a way, that are looked through."""


def facet_page(
    found: Understood, facet: Facet, reader: Reader, prefix: str, *, page: int, per_page: int
) -> tuple[Sequence[FacetValue], int]:
    """One page of all values of which a word, or another name, begins with `prefix`, and how many those are.

    Raises `Unsupported` for what is beyond the values that a cluster lists.
    """
    view, counter = FacetView(facet, found, reader, None), Counter(reader)
    within, last = found.countable(*found.narrowed.countable(facet)), page * per_page
    if last > MOST:
        raise Unsupported(f"on a cluster the first {MOST:,} values are listed; type how a value begins")
    if start := exact_key(prefix):
        counted = counter.totals(facet, beginning(facet, start, reader), within)
        counts = Counts({key: count for key, count in counted.items() if count})
        total = len(counts.of)
    else:
        counts = counter.counts(facet, within, most=last)
        total = counts.distinct
    keys = view.ordered(counts.of, last)[last - per_page :]
    return view.values(keys, counts), total


def beginning(facet: Facet, start: str, reader: Reader) -> list[str]:
    """The values of which a word, or another name, begins with a folded string; by the keys that they are shown by."""
    aliases = reader.archive.aliases
    found = _with_word(facet, start, reader)
    named = meant(facet, start, wholly=len(start) < SHORTEST)
    if facet.field.values is not Values.NAMES:
        return list(dict.fromkeys([*found, *named]))
    shown = [each for key in found for each in aliases.shown(key) if each == key or not aliases.same(key)]
    shown += [exact_key(name) for name in aliases.names.values()]
    with_word = [key for key in dict.fromkeys(shown) if f" {start}" in f" {key}"]
    keys = dict.fromkeys([*with_word, *map(aliases.key, named)])
    return [key for key in keys if not aliases.hides(key) and shown_as(aliases, key)]


def _with_word(facet: Facet, start: str, reader: Reader) -> Iterable[str]:
    """The keys of values that have a word which begins so, as articles have them."""
    cluster, column = reader.cluster, facet.field.column
    shows_keys = facet.field.label is str
    wanted = [{"term": {"facet": column}}, *([{"prefix": {"beginnings": start}}] if shows_keys else [])]
    body = {"size": _MOST_NAMED, "query": {"bool": {"filter": wanted}}, "sort": ["key"], "_source": ["key"]}
    found = [hit["_source"]["key"] for hit in cluster.ask(body, index=values(cluster.name))["hits"]["hits"]]
    if len(found) == _MOST_NAMED:
        raise Unsupported(f"more than {_MOST_NAMED:,} values begin with “{start}”; type more of the word")
    return found if shows_keys else [key for key in found if f" {start}" in f" {label_key(facet, key)}"]
