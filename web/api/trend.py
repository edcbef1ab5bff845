"""Searches over time, one or several side by side: for programs, as a table and as a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from flask import Blueprint, Response, jsonify, request

from search.engine import Engine
from search.facets.trend import Period
from search.types.request import SearchRequest
from search.types.trend import Bucket, Comparison, Series, Spread
from web.api.contract import asked
from web.api.histogram import Group, Histogram, file_of
from web.api.tables import BYTE_ORDER_MARK, CSV, csv_line, file_name, streamed
from web.api.values import Json, JsonObject
from web.formatting.dates import month_alone, month_label
from web.formatting.language import grouped, message, speak, tell
from web.links.here import language_by_name
from web.links.parameters import Arguments, read_choice, read_flag, read_searches
from web.links.selection import filter_names

MOST_SOURCES = 20
"""Sources that a picture shows; the others are one together."""

_MONTHS = 12
_SVG = "image/svg+xml; charset=utf-8"


class Measure(StrEnum):
    """What is counted: articles, or which share they are of all articles of their time or source."""

    ARTICLES = "articles"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Trends:
    """The routes of trends; they take the parameters of a search, and `q2`, `q3` and `q4` beside `q`."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        trends = Blueprint("trends", __name__)
        trends.add_url_rule("/api/trend", view_func=self.trend)
        trends.add_url_rule("/export.trend.csv", view_func=self.csv)
        trends.add_url_rule("/export.trend.svg", view_func=self.svg)
        return trends

    def trend(self) -> Response:
        """Matches by year, month or source with their share of all articles; a series for each of several searches."""
        searches, by = read_searches(request.args), read_by(request.args)
        if len(searches) > 1 or by:
            return jsonify(trend_json(self.searcher.compare(searches, by)))
        total, periods = self.searcher.trend(searches[0])
        return jsonify({"query": asked(searches[0]), "total": total, "periods": _periods(periods)})

    def csv(self) -> Response:
        """The same as a table; `bom=1` tells spreadsheets that it is UTF-8."""
        searches = read_searches(request.args)
        lines = csv_lines(self.searcher.compare(searches, read_by(request.args)))
        mark = BYTE_ORDER_MARK if read_flag(request.args, "bom") is True else ""
        return streamed((mark * (at == 0) + line for at, line in enumerate(lines)), CSV, f"{_file(searches)}.csv")

    def svg(self) -> Response:
        """The same as a picture, in the language that `lang` names, else in English."""
        searches = read_searches(request.args)
        measure = read_choice(request.args, "as", Measure.ARTICLES)
        found = self.searcher.compare(searches, read_by(request.args))
        speak(language_by_name())
        return streamed(iter([file_of(histogram_of(found, measure))]), _SVG, f"{_file(searches)}.svg")


def read_by(arguments: Arguments) -> Spread | None:
    """What articles are counted by; None where nothing is said. Raises `BadRequest`."""
    return read_choice(arguments, "by", Spread.YEAR) if arguments.get("by", "").strip() else None


def trend_json(found: Comparison) -> JsonObject:
    """A comparison as JSON: what the answer to the first search is by itself, and a series for each."""
    first = found.series[0]
    periods = [Period(each.value, each.count, each.total) for each in first.buckets]
    return {
        "query": asked(first.request),
        "total": first.total,
        "periods": [] if found.by is Spread.SOURCE else _periods(periods),
        "by": found.by,
        "series": [_series(each) for each in found.series],
    }


def _periods(periods: Sequence[Period]) -> list[Json]:
    return [
        {"period": each.period, "count": each.count, "total": each.total, "share": round(each.share, 6)}
        for each in periods
    ]


def _series(series: Series) -> JsonObject:
    return {
        "query": asked(series.request),
        "total": series.total,
        "relaxed": series.relaxed,
        "values": [
            {"value": each.value, "count": each.count, "total": each.total, "share": round(each.share, 6)}
            for each in series.buckets
        ],
    }


