"""A page in two pieces: its head is sent at once, so that a browser gets style and script while the search runs.

Nothing of the head is drawn, so that the page before stays until all of the next one is there.
"""

import logging
from collections.abc import Iterator
from http import HTTPStatus

from flask import Response, current_app, g, request

from search.searcher import SearchTimeout
from web.formatting.language import DEFAULT, message, speak, spoken, tell

_LOG = logging.getLogger(__name__)
_HEAD_ENDS = "</head>"
_WINDOW = "document"
"""What a browser says the answer is for when it is to be shown (Fetch Metadata)."""

TOO_SLOW = message("The search took too long")
FAILED = message("The search failed")
UNFORESEEN = message("Dateline failed on this request; its log says where. Please report it, with the address.")


def streamed(template: str, **context: object) -> Response:
    """The page of a template, whose body is made when the head is sent: no request is at hand any more for it."""
    templates, asked, forget, count = current_app.jinja_env, _asked(), g.forget, g.count
    home, language = f"{request.script_root}/", spoken()
    pieces = templates.get_template(template).generate(context)
    if request.method == "HEAD" or request.headers.get("Sec-Fetch-Dest") != _WINDOW:
        # Nobody waits for what the head names. A whole answer has its length, and the status of what became of it.
        return Response("".join(pieces), mimetype="text/html")
    head, body = _head(pieces)

    def sent() -> Iterator[str]:
        yield head
        speak(language)  # the request is over, and what it spoke
        status, heading, detail = HTTPStatus.OK, "", ""
        try:
            rest = body + "".join(pieces)
        except SearchTimeout as fault:
            status, heading, detail = HTTPStatus.SERVICE_UNAVAILABLE, TOO_SLOW, str(fault)
        except Exception as fault:  # noqa: BLE001 - the status is sent already: what is left is to say it in the page
            _log(asked, fault)
            status, heading, detail = HTTPStatus.INTERNAL_SERVER_ERROR, FAILED, tell(UNFORESEEN)
        if detail:
            forget()
            failed = templates.get_template("parts/failed.html")
            rest = failed.render(heading=tell(heading), detail=detail, home=home)
        count(status.value)
        speak(DEFAULT)
        yield rest

    g.late = True
    return Response(sent(), mimetype="text/html")


def log_failure(fault: Exception) -> None:
    """Write down what was asked, and where that failed."""
    _log(_asked(), fault)


def _head(pieces: Iterator[str]) -> tuple[str, str]:
    """The page up to the end of its head, and what came with that of the rest."""
    begun = []
    for piece in pieces:
        before, end, behind = piece.partition(_HEAD_ENDS)
        begun += [before, end]
        if end:
            return "".join(begun), behind
    return "".join(begun), ""


def _asked() -> tuple[str, str]:
    return request.method, request.full_path


def _log(asked: tuple[str, str], fault: Exception) -> None:
    # A path may hold line ends, which would forge lines of the log.
    _LOG.error("%s %r failed", *asked, exc_info=fault)
