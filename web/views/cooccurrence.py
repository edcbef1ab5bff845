"""What a result is made of: names, which of them stand together, and its spread over time; as JSON and on a page."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, render_template, request

from search.engine import Engine
from web.api.contract import asked
from web.api.networks import Names
from web.links.here import relative
from web.links.parameters import read_choice, read_search
from web.links.refine import narrowing
from web.views.pages import frame
from web.views.who import matrix


@dataclass(frozen=True, slots=True)
class Insight:
    """The routes of co-occurrence; they take the parameters of a search."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        insight = Blueprint("insight", __name__)
        insight.add_url_rule("/api/cooccurrence", view_func=self.cooccurrence)
        insight.add_url_rule("/together", view_func=self.page)
        return insight

    def page(self) -> str:
        """Both, for people: a matrix of telling names, and periods."""
        search = narrowing(read_search(request.args))
        found = self.searcher.cooccurrence(search, telling=True)
        _, periods = self.searcher.trend(search)
        return render_template(
            "cooccurrence.html",
            found=found,
            rows=matrix(found, search, relative()),
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
