"""What a result is made of: names, which of them stand together, and its spread over time; as JSON and on a page."""

from dataclasses import dataclass, replace
from enum import StrEnum

from flask import Blueprint, Response, jsonify, render_template, request

from search.searcher import Searcher
from search.types.request import Match, SearchRequest
from search.types.result import Cooccurrence, Named
from web.api.contract import asked
from web.links.here import relative
from web.links.parameters import read_choice, read_search
from web.links.refine import asking
from web.views.pages import frame

_BESIDE = 6
"""Names that are told beside a name."""


class Names(StrEnum):
    """Which names of a result are looked at."""

    FREQUENT = "frequent"
    TELLING = "telling"


@dataclass(frozen=True, slots=True)
class PairRow:
    """A name of the page, and what stands beside it, with the number and the address of the articles that have both."""

    name: Named
    beside: list[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class Insight:
    """The routes of co-occurrence and trend; they take the parameters of a search."""

    searcher: Searcher

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        insight = Blueprint("insight", __name__)
        insight.add_url_rule("/api/cooccurrence", view_func=self.cooccurrence)
        insight.add_url_rule("/api/trend", view_func=self.trend)
        insight.add_url_rule("/together", view_func=self.page)
        return insight

    def page(self) -> str:
        """Both, for people: each telling name with those that stand beside it, and periods."""
        search = read_search(request.args)
        found = self.searcher.cooccurrence(search, telling=True)
        _, periods = self.searcher.trend(search)
        return render_template(
            "cooccurrence.html",
            found=found,
            rows=[_row(each, found, search) for each in found.names],
            periods=periods,
            highest=max((each.share for each in periods), default=0) or 1,
            everything=found.total == self.searcher.count(),
            **frame(search),
        )

    def cooccurrence(self) -> Response:
        """Pairs among the most frequent, or the most telling names of the matches."""
        search = read_search(request.args)
        telling = read_choice(request.args, "names", Names.FREQUENT) is Names.TELLING
        found = self.searcher.cooccurrence(search, telling=telling)
        return jsonify(
            {
                "query": asked(search),
                "total": found.total,
                "relaxed": found.relaxed,
                "entities": [
                    {"name": each.name, "type": each.type, "count": each.count, "total": each.total}
                    for each in found.names
                ],
                "pairs": [{"entities": [pair.one, pair.other], "count": pair.count} for pair in found.pairs],
            }
        )

    def trend(self) -> Response:
        """Matches by year, or by month within one year, with their share of all articles."""
        search = read_search(request.args)
        total, periods = self.searcher.trend(search)
        told = [
            {"period": each.period, "count": each.count, "total": each.total, "share": round(each.share, 6)}
            for each in periods
        ]
        return jsonify({"query": asked(search), "total": total, "periods": told})


def _row(named: Named, found: Cooccurrence, search: SearchRequest) -> PairRow:
    others = [
        (pair.other if pair.one == named.name else pair.one, pair.count)
        for pair in found.pairs
        if named.name in (pair.one, pair.other)
    ]
    address = relative().page
    any_word = found.relaxed or search.match is Match.ANY
    beside = [
        (other, count, address(_of_both(search, named.name, other, any_word=any_word)))
        for other, count in others[:_BESIDE]
    ]
    return PairRow(named, beside)


def _of_both(search: SearchRequest, one: str, other: str, *, any_word: bool) -> SearchRequest:
    """The search for articles that have two names, too: as clauses of the query, for filters mean either of them.

    Where any word is enough, such clauses narrow all the same, but the words must stand beside them as they were typed.
    """
    names = [f'entity:"{name.replace(chr(34), " ")}"' for name in (one, other)]
    if any_word:
        return replace(asking(search, " ".join([*names, search.q])), match=Match.ANY)
    return asking(search, " AND ".join([*names, *_clause(search.q)]))


def _clause(q: str) -> list[str]:
    """What was asked for as one clause."""
    return [f"({q})" if len(q.split()) > 1 else q] if q else []
