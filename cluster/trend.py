"""Spread what matches on a cluster over years and months: see `search.facets.trend`."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cluster.reader import Reader, Understood
from cluster.translate import Query
from corpus.article import Basis
from index.segments.date_columns import UNKNOWN_YEAR, day_of_parts, months_of, years_of
from search.facets.trend import Period, by_month, by_year, chosen_years, month_values
from search.types.request import Facet
from search.types.result import FacetValue

_YEAR, MONTH = day_of_parts(1), day_of_parts(0, 1)


def trend(found: Understood, reader: Reader) -> list[Period]:
    """The matches by year; by month where all of those with a date are of one year."""
    counts, totals = _spread(found.left, _YEAR, reader)
    years = sorted(filter(None, map(years_of, counts)))
    if len(years) != 1:
        of, all_of = of_days(counts, years_of), of_days(totals, years_of)
        return by_year(years, of.__getitem__, all_of.__getitem__)
    [year] = years
    within = _of_year(year)
    counts_of, totals_of = _spread({"bool": {"filter": [found.left, within]}}, MONTH, reader, within)
    months, all_months = of_days(counts_of, months_of), of_days(totals_of, months_of)
    return by_month(year, months.__getitem__, all_months.__getitem__, (counts.get(0, 0), totals.get(0, 0)))


def months_in(found: Understood, reader: Reader, by_key: Mapping[str, int]) -> tuple[FacetValue, ...]:
    """The months of the one year that the articles are of, or that is chosen; nothing where it is not one year.

    `by_key` has the years of what matches by every other facet.
    """
    years: set[int | None] = chosen_years(found.request)
    if not years:
        years = {None if key == UNKNOWN_YEAR else int(key) for key in by_key}
    if len(years) != 1 or (year := years.pop()) is None:
        return ()
    query = found.countable(*found.narrowed.countable(Facet.YEAR), _of_year(year))
    inferred = {"inferred": {"filter": {"term": {Facet.BASIS.field.column: str(Basis.INFERRED)}}}}
    aggs = {"of": {"histogram": {"field": "day", "interval": MONTH, "min_doc_count": 1}, "aggs": inferred}}
    buckets = reader.ask({"size": 0, "query": query, "aggs": aggs})["aggregations"]["of"]["buckets"]
    counts = of_days(_buckets(buckets), months_of)
    stated = of_days({int(each["key"]): int(each["inferred"]["doc_count"]) for each in buckets}, months_of)
    return month_values(year, found.request, counts.__getitem__, stated.__getitem__)


def _of_year(year: int) -> Query:
    return {"range": {"day": {"gte": day_of_parts(year), "lt": day_of_parts(year + 1)}}}


def _spread(
    query: Query, interval: int, reader: Reader, every: Query | None = None
) -> tuple[dict[int, int], dict[int, int]]:
    """The days of what matches, and of all articles (or of `every` one of some), each rounded down, with counts."""
    of = {"histogram": {"field": "day", "interval": interval, "min_doc_count": 1}}
    everything: Query = {"global": {}, "aggs": {"some": {"filter": every or {"match_all": {}}, "aggs": {"of": of}}}}
    found = reader.ask({"size": 0, "query": query, "aggs": {"of": of, "all": everything}})["aggregations"]
    return _buckets(found["of"]["buckets"]), _buckets(found["all"]["some"]["of"]["buckets"])


def _buckets(buckets: Iterable[Mapping[str, Any]]) -> dict[int, int]:
    return {int(each["key"]): int(each["doc_count"]) for each in buckets}


def counted(reader: Reader, query: Query, interval: int) -> dict[int, int]:
    """The days of what a query finds, each rounded down to an interval, and how many articles are of it."""
    of = {"histogram": {"field": "day", "interval": interval, "min_doc_count": 1}}
    return _buckets(reader.ask({"size": 0, "query": query, "aggs": {"of": of}})["aggregations"]["of"]["buckets"])


def of_days(counts: Mapping[int, int], part: Callable[[int], int]) -> Counter[int]:
    """How many articles a part of their days, such as the year, is of."""
    found: Counter[int] = Counter()
    for day, count in counts.items():
        found[part(day)] += count
    return found
