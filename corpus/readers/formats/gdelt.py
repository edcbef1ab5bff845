"""The columns of GDELT's Global Knowledge Graph, whose files name none: an article a row, by its title and address."""

import re
from collections.abc import Sequence

_RECORD = re.compile(r"\d{14}-T?\d+")
_LEAST_COLUMNS = 26
_SOURCE, _ADDRESS = 3, 4
_TITLE = re.compile(r"<PAGE_TITLE>(.{1,500}?)</PAGE_TITLE>")
_AUTHORS = re.compile(r"<PAGE_AUTHORS>(.{1,300}?)</PAGE_AUTHORS>")
_SEEN = re.compile(r"<PAGE_PRECISEPUBTIMESTAMP>(\d{8})\d{0,6}</PAGE_PRECISEPUBTIMESTAMP>")


def is_gkg(row: Sequence[str]) -> bool:
    """Whether a row is one of the Global Knowledge Graph 2."""
    return len(row) >= _LEAST_COLUMNS and _RECORD.fullmatch(row[0]) is not None


def gkg_fields(row: Sequence[str]) -> dict[str, object]:
    """The fields of a row: the time in its second column is that of the crawl."""
    extras = row[-1]
    found = {"title": _TITLE, "author": _AUTHORS, "published": _SEEN}
    told = {name: match[1] for name, pattern in found.items() if (match := pattern.search(extras))}
    address = row[_ADDRESS] if row[_ADDRESS].startswith("http") else None
    return {"id": row[0], "source": row[_SOURCE], "url": address, "captured": row[1][:8], **told}
