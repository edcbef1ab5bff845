"""Read the entries of feeds: RSS, RDF, Atom, and exports of WordPress (WXR)."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused, refusing
from corpus.readers.collections.texts import record_of_fields
from corpus.readers.collections.xml_stream import elements, local, text_of
from corpus.readers.fields.markup import plain, without_codes
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

_POSTS = frozenset(("post", "page"))
_KINDS = ("#post", "#page")
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("post_date", "pubDate", "published", "issued", "date", "created", "updated")
_NO_DATE = re.compile(r"0000|.{0,20}-0001")


def feed_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    """The entries of a feed. Raises `Refused` where it has none."""
    number, passed, source = 0, 0, None
    names: dict[str, str] = {}
    for element in elements(part, ("item", "entry"), ("title", "author")):
        if local(element) == "title":
            if source is None and local(element.getparent()) in {"channel", "feed"}:
                source = plain(text_of(element) or "")
            continue
        if local(element) == "author":
            names |= _signed(element)
            continue
        if not _is_post(element):
            passed += _is_draft(element)
            continue
        number += 1
        try:
            with refusing():
                record = record_of_fields({**_fields(element, names), "source": source}, part, number)
            yield record
        except Refused as fault:
            yield part.refusal(f"entry {number} {fault}")
    if passed:
        yield Remark(part.origin, part.entry, None, f"drafts and private posts were passed over: {passed:,}")
    if not number:
        raise Refused("is a feed without an entry; leave it out")


def _signed(author: Any) -> dict[str, str]:
    """The name of a writer by the one with which he signs in, of an export of WordPress."""
    login, name = (text_of(author.find(f"{{*}}{field}")) for field in ("author_login", "author_display_name"))
    return {login: name} if login and name else {}


def _is_draft(element: Any) -> bool:
    return text_of(element.find("{*}post_type")) in _POSTS


def _is_post(element: Any) -> bool:
    """Whether an entry is an article: exports of WordPress hold pictures, menus and drafts as well."""
    if any(_is_kind(each) and not str(each.get("term")).endswith(_KINDS) for each in element.iterfind("{*}category")):
        return False
    kind, status = (text_of(element.find(f"{{*}}{name}")) for name in ("post_type", "status"))
    return (kind is None or kind in _POSTS) and (status is None or status == "publish")


def _is_kind(category: Any) -> bool:
    """Whether a category says what an entry is: exports of Blogger hold settings and comments as well."""
    return str(category.get("scheme")).endswith("g/2005#kind")


def _fields(element: Any, names: Mapping[str, str]) -> dict[str, object]:
    values: dict[str, list[Any]] = {}
    for child in (*element, *element.iterfind("{*}group/*")):  # Media RSS groups what describes a recording
        values.setdefault(local(child), []).append(child)
    texts = {name: _markup(values[name][0]) for name in _TEXTS if name in values}
    texts = {name: without_codes(text) for name, text in texts.items() if text}
    dates = (text_of(values[name][0]) for name in _DATES if name in values)
    authors = [_author(each) or "" for name in ("creator", "author") for each in values.get(name, ())]
    return {
        "title": _markup(values["title"][0]) if "title" in values else None,
        "text": max(texts.values(), key=len, default=None),
        "url": _link(values.get("link", ())),
        "published": next((date for date in dates if date and not _NO_DATE.match(date)), None),
        "author": [names.get(each, each) for each in authors if each] or None,
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
        return escape(element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
    return (element.text or "").strip()
