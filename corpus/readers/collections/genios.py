"""Split exports of Genios and WISO (GBI-Genios)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.press_lines import (
    ADDRESS,
    RIGHTS,
    day_line,
    person,
    pieces_behind_foot,
    source_and_day,
)
from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined

_MARK = re.compile(r"(?:Dokumentnummer\s*:.*|Dauerhafte Adresse des Dokuments\s*:?.*|.*\bGBI-Genios\b.*)")
_FOOT = re.compile(
    r"(Quelle|Ressort|Rubrik|Ausgabe|Seite|Seiten|ISSN|Auflage|Ort|Schlagwörter|Deskriptoren|Textlänge|Urheberrecht"
    r"|Copyright|Zeitung|Verlag)\s*:\s*(.*)"
)
_NUMBER = re.compile(r"(?:Dokument\s+)?\d+\s+von\s+\d+(?:\s+Dokumenten)?|Seite \d+ von \d+")
_HEAD_LINES, _BYLINES = 5, 4
_LONGEST_DECK = 150


def _shows(lines: Sequence[str]) -> bool:
    return any(_MARK.fullmatch(line.strip()) for line in lines)


def _is_foot(line: str) -> re.Match[str] | None:
    return (
        _MARK.fullmatch(line)
        or _FOOT.fullmatch(line)
        or RIGHTS.fullmatch(line)
        or ADDRESS.fullmatch(line)
        or _NUMBER.fullmatch(line)
    )


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind_foot(lines, _is_foot)


def _fields(lines: Sequence[str]) -> Fields | None:
    """A line with source and day, the title, perhaps a deck and the author; the text, up to the labels of the foot."""
    feet = {found[1]: found[2] for line in lines if (found := _FOOT.fullmatch(line.strip()))}
    kept = [line.strip() for line in lines if not _is_foot(line.strip())]
    head = filled(kept)
    at = day_line(head, _HEAD_LINES)
    told = source_and_day(head[at]) if at is not None else source_and_day(feet.get("Quelle", ""))
    if told is None or len(head) < 2:  # noqa: PLR2004 - a title and a text
        return None
    title = head[at + 1] if at == 0 else head[0]
    rest = kept[kept.index(head[at] if at else title) + 1 :]
    short = [line for line in filled(rest)[:_BYLINES] if len(line) < _LONGEST_DECK and line[-1] not in ".!?"]
    author = next((name for line in short if (name := person(line))), None)
    text = joined(line for line in rest if not author or person(line) != author)
    return {"title": title, "author": author, "source": told[0] or None, "published": told[1], "text": text}


GENIOS = Splitter("Genios", _shows, _pieces, _fields)
