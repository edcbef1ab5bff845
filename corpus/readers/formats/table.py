"""Read the articles of a table (CSV, TSV): one a row, its columns named in the first, as a stream."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from corpus.encoding import to_utf8
from corpus.errors import Refused, refusing
from corpus.readers.fields.article_record import record_of, tells_of_articles
from corpus.readers.fields.mapping import UnusedColumns
from corpus.readers.formats.gdelt import gkg_fields, is_gkg
from corpus.readers.formats.table_dialect import Dialect, dialect_of, stripped
from corpus.readers.streams.decoding import decode, decoded_line
from corpus.readers.streams.lines import numbered
from corpus.readers.streams.part import ReadableFile
from corpus.readers.streams.transcoding import as_utf8
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r")
"""How an export writes a cell that a spreadsheet would run."""
_LIST_ITEM = re.compile(r"(?:[^;\\]|\\.?)+", re.DOTALL)
_ESCAPED = re.compile(r"\\([;\\])")
_TRUTH = {"true": True, "false": False}
_SAMPLE = 2**16
_ABOVE = 10


def table_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    r"""The records of a table; a row that cannot be read is a refusal, and the others are read.

    The columns are the fields of a JSON record; countries and entities (`name|type`) are parted by semicolons, in a
    name written `\;`, and an empty cell gives nothing. Raises `Refused` where the first row does not name them.
    """
    csv.field_size_limit(part.largest)
    part = as_utf8(part)
    dialect = dialect_of(decode(part.file.peek(_SAMPLE)[:_SAMPLE] or b" "), part.ending)
    too_long: list[Refusal] = []
    lines = _texts(part, too_long, dialect)
    first = next(lines, "")
    if is_gkg(first.split("\t")):
        yield from _gkg(chain([first], lines), part)
        return
    columns, above = _header(chain([first], lines), dialect, part)
    rows = csv.reader(lines, strict=True, **dialect.options)
    unused = UnusedColumns()
    empty = True
    for item in _of_rows(rows, columns, part, 2 + dialect.skipped + above, unused):
        empty = False
        yield from too_long
        too_long.clear()
        yield item
    yield from too_long
    yield from unused.remarks(part)
    if empty and not too_long:
        raise Refused("names columns, but has no rows; leave it out, or export it again")


def _of_rows(
    rows: Any, columns: Sequence[str], part: ReadableFile, first: int, unused: UnusedColumns
) -> Iterator[Record | Refusal]:
    """The records of the rows below the names of the columns, which stand above the line of the number `first`."""
    while True:
        number = rows.line_num + first
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            yield part.refusal(f'is not a row of a table: {fault}; write " within a quoted cell twice', number)
            continue
        if any(row) and not _names(row, columns):
            yield row_record(columns, row, part, number, unused)


def _gkg(lines: Iterator[str], part: ReadableFile) -> Iterator[Record | Refusal]:
    """The articles of GDELT's Global Knowledge Graph."""
    for number, line in enumerate(lines, 1):
        row = line.rstrip("\r\n").split("\t")
        if is_gkg(row):
            try:
                with refusing():
                    record = record_of(gkg_fields(row), to_utf8(line), part, number, UnusedColumns())
                yield record
            except Refused as fault:
                yield part.refusal(str(fault), number)


def _texts(part: ReadableFile, too_long: list[Refusal], dialect: Dialect) -> Iterator[str]:
    """The lines as text, but for the one that names the delimiter; one that is too long is empty, and noted."""
    for number, line in numbered(part, dialect.line_end):
        if number <= dialect.skipped:
            continue
        if isinstance(line, Refused):
            too_long.append(part.refusal(str(line), number))
            yield "\n"
        else:
            yield stripped(decoded_line(line)) if line.strip(b"\0") else "\n"


def _header(lines: Iterator[str], dialect: Dialect, part: ReadableFile) -> tuple[list[str], int]:
    """The names of the columns, and how many lines stand above them: notes on the table, or blank ones."""
    columns = first = _columns(next(lines, ""), dialect)
    for above in range(_ABOVE):
        if tells_of_articles([part.fields.get(name, name) for name in columns]):
            return columns, above
        columns = _columns(next(lines, ""), dialect)
    told = ", ".join(first[:30])
    raise Refused(f"has no column text, html or title, but {told}; say which it is with --field text=NAME")


def _columns(first: str, dialect: Dialect) -> list[str]:
    try:
        names = next(csv.reader([first], **dialect.options), [])
    except csv.Error as fault:
        raise Refused(f"names no columns in its first line: {fault}; mend the line") from fault
    columns = numbered_columns([name.strip() for name in names])
    while columns and not columns[-1]:
        del columns[-1]
    return columns


def _names(row: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether a row names the columns once more, as it does where tables were put one below the other."""
    return row[0].strip().lstrip("\ufeff") == columns[0] and [*map(str.strip, row[1 : len(columns)])] == columns[1:]


def numbered_columns(columns: Sequence[str]) -> list[str]:
    """The names of columns, each once: `text`, `text 2`."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for name in columns:
        seen[name] += 1
        found.append(f"{name} {seen[name]}" if name and seen[name] > 1 else name)
    return found


def row_record(
    columns: Sequence[str], row: Sequence[str], part: ReadableFile, number: int, unused: UnusedColumns
) -> Record | Refusal:
    """The record of a row. Cells that are missing at its end are empty ones."""
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        return part.refusal(
            f"has {len(row)} cells where the first line names {len(columns)} columns; quote cells with a delimiter",
            number,
        )
    try:
        with refusing():
            return record_of(_fields(columns, row), _raw(columns, row), part, number, unused)
    except Refused as fault:
        return part.refusal(str(fault), number)


def _fields(columns: Sequence[str], row: Sequence[str]) -> dict[str, object]:
    cells = {name: cell[1:] if cell.startswith(_FORMULA) else cell for name, cell in zip(columns, row, strict=False)}
    return {name: _value(name.lower(), cell) for name, cell in cells.items() if cell.strip() and name}


def _raw(columns: Sequence[str], row: Sequence[str]) -> bytes:
    return to_utf8("\0".join([*columns, *row]))


def _value(name: str, cell: str) -> object:
    if name == "clean":
        return _TRUTH.get(cell.strip().lower(), cell)
    if name not in {"countries", "entities"}:
        return cell
    parts = [_ESCAPED.sub(r"\1", part).strip() for part in _LIST_ITEM.findall(cell) if part.strip()]
    if name == "countries":
        return parts
    split = (part.rpartition("|") for part in parts)
    return [{"name": (name or kind).strip(), "type": kind.strip() if name else None} for name, _, kind in split]
