"""Tell days and hours in a byline from what else stands there: `14 March 2019, 10:42 IST`, `3 min read`."""

from corpus.extraction.dates.date_expressions import find_date
from corpus.late_pattern import late

_HOUR = late(
    r"\d{1,2}[:.h]\d\d\b|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b"
    r"|^\d{1,2} (?:min\w*|hours?|days?|weeks?|months?) (?:ago|read)$"
)
_LONGEST_DAY = 6
"""Words of a day and an hour."""
DATED = late(
    r"(?<=[^\W\d_]) (?:(?:on|at|am|le|el|il|em|den|op) )?"
    r"(?=\S)(?:[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d|\d{1,2}\.? (?:de )?[^\W\d_]{3,9}\.?,? (?:de )?(?:19|20)\d\d)"
)
"""A day behind a name in the same piece: `Ann Lund on March 4, 2019`."""
LABELLED = late(r"(?<=\w) (?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Cc]reated)\W*$")
"""What says of which kind the day is that stands behind it."""
_ANY_YEAR = 2000
YEAR = late(r"(?:19|20)\d\d")


def is_when(piece: str) -> bool:
    """Whether a piece is a day, with its year or without, or an hour: a year alone may be that of a picture."""
    if not any(map(str.isdigit, piece)) or piece.count(" ") >= _LONGEST_DAY:
        return False
    days = (find_date(each) for each in (piece, f"{piece} {_ANY_YEAR}"))
    return _HOUR.search(piece) is not None or any(found is not None and found.date.day for found in days)
