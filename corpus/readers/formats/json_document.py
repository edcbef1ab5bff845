"""Read the articles of a JSON document of any layout: an array, the answer of an interface, indented objects."""

import json
import re
from collections.abc import Iterator
from typing import Any

import ijson
from ijson.common import ObjectBuilder

from corpus.errors import Refused, refusing
from corpus.readers.fields.article_record import has_article, names_article, record_of
from corpus.readers.fields.mapping import UnusedColumns
from corpus.readers.fields.names import LISTS, field_of, squashed
from corpus.readers.formats.json_tables import documents_of, rows_of
from corpus.readers.streams.bounded import BoundedStream
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal

_DEEPEST = 5
_SURROGATE = re.compile("[\ud800-\udfff]")
_BETWEEN = re.compile(r"[\s,;)]*")
_LONG = 100
"""In characters: an object with so long a value is an article, by whatever name its text goes."""
_NO_LISTS = frozenset(
    ("comments", "replies", "related", "tags", "keywords", "categories", "images", "media", "links", "authors", "users")
) | {"entities", "facets", "multimedia", "includes", "videos", "concepts", "sources", "aggregations", "highlight"}
"""Members that hold something else than articles."""
_BESIDE = frozenset(("published", "url", "summary", "author", "source"))
_Object = dict[str, Any]


def is_document(start: bytes) -> bool:
    """Whether JSON that begins so is one document rather than an object a line."""
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"["):
        return True
    first, end, rest = text.partition(b"\n")
    line = first.strip()
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


def articles_of(value: object, depth: int = 0) -> list[_Object]:
    """The articles that an object is or holds in a list, as interfaces answer."""
    if isinstance(value, list):
        return [article for each in value for article in articles_of(each, depth + 1)] if depth < _DEEPEST else []
    if not isinstance(value, dict):
        return []
    if tabled := rows_of(value) or documents_of(value):
        return tabled
    if not _is_text(value) and depth < _DEEPEST:
        for name, inner in value.items():
            if isinstance(inner, list | dict) and squashed(name) in LISTS:
                found = [each for each in articles_of(inner, depth + 1) if _is_like_one(each) and _is_no_page(each)]
                if found and (isinstance(inner, list) or not _is_article(value)):
                    return found
        if not _says_something(value) and (found := _listed(value, depth)):
            return found
    return [value]


def _says_something(value: _Object) -> bool:
    """Whether an object has a title or a text of its own, or a string so long that it may be one."""
    own = {field_of(name) for name, inner in value.items() if inner and not _is_list_of_articles(inner)}
    long = any(isinstance(inner, str) and len(inner) > _LONG for inner in value.values())
    return long or bool(own & {"text", "html", "title", "summary"})


def _listed(value: _Object, depth: int) -> list[_Object]:
    """The articles in the member that has most of them, whatever it is called."""
    lists = (
        [each for each in articles_of(inner, depth + 1) if _is_whole(each)]
        for name, inner in value.items()
        if isinstance(inner, list | dict) and squashed(name) not in _NO_LISTS
    )
    return max(lists, key=len, default=[])


def _is_whole(value: _Object) -> bool:
    """Whether an object has a text, or a title with something else that an article has."""
    fields = {field_of(name) for name, inner in value.items() if inner and not _is_list_of_articles(inner)}
    return bool(fields & {"text", "html"}) or ("title" in fields and len(fields & _BESIDE) > 0)


def _is_no_page(value: _Object) -> bool:
    """Whether an object is not said to be of another kind than an article, as linked data says it."""
    kind = value.get("@type")
    return not isinstance(kind, str) or kind.endswith(("Article", "Posting", "Report", "Review", "Story"))


def _is_article(value: _Object) -> bool:
    """Whether an object has a text or a title that is written as one."""
    return any(isinstance(inner, str) and names_article(name) and inner.strip() for name, inner in value.items())


def _is_text(value: _Object) -> bool:
    """Whether an object has a text: one that has a title alone may be a feed with its articles in a list."""
    return any(
        (inner.strip() if isinstance(inner, str) else _is_blocks(inner) and titled)
        for titled in [any(field_of(name) == "title" for name in value)]
        for name, inner in value.items()
        if field_of(name) in {"text", "html"}
    )


def _is_blocks(value: object) -> bool:
    """Whether a value is a text in blocks, rather than a list of articles."""
    listed = value if isinstance(value, list) else []
    return any(isinstance(each, dict) for each in listed) and not _is_list_of_articles(value)


def _is_list_of_articles(value: object) -> bool:
    """Whether a value is a list of objects of which some have a title, as no blocks of a text have."""
    listed = value if isinstance(value, list) else []
    return any(field_of(name) == "title" for each in listed if isinstance(each, dict) for name in each)


def _is_like_one(value: _Object) -> bool:
    return has_article(value) or any(isinstance(inner, dict) and has_article(inner) for inner in value.values())


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
            values = [*_values(head.decode("utf-8", "replace"))]
        except (ValueError, RecursionError):  # what stands before the fault is read as a stream
            values = None
        if values is not None:
            yield from values
            return
    yield from _streamed(BoundedStream(part, head))


def _values(text: str) -> Iterator[object]:
    """The values of a document, one behind the other."""
    decoder, end = json.JSONDecoder(), 0
    while (start := _BETWEEN.match(text, end).end()) < len(text):  # type: ignore[union-attr]
        value, end = decoder.raw_decode(text, start)
        yield whole_characters(value)


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
    return last == "item" and 0 < len(path) <= _DEEPEST and all(squashed(name) in LISTS for name in path)


def whole_characters(value: Any) -> Any:
    """The same value where half of a surrogate pair, which no file can hold, is a replacement character."""
    text = json.dumps(value, ensure_ascii=False)
    if text.isascii() or not _SURROGATE.search(text):
        return value
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
