"""Which page comes next, which came before, and which are near."""

from dataclasses import replace

from search.types.request import SearchRequest
from search.types.result import SearchResult
from web.links.parameters import FacetRequest
from web.links.refine import after, on_page

_NEAR = 2


def last_page(total: int, per_page: int) -> int:
    """The number of the last page; 1 where there is nothing."""
    return max(1, -(-total // per_page))


def next_page(result: SearchResult) -> SearchRequest | None:
    """The search's next page, by number; by cursor where a cursor led here. None at the end."""
    request = result.request
    if request.cursor:
        return continuation(result)
    return on_page(request, request.page + 1) if request.page < last_page(result.listed, request.per_page) else None


def previous_page(result: SearchResult) -> SearchRequest | None:
    """The page before, or the last one for a number beyond the end. A cursor does not lead back."""
    request = result.request
    if request.cursor or request.page == 1:
        return None
    return on_page(request, min(request.page - 1, last_page(result.listed, request.per_page)))


def next_values(request: FacetRequest, total: int) -> FacetRequest | None:
    """The next page of a facet's values, of so many; None at the end."""
    more = request.page < last_page(total, request.per_page)
    return replace(request, page=request.page + 1) if more else None


def previous_values(request: FacetRequest, total: int) -> FacetRequest | None:
    """The page of values before, or the last one for a number beyond the end; None on the first page."""
    last = last_page(total, request.per_page)
    return replace(request, page=min(request.page - 1, last)) if request.page > 1 else None


def continuation(result: SearchResult) -> SearchRequest | None:
    """What follows the last hit, by cursor: as fast on the thousandth page as on the second. None at the end."""
    return after(result.request, result.next_cursor) if result.next_cursor else None


def near_pages(page: int, last: int) -> list[int | None]:
    """The numbers to offer: the first, the last and those around `page`; None stands for a gap."""
    shown = sorted({1, last, *range(max(1, page - _NEAR), min(last, page + _NEAR) + 1)})
    numbers: list[int | None] = []
    for number in shown:
        before = numbers[-1] if numbers else None
        if before is not None and number == before + 2:
            numbers.append(number - 1)
        elif before is not None and number > before + 1:
            numbers.append(None)
        numbers.append(number)
    return numbers
