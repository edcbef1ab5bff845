"""Read what a web page states of its article: title, publication, address, language, date and author."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import Any

from corpus.article import UNDATED, PartialDate
from corpus.extraction.html.linked_data import LinkedData, linked_data
from corpus.extraction.html.page_authors import page_author
from corpus.extraction.html.page_dates import published
from corpus.extraction.html.page_titles import page_title

_LONGEST_VALUE = 300
_SEVERAL = frozenset(("author", "citation_author", "dc.creator", "dcterms.creator", "article:author", "parsely-author"))
"""Names of meta elements of which a page has one for each author."""
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?=https?://)")
"""What the Wayback Machine writes before the addresses of a page that it shows."""
_CODE = 2
"""Letters of an ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its article outside the text; None where it says nothing.

    `language` is a tag such as `pt` or `en-GB`.
    """

    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate = UNDATED
    author: str | None = None


def page_facts(tree: Any, address: str | None, shown: Callable[[str | None], PartialDate]) -> PageFacts:
    """The facts in the head of a parsed page, in its linked data and about its heading.

    `address` is where it was fetched, if that is known; `shown` gives the date in a line about a heading.
    """
    meta = _meta(tree)
    url = _url(tree, meta)
    headings = [meta.get("og:title", ""), *(" ".join(each.itertext()) for each in tree.iter("h1", "title"))]
    linked = linked_data(tree, [" ".join(each.split()) for each in headings], address or url)
    sites = list(dict.fromkeys(_sites(meta, linked)))
    title = page_title(tree, meta, linked, sites, address or url)
    source = meta.get("og:site_name") or next(iter(linked.organizations), None) or meta.get("application-name")
    language = _language(tree)
    date = published(
        tree, meta=meta, linked=linked, title=title, url=address or url, shown=shown(title.text), language=language
    )
    author = page_author(tree, meta, linked, title.element, sites)
    return PageFacts(title.text, source or title.site, url, language, date, author)


def _sites(meta: dict[str, str], linked: LinkedData) -> list[str]:
    """The names under which a page's publication is known."""
    named = [meta.get(name) for name in ("og:site_name", "application-name", "apple-mobile-web-app-title", "publisher")]
    return [name for name in (*named, *linked.organizations) if name]


def _meta(tree: Any) -> dict[str, str]:
    """What the meta elements say, by name in lower case; the first of a name counts, but for authors."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = _folded(unescape(element.get("content") or ""))
        if name and value and len(value) <= _LONGEST_VALUE:
            key = name.strip().lower()
            known = found.setdefault(key, value)
            if key in _SEVERAL and value not in known.split("; ") and len(known) + len(value) <= _LONGEST_VALUE:
                found[key] = f"{known}; {value}"
    return found


def _url(tree: Any, meta: dict[str, str]) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    found = _folded(next(links, None)) or meta.get("og:url")
    return _ARCHIVED.sub("", found) if found and found.startswith(("http://", "https://")) else None


def _language(tree: Any) -> str | None:
    tag = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    found = re.match(r"([A-Za-z]{2,3})(?:[-_]\w{4})?(?:[-_]([A-Za-z]{2}))?(?![A-Za-z])", tag.strip())
    if found is None or len(found[1]) > _CODE:
        return None
    return f"{found[1].lower()}-{found[2].upper()}" if found[2] else found[1].lower()


def _folded(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
