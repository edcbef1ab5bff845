"""Is it well? What a supervisor asks now and then."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify

from search.searcher import Searcher


@dataclass(frozen=True, slots=True)
class Health:
    """The route of the health check."""

    searcher: Searcher

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        health = Blueprint("health", __name__)
        health.add_url_rule("/healthz", view_func=self.health)
        return health

    def health(self) -> Response:
        """200 with the number of articles; 503 where the index cannot be read."""
        response = jsonify(status="ok", articles=self.searcher.count())
        response.headers["Cache-Control"] = "no-store"
        return response
