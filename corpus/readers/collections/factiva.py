"""Split exports of Factiva (the text of their HTML, RTF and text files)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_behind

_END = re.compile(r"\s*(?:Document|Dokument|Documento)\s+[A-Z0-9]{4,12}0*(?:19|20)\d{6}[a-z0-9]{6,12}\s*")
_WORDS = re.compile(r"[\d.,\s]+(?:words|Wörter|mots|palabras|parole|palavras|слов)", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:\(c\)|©|Copyright)\s?.*", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|di)\s+\S.*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;&]\s*|\s+(?:and|et|und|y|e)\s+")
_NAME_WORDS = range(2, 5)
_DIGIT = re.compile(r"\d")
_CODES = [
    "SE",
    "HD",
    "BY",
    "CR",
    "WC",
    "PD",
    "ET",
    "SN",
    "SC",
    "ED",
    "PG",
    "VOL",
    "LA",
    "CY",
    "LP",
    "TD",
    "CT",
    "RF",
    "CO",
    "IN",
    "NS",
    "RE",
    "IPC",
    "IPD",
    "PUB",
    "AN",
    "ART",
    "CLM",
]
_CODE = re.compile(rf"({'|'.join(_CODES)})(?:\s+(.*))?")
_LANGUAGES = re.compile(
    r"(?:English|German|French|Spanish|Italian|Portuguese|Russian|Dutch|Arabic|Chinese\b.*|Japanese)"
)


def _shows(lines: Sequence[str]) -> bool:
    return any(map(_END.fullmatch, lines)) or _coded(lines)


def _coded(lines: Sequence[str]) -> bool:
    """Whether the fields stand behind codes of two letters."""
    codes = {found[1] for line in lines if (found := _CODE.fullmatch(line.strip()))}
    return {"HD", "WC", "PD", "SN"} <= codes


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind(lines, lambda line: _END.fullmatch(line) or re.fullmatch(r"\s*AN\s+Document\s.*", line))


def _fields(lines: Sequence[str]) -> Fields | None:
    kept = filled(line for line in lines if not _END.fullmatch(line))
    if _coded(kept):
        return _of_codes(kept)
    at = next((number for number, line in enumerate(kept) if _WORDS.fullmatch(line)), None)
    if at is None or not at:
        return None
    above = kept[:at]
    author = above.pop() if len(above) > 1 and _is_author(above[-1], above[-2]) else None
    end = next((n for n in range(at + 1, min(at + 12, len(kept))) if _RIGHTS.fullmatch(kept[n])), None)
    if end is None:
        end = next((n for n in range(at + 1, min(at + 12, len(kept))) if _LANGUAGES.fullmatch(kept[n])), at + 2)
    below = kept[at + 1 : end]
    source = next((line for line in below[1:] if not re.fullmatch(r"\d\d?:\d\d.*", line)), None)
    return {
        "title": above[-1],
        "author": author,
        "published": below[0] if below else None,
        "source": source,
        "text": joined(line + "\n" for line in kept[end + 1 :]),
    }


def _is_author(line: str, title: str) -> bool:
    """Whether the line above the number of words names the authors, rather than the title."""
    names = [name.split() for name in _BETWEEN.split(line)]
    named = all(len(name) in _NAME_WORDS and all(word[0].isupper() for word in name) for name in names)
    headed = any(word[0].islower() for word in title.split()) or len(title.split()) > len(line.split())
    alone = len(names) == 1 and not headed
    return _BY.fullmatch(line) is not None or (named and not alone and not _DIGIT.search(line))


def _of_codes(lines: Sequence[str]) -> Fields:
    values: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if found := _CODE.fullmatch(line):
            code = found[1]
            line = found[2] or ""  # noqa: PLW2901 - the rest of the line is its first
        if code and line:
            values.setdefault(code, []).append(line)
    one = {name: " ".join(values.get(name, ())) or None for name in ("HD", "BY", "PD", "SN")}
    text = "\n\n".join((*values.get("LP", ()), *values.get("TD", ())))
    return {"title": one["HD"], "author": one["BY"], "published": one["PD"], "source": one["SN"], "text": text}


FACTIVA = Splitter("Factiva", _shows, _pieces, _fields)
