"""Answer whether the server is well, and what it can do."""

import json
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, jsonify, request

from search.engine import Engine


@dataclass(frozen=True, slots=True)
class Health:
    """The routes of the health check and of the description."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        health = Blueprint("health", __name__)
        health.add_url_rule("/healthz", view_func=self.health)
        health.add_url_rule("/openapi.json", view_func=self.description)
        return health

    def health(self) -> Response:
        """200 with the number of articles; 503 where the index cannot be read."""
        response = jsonify(status="ok", articles=self.searcher.count())
        response.headers["Cache-Control"] = "no-store"
        return response

    def description(self) -> Response:
        """What programs may ask and what they get, as OpenAPI 3.1; the addresses are those of this server."""
        told = json.loads((Path(__file__).parents[1] / "openapi.json").read_text(encoding="utf-8"))
        return jsonify(told | {"servers": [{"url": request.url_root.rstrip("/")}]})
