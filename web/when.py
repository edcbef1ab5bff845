"""When: the matches over the years, or over the months of one year, as bars that choose a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.facets import UNKNOWN_YEAR
from search.periods import Period, period_of
from search.request import Facet, SearchRequest
from search.result import FacetValue, SearchResult
from web.addresses import Addresses
from web.refine import on_page, toggled
from web.selection import value_label

WIDTH, HEIGHT = 240, 56
_MOST_BARS = 40
_STEPS = (1, 2, 5, 10, 25, 50, 100, 250)
_LEAST = 2
_GAP = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One time: where its bar stands in the picture, how high it is, and how much of that is inferred."""

    value: str
    label: str
    count: int
    inferred: int
    x: float
    width: float
    height: float
    hatched: float
    selected: bool
    href: str


@dataclass(frozen=True, slots=True)
class When:
    """The picture: `bars`, the last one apart where it stands for what is undated. `first` and `last` bound the axis.

    `base` is the search without a time, to which a range is added; `wider` leads from months back to all years.
    """

    bars: Sequence[Bar]
    first: str
    last: str
    base: str
    wider: str | None
    vague: int = 0
    """Articles of the one year whose month is not known."""


def when(result: SearchResult, addresses: Addresses) -> When:
    """The years of a result, or its months where it is of one year."""
    request = result.request
    values = result.facets.get(Facet.YEAR, ())
    undated = [each for each in values if each.value == UNKNOWN_YEAR]
    shown = list(result.months) or _binned([each for each in values if each.value.isdigit()], request)
    timeless = without_time(request)
    bars = list(_bars(shown, undated if not result.months else [], request, addresses))
    vague = 0
    if result.months:
        year = result.months[0].value[:4]
        vague = sum(each.count for each in values if each.value == year) - sum(each.count for each in result.months)
    return When(
        bars,
        first=_label(shown[0].value.split("..")[0]) if shown else "",
        last=_label(shown[-1].value.split("..")[-1]) if shown else "",
        base=addresses.page(timeless),
        wider=addresses.page(timeless) if result.months and Facet.YEAR in request.filters else None,
        vague=max(vague, 0),
    )


def without_time(request: SearchRequest) -> SearchRequest:
    """The same search in all years."""
    others = dict(request.filters)
    others.pop(Facet.YEAR, None)
    return replace(on_page(request, 1), filters=others)


def _binned(years: Sequence[FacetValue], request: SearchRequest) -> list[FacetValue]:
    """Every year from the first to the last, or steps of several years where there are too many."""
    if not years:
        return []
    known = {int(each.value): each for each in years}
    first, last = min(known), max(known)
    step = next((step for step in _STEPS if (last - first) // step < _MOST_BARS), _STEPS[-1])
    chosen = [period for value in request.filters.get(Facet.YEAR, ()) if (period := period_of(value))]
    return [_bin(known, begin, step, chosen) for begin in range(first // step * step, last + 1, step)]


def _bin(known: dict[int, FacetValue], begin: int, step: int, chosen: Sequence[Period]) -> FacetValue:
    inside = [known[year] for year in range(begin, begin + step) if year in known]
    value = f"{begin:04d}" if step == 1 else f"{begin:04d}..{begin + step - 1:04d}"
    selected = any(each.first // 10_000 <= begin and begin + step - 1 <= each.last // 10_000 for each in chosen)
    count, inferred = sum(each.count for each in inside), sum(each.inferred for each in inside)
    return FacetValue(value, value, count, selected=selected, inferred=inferred)


def _bars(
    shown: Sequence[FacetValue], undated: Sequence[FacetValue], request: SearchRequest, addresses: Addresses
) -> Iterator[Bar]:
    largest = max((each.count for each in (*shown, *undated)), default=0) or 1
    apart = _GAP if undated and shown else 0
    width = (WIDTH - apart) / max(len(shown) + len(undated), 4)
    for place, each in enumerate((*shown, *undated)):
        height = max(round(each.count / largest * HEIGHT, 1), _LEAST) if each.count else 0
        yield Bar(
            each.value,
            value_label(Facet.YEAR, each.value),
            each.count,
            each.inferred,
            round(place * width + (apart if each.value == UNKNOWN_YEAR else 0), 1),
            round(width, 1),
            height,
            round(height * each.inferred / each.count, 1) if each.count else 0,
            each.selected,
            addresses.page(_chosen(request, each)),
        )


def _chosen(request: SearchRequest, value: FacetValue) -> SearchRequest:
    """What a click on a bar asks for: add it or take it away; within a range, and from years to months, it alone."""
    values = request.filters.get(Facet.YEAR, ())
    if value.value in values and not (len(values) == 1 and "-" in value.value):
        return toggled(request, Facet.YEAR, value.value)
    months = "-" in value.value
    alike = all(("-" in each) == months for each in values if each != UNKNOWN_YEAR)
    if values and alike and not value.selected:
        return toggled(request, Facet.YEAR, value.value)
    asked = value.value[:4] if value.value in values else value.value
    return replace(without_time(request), filters={**without_time(request).filters, Facet.YEAR: (asked,)})


def _label(bound: str) -> str:
    return value_label(Facet.YEAR, bound).rpartition(" ")[0][:3] or bound if "-" in bound else bound
