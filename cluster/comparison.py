"""Searches of a cluster side by side, over years, months or sources: see `search.facets.comparison`."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cluster.counting import Counter as FacetCounter
from cluster.reader import Reader, Understood
from cluster.translate import Query
from cluster.trend import MONTH, counted, of_days
from index.segments.date_columns import months_of, years_of
from search.facets.comparison import STEP, Row, by_months, by_years, finest_of, in_columns
from search.types.request import Facet, SearchRequest
from search.types.trend import Comparison, Series, Spread

_EVERY: Query = {"match_all": {}}


def compare(requests: Sequence[SearchRequest], by: Spread | None, reader: Reader) -> Comparison:
    """Searches side by side; by months of the one year where all are of one, if nobody says by what."""
    found = [reader.answer(request) for request in requests]
    if by is Spread.SOURCE:
        buckets = in_columns(_by_source(found, reader), len(found))
    else:
        months = [counted(reader, each.left, MONTH) for each in found]
        years = {year for each in months for day in each if (year := years_of(day))}
        by = finest_of(years) if by is None else by
        places = [_places(each, by) for each in (*months, counted(reader, _EVERY, MONTH))]
        rows = by_months if by is Spread.MONTH else by_years
        buckets = in_columns(rows(years, lambda place: [each[place] for each in places]), len(found))
    shown = zip(requests, found, buckets, strict=True)
    return Comparison(by, [Series(asked, reader.total(own), its, own.relaxed) for asked, own, its in shown])


def _places(months: dict[int, int], by: Spread) -> Counter[int]:
    if by is Spread.YEAR:
        return of_days(months, years_of)
    return of_days(months, lambda day: years_of(day) * STEP + months_of(day))


def _by_source(found: Sequence[Understood], reader: Reader) -> Iterator[Row]:
    counter = FacetCounter(reader)
    counts = [counter.counts(Facet.SOURCE, each.left, most=1_000).of for each in found]
    everywhere: Counter[str] = Counter()
    for each in counts:
        everywhere.update(each)
    keys = sorted(everywhere, key=lambda key: (-everywhere[key], key.encode()))
    totals, shown = counter.totals(Facet.SOURCE, keys, _EVERY), counter.shown(Facet.SOURCE, keys)
    for key in keys:
        yield shown.get(key, (key, ""))[0], [each.get(key, 0) for each in counts], totals[key]
    column = Facet.SOURCE.field.column
    nowhere = {"bool": {"must_not": [{"exists": {"field": column}}]}}
    without = [reader.asking.count([nowhere], each.left)[0] for each in found]
    if any(without):
        yield None, without, reader.asking.count([nowhere])[0]
