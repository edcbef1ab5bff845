"""Read the day of publication in the name of a file, or in its folders, for articles that state none."""

import re

from corpus.article import UNDATED, PartialDate
from corpus.errors import Refused
from corpus.extraction.dates.date_expressions import find_dates
from corpus.extraction.metadata.date_field import date_of_value
from corpus.late_pattern import late
from corpus.publication_day import dated
from corpus.record import Record

_MONTH, _OF_MONTH = "(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_YEAR = r"(?<!\d)((?:1[6-9]|20)\d\d)"
_DAY = late(rf"{_YEAR}([-_.]?){_MONTH}\2{_OF_MONTH}(?!\d)")
_FOLDERS = late(rf"(?:^|(?<=/)){_YEAR}(/){_MONTH}/{_OF_MONTH}(?=/)")
_FETCHED = late(r"(?:download|crawl|scrap|fetch|captur|backup|snapshot|dump|export|import)[a-z]{0,12}/$", re.IGNORECASE)
"""Folders in which a day is that of the copy."""
_LONGEST = 200


def in_file_name(record: Record, title: str = "", language: str = "") -> PartialDate:
    """The day in the name of an article's own file, or in its folders.

    `1918-03-22_herald_p1.txt`, `herald_19180322.txt`, `Herald 22 March 1918.txt`, `1918/03/22/p1.txt`. The language
    tells the order of day and month. A day that the title names, too, is what the article is about.
    """
    if record.line is not None:
        return UNDATED
    path = record.entry or record.origin
    name = path.rpartition("/")[2]
    if days := list(_DAY.finditer(name)):
        return _day(days, f"file name {name}")
    if (stated := _in_words(name, title, language)) is not None:
        return stated
    days = list(_FOLDERS.finditer(path))
    if not days or _FETCHED.search(path, 0, days[0].start()):
        return UNDATED
    return _day(days, f"folders {days[0][0]}")


def _day(found: list[re.Match[str]], evidence: str) -> PartialDate:
    if len(found) != 1:
        return UNDATED
    try:
        return dated(int(found[0][1]), int(found[0][3]), int(found[0][4]), evidence) or UNDATED
    except ValueError:
        return UNDATED


def _in_words(name: str, title: str, language: str) -> PartialDate | None:
    """The one whole day that a name states as a line of a text would: `Bote vom 22.03.1918.txt`."""
    stem = name.rpartition(".")[0].replace("_", " ")[:_LONGEST]
    days = [each for each in find_dates(stem) if each.date.day]
    if len(days) != 1:
        return None
    if days[0].date.iso in {each.date.iso for each in find_dates(title)}:
        return UNDATED
    try:
        return date_of_value(
            stem[days[0].start : days[0].end], "published", evidence=f"file name {name}", language=language
        )
    except Refused:
        return None
