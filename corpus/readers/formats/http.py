"""Read the bytes of an HTTP response (RFC 9112), as a web archive keeps them."""

import re
import zlib
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

import brotli

from corpus.errors import Refused
from corpus.readers.streams.part import LARGEST_ARTICLE, too_large

OK = 200
_STATUS = re.compile(rb"HTTP/[\d.]+\s+(\d{3})\b")
_BLANK = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\n]{0,200}\n")
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its status, the declared type of its body, and the body without any transfer or content coding."""

    status: int
    content_type: str
    body: bytes

    @property
    def media_type(self) -> str:
        """Such as `text/html`; empty where none is declared."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The declared encoding of the body."""
        found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", self.content_type, re.IGNORECASE)
        return found[1] if found else None


def answered(block: bytes, largest: int = LARGEST_ARTICLE) -> Answer:
    """A response as it was sent. Raises `Refused` where it is none, or its body is larger than an article may be."""
    status = _STATUS.match(block)
    if status is None:
        raise Refused("is no HTTP response; leave the record out")
    end = _BLANK.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    headers = BytesHeaderParser().parsebytes(head.partition(b"\n")[2])
    return Answer(int(status[1]), _value(headers, "Content-Type"), _decoded(body, headers, largest))


def _value(headers: Message, name: str) -> str:
    return str(headers.get(name) or "").strip()


def _decoded(body: bytes, headers: Message, largest: int) -> bytes:
    """The body as it was before it was coded; archives often keep it so, and leave the header as it was."""
    if "chunked" in _value(headers, "Transfer-Encoding").lower():
        body = _unchunked(body) or body
    coding = _value(headers, "Content-Encoding").lower()
    try:
        if "gzip" in coding or "deflate" in coding:
            return _bounded(zlib.decompressobj(_GZIP_OR_ZLIB).decompress(body, largest + 1), largest)
        if "br" in coding:
            return _bounded(brotli.Decompressor().process(body, output_buffer_limit=largest + 1), largest)
    except (zlib.error, brotli.error):
        return body
    return body


def _bounded(body: bytes, largest: int) -> bytes:
    if len(body) > largest:
        raise too_large(len(body), largest)
    return body


def _unchunked(body: bytes) -> bytes | None:
    """The chunks of a body put together; None where it is not in chunks."""
    pieces, place = [], 0
    while (size := _CHUNK.match(body, place)) and (length := int(size[1], 16)):
        pieces.append(body[size.end() : size.end() + length])
        place = size.end() + length
    return b"".join(pieces) if pieces else None
