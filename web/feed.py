"""A search to be followed: its newest articles as an Atom feed (RFC 4287) with OpenSearch's counts."""

import re
from dataclasses import dataclass, replace

from flask import Blueprint, Response, render_template, request

from corpus.article import PartialDate
from search.request import Sort
from search.searcher import Searcher
from web.addresses import Addresses
from web.paging import next_page, previous_page
from web.parameters import read_search
from web.selection import name_of

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_DATE = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Feed:
    """The route of the feed."""

    searcher: Searcher

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        feed = Blueprint("feed", __name__)
        feed.add_url_rule("/feed.atom", view_func=self.atom)
        return feed

    def atom(self) -> Response:
        """The newest articles first, whatever order was asked for: a search is followed for what is new."""
        result = self.searcher.search(replace(read_search(request.args), sort=Sort.NEWEST))
        feed = render_template(
            "feed.xml",
            result=result,
            name=name_of(result.request),
            following=next_page(result),
            before=previous_page(result),
            updated=max((moment(hit.document.published) for hit in result.hits), default=_NO_DATE),
            addresses=Addresses(request.url_root.rstrip("/")),
        )
        return Response(feed, content_type="application/atom+xml; charset=utf-8")


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def moment(date: PartialDate) -> str:
    """The first moment of a date, for Atom wants one of each entry; the epoch where nothing is known."""
    if date.year is None:
        return _NO_DATE
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}T00:00:00Z"
