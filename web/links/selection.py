"""Which filters are chosen: in words, and how each is taken away."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.segments.date_columns import UNKNOWN_YEAR
from index.segments.facets import Values
from search.types.request import Facet, Match, SearchRequest
from web.formatting.dates import moment_in_words, month_label
from web.formatting.language import count, country, language, message, tell
from web.links.refine import excluded, for_all_words, on_page, toggled

NO_BEGINNING, NO_END = "0001", "9999"
"""Years that bound a range which has no bound there."""

BASES = {"stated": message("stated"), "inferred": message("inferred"), "undated": message("undated")}
_NAMED = {Facet.COUNTRY: country, Facet.LANGUAGE: language}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One filter of a search: what it says, and the search without it."""

    label: str
    without: SearchRequest
    refused: bool = False
    joined: Match | None = None
    """How it stands to the one before of its facet; None for the first."""


def chosen(request: SearchRequest) -> list[Chosen]:
    """The filters of a search, in the order when, where, who, and the others."""
    found = list(_in_facets(request))
    if request.articles:
        listed = count("%(num)s article of a list", "%(num)s articles of a list", len(request.articles))
        found.append(Chosen(str(listed), replace(on_page(request, 1), articles=())))
    if request.added_since:
        told = tell("in the index since %(moment)s", moment=moment_in_words(request.added_since))
        found.append(Chosen(told, replace(on_page(request, 1), added_since=None)))
    if request.match is Match.ANY:
        found.append(Chosen(tell("any of the words"), for_all_words(request)))
    return found


def value_label(facet: Facet, value: str) -> str:
    """A value as people say it: `Syria` for SY, `2014–2019` for 2014..2019, `undated` for a year that is unknown."""
    if facet.field.values is Values.TIMES:
        return tell("undated") if value == UNKNOWN_YEAR else _time_label(value)
    typed = facet.field.typed(value)
    if facet is Facet.BASIS:
        return tell(BASES.get(typed, typed))
    return _NAMED[facet](typed) if facet in _NAMED else value


def _time_label(value: str) -> str:
    first, last = value.partition("..")[0], value.rpartition("..")[2]
    if first == last:
        return month_label(first)
    if not last or last[:4] == NO_END:
        return tell("from %(date)s", date=month_label(first))
    if not first or first[:4] == NO_BEGINNING:
        return tell("until %(date)s", date=month_label(last))
    return f"{month_label(first)}–{month_label(last)}"


def name_of(request: SearchRequest) -> str:
    """The name of a search, for titles: `coalition · 2019 · Syria · not Turkey`."""
    return " · ".join([request.q or tell("All articles"), *filter_names(request)])


def filter_names(request: SearchRequest) -> list[str]:
    """The names of its filters: `2019`, `Syria`, `not Turkey`."""
    return [tell("not %(value)s", value=each.label) if each.refused else each.label for each in chosen(request)]


def _in_facets(request: SearchRequest) -> Iterator[Chosen]:
    for facet in (Facet.YEAR, Facet.COUNTRY, *(each for each in Facet if each not in (Facet.YEAR, Facet.COUNTRY))):
        for value in request.filters.get(facet, ()):
            joined = None if value == request.filters[facet][0] else _joined(request, facet)
            yield Chosen(value_label(facet, value), toggled(request, facet, value), joined=joined)
        for value in request.exclude.get(facet, ()):
            yield Chosen(value_label(facet, value), excluded(request, facet, value), refused=True)


def _joined(request: SearchRequest, facet: Facet) -> Match:
    return Match.ALL if facet.field.several and request.needs_all(facet) else Match.ANY
