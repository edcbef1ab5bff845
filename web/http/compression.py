"""Answers packed with gzip for whoever takes them so; streams stay streams."""

import zlib
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from flask import Response, request

from web.http.headers import varies

_LEVEL = 5
_GZIP = 31
_LEAST = 1_000
"""Bytes from which packing is worth the while."""

_PACKABLE = ("text/", "application/json", "application/problem+json", "application/atom+xml", "application/x-ndjson",
             "application/opensearchdescription+xml", "application/javascript", "image/svg+xml")  # fmt: skip


def packed(response: Response) -> Response:
    """The same answer, packed where that is asked for and makes it shorter."""
    if not (response.content_type or "").startswith(_PACKABLE):
        return response
    varies(response, "Accept-Encoding")
    unchanged = response.status_code == HTTPStatus.NOT_MODIFIED
    if unchanged or response.content_encoding or request.accept_encodings["gzip"] <= 0:
        return response
    if response.is_streamed and not response.direct_passthrough:
        response.response = _stream(response.iter_encoded())
        response.headers.pop("Content-Length", None)
    else:
        response.direct_passthrough = False
        content = response.get_data()
        if len(content) < _LEAST:
            return response
        response.set_data(b"".join(_stream([content])))
    response.content_encoding = "gzip"
    tag, weak = response.get_etag()
    if tag and not weak:
        response.set_etag(tag, weak=True)
    return response


def _stream(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    for number, piece in enumerate(pieces):
        # The first piece is there to be read at once.
        if done := packer.compress(piece) + (b"" if number else packer.flush(zlib.Z_SYNC_FLUSH)):
            yield done
    yield packer.flush()
