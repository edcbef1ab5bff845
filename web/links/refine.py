"""One step from a search to its neighbours: a filter added or taken away, another page, another order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from search.facets.value_keys import value_key
from search.types.request import Facet, Match, SearchRequest, Selection, Sort
from web.links.parameters import PER_PAGE, default_sort, words

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """Whether articles must have all the values that are chosen in a facet, or any of them, and the search for it."""

    match: Match
    current: bool
    search: SearchRequest


def toggled(request: SearchRequest, facet: Facet, value: str) -> SearchRequest:
    """The search with a value selected, or no longer selected where it was."""
    if selects(request, facet, value):
        return _with(request, _less(request.filters, facet, value), request.exclude)
    return _with(request, _more(request.filters, facet, value), _less(request.exclude, facet, value))


def adding(request: SearchRequest, facet: Facet, value: str) -> SearchRequest:
    """The search with a value selected, from its first page; the same where it is selected already."""
    return on_page(request, 1) if selects(request, facet, value) else toggled(request, facet, value)


def excluded(request: SearchRequest, facet: Facet, value: str) -> SearchRequest:
    """The search with a value excluded, or no longer excluded where it was."""
    if _holds(request.exclude, facet, value):
        return _with(request, request.filters, _less(request.exclude, facet, value))
    return _with(request, _less(request.filters, facet, value), _more(request.exclude, facet, value))


def selects(request: SearchRequest, facet: Facet, value: str) -> bool:
    """Whether a value is among the filters of a search."""
    return _holds(request.filters, facet, value)


def touches(request: SearchRequest, facet: Facet, value: str) -> bool:
    """Whether a search selects or excludes a value already: a form that keeps the search cannot simply add it."""
    return selects(request, facet, value) or _holds(request.exclude, facet, value)


def in_time(request: SearchRequest, value: str) -> SearchRequest:
    """The search in one year, month or range, in place of those that were chosen."""
    return _with(request, {**request.filters, Facet.YEAR: (value,)}, request.exclude)


def matching(request: SearchRequest, facet: Facet, match: Match) -> SearchRequest:
    """The search for articles that have all the values chosen in a facet, or any of them."""
    return replace(on_page(request, 1), facet_match={**request.facet_match, facet: match})


def narrowing(request: SearchRequest) -> SearchRequest:
    """The same search where a second value of a facet narrows, as on the page.

    An address that has several values already and does not say means any of them, there as everywhere.
    """
    every = {
        facet: Match.ALL for facet in Facet if facet.field.several and len(request.filters.get(facet, ())) < _SEVERAL
    }
    return replace(request, facet_match={**every, **request.facet_match})


def plainly(request: SearchRequest, fewest: int = _SEVERAL) -> SearchRequest:
    """The same search without what `narrowing` would say of it again: its address stays short.

    What is to be added to, as by a form, must say it from one value on.
    """
    if not request.facet_match:
        return request
    several = {facet for facet, values in request.filters.items() if len(values) >= fewest}
    said = {facet: match for facet, match in request.facet_match.items() if match is Match.ANY or facet in several}
    return replace(request, facet_match=said)


def widens(request: SearchRequest, facet: Facet) -> bool:
    """Whether any of the values chosen in a facet is enough, so that one more adds articles."""
    return facet.field.several and not request.needs_all(facet)


def switch(facet: Facet, request: SearchRequest) -> Sequence[Choice]:
    """The ways in which the values that are chosen in a facet can be meant; none where nothing is chosen."""
    if not (facet.field.several and request.filters.get(facet)):
        return []
    chosen = Match.ANY if widens(request, facet) else Match.ALL
    return [Choice(match, match is chosen, matching(request, facet, match)) for match in Match]


def several(request: SearchRequest) -> list[tuple[Facet, Sequence[Choice]]]:
    """The facets in which several values are chosen, each with the ways in which they can be meant."""
    return [
        (facet, switch(facet, request))
        for facet, values in request.filters.items()
        if facet.field.several and len(values) >= _SEVERAL
    ]


def lasting(request: SearchRequest) -> SearchRequest:
    """The same search as it is kept to be looked at again: whatever came, from its first page."""
    sort = default_sort(request.q) if request.sort is Sort.ADDED else request.sort
    return plainly(replace(on_page(request, 1), added_since=None, explain=False, sort=sort))


def unfiltered(request: SearchRequest) -> SearchRequest:
    """The same words without a single filter."""
    return _with(replace(request, articles=(), added_since=None), {}, {})


def on_page(request: SearchRequest, page: int) -> SearchRequest:
    """Another page of the same search, or the very page that it is of."""
    return request if request.page == page and request.cursor is None else replace(request, page=page, cursor=None)


def whole(request: SearchRequest) -> SearchRequest:
    """Everything that the same search finds, without what it says of one page."""
    first = on_page(plainly(request), 1)
    said = first.per_page != PER_PAGE or first.explain
    return replace(first, per_page=PER_PAGE, explain=False) if said else first


def after(request: SearchRequest, cursor: str) -> SearchRequest:
    """What follows a cursor in the same search."""
    return replace(request, page=1, cursor=cursor)


def sorted_by(request: SearchRequest, sort: Sort) -> SearchRequest:
    """The same search in another order, from its first page."""
    return replace(on_page(request, 1), sort=sort)


def folded(request: SearchRequest, group: bool | None) -> SearchRequest:  # noqa: FBT001 - said where it is called
    """The same search with near-duplicates folded into one, or each shown; None leaves it to the page."""
    return replace(on_page(request, 1), group=group)


def as_shown(request: SearchRequest) -> SearchRequest:
    """The same page for those who would show each near-duplicate: it says that they are folded."""
    return replace(request, group=True) if request.group is None else request


def for_all_words(request: SearchRequest) -> SearchRequest:
    """The same search for articles that have all of its words."""
    return replace(on_page(request, 1), match=Match.ALL)


def for_any_word(request: SearchRequest) -> SearchRequest:
    """The same search for articles that have any of its words."""
    return replace(on_page(request, 1), match=Match.ANY)


def with_aliases(request: SearchRequest, *, aliases: bool) -> SearchRequest:
    """The same search with or without the other names of what is asked for."""
    return replace(on_page(request, 1), aliases=aliases)


def with_expansion(request: SearchRequest, *, expand: bool) -> SearchRequest:
    """The same search with or without words that the best articles have in common."""
    return replace(on_page(request, 1), expand=expand)


def with_meaning(request: SearchRequest, *, meaning: bool | None) -> SearchRequest:
    """The same search where nearness in meaning counts, or not; None: where there are words enough."""
    return replace(on_page(request, 1), meaning=meaning)


def explained(request: SearchRequest, *, explain: bool) -> SearchRequest:
    """The same page with or without what each score is made of."""
    return replace(request, explain=explain)


def asking(request: SearchRequest, q: str) -> SearchRequest:
    """Other words under the same filters."""
    return replace(on_page(request, 1), q=q)


def only(facet: Facet, value: str) -> SearchRequest:
    """Every article that has a value, whatever was searched before."""
    return replace(words(""), filters={facet: (value,)})


def _same(facet: Facet, one: str, other: str) -> bool:
    # `Daesh` and `Islamic State` mean the same to a filter, and so do `sy` and `SY`.
    return one == other or value_key(facet, one) == value_key(facet, other)


def _holds(selection: Selection, facet: Facet, value: str) -> bool:
    return any(_same(facet, each, value) for each in selection.get(facet, ()))


def _more(selection: Selection, facet: Facet, value: str) -> Mapping[Facet, tuple[str, ...]]:
    return {**selection, facet: (*selection.get(facet, ()), value)}


def _less(selection: Selection, facet: Facet, value: str) -> Mapping[Facet, tuple[str, ...]]:
    left = tuple(each for each in selection.get(facet, ()) if not _same(facet, each, value))
    others = {other: values for other, values in selection.items() if other is not facet}
    return {**others, facet: left} if left else others


def _with(request: SearchRequest, filters: Selection, exclude: Selection) -> SearchRequest:
    return replace(on_page(request, 1), filters=filters, exclude=exclude)
