"""An article among the others of the result that it was found in: to read on without going back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from search.types.request import SearchRequest
from search.types.result import SearchResult
from web.links.addresses import Addresses
from web.links.paging import next_page, previous_page


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The place of an article, from 1, its row on the page, and what stands beside it; None where the result ends."""

    place: int
    of: int
    row: int
    before: str | None
    after: str | None


def has_places(request: SearchRequest) -> bool:
    """Whether the articles of a search have places worth telling: not where it asks for every one, nor by cursor."""
    return bool(request.q or request.filters or request.exclude) and not request.cursor


def neighbours(
    article_id: str, result: SearchResult, addresses: Addresses, search: Callable[[SearchRequest], SearchResult]
) -> Neighbours | None:
    """Those of an article in its result, also where they stand on another page; None where it is not on this one."""
    request, ids = result.request, _ids(result)
    if article_id not in ids:
        return None
    at = ids.index(article_id)
    place = (request.page - 1) * request.per_page + at + 1
    before = after = None
    if at > 0:
        before = addresses.article(ids[at - 1], request)
    elif beyond := previous_page(result):
        before = _first(addresses, beyond, _ids(search(beyond))[-1:])
    if at + 1 < len(ids):
        after = addresses.article(ids[at + 1], request)
    elif beyond := next_page(result):
        after = _first(addresses, beyond, _ids(search(beyond)))
    return Neighbours(place, result.listed, at + 1, before, after)


def _ids(result: SearchResult) -> list[str]:
    return [hit.document.article.id for hit in result.hits]


def _first(addresses: Addresses, request: SearchRequest, ids: Sequence[str]) -> str | None:
    return addresses.article(ids[0], request) if ids else None
