"""What a result is made of, for programs: the names that stand together in it, and its spread over time."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, request

from search.searcher import Searcher
from web.contract import asked
from web.parameters import read_search


@dataclass(frozen=True, slots=True)
class Insight:
    """The routes of co-occurrence and trend; they take the parameters of a search."""

    searcher: Searcher

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        insight = Blueprint("insight", __name__, url_prefix="/api")
        insight.add_url_rule("/cooccurrence", view_func=self.cooccurrence)
        insight.add_url_rule("/trend", view_func=self.trend)
        return insight

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
