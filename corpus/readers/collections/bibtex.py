"""Split lists of references of BibTeX and BibLaTeX."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.references import reference_date, turned
from corpus.readers.collections.splitter import Fields, Lines, Splitter, pieces_before

_BEGIN = re.compile(r"\s*@(\w{2,30})\s*[{(]\s*([^,\s=}]{0,200}),?.*")
_NO_ENTRY = frozenset(("comment", "string", "preamble"))
_NAME = re.compile(r"[\s,]*([A-Za-z][\w-]{0,40})\s*=\s*")
_BARE = re.compile(r"[\w.:/+-]+")
_JOINED = re.compile(r"\s*#\s*")
_AND = re.compile(" and ", re.IGNORECASE)
_ACCENT = re.compile(r"\\([`'^\"~=.uvHcdbrk])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))")
_MARKS = "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0323\u0331\u030a\u0328"
_ACCENTS = dict(zip("`'^\"~=.uvHcdbrk", _MARKS, strict=True))
_SIGNS = {"ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł"}
_SIGNS |= {"L": "Ł", "i": "ı", "j": "ȷ", "dots": "…", "ldots": "…", "textendash": "–", "textemdash": "—"}
_SIGN = re.compile(rf"\\({'|'.join(sorted(_SIGNS, key=len, reverse=True))})(?![A-Za-z])\s?(?:\{{\}})?")
_COMMAND = re.compile(r"\\(?:[A-Za-z]{2,20}\*?)\s?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SOURCES = ("journaltitle", "journal", "newspaper", "booktitle", "publisher", "howpublished", "organization")


def _shows(lines: Sequence[str]) -> bool:
    """Whether a text begins with an entry, of which a field is named below."""
    filled = [line for line in lines if line.strip() and not line.lstrip().startswith("%")]
    first = next((found for line in filled if (found := _BEGIN.fullmatch(line.lstrip("\ufeff")))), None)
    begun = bool(filled) and filled[0].lstrip("\ufeff \t").startswith("@")
    return begun and first is not None and re.search(r"\b(?:title|abstract)\s*=\s*[{\"]", "\n".join(lines)) is not None


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_before((line.lstrip("\ufeff") for line in lines), _BEGIN.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    """What an entry says: its abstract or note is the text."""
    text = "\n".join(lines).strip()
    begun = _BEGIN.match(text)
    if begun is None or begun[1].lower() in _NO_ENTRY:
        return None
    given = dict(_pairs(text, text.index(begun[2]) + len(begun[2])))
    values = {name: _plain(value) for name, value in given.items()}
    if not (values.get("title") or values.get("abstract")):
        return None
    return {
        "title": values.get("title"),
        "author": [
            turned(_plain(name)) for name in _AND.split(" ".join(given.get("author", "").split())) if name.strip()
        ],
        "source": next((values[name] for name in _SOURCES if values.get(name)), None),
        "published": _day(values),
        "url": values.get("url"),
        "language": values.get("langid") or values.get("language"),
        "text": values.get("abstract") or values.get("annotation") or values.get("annote") or values.get("note") or "",
    }


def _pairs(text: str, place: int) -> Iterator[tuple[str, str]]:
    """The fields of an entry as they are written, without the braces or quotation marks about them."""
    while found := _NAME.match(text, place):
        value, place = _value(text, found.end())
        while joint := _JOINED.match(text, place):
            more, place = _value(text, joint.end())
            value = f"{value} {more}"
        yield found[1].lower(), value


def _value(text: str, place: int) -> tuple[str, int]:
    """The value that begins at a place, and where it ends."""
    sign = text[place : place + 1]
    if sign not in {"{", '"'}:
        found = _BARE.match(text, place)
        return (found[0], found.end()) if found else ("", len(text))
    depth, at = 0, place + 1
    while at < len(text):
        each = text[at]
        if each == "\\":
            at += 1
        elif depth == 0 and each == ("}" if sign == "{" else '"'):
            return text[place + 1 : at], at + 1
        else:
            depth += (each == "{") - (each == "}")
        at += 1
    return text[place + 1 :], len(text)


def _plain(value: str) -> str:
    """What is read where LaTeX stands."""
    value = _ACCENT.sub(lambda found: _accented(found[1], (found[2] or found[3]).lstrip("\\")), value)
    value = _SIGN.sub(lambda found: _SIGNS[found[1]], value)
    value = re.sub(r"\\([&%$#_{} ])", r"\1", _COMMAND.sub("", value))
    value = value.replace("{", "").replace("}", "").replace("~", " ").replace("---", "—").replace("--", "–")
    paragraphs = re.split(r"\n\s*\n", value)
    return "\n\n".join(" ".join(each.split()) for each in paragraphs if each.strip())


def _accented(accent: str, letter: str) -> str:
    return unicodedata.normalize("NFC", letter + _ACCENTS[accent])


def _day(values: dict[str, str]) -> str | None:
    """The day of an entry: its date, or year, month and day apart."""
    if values.get("date"):
        return values["date"].partition("/")[0]
    year, month, day = (values.get(name, "") for name in ("year", "month", "day"))
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else month
    if not str(number).isdecimal():
        return reference_date(month, year)
    rest = re.search(r"\d{1,2}", month) if isinstance(number, int) else None
    day = day or (rest[0] if rest else "")
    return "-".join(str(part).zfill(2) for part in (year, number, day) if part) if year else None


BIBTEX = Splitter("references (BibTeX)", _shows, _pieces, _fields)
