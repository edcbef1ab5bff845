"""Read what is written in a notebook (Jupyter, nbformat 3 and 4): the text of its cells, without code and results."""

import json
from collections.abc import Iterator
from typing import Any

from corpus.errors import Refused
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import ReadableFile
from corpus.record import ContentKind, Record, fingerprint
from corpus.remark import Remark

_TEXTS = frozenset(("markdown", "raw", "heading"))


def notebook_records(part: ReadableFile) -> Iterator[Record | Remark]:
    """The article of a notebook, and a remark on what was passed over. Raises `Refused` where it has no text."""
    data = part.whole()
    try:
        notebook = json.loads(decode(data))
    except (ValueError, RecursionError) as fault:
        raise Refused("is a damaged notebook; save it again") from fault
    cells = [*_cells(notebook)]
    texts = [_source(cell) for cell in cells if cell.get("cell_type") in _TEXTS]
    if not any(map(str.strip, texts)):
        raise Refused("is a notebook of code alone; leave it out")
    if passed := len(cells) - len(texts):
        yield Remark(part.origin, part.entry, None, f"cells of code were passed over: {passed:,}")
    text = "\n\n".join(texts)
    yield Record(
        part.name, part.origin, None, ContentKind.MARKDOWN, text, _fields(notebook), fingerprint(data), part.entry
    )


def _cells(notebook: object) -> Iterator[dict[str, Any]]:
    if isinstance(notebook, dict):
        sheets = notebook.get("worksheets")
        for holder in (notebook, *(sheets if isinstance(sheets, list) else ())):
            cells = holder.get("cells") if isinstance(holder, dict) else None
            yield from (cell for cell in cells or () if isinstance(cell, dict))


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source")
    text = "".join(map(str, source)) if isinstance(source, list) else str(source or "")
    level = cell.get("level")
    return f"{'#' * level} {text}" if cell.get("cell_type") == "heading" and isinstance(level, int) else text


def _fields(notebook: dict[str, Any]) -> dict[str, object]:
    told = notebook.get("metadata")
    found = {name: told.get(name) for name in ("title", "authors")} if isinstance(told, dict) else {}
    fields = {"title": found.get("title"), "author": found.get("authors")}
    return {name: value for name, value in fields.items() if value}
