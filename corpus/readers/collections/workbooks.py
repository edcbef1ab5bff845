"""Read the articles of spreadsheets: one a row, as of any other table."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from corpus.errors import Refused
from corpus.readers.documents.packed_xml import BROKEN
from corpus.readers.documents.workbook import Row, sheets
from corpus.readers.fields.article_record import tells_of_articles
from corpus.readers.fields.mapping import UnusedColumns
from corpus.readers.formats.table import numbered_columns, row_record
from corpus.readers.streams.archive import opened
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

_ABOVE = 10


def workbook_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    """The records of the sheets that hold articles, and a remark on each other one.

    Raises `Refused` where no sheet does.
    """
    read = 0
    passed: list[str] = []
    try:
        with opened(part) as archive:
            for name, rows in sheets(archive):
                columns, rest = _header(rows, part)
                if not columns:
                    passed.append(name)
                    continue
                sheet = replace(part, name=f"{part.name}/{name}") if read else part
                read += 1
                yield from _records(columns, rest, sheet)
    except BROKEN as fault:
        raise Refused(f"is a damaged or encrypted workbook ({fault}); save it again, or as .csv") from fault
    if not read:
        told = ", ".join(passed[:10]) or "none"
        raise Refused(
            f"has no sheet with a column text, html or title (its sheets: {told}); name one, or save it as .csv"
        )
    for name in passed:
        yield Remark(part.origin, part.entry, None, f"the sheet {name} was passed over: no column is text or title")


def _header(rows: Iterator[tuple[int, Row]], part: ReadableFile) -> tuple[list[str], Iterator[tuple[int, Row]]]:
    """The names of the columns, which may have some rows above them; none where no row names them."""
    first = [*islice(rows, _ABOVE)]
    for at, (_, row) in enumerate(first):
        columns = numbered_columns([cell.strip() for cell in row])
        if tells_of_articles([part.fields.get(name, name) for name in columns]):
            return columns, chain(first[at + 1 :], rows)
    return [], rows


def _records(
    columns: list[str], rows: Iterator[tuple[int, Row]], part: ReadableFile
) -> Iterator[Record | Refusal | Remark]:
    unused = UnusedColumns()
    for number, row in rows:
        yield row_record(columns, row, part, number, unused)
    yield from unused.remarks(part)
