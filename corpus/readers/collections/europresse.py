"""Split exports of Europresse: their web pages, and their text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import html as html_parser  # type: ignore[import-untyped]

from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_behind

_PAGE = re.compile(r"<span[^<>]{0,200}\bDocPublicationName\b")
_ISSUE = re.compile(r"\s*(?:,\s*(?:no|nº|n°|num|vol)\b.*|\(.{0,60}\bweb\b.{0,60}\))\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\W*Num[ée]ro de document\s*:\s*)?\W*[a-z]{3,6}[·.]\d{8}[·.][A-Z0-9]{1,8}[·.]\S{1,60}\s*")
_CERTIFICATE = re.compile(r"\W*(?:Certificat émis le|Certificate issued on)\s.*", re.IGNORECASE)
_CONTENTS = re.compile(r"\s*(?:Sommaire|Documents sauvegardés|Saved documents|Table of contents)\b.*", re.IGNORECASE)
_LONG_LINE = 100
_RIGHTS = re.compile(r"(?:©|\(c\)|Copyright)\s.*|Tous droits réservés.*|All rights reserved.*", re.IGNORECASE)
_WORDS = re.compile(r"\s*[,-]?\s*\d[\d\s]*\s(?:mots|words)\b.*", re.IGNORECASE)
_DAY = re.compile(r"(?=.{0,140}\b\d{1,2}\b).{0,120}?\b(?:1[6-9]|20)\d\d\b(?:-\d\d-\d\d)?")
_LABELS = frozenset(
    ("nom de la source", "type de source", "périodicité", "couverture géographique", "provenance", "source name")
) | {"source type", "periodicity", "geographical coverage", "origin"}
"""What stands above a source that is described, each above its value."""
_HEAD_LINES = 6
_LONGEST_AUTHOR = 8
_PARAGRAPHS = "descendant::p[not(ancestor::header)]"


def is_europresse(page: str) -> bool:
    """Whether a web page is such an export."""
    return _PAGE.search(page) is not None


def europresse_fields(page: str) -> Iterator[Fields]:
    """The fields of each article of such a page."""
    tree = html_parser.document_fromstring(page.encode("utf-8", "replace"), html_parser.HTMLParser(encoding="utf-8"))
    for article in tree.iter("article"):
        name = _text(article, "DocPublicationName")
        text = article.xpath(f"descendant::*[{_has('docOcurrContainer')} or {_has('DocText')}]")
        if not name or not text:
            continue
        parts = [" ".join(each.itertext()) for each in text[0].xpath(_PARAGRAPHS)] or [text[0].text_content()]
        yield {
            "title": _text(article, "titreArticleVisu") or _text(article, "titreArticle"),
            "source": _ISSUE.sub("", name),
            "published": _day(_text(article, "DocHeader") or ""),
            "author": _text(article, "docAuthors") or _text(article, "sm-margin-bottomNews"),
            "text": "\n\n".join(folded for part in parts if (folded := " ".join(part.split()))),
        }


def _has(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _text(article: Any, name: str) -> str | None:
    """The text of the first element of a class."""
    found = article.xpath(f"descendant::*[{_has(name)}]")
    return " ".join(found[0].text_content().split()) or None if found else None


def _day(header: str) -> str | None:
    """The line below the name of a publication up to its year, where that names a day."""
    found = _DAY.match(header)
    return found[0] if found else None


def _shows(lines: Sequence[str]) -> bool:
    return any(map(_ends, lines))


def _ends(line: str) -> re.Match[str] | None:
    """Whether a line stands at the end of an article: its number, or the certificate of who may read it."""
    return _NUMBER.fullmatch(line) or _CERTIFICATE.fullmatch(line)


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind(lines, _ends)


def _fields(lines: Sequence[str]) -> Fields | None:
    """Source, a line with the day, title, perhaps the author; then the text, up to the rights."""
    kept = _undescribed(_without_contents(filled(line for line in lines if not _ends(line))))
    dated = ((number, day) for number, line in enumerate(kept[:_HEAD_LINES]) if (day := _day(line)))
    at, day = next(dated, (None, None))
    if not at:
        return None
    below = kept[at + 1 :]
    while len(below) > 1 and _is_section(below, lines):
        below = below[1:]
    end = next((number for number, line in enumerate(below) if _RIGHTS.match(line)), len(below))
    title, rest = below[0] if below else None, below[1:end]
    author = rest.pop(0) if len(rest) > 1 and _is_author(rest[0]) else None
    return {
        "title": title,
        "source": _ISSUE.sub("", kept[0]),
        "published": day,
        "author": author,
        "text": joined(f"{line}\n" for line in rest),
    }


def _without_contents(kept: Lines) -> Lines:
    """The lines from the source above the last day before the text on, where a list of contents stands above."""
    if not any(map(_CONTENTS.fullmatch, kept[:_HEAD_LINES])):
        return kept
    text = next((number for number, line in enumerate(kept) if len(line) >= _LONG_LINE), len(kept))
    days = [number for number, line in enumerate(kept[:text]) if _day(line)]
    return kept[max(days[-1] - 1, 0) :] if days else kept


def _undescribed(kept: Lines) -> Lines:
    """The lines without the description of the source, whose name they begin with."""
    at = 0
    while at + 1 < len(kept) and kept[at].casefold() in _LABELS:
        at += 2
    return [kept[1], *kept[at:]] if at else kept


def _is_section(below: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the first of some lines stands in one block with the line of the day: the section, or how many words."""
    before = next(number for number, line in enumerate(lines) if line.strip() == below[0])
    return bool(_WORDS.fullmatch(below[0])) or "•" in below[0] or (before > 0 and bool(lines[before - 1].strip()))


def _is_author(line: str) -> bool:
    return len(line.split()) <= _LONGEST_AUTHOR and line[-1] not in ".!?…»" and not line[0].islower()


EUROPRESSE = Splitter("Europresse", _shows, _pieces, _fields)
