"""Split text exports of ProQuest."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, joined, pieces_before

_RULE = re.compile(r"\s*_{20,}\s*")
_NUMBER = re.compile(r"\s*(?:Document|Dokument|Documento)\s+\d+\s+(?:of|de|von|sur)\s+\d+\s*", re.IGNORECASE)
_TEXT = re.compile(r"\s*Full text:\s*(.*)", re.IGNORECASE)
_LABELS = (
    *("Author", "Publication info", "Abstract", "Links", "Subject", "Location", "People", "Company / organization"),
    *("Classification", "Identifier / keyword", "Title", "Publication title", "Volume", "Issue", "Pages", "First page"),
    *(
        "Number of pages",
        "Publication year",
        "Publication date",
        "Year",
        "Section",
        "Publisher",
        "Place of publication",
    ),
    *("Country of publication", "Publication subject", "ISSN", "e-ISSN", "Source type", "Language of publication"),
    *("Document type", "Document feature", "ProQuest document ID", "Document URL", "Copyright", "Last updated"),
    *("Database", "Credit", "Dateline", "Company", "Source", "Supplement", "Column", "Full text availability"),
)
_LABEL = re.compile(rf"\s*({'|'.join(map(re.escape, _LABELS))}):\s*(.*)")
_INVERTED = re.compile(r"([^,]{1,40}),\s*([^,]{1,40})")
"""`Lund, Maria`."""
_PLACE = re.compile(r"\s*[;:].*")


def _shows(lines: Sequence[str]) -> bool:
    return any(map(_TEXT.match, lines)) and any(_NUMBER.fullmatch(line) or _RULE.fullmatch(line) for line in lines)


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_before(lines, _RULE.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    at = next((number for number, line in enumerate(lines) if _TEXT.match(line)), None)
    if at is None:
        return None
    labelled = [number for number, line in enumerate(lines) if _LABEL.match(line)]
    end = next((number for number in labelled if number > at), len(lines))
    values: dict[str, str] = {}
    for number in labelled:
        if (found := _LABEL.match(lines[number])) and found[2].strip():
            values.setdefault(found[1], found[2].strip())
    head = [line.strip() for line in lines[: next((n for n in labelled if n < at), at)]]
    titles = [line for line in head if line and not _RULE.fullmatch(line) and not _NUMBER.fullmatch(line)]
    source = values.get("Publication title") or values.get("Publication info", "")
    begun = _TEXT.match(lines[at])
    return {
        "title": values.get("Title") or (" ".join(titles) or None),
        "author": [_INVERTED.sub(r"\2 \1", name.strip()) for name in values.get("Author", "").split(";")],
        "source": _PLACE.sub("", source) or None,
        "published": values.get("Publication date"),
        "language": values.get("Language of publication"),
        "url": values.get("Document URL"),
        "text": joined([begun[1] if begun else "", *lines[at + 1 : end]]),
    }


PROQUEST = Splitter("ProQuest", _shows, _pieces, _fields)
