"""Which records does a CSV file hold? One a row, its columns named in the first, read as a stream."""

import csv
import re
from collections.abc import Iterator, Sequence

from corpus.encoding import to_utf8
from corpus.errors import Refused, refusing
from corpus.readers.formats.fields import record_of
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.lines import numbered
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal

_DELIMITERS = ",;\t"
_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r")
"""How an export writes a cell that a spreadsheet would run."""
_LIST_ITEM = re.compile(r"(?:[^;\\]|\\.?)+", re.DOTALL)
_ESCAPED = re.compile(r"\\([;\\])")
_TRUTH = {"true": True, "false": False}


def table_records(part: ReadableFile) -> Iterator[Record | Refusal]:
    r"""The records of a table; a row that cannot be read is a refusal, and the others are read.

    The columns are the fields of a JSONL record; countries and entities (`name|type`) are parted by semicolons, in a
    name written `\;`, and an empty cell gives nothing. Raises `Refused` where the first row does not name them.
    """
    csv.field_size_limit(part.largest)
    too_long: list[Refusal] = []
    lines = _texts(part, too_long)
    first = next(lines, "")
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    columns = _columns(first, delimiter)
    while True:
        number = rows.line_num + 2
        try:
            row = next(rows)
        except StopIteration:
            yield from too_long
            return
        except csv.Error as fault:
            yield part.refusal(f'is not a row of a table: {fault}; write " within a quoted cell twice', number)
            continue
        yield from too_long
        too_long.clear()
        if any(row):
            yield _read(columns, row, part, number)


def _texts(part: ReadableFile, too_long: list[Refusal]) -> Iterator[str]:
    """The lines as text; one that is too long is empty, and noted."""
    for number, line in numbered(part):
        if isinstance(line, Refused):
            too_long.append(part.refusal(str(line), number))
            yield "\n"
        else:
            yield decode(line)


def _columns(first: str, delimiter: str) -> list[str]:
    try:
        names = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error as fault:
        raise Refused(f"names no columns in its first line: {fault}; mend the line") from fault
    columns = [name.strip().lower() for name in names]
    if not {"text", "html"} & {*columns}:
        raise Refused("has no column text or html; name the columns in its first line")
    return columns


def _read(columns: Sequence[str], row: Sequence[str], part: ReadableFile, number: int) -> Record | Refusal:
    if len(row) != len(columns):
        return part.refusal(
            f"has {len(row)} cells where the first line names {len(columns)} columns; quote cells with a delimiter",
            number,
        )
    try:
        with refusing():
            return record_of(_fields(columns, row), _raw(columns, row), part, number)
    except Refused as fault:
        return part.refusal(str(fault), number)


def _fields(columns: Sequence[str], row: Sequence[str]) -> dict[str, object]:
    cells = {name: cell[1:] if cell.startswith(_FORMULA) else cell for name, cell in zip(columns, row, strict=True)}
    return {name: _value(name, cell) for name, cell in cells.items() if cell.strip()}


def _raw(columns: Sequence[str], row: Sequence[str]) -> bytes:
    return to_utf8("\0".join([*columns, *row]))


def _value(name: str, cell: str) -> object:
    if name == "clean":
        return _TRUTH.get(cell.strip().lower(), cell)
    parts = [_ESCAPED.sub(r"\1", part).strip() for part in _LIST_ITEM.findall(cell) if part.strip()]
    if name == "countries":
        return parts
    if name == "entities":
        split = (part.rpartition("|") for part in parts)
        return [{"name": (name or kind).strip(), "type": kind.strip() if name else None} for name, _, kind in split]
    return cell
