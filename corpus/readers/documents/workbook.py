"""Read the rows of spreadsheets: Excel workbooks (.xlsx, ECMA-376) and OpenDocument ones (.ods), as streams."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import IO, Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused
from corpus.readers.documents.packed_xml import member
from corpus.readers.streams.budget import is_bomb

Row = list[str]
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ENDING = ".xlsx"
_CELL = re.compile(r"([A-Z]{1,3})\d*")
_NO_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of the formats of dates and times that are not written out."""
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30, tzinfo=UTC), datetime(1904, 1, 1, tzinfo=UTC)
_LAST_DAY = 2_958_465
"""The last day of the year 9999, counted from the epoch."""
_WIDEST = 1_000
"""Columns of a row; an OpenDocument sheet repeats an empty cell up to its edge."""
_LARGEST_STRINGS = 2**28
"""In bytes of XML: the texts of a workbook stand in one list, which is held in memory."""


def sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Iterator[tuple[int, Row]]]]:
    """The name of each sheet, and its rows with their numbers from 1; rows that are empty are left out.

    Cells of days are written as ISO 8601 has them. Raises `Refused` where the workbook is damaged, or unpacks to far
    more than it should.
    """
    names = set(archive.namelist())
    if "content.xml" in names:
        yield from _open_document_sheets(archive)
        return
    texts, dated = _shared_texts(archive, names), _date_styles(archive)
    for name, path, epoch in _listed(archive, names):
        with _opened(archive, path) as file:
            yield name, _rows(file, texts, dated, epoch)


def _opened(archive: zipfile.ZipFile, path: str) -> IO[bytes]:
    entry = archive.getinfo(path)
    if is_bomb(entry.compress_size, entry.file_size):
        raise Refused("unpacks to far more than its size, as a zip bomb does; save it as .csv")
    return archive.open(entry)


def _elements(file: IO[bytes], *tags: str) -> Iterator[Any]:
    """The elements of some local names, each forgotten when the next is asked for."""
    wanted = [f"{{*}}{tag}" for tag in tags]
    try:
        for _, element in etree.iterparse(file, tag=wanted, resolve_entities=False, no_network=True, huge_tree=True):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as fault:
        raise Refused(f"is a damaged workbook ({fault.msg}); save it again, or as .csv") from fault


def _listed(archive: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, str, datetime]]:
    """Name and path of each sheet, in their order, and the day from which the workbook counts."""
    book, links = (member(archive, f"xl/{path}", _ENDING) for path in ("workbook.xml", "_rels/workbook.xml.rels"))
    if book is None:
        raise Refused("is a workbook without sheets; save it again, or as .csv")
    targets = {} if links is None else {link.get("Id"): link.get("Target", "") for link in links}
    old = next((each.get("date1904") for each in book.iter("{*}workbookPr")), None) in {"1", "true"}
    for sheet in book.iter("{*}sheet"):
        target = str(targets.get(sheet.get(_RELATED), ""))
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if path in names and "worksheets" in path:
            yield str(sheet.get("name")), path, _EPOCH_1904 if old else _EPOCH


def _shared_texts(archive: zipfile.ZipFile, names: set[str]) -> list[str]:
    path = "xl/sharedStrings.xml"
    if path not in names:
        return []
    if archive.getinfo(path).file_size > _LARGEST_STRINGS:
        raise Refused("is a workbook with more text than memory should hold; save it as .csv")
    with _opened(archive, path) as file:
        return [_text(each) for each in _elements(file, "si")]


def _text(element: Any) -> str:
    """The text of a cell or a shared one, without how it is pronounced."""
    return "".join(each.text or "" for each in element.iter("{*}t") if not each.getparent().tag.endswith("}rPh"))


