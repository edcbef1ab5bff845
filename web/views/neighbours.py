"""An article among the others of the result that it was found in: to read on without going back."""

from dataclasses import dataclass

from search.types.request import SearchRequest
from search.types.result import SearchResult
from web.links.addresses import Addresses


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The place of an article, from 1, its row on the page, and what stands beside it; None where the page ends."""

    place: int
    of: int
    row: int
    before: str | None
    after: str | None


def has_places(request: SearchRequest) -> bool:
    """Whether the articles of a search have places worth telling: not where it asks for every one, nor by cursor."""
    return bool(request.q or request.filters or request.exclude) and not request.cursor


def neighbours(article_id: str, result: SearchResult, addresses: Addresses) -> Neighbours | None:
    """Those of an article on its page of results; None where it is not there."""
    request, ids = result.request, [hit.document.article.id for hit in result.hits]
    if article_id not in ids:
        return None
    at = ids.index(article_id)
    first = (request.page - 1) * request.per_page + 1
    beside = [addresses.article(ids[each], request) if 0 <= each < len(ids) else None for each in (at - 1, at + 1)]
    return Neighbours(first + at, result.listed, at + 1, *beside)
