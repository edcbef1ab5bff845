"""Split lists of records whose fields stand behind labels, the text among them: EBSCO, Gale and their like."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, pieces_where
from corpus.readers.fields.names import known_names, squashed

_LABEL = re.compile(r"([A-Z][\w ()/#-]{1,30}?):(?:\s+(.*))?")
_TEXTS = frozenset(("text", "summary", "html"))
_ENDS = frozenset(
    ("copyright", "database", "galedocumentnumber", "documenttype", "issn", "pages", "section", "edition", "subjects")
) | {
    "keywords",
    "recordnumber",
    "documentnumber",
    "subjectterms",
    "geographicterms",
    "wordcount",
    "persistentlink",
    "sourcecitation",
}
"""Labels that stand behind a text, and are no field of an article."""
_FEW = 3
_DAY = re.compile(
    r"[.,;]\s*\(?((?:\w{3,9}\.? \d{1,2}|\d{1,2}\.? \w{3,9}\.?),? (?:1[6-9]|20)\d\d\b|(?:1[6-9]|20)\d\d-\d\d-\d\d).*"
)
"""The day of an issue behind the name of its newspaper: `Daily Post (Oslo). March 22, 2019, p4.`"""


def _shows(lines: Sequence[str]) -> bool:
    """Whether all of several records begin with the same label, and name a title and a text."""
    pieces = [piece for piece in _pieces(lines) if any(map(str.strip, piece))]
    whole = pieces[: max(2, len(pieces) - 1)]  # the last of a sample may be cut
    return len(pieces) > 1 and all(map(_is_record, whole))


def _is_record(piece: Sequence[str]) -> bool:
    labels = [_ours(found[1]) for line in piece if (found := _LABEL.fullmatch(line.strip()))]
    return len(labels) >= _FEW and "title" in labels and bool(_TEXTS & {*labels})


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    """What stands from each line with the label of the first line on, where a blank line is above it."""
    first: list[str] = []

    def begins(ahead: Sequence[str], above: str) -> bool:
        found = _LABEL.fullmatch(ahead[0].strip()) if not above else None
        if found:
            first.append(found[1])
        return found is not None and found[1] == first[0]

    return pieces_where(lines, begins, 1)


def _fields(lines: Sequence[str]) -> Fields | None:
    """The values by their labels: a line without one goes on with the value above it, and a known one ends a text."""
    values: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        found = _LABEL.fullmatch(line.strip())
        if found and (_ours(name) not in _TEXTS or _ours(found[1]) or squashed(found[1]) in _ENDS):
            name = found[1]
            values.setdefault(name, []).append(found[2] or "")
        elif name:
            values[name].append(line.strip())
    fields: Fields = {name: "\n".join(value).strip() for name, value in values.items() if _ours(name)}
    return _dated(fields) if fields else None


def _dated(fields: Fields) -> Fields:
    """The same with the day apart that stands behind the name of the newspaper."""
    source = next((name for name in fields if _ours(name) == "source"), None)
    if source is None or any(_ours(name) == "published" for name in fields):
        return fields
    found = _DAY.search(str(fields[source]))
    return {**fields, source: str(fields[source])[: found.start()], "published": found[1]} if found else fields


def _ours(label: str) -> str | None:
    name = squashed(label)
    return known_names().get(name) or known_names().get(name.removesuffix("s"))


LABELLED_RECORDS = Splitter("labelled records", _shows, _pieces, _fields)
