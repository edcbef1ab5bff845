"""When: the matches over the years, or over the months of one year, as bars that choose a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.segments.date_columns import UNKNOWN_YEAR, years_of
from search.types.date_ranges import DateRange, date_range
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue, SearchResult
from web.formatting.dates import month_alone
from web.links.addresses import Addresses
from web.links.refine import in_time, on_page, toggled, touches
from web.links.selection import NO_BEGINNING, NO_END, value_label

WIDTH, HEIGHT = 240, 56
_MOST_BARS = 40
_STEPS = (1, 2, 5, 10, 25, 50, 100, 250)
_LEAST = 2
_GAP = 8
_BETWEEN = 0.8
_WIDEST = 58
"""A bar where there are few: the style sheet has the same share of the width."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One time: where its bar stands in the picture, how high it is, and how much of that is inferred.

    `href` is where it leads; None where naming its value is enough: in the form around it, or, where it is to be
    chosen `alone`, in the form that keeps everything but the time.
    """

    value: str
    label: str
    count: int
    inferred: int
    x: float
    width: float
    height: float
    hatched: float
    selected: bool
    alone: bool
    href: str | None


@dataclass(frozen=True, slots=True)
class When:
    """The picture: `bars`, the last one apart where it stands for what is undated. `first` and `last` bound the axis.

    `wider` leads from months back to all years.
    """

    bars: Sequence[Bar]
    first: str
    last: str
    wider: str | None
    span_from: str = ""
    span_to: str = ""
    """The bounds of the range that is chosen, as they are typed."""

    vague: int = 0
    """Articles of the one year whose month is not known."""

    def outlines(self) -> Iterator[tuple[str, bool, str]]:
        """What is drawn, as SVG paths of a kind, chosen or not: what is `sure`, `inferred`, and `unknown`."""
        for chosen in (False, True):
            bars = [bar for bar in self.bars if bar.selected is chosen and bar.count]
            dated = [bar for bar in bars if bar.value != UNKNOWN_YEAR]
            parts = {
                "unknown": [_outline(bar, bar.height, 0) for bar in bars if bar.value == UNKNOWN_YEAR],
                "sure": [_outline(bar, bar.height - bar.hatched, 0) for bar in dated],
                "inferred": [_outline(bar, bar.hatched, bar.height - bar.hatched) for bar in dated if bar.hatched],
            }
            yield from ((kind, chosen, "".join(paths)) for kind, paths in parts.items() if paths)


def when(result: SearchResult, addresses: Addresses) -> When:
    """The years of a result, or its months where it is of one year."""
    request = result.request
    values = result.facets.get(Facet.YEAR, ())
    undated = [each for each in values if each.value == UNKNOWN_YEAR]
    if result.months:
        # Months that nothing is known to be of are no picture.
        shown, undated = list(result.months) if any(each.count for each in result.months) else [], []
    else:
        shown = _binned([each for each in values if each.value.isdigit()], request)
    bars = list(_bars(shown, undated, request, addresses))
    vague = 0
    if result.months:
        year = result.months[0].value[:4]
        vague = sum(each.count for each in values if each.value == year) - sum(each.count for each in result.months)
    return When(
        bars,
        first=_label(_ends(shown, values)[0]) if shown else "",
        last=_label(_ends(shown, values)[1]) if shown else "",
        wider=addresses.page(without_time(request)) if result.months and Facet.YEAR in request.filters else None,
        span_from=_span(request)[0],
        span_to=_span(request)[1],
        vague=max(vague, 0),
    )


def _ends(shown: Sequence[FacetValue], values: Sequence[FacetValue]) -> tuple[str, str]:
    """The first and the last time that the axis names: of years, those that articles are of."""
    years = sorted(each.value for each in values if each.value.isdigit())
    if years and "-" not in shown[0].value:
        return years[0], years[-1]
    return shown[0].value, shown[-1].value


def _span(request: SearchRequest) -> tuple[str, str]:
    """The bounds of the one range or time that is chosen; nothing where there are several or none."""
    values = request.filters.get(Facet.YEAR, ())
    if len(values) != 1 or values[0] == UNKNOWN_YEAR:
        return "", ""
    first, _, last = values[0].partition("..")
    return "" if first[:4] == NO_BEGINNING else first, "" if last[:4] == NO_END else last or first


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
    chosen = [found for value in request.filters.get(Facet.YEAR, ()) if (found := date_range(value))]
    return [_bin(known, begin, step, chosen) for begin in range(first // step * step, last + 1, step)]


def _bin(known: dict[int, FacetValue], begin: int, step: int, chosen: Sequence[DateRange]) -> FacetValue:
    inside = [known[year] for year in range(begin, begin + step) if year in known]
    value = f"{begin:04d}" if step == 1 else f"{begin:04d}..{begin + step - 1:04d}"
    selected = any(years_of(each.first) <= begin and begin + step - 1 <= years_of(each.last) for each in chosen)
    count, inferred = sum(each.count for each in inside), sum(each.inferred for each in inside)
    return FacetValue(value, value, count, selected=selected, inferred=inferred)


def _bars(
    shown: Sequence[FacetValue], undated: Sequence[FacetValue], request: SearchRequest, addresses: Addresses
) -> Iterator[Bar]:
    largest = max((each.count for each in (*shown, *undated)), default=0) or 1
    apart = _GAP if undated and shown else 0
    width = min((WIDTH - apart) / max(len(shown) + len(undated), 1), _WIDEST)
    for place, each in enumerate((*shown, *undated)):
        height = max(round(each.count / largest * HEIGHT, 1), _LEAST) if each.count else 0
        other = _otherwise(request, each)
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
            alone=other is None and _alone(request, each),
            href=addresses.page(other) if other else None,
        )


def _otherwise(request: SearchRequest, value: FacetValue) -> SearchRequest | None:
    """What a click asks for where a time is chosen or refused already: to take that back, or its year for a month."""
    if not touches(request, Facet.YEAR, value.value):
        return None
    if request.filters.get(Facet.YEAR) == (value.value,) and "-" in value.value:
        return in_time(request, value.value[:4])
    return toggled(request, Facet.YEAR, value.value)


def _alone(request: SearchRequest, value: FacetValue) -> bool:
    """Whether a click chooses a time in place of the others: within a range, and from years to months."""
    values = request.filters.get(Facet.YEAR, ())
    months = "-" in value.value
    alike = all(("-" in each) == months for each in values if each != UNKNOWN_YEAR)
    return bool(values) and (value.selected or not alike)


def _outline(bar: Bar, height: float, above: float) -> str:
    """A bar, or the part of it that stands so high above the ground."""
    return f"M{bar.x:g} {HEIGHT - above:g}v{-height:g}h{bar.width - _BETWEEN:.3g}v{height:g}z"


def _label(bound: str) -> str:
    return month_alone(bound) if "-" in bound else bound
