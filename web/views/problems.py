"""Errors as answers: RFC 9457 `application/problem+json` for programs, a page that says the mend for people."""

import json
import logging
import re
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, current_app, make_response, render_template, request
from werkzeug.exceptions import BadHost, HTTPException, MethodNotAllowed

from cluster.errors import ClusterError
from corpus.errors import DatelineError
from index.storage.location import NoIndex
from search.engine import NoSuchArticle
from search.types.deadline import SearchTimeout
from search.types.request import BadRequest
from web.formatting.language import message
from web.http.headers import for_programs
from web.links.parameters import read_words, words
from web.serving.limits import RETRY
from web.views.pages import frame

_LOG = logging.getLogger(__name__)
_ADDRESSES = re.compile(r"( at)? (opensearch\+)?https?://[^\s;()]+(, https?://[^\s;()]+)*")
"""Of a cluster, in a message."""

_LAST_FAULT = "dateline.last_fault"
_REPEATED = 300
"""Characters of what was asked for that are told again."""

TOO_SLOW = message("The search took too long")
UNFORESEEN = message("Dateline failed on this request; its log says where. Please report it, with the address.")
_HEADINGS = {
    HTTPStatus.BAD_REQUEST: message("That address asks for something that cannot be done"),
    HTTPStatus.FORBIDDEN: message("That is not allowed here"),
    HTTPStatus.NOT_FOUND: message("There is nothing here"),
    HTTPStatus.METHOD_NOT_ALLOWED: message("That cannot be done here"),
    HTTPStatus.INTERNAL_SERVER_ERROR: message("Dateline failed"),
    HTTPStatus.SERVICE_UNAVAILABLE: message("The index cannot be read now"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, for the one who asked.

    `parameter` names the part of the address that is at fault; `title` says what went wrong in a few words where the
    status does not.
    """

    status: HTTPStatus
    detail: str
    parameter: str | None = None
    title: str | None = None

    @property
    def heading(self) -> str:
        """What went wrong in a few words, for people."""
        return self.title or _HEADINGS.get(self.status, message("That did not work"))


_NO_HOST = Problem(HTTPStatus.BAD_REQUEST, "the header Host names no host; send the one of the address that you ask")


def register(app: Flask, location: Path | str) -> None:
    """Let every error of the application become a problem; none names the location of the index."""
    app.register_error_handler(DatelineError, lambda fault: _ours(fault, location))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def _ours(fault: DatelineError, location: Path | str) -> Response:
    if isinstance(fault, BadRequest):
        return _answer(Problem(HTTPStatus.BAD_REQUEST, str(fault), fault.parameter))
    if isinstance(fault, NoSuchArticle):
        return _answer(Problem(HTTPStatus.NOT_FOUND, _cut(str(fault))))
    if isinstance(fault, SearchTimeout):
        return _answer(Problem(HTTPStatus.SERVICE_UNAVAILABLE, str(fault), title=TOO_SLOW))
    if isinstance(fault, NoIndex | ClusterError):
        if not isinstance(fault.__cause__, OSError):  # which `without_path` writes down
            _log(fault, once=True)  # with its path or addresses, which are for whoever runs the server
        return _answer(Problem(HTTPStatus.SERVICE_UNAVAILABLE, without_path(fault, location)))
    return _answer(Problem(HTTPStatus.BAD_REQUEST, without_path(fault, location)))


def without_path(fault: Exception, location: Path | str) -> str:
    """What a fault says, for those outside: without the path of the index or addresses, which are for the log."""
    if isinstance(fault.__cause__, OSError):
        _log(fault, once=True)
    told = str(fault).replace(f" at {location}", "").replace(f"{location}/", "").replace(str(location), "the index")
    return _ADDRESSES.sub("", told) if isinstance(fault, ClusterError) else told


def _http(fault: HTTPException) -> Response:
    if fault.code is None or fault.code < HTTPStatus.BAD_REQUEST:
        return make_response(fault.get_response())  # a redirection is no problem
    if isinstance(request.routing_exception, BadHost):
        return finished(_as_json(_NO_HOST), _NO_HOST.status)  # a page links, and no address can be made here
    response = _answer(Problem(HTTPStatus(fault.code), _detail(fault)))
    if isinstance(fault, MethodNotAllowed) and fault.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(fault.valid_methods))
    return response


def _detail(fault: HTTPException) -> str:
    if fault.code == HTTPStatus.NOT_FOUND:
        return f"There is nothing at {_cut(request.path)}."
    if isinstance(fault, MethodNotAllowed):
        read = "GET" in (fault.valid_methods or ())
        return f"{request.method} cannot be used here; {'read with GET' if read else 'go to the start page'}."
    return fault.description or ""


def _cut(text: str) -> str:
    return text if len(text) <= _REPEATED else f"{text[:_REPEATED]}…"


def _unforeseen(fault: Exception) -> Response:
    _log(fault)
    return _answer(Problem(HTTPStatus.INTERNAL_SERVER_ERROR, UNFORESEEN))


def _log(fault: Exception, *, once: bool = False) -> None:
    """Write down what was asked, and where that failed; `once`: of a fault that each request meets, where but once."""
    # A path may hold line ends, which would forge lines of the log.
    asked, said = (request.method, request.full_path), repr(fault)
    if once and current_app.extensions.get(_LAST_FAULT) == said:
        _LOG.error("%s %r failed, as before: %r", *asked, str(fault))
        return
    current_app.extensions[_LAST_FAULT] = said
    _LOG.error("%s %r failed", *asked, exc_info=fault)


def _answer(problem: Problem) -> Response:
    response = _as_json(problem) if for_programs() else _as_page(problem)
    return finished(response, problem.status)


def finished(response: Response, status: HTTPStatus) -> Response:
    """The answer with its status, which nobody keeps."""
    response.status_code = status
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = RETRY
    response.headers["Cache-Control"] = "no-store"
    return response


def _as_json(problem: Problem) -> Response:
    body: dict[str, str | int] = {
        "type": "about:blank",
        "title": problem.status.phrase,
        "status": problem.status.value,
        "detail": problem.detail,
    }
    if problem.parameter:
        body["parameter"] = problem.parameter
    return Response(json.dumps(body, ensure_ascii=False), mimetype="application/problem+json")


def _as_page(problem: Problem) -> Response:
    return make_response(
        render_template("problem.html", problem=problem, back=None, **frame(words(read_words(request.args))))
    )
