"""Read the day of publication in the name of a file, for articles that state none."""

import re

from corpus.article import UNDATED, PartialDate
from corpus.publication_day import dated
from corpus.record import Record

_DAY = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def in_file_name(record: Record) -> PartialDate:
    """The day in the name of an article's own file: `1918-03-22_herald_p1.txt`, `herald_19180322.txt`."""
    if record.line is not None:
        return UNDATED
    name = (record.entry or record.origin).rpartition("/")[2]
    found = list(_DAY.finditer(name))
    if len(found) != 1:
        return UNDATED
    try:
        return dated(int(found[0][1]), int(found[0][3]), int(found[0][4]), f"file name {name}") or UNDATED
    except ValueError:
        return UNDATED
