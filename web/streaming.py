"""A page in two pieces: its head is sent at once, so that a browser gets style and script while the search runs.

Nothing of the head is drawn, so that the page before stays until all of the next one is there.
"""

import logging
from collections.abc import Iterator

from flask import Response, render_template, request, stream_template, stream_with_context

_LOG = logging.getLogger(__name__)
_HEAD_ENDS = "</head>"
UNFORESEEN = "Dateline failed on this request; its log says where. Please report it, with the address."


def streamed(template: str, **context: object) -> Response:
    """The page of a template that asks for what takes long after its head."""
    pieces = _in_two(stream_template(template, **context))
    return Response(stream_with_context(pieces), mimetype="text/html")


def log_failure(fault: Exception) -> None:
    """Write down what was asked, and where that failed."""
    # A path may hold line ends, which would forge lines of the log.
    _LOG.error("%s %r failed", request.method, request.full_path, exc_info=fault)


def _in_two(pieces: Iterator[str]) -> Iterator[str]:
    head, begun = [], ""
    for piece in pieces:
        before, end, begun = piece.partition(_HEAD_ENDS)
        head += [before, end]
        if end:
            break
    yield "".join(head)
    try:
        rest = begun + "".join(pieces)
    except Exception as fault:  # noqa: BLE001 - the status is sent already: what is left is to say it in the page
        log_failure(fault)
        rest = render_template("parts/failed.html", detail=UNFORESEEN)
    yield rest
