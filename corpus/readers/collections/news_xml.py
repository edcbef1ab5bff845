"""Read articles in the XML of newspapers and libraries: NITF, NewsML, RCV1, TEI, ALTO, PAGE; and in other XML."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from corpus.errors import Refused, refusing
from corpus.readers.collections.endnote_xml import endnote_fields, is_endnote
from corpus.readers.collections.plain_xml import plain_xml_records
from corpus.readers.collections.proquest_xml import is_proquest, proquest_fields
from corpus.readers.collections.scanned_pages import alto_fields, finereader_fields, page_fields
from corpus.readers.collections.texts import record_of_fields
from corpus.readers.collections.wiki_pages import wiki_fields
from corpus.readers.collections.xml_stream import elements, find, local, paragraphs, text_of
from corpus.readers.formats.format_detection import outermost_element
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

_Fields = dict[str, object]
_Reader = Callable[[Any], _Fields | list[_Fields] | None]
"""Gives the fields of an element, those of the articles within it, or None where it is none."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _nitf(article: Any) -> _Fields:
    """NITF, as news agencies and the corpus of the New York Times write it."""
    head = find(article, "hedline")
    issued = find(article, "date.issue", "date.release", "story.date")
    publication = find(article, "pubdata")
    source = None if publication is None else publication.get("name")
    blocks = [each for each in article.iter() if local(each) == "block" and each.get("class") == "full_text"]
    body = blocks[0] if blocks else find(article, "body.content", "body")
    return {
        "title": text_of(find(head if head is not None else article, "hl1", "title"))
        or text_of(find(article, "title")),
        "published": None if issued is None else issued.get("norm") or text_of(issued),
        "author": text_of(_signed(find(article, "byline"))),
        "source": source or text_of(find(article, "doc-source", "distributor")),
        "text": paragraphs(body),
    }


def _signed(byline: Any) -> Any:
    """The person whom a byline names, without what he is; else all of it."""
    named = None if byline is None else find(byline, "person")
    return byline if named is None else named


def _newsml(item: Any) -> _Fields | None:
    """An item of NewsML-G2, whose text is NITF or XHTML; None of a picture, a video or a graphic."""
    kind = find(item, "itemClass")
    if kind is not None and str(kind.get("qcode")).endswith(_MEDIA):
        return None
    created = find(item, "contentCreated", "firstCreated", "versionCreated", "DateAndTime", "FirstCreated")
    body = find(item, "body.content", "body", "inlineData", "DataContent")
    return {
        "title": text_of(find(item, "headline", "HeadLine", "hl1", "title")),
        "published": text_of(created),
        "author": text_of(find(item, "by", "creator", "byline", "ByLine")),
        "source": text_of(find(item, "infoSource", "provider")),
        "url": item.get("guid") if str(item.get("guid", "")).startswith("http") else None,
        "text": paragraphs(body),
    }


def _reuters(item: Any) -> _Fields:
    """An item of the Reuters Corpus Volume 1."""
    return {
        "title": text_of(find(item, "headline", "title")),
        "published": item.get("date"),
        "author": text_of(find(item, "byline")),
        "source": "Reuters",
        "language": item.get(_LANGUAGE),
        "text": paragraphs(find(item, "text")),
    }


def _tei(text: Any) -> list[_Fields]:
    """The articles of a document of the Text Encoding Initiative: its own, or those in divisions of an issue."""
    whole = _whole_tei(text)
    parts = [
        each for each in text.iter("{*}div") if each.get("type") in _DIVISIONS and len(each.findall("{*}head")) > 0
    ]
    if len(parts) <= 1:
        return [whole]
    source = whole.get("source") or whole.get("title")
    return [{**whole, "source": source, "author": None, **_tei_part(part)} for part in parts]


def _tei_part(part: Any) -> _Fields:
    """What a division of an issue has of its own."""
    head = part.find("{*}head")
    signed, dated = find(part, "byline", "docAuthor"), _dated(part)
    own: _Fields = {"title": text_of(head), "author": text_of(signed)}
    if dated is not None and dated.get("when"):
        own["published"] = dated.get("when")
    for each in (head, signed):
        if each is not None and each.getparent() is not None:
            each.getparent().remove(each)
    return {**{name: value for name, value in own.items() if value}, "text": paragraphs(part)}


def _whole_tei(text: Any) -> _Fields:
    header = find(text, "teiHeader")
    body = find(text, "body", "text")
    if header is None:
        return {"text": paragraphs(body)}
    described = find(header, "sourceDesc")
    date = next((each for at in (described, find(header, "publicationStmt")) if (each := _dated(at)) is not None), None)
    statement = find(header, "titleStmt")
    journal = None if described is None else described.find(".//{*}title[@level='j']")
    return {
        "title": text_of(find(statement, "title")) if statement is not None else None,
        "author": text_of(find(statement, "author")) if statement is not None else None,
        "source": text_of(journal),
        "published": None if date is None else date.get("when") or text_of(date),
        "language": text.get(_LANGUAGE),
        "text": paragraphs(body),
    }


def _dated(element: Any) -> Any:
    return None if element is None else find(element, "date")


_MEDIA = (":picture", ":graphic", ":video", ":audio", ":animated")
_DIVISIONS = frozenset(("article", "news", "news-article", "artikel", "item"))
ARTICLES: Mapping[str, _Reader] = {
    "nitf": _nitf,
    "newsitem": _reuters,
    "newsItem": _newsml,
    "NewsItem": _newsml,
    "TEI": _tei,
    "TEI.2": _tei,
    "alto": alto_fields,
    "PcGts": page_fields,
}
"""The elements that are an article each, with the way to read it."""
ROOTS = frozenset((*ARTICLES, "newsMessage", "NewsML", "teiCorpus"))
_SAMPLE = 2**16
_SITE = re.compile(rb"<sitename>([^<>]{1,100})</sitename>")
_FINEREADER = b"abbyy.com/FineReader_xml"


def xml_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    """The articles of an XML file. Raises `Refused` where it has none."""
    start = part.file.peek(_SAMPLE)[:_SAMPLE]
    if outermost_element(start) in ROOTS:
        return _records(part, ARTICLES)
    if outermost_element(start) == "mediawiki":
        return _records(part, {"page": partial(wiki_fields, source=_site(start))})
    if outermost_element(start) in {"xml", "records"} and is_endnote(start):
        return _records(part, {"record": endnote_fields})
    if outermost_element(start) == "RECORD" and is_proquest(start):
        return _records(part, {"RECORD": proquest_fields})
    if _FINEREADER in start:
        return _records(part, {"page": finereader_fields})
    return plain_xml_records(part)


def _site(start: bytes) -> str | None:
    """The name of the wiki whose export begins so."""
    found = _SITE.search(start)
    return found[1].decode("utf-8", "replace").strip() if found else None


def _records(part: ReadableFile, articles: Mapping[str, _Reader]) -> Iterator[Record | Refusal]:
    number = 0
    for element in elements(part, articles):
        try:
            with refusing():
                found = articles[local(element)](element)
        except Refused as fault:
            number += 1
            yield part.refusal(f"article {number} {fault}")
            continue
        for fields in found if isinstance(found, list) else [found] if found else []:
            number += 1
            try:
                with refusing():
                    record = record_of_fields(fields, part, number)
                yield record
            except Refused as fault:
                yield part.refusal(f"article {number} {fault}")
    if not number:
        raise Refused("holds no article; leave it out")
