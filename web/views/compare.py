"""Searches side by side for people: one histogram, the figures beneath it, and what can be saved of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, render_template, request

from search.engine import Engine
from search.types.request import Facet, SearchRequest
from search.types.trend import MOST_SERIES, Bucket, Comparison, Spread
from web.api.histogram import drawn
from web.api.trend import Measure, histogram_of, read_by, row_label, title_of, with_others
from web.formatting.language import grouped, message, percent, spoken
from web.links.addresses import Addresses
from web.links.here import relative
from web.links.parameters import QUERIES, read_choice, read_searches
from web.links.refine import in_time, narrowing, on_page
from web.views.pages import frame

_MOST_ROWS = 120
"""Rows of the table: those of ten years by month."""

_LEAST_BOXES = 2
_SPREADS = {Spread.YEAR: message("year"), Spread.MONTH: message("month"), Spread.SOURCE: message("source")}
_MEASURES = {Measure.ARTICLES: message("articles"), Measure.SHARE: message("share of all articles")}


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, and the search whose articles it counts; None where there are none, or none to be asked for."""

    figure: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A time or a source: a figure of each search, and how many articles there are of it at all."""

    label: str
    cells: Sequence[Cell]
    total: int


@dataclass(frozen=True, slots=True)
class ComparedAddresses:
    """Addresses of searches that stay with the comparison, in place of the page of results."""

    addresses: Addresses
    searches: Sequence[SearchRequest]
    shown: Sequence[tuple[str, str]]

    def page(self, search: SearchRequest) -> str:
        """The same searches under the filters of another one."""
        return self.addresses.compare([replace(search, q=each.q) for each in self.searches], *self.shown)


@dataclass(frozen=True, slots=True)
class Compare:
    """The page of searches side by side."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        compare = Blueprint("compare", __name__)
        compare.add_url_rule("/compare", view_func=self.page)
        return compare

    def page(self) -> str:
        """Up to four searches: `q`, `q2`, `q3` and `q4`, under the same filters."""
        searches = [narrowing(on_page(each, 1)) for each in read_searches(request.args)]
        by, measure = read_by(request.args), read_choice(request.args, "as", Measure.ARTICLES)
        found = self.searcher.compare(searches, by)
        here, shown = relative(), _shown(found.by if by else None, measure)
        rows = _rows(found, measure, here)
        named = [("lang", spoken())] if spoken() != "en" else []
        return render_template(
            "compare.html",
            found=found,
            boxes=_boxes(searches),
            picture=drawn(histogram_of(found, measure)) if rows else None,
            title=title_of(found, measure),
            rows=rows[:_MOST_ROWS],
            more=max(len(rows) - _MOST_ROWS, 0),
            spreads=[
                (label, here.compare(searches, *_shown(each, measure)), each is found.by)
                for each, label in _SPREADS.items()
            ],
            measures=[
                (label, here.compare(searches, *_shown(by, each)), each is measure) for each, label in _MEASURES.items()
            ],
            table=here.export_trend(searches, "csv", *shown, ("bom", "1")),
            svg=here.export_trend(searches, "svg", *shown, *named),
            json=here.api_trend(searches, *shown),
            shown=shown,
            staying=ComparedAddresses(here, searches, shown),
            **frame(searches[0]),
        )


def _shown(by: Spread | None, measure: Measure) -> list[tuple[str, str]]:
    """What an address says of how searches are counted, without what it means by itself."""
    said = [("by", str(by))] if by else []
    return [*said, *([("as", str(measure))] if measure is not Measure.ARTICLES else [])]


def _boxes(searches: Sequence[SearchRequest]) -> list[tuple[str, str]]:
    """The boxes to type into, each with its words: one more than there are searches, two at least."""
    words = [each.q for each in searches if each.q]
    count = min(max(len(words) + 1, _LEAST_BOXES), MOST_SERIES)
    return list(zip(QUERIES, [*words, *[""] * MOST_SERIES][:count], strict=False))


def _rows(found: Comparison, measure: Measure, addresses: Addresses) -> list[Row]:
    """The figures of each time or source; months and sources in which there is nothing are left out."""
    columns: list[Sequence[Bucket]] = list(zip(*(each.buckets for each in found.series), strict=True))
    if found.by is Spread.SOURCE:
        columns = with_others(columns)
    return [
        Row(
            row_label(buckets[0].value, found.by),
            [
                _cell(bucket, series.request, found.by, measure, addresses)
                for bucket, series in zip(buckets, found.series, strict=True)
            ],
            buckets[0].total,
        )
        for buckets in columns
        if found.by is Spread.YEAR or any(each.count for each in buckets)
    ]


def _cell(bucket: Bucket, search: SearchRequest, by: Spread, measure: Measure, addresses: Addresses) -> Cell:
    figure = percent(bucket.share) if measure is Measure.SHARE else grouped(bucket.count)
    there = _there(search, bucket.value, by) if bucket.count else None
    return Cell(figure, addresses.page(there) if there else None)


def _there(search: SearchRequest, value: str | None, by: Spread) -> SearchRequest | None:
    """The search for the articles of one time or source; None where that cannot be asked for."""
    if by is Spread.SOURCE:
        return replace(search, filters={**search.filters, Facet.SOURCE: (value,)}) if value else None
    if by is Spread.MONTH and value and "-" not in value:
        return None
    return in_time(search, value or "unknown")
