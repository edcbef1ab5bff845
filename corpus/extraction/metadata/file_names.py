"""Read the day of publication in the name of a file, or in its folders, for articles that state none."""

import re
from dataclasses import replace

from corpus.article import UNDATED, PartialDate
from corpus.extraction.dates.date_expressions import find_dates
from corpus.publication_day import dated
from corpus.record import Record

_MONTH, _OF_MONTH = "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_YEAR = r"(?<!\d)((?:1[6-9]|20)\d\d)"
_DAY = re.compile(rf"{_YEAR}([-_.]?){_MONTH}\2{_OF_MONTH}(?!\d)")
_FOLDERS = re.compile(rf"(?:^|(?<=/)){_YEAR}(/){_MONTH}/{_OF_MONTH}(?=/)")
_LONGEST = 200


def in_file_name(record: Record) -> PartialDate:
    """The day in the name of an article's own file, or in its folders.

    `1918-03-22_herald_p1.txt`, `herald_19180322.txt`, `Herald 22 March 1918.txt`, `1918/03/22/p1.txt`.
    """
    if record.line is not None:
        return UNDATED
    path = record.entry or record.origin
    name = path.rpartition("/")[2]
    if days := list(_DAY.finditer(name)):
        return _day(days, f"file name {name}")
    if stated := _in_words(name):
        return stated
    days = list(_FOLDERS.finditer(path))
    return _day(days, f"folders {days[0][0]}") if days else UNDATED


def _day(found: list[re.Match[str]], evidence: str) -> PartialDate:
    if len(found) != 1:
        return UNDATED
    try:
        return dated(int(found[0][1]), int(found[0][3]), int(found[0][4]), evidence) or UNDATED
    except ValueError:
        return UNDATED


def _in_words(name: str) -> PartialDate | None:
    """The one whole day that a name states as a line of a text would: `Bote vom 22.03.1918.txt`."""
    stem = name.rpartition(".")[0].replace("_", " ")[:_LONGEST]
    days = [each.date for each in find_dates(stem) if each.date.day]
    return replace(days[0], evidence=f"file name {name}") if len(days) == 1 else None
