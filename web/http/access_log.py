"""A line for each answer: when, which request, the route, the status, how long it took; what was searched, if asked."""

import logging
import re
import secrets
import time
from dataclasses import dataclass

from flask import Flask, Response, g, has_request_context, request

LOG = logging.getLogger("dateline.requests")
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
HEADER = "X-Request-Id"


FORM = "%(asctime)s %(levelname)s %(name)s %(request_id)s %(message)s"
"""A line of the log, whose handler has the filter `named`."""


def named(record: logging.LogRecord) -> bool:
    """Name the request that a record is of, `-` for none."""
    record.request_id = g.get("request_id", "-") if has_request_context() else "-"
    return True


@dataclass(frozen=True, slots=True)
class AccessLog:
    """Names each request, by the name that its sender gave it if any, and writes down what became of it.

    The route is a pattern and tells nothing of what was searched; only with `queries` the whole address is written.
    """

    queries: bool = False

    def register(self, app: Flask) -> None:
        """Look at each request and its answer."""
        app.before_request(self._begun)
        app.after_request(self._answered)

    @staticmethod
    def _begun() -> None:
        given = request.headers.get(HEADER, "")
        g.request_id = given if _ID.fullmatch(given) else secrets.token_hex(8)
        g.begun = time.perf_counter()

    def _answered(self, response: Response) -> Response:
        response.headers[HEADER] = g.request_id
        if LOG.isEnabledFor(logging.INFO):
            route = request.url_rule.rule if request.url_rule else "-"
            took = (time.perf_counter() - g.begun) * 1000
            told = (request.method, route, response.status_code, took)
            LOG.info("%s %s %d %.1f ms%s", *told, f" {request.full_path!r}" if self.queries else "")
        return response
