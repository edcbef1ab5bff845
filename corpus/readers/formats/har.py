"""Read the pages that a browser's record of its requests (HAR 1.2) holds, one request in memory at a time."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import ijson

from corpus.errors import Refused, refusing
from corpus.readers.formats.http import OK
from corpus.readers.formats.json_document import whole_characters
from corpus.readers.streams.bounded import BoundedStream
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import ReadableFile
from corpus.readers.streams.transcoding import as_utf8
from corpus.record import ContentKind, Record, fingerprint
from corpus.refusal import Refusal

_PAGES = ("text/html", "application/xhtml+xml")
_DAY = 10
"""Characters of an ISO date."""
_Entry = Mapping[str, Any]


def har_records(part: ReadableFile) -> Iterator[Record | Refusal]:
    """The pages that were answered with status 200, with their addresses and the day on which they were fetched.

    Scripts, pictures and data are passed over. Raises `Refused` where there is no page, as when bodies were not saved.
    """
    part = as_utf8(part)
    part.file.read(3 if part.file.peek(3).startswith(b"\xef\xbb\xbf") else 0)
    stream = BoundedStream(part)
    number = bare = 0
    try:
        for entry in ijson.items(stream, "log.entries.item", use_float=True):
            stream.count = 0
            if not _is_page(entry):
                continue
            try:
                with refusing():
                    record = _record(entry, part, number + 1)
            except Refused as fault:
                yield part.refusal(f"page {number + 1} {fault}")
                continue
            number += record is not None
            bare += record is None
            if record:
                yield record
    except (ijson.JSONError, ValueError, RecursionError) as fault:
        yield part.refusal(f"is not JSON that can be read behind page {number}; the rest is left")
        if not number:
            raise Refused("is a damaged HAR file; save it again") from fault
    if not number:
        told = f"{bare:,} pages without their bodies; save it with content" if bare else "no page; leave it out"
        raise Refused(f"is a HAR file with {told}")


def _is_page(entry: object) -> bool:
    """Whether a request was answered with a page."""
    response = entry.get("response") if isinstance(entry, dict) else None
    content = response.get("content") if isinstance(response, dict) else None
    kind = content.get("mimeType") if isinstance(content, dict) else None
    return isinstance(response, dict) and response.get("status") == OK and str(kind).lower().startswith(_PAGES)


def _record(entry: _Entry, part: ReadableFile, number: int) -> Record | None:
    """The page of a request; None where its body was not saved."""
    content = entry["response"]["content"]
    text = content.get("text")
    if not isinstance(text, str) or not text.strip():
        return None
    if content.get("encoding") == "base64":
        try:
            declared = str(content.get("mimeType", "")).partition("charset=")[2].strip(" \"';") or None
            text = decode(base64.b64decode(text), html=True, declared=declared)
        except (binascii.Error, ValueError) as fault:
            raise Refused("has a body that is not base64, as it says; save it again") from fault
    text = str(whole_characters(text))
    request = entry.get("request")
    address = str(request.get("url") or "") if isinstance(request, dict) else ""
    digest = fingerprint(address.encode("utf-8", "surrogatepass"), text.encode("utf-8", "surrogatepass"))
    name = f"{part.name}#{number}"
    return Record(name, part.origin, None, ContentKind.HTML, text, _fields(entry, address), digest, part.entry)


def _fields(entry: _Entry, address: str) -> dict[str, object]:
    """What the request says of its page. No page was published after it was fetched."""
    fields: dict[str, object] = {"captured": str(entry.get("startedDateTime") or "")[:_DAY] or None}
    if address.startswith(("http://", "https://")):
        fields["url"] = address
        try:
            fields["source"] = (urlsplit(address).hostname or "").removeprefix("www.") or None
        except ValueError:
            fields["source"] = None
    return {name: value for name, value in fields.items() if value}
