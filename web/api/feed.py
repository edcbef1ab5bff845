"""A search to be followed: its newest articles as an Atom feed (RFC 4287) with OpenSearch's counts."""

import re
import uuid
from dataclasses import dataclass, replace
from functools import partial

from flask import Blueprint, Response, render_template, request

from corpus.article import Article, PartialDate
from search.engine import Engine
from search.types.request import SearchRequest, Sort
from search.types.result import Hit
from web.formatting.dates import utc
from web.links.here import absolute
from web.links.paging import next_page, previous_page
from web.links.parameters import PER_PAGE, read_search
from web.links.refine import on_page
from web.links.selection import name_of

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IRI = re.compile(r'[\s\x00-\x20\x7f-\x9f"<>\\^`{|}\ue000-\uf8ff\ufff0-\uffff]|%(?![0-9A-Fa-f]{2})')
_AUTHORITY = re.compile("[^/?#]*//[^/?#]*")
_NO_DATE = "1970-01-01T00:00:00Z"
_ARTICLES = uuid.UUID("5f0ec2f1-6f0c-5a49-9d3a-0b1d7c1a2e64")
"""The space of the names that articles have in feeds: never to be changed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The route of the feed."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        feed = Blueprint("feed", __name__)
        feed.add_url_rule("/feed.atom", view_func=self.atom)
        return feed

    def atom(self) -> Response:
        """The newest articles first, or what the index got last: a search is followed for what is new."""
        asked = replace(read_search(request.args), explain=False)
        sort = Sort.ADDED if asked.sort is Sort.ADDED else Sort.NEWEST
        result = self.searcher.search(replace(asked, sort=sort))
        since = partial(_since, sort=sort)
        feed = render_template(
            "feed.xml",
            result=result,
            asked=asked,
            whole=_whole(asked),
            name=name_of(asked),
            following=next_page(result),
            before=previous_page(result),
            since=since,
            updated=max(map(since, result.hits), default=_NO_DATE),
            addresses=absolute(),
        )
        return Response(feed, content_type="application/atom+xml; charset=utf-8")


def _since(hit: Hit, sort: Sort) -> str:
    """The moment from which on a feed has an article: it entered the index then, or was published."""
    return utc(hit.added) or _NO_DATE if sort is Sort.ADDED else moment(hit.document.published)


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def moment(date: PartialDate) -> str:
    """The first moment of a date, for Atom wants one of each entry; the epoch where nothing is known."""
    if date.year is None:
        return _NO_DATE
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"


def permanent_id(article: Article) -> str:
    """An article's id in every feed that has it, whatever the host, the search and the index."""
    return uuid.uuid5(_ARTICLES, f"{article.id}\n{article.url or ''}".encode(errors="replace").decode()).urn


def iri(address: str) -> str:
    """An address that is what a link of a feed must be (RFC 3987): what cannot stand in one is percent-encoded."""
    begun = _AUTHORITY.match(address)
    path, *fragments = address[begun.end() if begun else 0 :].replace("[", "%5B").replace("]", "%5D").split("#")
    told = [path, *(["%23".join(fragments)] if fragments else [])]
    return _NOT_IRI.sub(_percent, f"{begun[0] if begun else ''}{'#'.join(told)}")


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode(errors="replace"))


def _whole(asked: SearchRequest) -> SearchRequest:
    """The search that all pages of a feed belong to (RFC 5005)."""
    return replace(on_page(asked, 1), per_page=PER_PAGE)
