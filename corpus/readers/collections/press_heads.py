"""Split exports whose articles have a headline and a line that says newspaper, day, page and length.

So do NewsBank's newer layouts, PressReader, Infomedia, Retriever and Wisers, each with a separator of its own:
`Harbour Post - March 22, 2019 | Ada Quill | Section: News | 90 Words`, `22. marts 2019, Posten, side 3, 90 ord`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.readers.collections.press_lines import ADDRESS, DAY, RIGHTS, person, source_and_day
from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_where
from corpus.readers.fields.naming import field_of

_BARS = ("|", " · ", " • ")
_LOOSE = (" - ", " – ", ", ", ". ")
"""Separators that sentences have, too: a line with them must name a page, a length or a section."""
_MARK = re.compile(
    r"(?:p|pp|pg|s|str|side|sida|sivu|seite|pages?|página|pagina|pag|strona|стр|с)\s?[.:]?\s?[A-Z]{0,2}-?\d+\S{0,8}"
    r"|\d[\d., ]*\s?(?:words?|ord|wörter|mots|palabras|palavras|parole|woorden|słów|слов|字)"
    r"|[A-Z]{1,2}\d{1,3}"
    r"|(?:section|sektion|profil|edition|udgave|id|rubrik|dokument|doc)\s?[:. ]\s?\S.{0,60}",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf"[\"„»]?(.{{2,60}}?)[\"“”«]?,?\s(?:vom|du|del|van|från|fra)\s({DAY.pattern}),?\s"
    r"(?:Seite|S\.|page|p\.|pag\.|side|s\.|sida)\s?:?\s?[A-Z]?\d+.{0,80}(?<!\.)"
)
"""`"Post" vom 22.03.2019 Seite: 3`"""
_PUBLISHED = re.compile(r"(?:publicerat|publisert|publiceret|published|erschienen|online|print)\b.*", re.IGNORECASE)
_LABEL = re.compile(r"([A-Z][A-Za-z/() ]{2,24})\s?:\s+(\S.*)")
_FOOT = re.compile(
    r"[•*]?\s*(?:(?:All\w* \w+ (?:är|er) \w*skyddade?\b|©|\(c\)|Copyright\b).*"
    r"|(?:Record|Document|Accession) Number\b.*|Citation \(.*|[=*#~_-]{5,}|文章編號\s*[:：].*)",
    re.IGNORECASE,
)
_LONGEST_HEAD, _LONGEST_PART, _LONGEST_TITLE = 250, 70, 150
_LEAST_PARTS, _LEAST_TEXT = 3, 80
_WEEKDAYS = frozenset(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi
    dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato
    domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag
    söndag mandag tirsdag lørdag søndag
    """.split()  # noqa: SIM905 - as a list it would be seven lines longer
)
_FOOT_LINES = 6
_ABOVE = 5
_AHEAD = 4
_ENDINGS = (".", ",", ";", ":", "。", "…")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the line of an article says."""

    day: str
    source: str | None
    author: str | None
    barred: bool


def _head(line: str) -> _Head | None:
    """What a line says that names one day, and other things apart from it; None for any other line."""
    line = line.strip()
    if len(line) > _LONGEST_HEAD or len(DAY.findall(line)) != 1:
        return None
    if issue := _ISSUE.fullmatch(line):
        return _Head(issue[2], issue[1], None, barred=False)
    for separator in (*_BARS, *_LOOSE):
        parts = [part.strip(" .,") for part in line.split(separator)]
        parts = [part for part in parts if part]
        barred = separator in _BARS
        bare = separator == "|" and len(parts) > 1 and any(map(DAY.fullmatch, parts))
        if (len(parts) < _LEAST_PARTS and not bare) or any(len(part) > _LONGEST_PART for part in parts):
            continue
        if not any(map(DAY.search, parts)):  # it has the separator within: `March 22, 2019`
            continue
        if barred or any(map(_MARK.fullmatch, parts)):
            return _said(parts, barred=barred)
    return None


def _said(parts: Sequence[str], *, barred: bool) -> _Head:
    at = next(number for number, part in enumerate(parts) if DAY.search(part))
    before, day = source_and_day(parts[at]) or ("", "")
    aside = _PUBLISHED.fullmatch(before) or _MARK.fullmatch(before) or before.casefold() in _WEEKDAYS
    before = "" if aside else before
    plain = [part for number, part in enumerate(parts) if number != at and not _MARK.fullmatch(part)]
    source = before.rstrip(" -–,") or next(iter(plain), None)
    author = next((name for part in plain if part != source and (name := person(part))), None)
    return _Head(day, source, author, barred)


def _is_title(line: str) -> bool:
    line = line.strip()
    return 0 < len(line) < _LONGEST_TITLE and not line.endswith(_ENDINGS) and not _FOOT.fullmatch(line)


def _shows(lines: Sequence[str]) -> bool:
    """Whether all of a text is such articles; a single one is told by bars, and the rights below it."""
    first, *pieces = [filled(piece) for piece in _pieces(lines)]
    if not pieces or len(first) > _ABOVE:
        return False
    heads = [next(filter(None, map(_head, piece[:_AHEAD])), None) for piece in pieces]
    whole = all(sum(map(len, piece)) > _LEAST_TEXT for piece in pieces[: max(1, len(pieces) - 1)])
    single = len(pieces) > 1 or (heads[0] is not None and heads[0].barred and any(map(RIGHTS.match, pieces[0])))
    return whole and single and all(heads)


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    awaited: list[str] = []

    def begins(ahead: Sequence[str], above: str) -> bool:
        if above and not _FOOT.fullmatch(above):
            return False
        if awaited and ahead[0] == awaited[-1]:
            awaited.clear()
            return False
        below = 2 if len(ahead) > 2 and not ahead[1].strip() else 1  # noqa: PLR2004 - a blank line between
        if _is_title(ahead[0]) and not _head(ahead[0]) and len(ahead) > below and _head(ahead[below]):
            awaited.append(ahead[below])
            return True
        return _head(ahead[0]) is not None and _has_title_below(ahead)

    return pieces_where(lines, begins, _AHEAD)


def _has_title_below(ahead: Sequence[str]) -> bool:
    """Whether a headline stands below a head: directly, or between blank lines."""
    if len(ahead) > 1 and ahead[1].strip():
        return _is_title(ahead[1])
    return len(ahead) == _AHEAD and _is_title(ahead[2]) and not ahead[3].strip()


def _fields(lines: Sequence[str]) -> Fields | None:
    at = next((number for number, line in enumerate(lines) if _head(line)), None)
    head = _head(lines[at]) if at is not None else None
    if at is None or head is None:
        return None
    above = filled(lines[:at])
    fields: Fields = {"source": head.source, "author": head.author, "published": head.day}
    below = list(lines[at + 1 :])
    fields |= _labelled(below)
    while below and not above and not below[0].strip():
        del below[0]
    if "title" not in fields and below and _is_headline(below):
        fields |= {"title": below.pop(0).strip(), **({"source": above[-1]} if above else {})}
        fields |= _labelled(below)
    fields.setdefault("title", above[-1] if above else None)
    return {**fields, "text": _text(below)}


def _is_headline(below: Sequence[str]) -> bool:
    """Whether the line below the head stands alone, as a headline does."""
    return bool(below[0].strip()) and _is_title(below[0]) and (len(below) == 1 or not below[1].strip())


def _labelled(below: Lines) -> Fields:
    """Title and author behind labels, which are taken off the lines below the head; bars may part several."""
    fields: Fields = {}
    while first := next((number for number, line in enumerate(below) if line.strip()), -1) + 1:
        parts = [part.strip() for part in below[first - 1].split("|")]
        labels = [_LABEL.fullmatch(part) for part in parts]
        if not any(labels) or not all(
            found or _MARK.fullmatch(part) for found, part in zip(labels, parts, strict=True)
        ):
            break
        del below[:first]
        said = {field_of(found[1]): found[2] for found in labels if found}
        fields |= {ours: value for ours, value in said.items() if ours in {"title", "author"}}
    return fields


def _text(lines: Sequence[str]) -> str:
    """The lines up to what stands below an article: its rights, its number, its address."""
    for number, line in enumerate(lines):
        foot = _FOOT.fullmatch(line.strip()) or RIGHTS.fullmatch(line.strip()) or ADDRESS.fullmatch(line.strip())
        if foot and len(filled(lines[number:])) <= _FOOT_LINES:
            return joined(lines[:number])
    return joined(lines)


PRESS_HEADS = Splitter("a press database", _shows, _pieces, _fields)
