"""Read the articles of a JSON document of any layout: an array, the answer of an interface, indented objects."""

import json
import re
from collections.abc import Iterator
from typing import Any

import ijson
from ijson.common import ObjectBuilder

from corpus.errors import Refused, refusing
from corpus.late_pattern import late
from corpus.readers.fields.article_record import record_of
from corpus.readers.fields.mapping import UnusedColumns
from corpus.readers.fields.names import LISTS, squashed
from corpus.readers.formats.json_articles import DEEPEST, articles_of
from corpus.readers.streams.bounded import BoundedStream
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal

_SURROGATE = late("[\ud800-\udfff]")
_BETWEEN = late(r"[\s,;)]*")
_Object = dict[str, Any]


def is_document(start: bytes) -> bool:
    """Whether JSON that begins so is one document rather than an object a line."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"["):
        return True
    first, end, rest = text.partition(b"\n")
    line = first.strip()
    if not end and b"}\r{" in line:  # objects on lines that end as those of old Macs do
        return True
    if line.endswith((b"{", b"[")) or line == b"{":
        return True
    if not end or not rest.strip():
        return (
            not end and re.search(rb'\{[^{}\[\]]{0,2000}"\w+"\s*:\s*[\[{]', line) is not None and len(start) > 1 << 15
        )
    try:
        json.loads(line.removesuffix(b","))
    except ValueError:
        return line.endswith(b",") and line.count(b'"') % 2 == 0
    return False


def document_records(part: ReadableFile, unused: UnusedColumns) -> Iterator[Record | Refusal]:
    """The records of a document, read as a stream. Where it breaks off, a refusal comes behind those before."""
    number = 0
    try:
        for value in _objects(part):
            for article in articles_of(value):
                number += 1
                try:
                    with refusing():
                        record = record_of(article, written(article), part, None, unused, number=number)
                    yield record
                except Refused as fault:
                    yield part.refusal(f"article {number} {fault}")
    except (ijson.JSONError, ValueError, RecursionError) as fault:
        reason = " ".join(str(fault).split())[:200]
        yield part.refusal(f"is not JSON that can be read behind article {number}: {reason}; the rest is left")
    if not number:
        raise Refused(
            "holds no article: no object with a text or a title; say which field it is with --field text=NAME"
        )


def written(article: _Object) -> bytes:
    """An article as bytes, for its fingerprint."""
    return json.dumps(article, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def _objects(part: ReadableFile) -> Iterator[object]:
    """The objects of a document, whole where it is no longer than an article may be, else as a stream."""
    part.file.read(3 if part.file.peek(3).startswith(b"\xef\xbb\xbf") else 0)
    head = part.file.read(part.largest + 1)
    if not head.strip():
        raise Refused("is empty; leave it out or fill it")
    if len(head) <= part.largest:
        try:
            values = [*map(whole_characters, joined_values(head.decode("utf-8", "replace")))]
        except (ValueError, RecursionError):  # what stands before the fault is read as a stream
            values = None
        if values is not None:
            yield from values
            return
    yield from _streamed(BoundedStream(part, head))


def joined_values(text: str) -> Iterator[Any]:
    """The values of a text of JSON, one behind the other. Raises `ValueError` at what is none."""
    decoder, end = json.JSONDecoder(), 0
    while (start := _BETWEEN.match(text, end).end()) < len(text):  # type: ignore[union-attr]
        value, end = decoder.raw_decode(text, start)
        yield value


def _streamed(stream: BoundedStream) -> Iterator[object]:
    """The objects at the top of a document, or in its lists of articles, one in memory at a time."""
    builder: ObjectBuilder | None = None
    begun = ""
    for prefix, event, value in ijson.parse(stream, multiple_values=True, use_float=True):
        starts = prefix in {"", "item"} if builder is None else not begun and _is_list(prefix)
        if event == "start_map" and (starts or (builder is None and _is_list(prefix))):
            builder, begun = ObjectBuilder(), prefix
        if builder is not None:
            builder.event(event, value)
            if event == "end_map" and prefix == begun:
                yield whole_characters(builder.value)
                builder, begun, stream.count = None, "", 0


def _is_list(prefix: str) -> bool:
    """Whether an object at a path stands in a list of articles: `response.docs.item`, but not `authors.item`."""
    *path, last = prefix.split(".")
    return last == "item" and 0 < len(path) <= DEEPEST and all(squashed(name) in LISTS for name in path)


def whole_characters(value: Any) -> Any:
    """The same value where half of a surrogate pair, which no file can hold, is a replacement character."""
    text = json.dumps(value, ensure_ascii=False)
    if text.isascii() or not _SURROGATE.search(text):
        return value
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
