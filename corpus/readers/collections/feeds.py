"""Read the entries of feeds: RSS, RDF, Atom, and exports of WordPress (WXR)."""

from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused, refusing
from corpus.readers.collections.texts import record_of_fields
from corpus.readers.collections.xml_stream import elements, local, text_of
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal

_POSTS = frozenset(("post", "page"))
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("post_date", "pubDate", "published", "issued", "date", "created", "updated")
_NO_DATE = "0000"


def feed_records(part: ReadableFile) -> Iterator[Record | Refusal]:
    """The entries of a feed. Raises `Refused` where it has none."""
    number, source = 0, None
    for element in elements(part, ("item", "entry"), ("title",)):
        if local(element) == "title":
            if source is None and local(element.getparent()) in {"channel", "feed"}:
                source = text_of(element)
            continue
        if not _is_post(element):
            continue
        number += 1
        try:
            with refusing():
                record = record_of_fields({**_fields(element), "source": source}, part, number)
            yield record
        except Refused as fault:
            yield part.refusal(f"entry {number} {fault}")
    if not number:
        raise Refused("is a feed without an entry; leave it out")


def _is_post(element: Any) -> bool:
    """Whether an entry is an article: exports of WordPress hold pictures, menus and drafts as well."""
    kind, status = (text_of(element.find(f"{{*}}{name}")) for name in ("post_type", "status"))
    return (kind is None or kind in _POSTS) and (status is None or status == "publish")


def _fields(element: Any) -> dict[str, object]:
    values: dict[str, list[Any]] = {}
    for child in element:
        values.setdefault(local(child), []).append(child)
    texts = {name: _markup(values[name][0]) for name in _TEXTS if name in values}
    texts = {name: text for name, text in texts.items() if text}
    dates = (text_of(values[name][0]) for name in _DATES if name in values)
    authors = [_author(each) for name in ("creator", "author") for each in values.get(name, ())]
    return {
        "title": _markup(values["title"][0]) if "title" in values else None,
        "text": max(texts.values(), key=len, default=None),
        "url": _link(values.get("link", ())),
        "published": next((date for date in dates if date and not date.startswith(_NO_DATE)), None),
        "author": list(filter(None, authors)) or None,
    }


def _author(element: Any) -> str | None:
    name = element.find("{*}name")
    return text_of(element if name is None else name)


def _link(links: Any) -> str | None:
    """The address of the article among its links."""
    for link in links:
        if link.get("rel", "alternate") == "alternate" and (address := link.get("href") or text_of(link)):
            return str(address)
    return None


def _markup(element: Any) -> str:
    """The value of an element: the text it holds, or its markup where it holds elements (XHTML)."""
    if len(element):
        return "".join(etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "").strip()
