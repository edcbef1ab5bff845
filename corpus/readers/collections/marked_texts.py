"""Split collections whose articles stand between tags of SGML: those of TREC, and Reuters-21578."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, joined, pieces_behind
from corpus.readers.fields.markup import plain

_BEGIN = re.compile(r"\s*<(DOC|REUTERS|story|article)(?:\s[^<>]{0,500})?>\s*", re.IGNORECASE)
_END = re.compile(r".*</(?:DOC|REUTERS|story|article)>\s*", re.IGNORECASE)
_INNER = re.compile(r"<(?:DOCNO|TEXT|BODY|HEADLINE|HEAD)\b", re.IGNORECASE)
_TAGS = {
    "id": ("DOCNO", "DOCID"),
    "title": ("TITLE", "HEADLINE", "HEAD", "HL", "H3", "TI"),
    "published": ("DATE", "DATE1", "DATE_TIME", "DATETIME", "PUBDATE", "DD"),
    "author": ("BYLINE", "AUTHOR", "BY"),
    "source": ("SOURCE", "PUB", "SO"),
    "text": ("BODY", "TEXT", "TX"),
}
_TITLES = re.compile(r"<(TITLE|DATELINE|AUTHOR|HEADLINE|BYLINE)\b[^<>]*>.*?</\1>", re.DOTALL)
_LEFT = re.compile(r"</?[A-Z][A-Z0-9_]{0,20}(?:\s[^<>]{0,200})?>")
_ID_DAY = re.compile(r"<DOC\s+id=\"[A-Z]{3}_[A-Z]{3}_((?:19|20)\d\d)(\d\d)(\d\d)\.\d+\"", re.IGNORECASE)
"""The day in the number of an article of a newswire, as the Gigaword corpora have it."""
_CONTROL = re.compile(r"&#\d{1,2};")
_CLOCK = re.compile(r"\s+\d\d:\d\d:\d\d(?:\.\d+)?\s*$")


def _shows(lines: Sequence[str]) -> bool:
    begun = any(map(_BEGIN.fullmatch, lines))
    return begun and any(map(_END.fullmatch, lines)) and any(map(_INNER.search, lines))


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind(lines, _END.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    piece = _CONTROL.sub("", joined(lines))
    fields: Fields = {}
    for ours, tags in _TAGS.items():
        found = next((text for tag in tags if (text := _between(piece, tag))), "")
        if ours == "text":
            fields[ours] = _LEFT.sub("\n", _TITLES.sub("", found)).strip()
        elif value := " ".join(plain(_LEFT.sub(" ", found)).split()):
            fields[ours] = _CLOCK.sub("", value) if ours == "published" else value
    if "published" not in fields and (day := _ID_DAY.search(piece)):
        fields["published"] = "-".join(day.groups())
    return fields if fields.get("text") or fields.get("title") else None


def _between(piece: str, tag: str) -> str:
    """What stands within all elements of a name."""
    found = re.findall(rf"<{tag}(?:\s[^<>]{{0,200}})?>(.*?)</{tag}>", piece, re.DOTALL | re.IGNORECASE)
    return "\n".join(found).strip()


MARKED_TEXTS = Splitter("tagged texts", _shows, _pieces, _fields)
