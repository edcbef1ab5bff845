"""What every answer carries: how far a browser may trust it, and whether an older copy of it still holds."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from flask import Flask, Response, g, request

from search.engine import Engine

FOR_PROGRAMS = (
    "/api/", "/export.", "/feed.", "/healthz", "/metrics", "/openapi.json", "/opensearch.xml", "/suggest.json",
)  # fmt: skip
"""How the addresses of what programs read begin."""

_UNCHANGING = {"assets.asset", "static", "health.health", "metrics.metrics"}
_SECURITY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # The addresses of this site are what somebody searched for: they go to nobody.
    "Referrer-Policy": "no-referrer",
}


def for_programs() -> bool:
    """Whether a program asks, by the address or by what it takes."""
    if request.path == "/api" or request.path.startswith(FOR_PROGRAMS):
        return True
    kinds = ["text/html", "application/json", "application/problem+json"]
    return request.accept_mimetypes.best_match(kinds, "text/html") != "text/html"


def varies(response: Response, header: str) -> None:
    """Say that an answer depends on a header of the request. `Response.vary` reads all of them for it."""
    before = response.headers.get("Vary")
    response.headers["Vary"] = f"{before}, {header}" if before else header


def secure(response: Response) -> Response:
    """Forbid everything that a page of ours never does."""
    for name, value in _SECURITY.items():
        response.headers.setdefault(name, value)
    return response


def shared(response: Response, origin: str) -> Response:
    """Let pages of another origin (`*`: of any) read what is there for programs. Never more than reading."""
    if request.path == "/api" or request.path.startswith(FOR_PROGRAMS):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Expose-Headers"] = "Link, ETag"
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = "GET, HEAD"
            response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
            response.headers["Access-Control-Max-Age"] = "86400"
    return response


@dataclass(slots=True)
class Freshness:
    """Lets browsers keep what they have until the index changes, and ask each time whether it has.

    Which `language` is spoken tells answers apart, and which run of the server it is, for another one may show the
    same index in another way.
    """

    searcher: Engine
    language: Callable[[], str]
    run: str = field(default_factory=lambda: secrets.token_hex(8))

    def register(self, app: Flask) -> None:
        """Answer 304 before any work is done, and tag what is answered in full."""
        app.before_request(self._unchanged)
        app.after_request(self._tagged)

    def _unchanged(self) -> Response | None:
        if request.method not in ("GET", "HEAD") or request.endpoint is None or request.endpoint in _UNCHANGING:
            return None
        # Read before the answer is made: should a commit come between, the tag is too old, never too new.
        g.tag = self._tag()
        if g.tag not in request.if_none_match.as_set(include_weak=True):
            return None
        return Response(status=HTTPStatus.NOT_MODIFIED)

    def _tagged(self, response: Response) -> Response:
        tag = g.get("tag")
        if tag and response.status_code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
            response.set_etag(tag, weak=True)
            response.headers["Cache-Control"] = "no-cache"
            varies(response, "Accept-Language")
            if request.if_none_match.star_tag:
                # `*` stands for whatever is there (RFC 9110, 13.1.2): only the answer tells whether anything is.
                response.close()
                response.response, response.status_code = [], HTTPStatus.NOT_MODIFIED
        return response

    def _tag(self) -> str:
        asked = (self.run, self.searcher.generation, request.url_root, request.path, self.language())
        told = "\n".join(asked).encode(errors="replace") + b"?" + request.query_string
        return hashlib.sha256(told).hexdigest()[:32]
