"""Tell how a table is written: its delimiter, its quotation marks, its line ends."""

import csv
import re
from dataclasses import dataclass, field
from typing import Any

_DELIMITERS = ",;\t|\x01\x1f~^"
"""The last ones are those of Hive and of exports of mainframes."""
_APART = re.compile(r'["\w][,;|]\s+"')
"""A blank between a delimiter and the quotation of a cell."""
_SINGLE_QUOTES = re.compile(r"'[^']{0,60}'(?:[,;\t|]\s?'[^']{0,60}')+\s*")
"""Names of columns that all stand in single quotation marks."""
_ABOVE = 10
"""Lines among which the names of the columns stand."""
_NAMED = re.compile(r"(?:\ufeff)?\"?sep=(.)\"?\s*?(?:\r\n|\n|\r)", re.IGNORECASE)
"""The first line by which spreadsheets are told the delimiter."""
_BACKSLASH = re.compile(r'\\"')
_OPEN_CELL = re.compile(r'(?:^|\t)"(?:[^"\t\n]|"")*"[^"\t\n\r]', re.MULTILINE)
"""A cell that begins with a quotation and goes on behind it."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to read a table: options of `csv.reader`, lines above the names of the columns, and what ends a line."""

    options: dict[str, Any] = field(default_factory=dict)
    skipped: int = 0
    line_end: bytes = b"\n"


def dialect_of(sample: str, ending: str = "") -> Dialect:
    """The dialect of a table that begins so; `ending` is that of its name."""
    line_end = b"\r" if "\r" in sample and "\n" not in sample else b"\n"
    if line_end == b"\r":
        sample = sample.replace("\r", "\n")
    named = _NAMED.match(sample)
    rest = sample[named.end() :] if named else sample
    first = next((line for line in rest.splitlines()[:_ABOVE] if any(map(line.count, _DELIMITERS))), "")
    delimiter = named[1] if named else _delimiter(first, ending)
    options: dict[str, Any] = {"delimiter": delimiter}
    if _APART.search(first):
        options["skipinitialspace"] = True
    if _SINGLE_QUOTES.fullmatch(first) or _is_quoted_singly(rest, delimiter):
        options["quotechar"] = "'"
    if delimiter == "\t" and _OPEN_CELL.search(rest):
        options["quoting"] = csv.QUOTE_NONE
    elif _BACKSLASH.search(rest) and _faults(rest, delimiter) > _faults(rest, delimiter, escapechar="\\"):
        options["escapechar"] = "\\"
    return Dialect(options, 1 if named else 0, line_end)


def _is_quoted_singly(rest: str, delimiter: str) -> bool:
    """Whether cells stand in single quotation marks below names that stand in none: more rows are whole so."""
    if '"' in rest or f"{delimiter}'" not in rest:
        return False
    return _faults(rest, delimiter, quotechar="'") < _faults(rest, delimiter)


def _delimiter(first: str, ending: str) -> str:
    """The sign that stands oftenest between the names of the columns, outside quotation marks."""
    outside = re.sub(r'"[^"]*"', "", first)
    if ending in {".tsv", ".tab"} and "\t" in outside:
        return "\t"
    return max(_DELIMITERS, key=outside.count)


def _faults(sample: str, delimiter: str, **options: Any) -> int:
    """How many rows of a sample are none, or have not as many cells as the first."""
    rows = csv.reader(sample.rpartition("\n")[0].splitlines(keepends=True), delimiter=delimiter, strict=True, **options)
    faults, cells = 0, 0
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return faults
        except csv.Error:
            faults += 1
            continue
        cells = cells or len(row)
        faults += bool(row) and len(row) != cells


def stripped(line: str) -> str:
    """A line without zero characters, which no cell holds."""
    return line.replace("\0", "") if "\0" in line else line
