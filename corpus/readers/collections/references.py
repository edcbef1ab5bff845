"""Split lists of references: RIS, and the tagged forms of EndNote, Refer, PubMed and Web of Science."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, pieces_where

_RIS = re.compile(r"\ufeff?([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)")
_TAGGED = re.compile(r"([A-Z]{2,4}) *- (.*)")
_REFER = re.compile(r"\ufeff?%([0-9A-Z@!~&^#$+*(])\s(.*)")
_RIS_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT", "BT"),
    "text": ("FT", "TX", "AB", "N2", "N1"),
    "author": ("AU", "A1", "FAU", "A2"),
    "source": ("T2", "JO", "JF", "JT", "SO", "JA", "J2", "PB", "T3"),
    "published": ("DA", "Y1", "PY", "DP", "PD", "YR"),
    "url": ("UR", "L2", "LK"),
    "language": ("LA",),
    "captured": ("Y2",),
}
_REFER_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("T",),
    "text": ("X", "Z"),
    "author": ("A",),
    "source": ("J", "B", "I"),
    "published": ("8", "D"),
    "url": ("U",),
    "language": ("G",),
}
_FULL_TEXTS = frozenset(("FT", "TX"))
_SLASHES = re.compile(r"(\d{4})(?:/(\d{1,2})?(?:/(\d{1,2})?(?:/.*)?)?)?")
"""`2019/03/22/`, `2019///`: year, month, day, and a word on them."""
_YEAR = re.compile(r"\d{4}")
_INVERTED = re.compile(r"([^,]{1,60}),\s*([^,]{1,60}?)(?:,\s*(?:Jr|Sr|I{1,3})\.?)?")
_TEXTS = 40
"""Characters from which a note is taken for an article; a shorter one is a word about it."""


def _pieces(begins: Callable[[Sequence[str], str], object]) -> Callable[[Iterable[str]], Iterator[Lines]]:
    return lambda lines: pieces_where(lines, begins, 1)


def _begins_ris(ahead: Sequence[str], _above: str) -> bool:
    found = _RIS.fullmatch(ahead[0].rstrip())
    return found is not None and found[1] == "TY"


def _begins_refer(ahead: Sequence[str], above: str) -> bool:
    return ahead[0].lstrip("\ufeff").startswith("%0 ") or (not above and _REFER.match(ahead[0]) is not None)


def _shows_ris(lines: Sequence[str]) -> bool:
    filled = [line for line in lines if line.strip()][:200]
    ended = any(line.startswith("ER  -") for line in lines)
    return bool(filled) and _begins_ris(filled[:1], "") and ended


def _shows_refer(lines: Sequence[str]) -> bool:
    filled = [line for line in lines if line.strip()]
    first = next((place for place, line in enumerate(filled) if _REFER.match(line)), None)
    tags = {found[1] for line in filled if (found := _REFER.match(line))}
    return first == 0 and "T" in tags and bool(tags & set("0AJDX"))


def _values(lines: Sequence[str], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    """The values of each tag; a line without one goes on with the value above it."""
    values: dict[str, list[str]] = {}
    tag = ""
    for line in lines:
        if found := pattern.fullmatch(line.rstrip()):
            tag = found[1]
            values.setdefault(tag, []).append((found[2] or "").strip())
        elif tag:
            values[tag][-1] += f"\n{line.strip()}"
    return values


def _read(pattern: re.Pattern[str], names: Mapping[str, tuple[str, ...]]) -> Callable[[Sequence[str]], Fields | None]:
    def fields_of(lines: Sequence[str]) -> Fields | None:
        values = _values(lines, pattern)
        found = {
            ours: next((values[tag] for tag in tags if any(values.get(tag, ()))), []) for ours, tags in names.items()
        }
        if not found["title"] and not found["text"]:
            return None
        year = next((value for tag in ("PY", "YR", "D") for value in values.get(tag, ())), "")
        fields: Fields = {ours: value[0] for ours, value in found.items() if value and value[0]}
        fields |= {"author": [turned(name) for name in found["author"]], "text": _text(values, found["text"])}
        return fields | {"published": reference_date(str(fields.get("published", "")), year)}

    return fields_of


def _text(values: Mapping[str, list[str]], found: Sequence[str]) -> str:
    """The full text where it is given, else the abstract; a note beside it where that is a text, too."""
    text = "\n\n".join(each.strip() for each in found if each.strip())
    notes = values.get("N1", []) if not _FULL_TEXTS & values.keys() else []
    return "\n\n".join(dict.fromkeys([text, *(note for note in notes if len(note) > _TEXTS)])).strip()


def turned(name: str) -> str:
    """`Lund, Maria` as it is spoken."""
    found = _INVERTED.fullmatch(name.strip())
    return f"{found[2]} {found[1]}" if found else name.strip()


def reference_date(value: str, year: str) -> str | None:
    """The day of a reference, whose year may stand apart."""
    value = value.strip()
    if found := _SLASHES.fullmatch(value):
        return "-".join(f"{int(part):02d}" for part in found.groups() if part)
    stated = _YEAR.search(year)
    if value and stated and not _YEAR.search(value):
        return f"{value.rstrip(',')}, {stated[0]}"
    return value or (stated[0] if stated else None)


RIS = Splitter("references (RIS)", _shows_ris, _pieces(_begins_ris), _read(_RIS, _RIS_NAMES))
REFER = Splitter("references (EndNote)", _shows_refer, _pieces(_begins_refer), _read(_REFER, _REFER_NAMES))
