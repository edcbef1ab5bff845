"""What a result is made of: the names that stand together in it, and its spread over time, as JSON and on a page."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, jsonify, render_template, request

from search.request import Facet, SearchRequest
from search.result import Pair
from search.searcher import Searcher
from web.contract import asked
from web.pages import frame
from web.parameters import read_search
from web.refine import asking

_SHOWN = 30
"""Pairs on the page."""


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
        """Both, for people: pairs that narrow the search, and periods."""
        search = read_search(request.args)
        total, found = self.searcher.together(search)
        _, periods = self.searcher.trend(search)
        pairs = [(pair, _narrowed(search, pair)) for pair in found.pairs[:_SHOWN]]
        return render_template("together.html", total=total, pairs=pairs, periods=periods, **frame(search))

    def cooccurrence(self) -> Response:
        """Pairs among the most frequent names of the matches."""
        search = read_search(request.args)
        total, found = self.searcher.together(search)
        return jsonify(
            {
                "query": asked(search),
                "total": total,
                "entities": [{"name": name, "type": kind, "count": count} for name, kind, count in found.names],
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


def _narrowed(search: SearchRequest, pair: Pair) -> SearchRequest:
    """The search for one name of a pair, together with the other one as a word of the query."""
    q = f'{search.q} entity:"{pair.other}"'.strip()
    return replace(asking(search, q), filters={**search.filters, Facet.ENTITY: (pair.one,)})