def _date_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """The numbers of the styles in which a number is a day."""
    root = member(archive, "xl/styles.xml", _ENDING)
    if root is None:
        return frozenset()
    own = {each.get("numFmtId"): _is_date_format(each.get("formatCode", "")) for each in root.iter("{*}numFmt")}
    formats = [each.get("numFmtId", "0") for styles in root.iter("{*}cellXfs") for each in styles]
    return frozenset(
        number
        for number, found in enumerate(formats)
        if own.get(found, found.isdigit() and int(found) in _DATE_FORMATS)
    )


def _is_date_format(code: str) -> bool:
    return re.search(r"[yd年日]", _NO_FORMAT.sub("", code), re.IGNORECASE) is not None


def _rows(file: IO[bytes], texts: list[str], dated: frozenset[int], epoch: datetime) -> Iterator[tuple[int, Row]]:
    for number, row in enumerate(_elements(file, "row"), 1):
        cells: dict[int, str] = {}
        for at, cell in enumerate(row.iter("{*}c")):
            if value := _value(cell, texts, dated, epoch):
                cells[_column(cell.get("r"), at)] = value
        if cells:
            said = row.get("r") or ""
            yield int(said) if said.isdigit() else number, [cells.get(at, "") for at in range(max(cells) + 1)]


def _column(reference: str | None, otherwise: int) -> int:
    """The place of a cell in its row, from 0: of `C5`, 2."""
    found = _CELL.match(reference or "")
    if not found:
        return otherwise
    place = 0
    for letter in found[1]:
        place = place * 26 + ord(letter) - 64
    return min(place - 1, _WIDEST)


def _value(cell: Any, texts: list[str], dated: frozenset[int], epoch: datetime) -> str:
    kind, value = cell.get("t", "n"), cell.findtext("{*}v") or ""
    if kind == "inlineStr":
        return _text(cell)
    if kind == "s":
        return texts[int(value)] if value.isdigit() and int(value) < len(texts) else ""
    if kind == "e":
        return ""
    style = cell.get("s", "")
    return _day(value, epoch) if kind == "n" and style.isdigit() and int(style) in dated else value


def _day(value: str, epoch: datetime) -> str:
    """A day, with its time where it has one; the number where it is none."""
    try:
        count = float(value)
    except ValueError:
        return value
    if not 1 <= count <= _LAST_DAY:
        return value
    day = epoch + timedelta(seconds=round(count * 86_400))
    return day.date().isoformat() if count.is_integer() else day.strftime("%Y-%m-%dT%H:%M:%S")


def _open_document_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, Iterator[tuple[int, Row]]]]:
    """The sheets of an OpenDocument workbook, whose rows stand in one file: they are read in order."""
    with _opened(archive, "content.xml") as file:
        rows = _elements(file, "table-row")
        row = next(rows, None)
        while row is not None:
            table = _table_of(row)
            following: list[Any] = []
            of_table = _of_table(rows, row, following.append)
            yield str(table.get(f"{_TABLE}name")) if table is not None else "", of_table
            for _ in of_table:  # what was not asked for stands before the next sheet
                pass
            row = next(iter(following), None)


def _of_table(rows: Iterator[Any], row: Any, left: Callable[[Any], None]) -> Iterator[tuple[int, Row]]:
    """The rows of the table that a row is of; the first of the next table is left to who asks for that."""
    table, number = _table_of(row), 0
    while row is not None:
        if _table_of(row) is not table:
            left(row)
            return
        number += 1
        if any(cells := _cells(row)):
            yield number, cells
        row = next(rows, None)


def _table_of(row: Any) -> Any:
    """The table of a row, which may stand in a group of rows."""
    return next(row.iterancestors(f"{_TABLE}table"), None)


def _cells(row: Any) -> Row:
    cells: Row = []
    for cell in row.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        said = cell.get(f"{_OFFICE}date-value")
        value = said or "\n".join("".join(each.itertext()) for each in cell.iterchildren("{*}p"))
        cells += [value] * min(times, _WIDEST - len(cells))
    while cells and not cells[-1]:
        cells.pop()
    return cells