def csv_lines(found: Comparison) -> Iterator[str]:
    """A comparison as the lines of a table: a row for each time or source, a column for each search."""
    names = [series_name(each) for each in found.series]
    yield csv_line([found.by, *names, "all articles", *(f"share: {name}" for name in names)])
    for buckets in zip(*(each.buckets for each in found.series), strict=True):
        counts = [str(each.count) for each in buckets]
        shares = [f"{each.share:.6f}" for each in buckets]
        yield csv_line([bucket_label(buckets[0], found.by), *counts, str(buckets[0].total), *shares])


def series_name(series: Series) -> str:
    """What a series is called: its words."""
    return series.request.q or tell("All articles")


def bucket_label(bucket: Bucket, by: Spread) -> str:
    """A time or a source as a table has it."""
    if bucket.value is None:
        return "without a source" if by is Spread.SOURCE else "undated"
    return bucket.value


def histogram_of(found: Comparison, measure: Measure) -> Histogram:
    """What a picture of a comparison shows. Articles that are known to the year only are in none of its months."""
    shares = measure is Measure.SHARE
    columns = list(zip(*(each.buckets for each in found.series), strict=True))
    if found.by is Spread.SOURCE:
        groups = list(_of_sources(columns, shares=shares))
    else:
        shown = [each for each in columns if found.by is Spread.YEAR or "-" in (each[0].value or "-")]
        one_year = found.by is Spread.MONTH and sum(each[0].value is not None for each in shown) <= _MONTHS
        groups = [_of_time(each, shares=shares, one_year=one_year) for each in shown]
    names = [f"{series_name(each)} ({grouped(each.total)})" for each in found.series]
    return Histogram(title_of(found, measure), names, groups, shares, found.by is Spread.SOURCE)


def title_of(found: Comparison, measure: Measure) -> str:
    """What a comparison shows, in words, with the filters that its searches share: `Articles by year · Syria`."""
    return " · ".join([tell(_TITLES[measure, found.by]), *filter_names(found.series[0].request)])


_TITLES = {
    (Measure.ARTICLES, Spread.YEAR): message("Articles by year"),
    (Measure.ARTICLES, Spread.MONTH): message("Articles by month"),
    (Measure.ARTICLES, Spread.SOURCE): message("Articles by source"),
    (Measure.SHARE, Spread.YEAR): message("Share of all articles, by year"),
    (Measure.SHARE, Spread.MONTH): message("Share of all articles, by month"),
    (Measure.SHARE, Spread.SOURCE): message("Share of all articles, by source"),
}


def _of_time(buckets: Sequence[Bucket], *, shares: bool, one_year: bool) -> Group:
    value = buckets[0].value
    values = [each.share if shares else each.count for each in buckets]
    if value is None:
        return Group(tell("undated"), values, apart=True)
    if "-" not in value:
        return Group(value.lstrip("0"), values)
    if one_year:
        return Group(month_alone(value), values)
    return Group(value[:4].lstrip("0"), values, named=value.endswith("-01"))


def _of_sources(columns: Sequence[Sequence[Bucket]], *, shares: bool) -> Iterator[Group]:
    for buckets in with_others(columns):
        value = buckets[0].value
        label = tell("without a source") if value is None else value or tell("other sources")
        yield Group(label, [each.share if shares else each.count for each in buckets])


def with_others(columns: Sequence[Sequence[Bucket]]) -> list[Sequence[Bucket]]:
    """The first sources, and the others as one of an empty name."""
    known = [each for each in columns if each[0].value is not None]
    if len(known) <= MOST_SOURCES + 1:
        return list(columns)
    rest = known[MOST_SOURCES:]
    total = sum(each[0].total for each in rest)
    sums = [sum(each.count for each in series) for series in zip(*rest, strict=True)]
    others = [Bucket("", count, total) for count in sums]
    return [*known[:MOST_SOURCES], others, *(each for each in columns if each[0].value is None)]


def row_label(value: str | None, by: Spread) -> str:
    """A time or a source as people read it."""
    if value is None:
        return tell("without a source") if by is Spread.SOURCE else tell("undated")
    if by is Spread.SOURCE:
        return value or tell("other sources")
    if by is Spread.MONTH and "-" not in value:
        return tell("%(year)s, month unknown", year=value)
    return month_label(value) if "-" in value else value.lstrip("0")


def _file(searches: Sequence[SearchRequest]) -> str:
    return file_name("trend", replace(searches[0], q=" ".join(each.q for each in searches)))
