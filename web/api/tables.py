"""Lines of CSV that spreadsheets show and do not run, sent in pieces worth sending."""

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator

from flask import Response

from search.types.request import SearchRequest
from web.links.selection import name_of

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets, Excel above all, that a table is UTF-8."""

CSV = "text/csv; charset=utf-8; header=present"
_LINES_AT_ONCE = 64
_LONGEST_NAME = 100
# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Iterable[str]) -> str:
    """The cells as a line; one that a spreadsheet would run as a formula gets a `'` before it."""
    line = io.StringIO()
    shown = (cell.replace("\0", "") for cell in cells)  # which ends a cell, or the file, for most that read it
    csv.writer(line).writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in shown)
    return line.getvalue()


def streamed(lines: Iterator[str], kind: str, name: str) -> Response:
    """Lines as a file to be saved under a name. The first is made at once, so that what fails is answered as such."""
    first = list(itertools.islice(lines, 1))
    response = Response(_in_pieces(itertools.chain(first, lines)), content_type=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def file_name(begin: str, asked: SearchRequest) -> str:
    """What the file of a search is called, in letters that every system takes: `dateline coalition 2019 Syria`."""
    words = re.sub(r"[^\w.,-]+", " ", name_of(asked)).strip(" .")
    return f"{begin} {words}"[:_LONGEST_NAME].rstrip()


def _in_pieces(lines: Iterator[str]) -> Iterator[str]:
    """The same text in pieces worth sending: a write for each line would cost more than the line."""
    while piece := "".join(itertools.islice(lines, _LINES_AT_ONCE)):
        yield piece
