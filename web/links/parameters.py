"""The query string of an address as a search, checked: what enters here is trusted afterwards."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from index.segments.article_key import article_key, parted
from search.query.limits import MAX_CHARACTERS
from search.types.request import BadRequest, Facet, Match, SearchRequest, Selection, Sort

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict  # the terminal shows results, and serves nobody

Arguments: TypeAlias = "MultiDict[str, str]"
_Choice = TypeVar("_Choice", bound=StrEnum)

QUERIES = ("q", "q2", "q3", "q4")
"""The words of the searches that are compared."""

PER_PAGE = 20
LINES = 25
"""Lines of a concordance on a page for people."""

VALUES_PER_PAGE = 50
MAX_VALUES = 50
"""Values of one parameter: each link of a page carries all of them, and there is a link for each."""
BOUNDS = {"from", "to"}
"""What the form of years has, and no address that the page makes."""
MAX_VALUE = 300
"""Characters of one value,"""
MAX_OF_VALUES = 8_000
"""and of all values of an address together."""
MAX_ARTICLES = 1_000
"""Articles of a reading list: their keys take 8,000 characters of an address, and servers between (nginx, Apache) take
8,190 of the line that has it."""
_MAX_DIGITS = 9
_BOUND = re.compile(r"\d{1,4}|\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?", re.ASCII)


class View(StrEnum):
    """What the page shows of a search."""

    ARTICLES = "articles"
    LINES = "lines"


def read_search(arguments: Arguments) -> SearchRequest:
    """The search that a query string asks for. Unknown parameters are ignored, empty ones count as absent.

    Raises `BadRequest`, which names the parameter and the mend.
    """
    q = read_words(arguments)
    return SearchRequest(
        q=q,
        match=read_choice(arguments, "match", Match.ALL),
        filters=_selection(arguments, ""),
        exclude=_selection(arguments, "not_"),
        facet_match=_facet_match(arguments),
        sort=read_choice(arguments, "sort", default_sort(q)),
        page=read_number(arguments, "page", 1),
        per_page=read_number(arguments, "per_page", PER_PAGE),
        cursor=arguments["cursor"] or None if "cursor" in arguments else None,
        articles=read_keys(arguments),
        added_since=_moment(arguments, "added_since"),
        group=read_flag(arguments, "group"),
        aliases=read_flag(arguments, "aliases") is not False,
        expand=read_flag(arguments, "expand"),
        meaning=read_flag(arguments, "meaning"),
        explain=read_flag(arguments, "explain") is True,
    )


def read_searches(arguments: Arguments) -> list[SearchRequest]:
    """The searches that are compared: the words of each of `QUERIES` under the same filters.

    What is empty is left out; where all are, every article is meant. Raises `BadRequest`.
    """
    asked = read_search(arguments)
    typed = [q for name in QUERIES if (q := read_words(arguments, name))] or [""]
    sorts = [read_choice(arguments, "sort", default_sort(q)) for q in typed]
    return [replace(asked, q=q, sort=sort) for q, sort in zip(typed, sorts, strict=True)]


def read_words(arguments: Arguments, name: str = "q") -> str:
    """The words that are searched, and one character more where there are others, which is said of them.

    Whatever is answered repeats what was asked: that must not grow with what nobody searches.
    """
    return _given(arguments, name)[: MAX_CHARACTERS + 1]


def _given(arguments: Arguments, name: str) -> str:
    """What is given as a parameter, without blanks around it. To ask for one that is not there raises within."""
    return arguments[name].strip() if name in arguments else ""


@dataclass(frozen=True, slots=True)
class FacetRequest:
    """One page of all values of a facet under a search; `prefix` begins a word of each."""

    search: SearchRequest
    prefix: str = ""
    page: int = 1
    per_page: int = VALUES_PER_PAGE


def read_facet(arguments: Arguments) -> FacetRequest:
    """The values that a query string asks for; its `page` and `per_page` count values. Raises `BadRequest`."""
    per_page = read_number(arguments, "per_page", VALUES_PER_PAGE)
    counted = replace(read_search(arguments), per_page=per_page, cursor=None)
    search = replace(counted, page=1, per_page=PER_PAGE)
    return FacetRequest(search, _given(arguments, "prefix"), counted.page, per_page)


def read_span(arguments: Arguments) -> str | None:
    """The range that the form of years asks for with its `BOUNDS`, as a value of `year`; None where both are empty.

    Raises `BadRequest` for what is neither a year, a month nor a day.
    """
    first, last = _bound(arguments, "from"), _bound(arguments, "to")
    if not (first or last):
        return None
    first, last = first or "0001", last or "9999"
    while len(first) != len(last):
        # Two bounds of one kind make a range: the coarser one is said more finely.
        first, last = (_finer(first, last=False), last) if len(first) < len(last) else (first, _finer(last, last=True))
    first, last = sorted((first, last))
    return first if first == last else f"{first}..{last}"


def _bound(arguments: Arguments, name: str) -> str:
    given = _given(arguments, name)
    if given and not _BOUND.fullmatch(given):
        raise BadRequest(
            name, f"{name} is {given[:40]!r}; write a year (2014), a month (2014-09) or a day (2014-09-15)"
        )
    return given and given.zfill(4)


def _finer(bound: str, *, last: bool) -> str:
    """The first or last month of a year, or the first or last day of a month."""
    if len(bound) == len("2014"):
        return f"{bound}-{'12' if last else '01'}"
    days = calendar.monthrange(max(int(bound[:4]), 1), int(bound[5:7]))[1]
    return f"{bound}-{days if last else 1:02d}"


def default_sort(q: str) -> Sort:
    """The order where none is asked for: without words nothing is more relevant, so the newest come first."""
    return Sort.RELEVANCE if q else Sort.NEWEST


def words(q: str) -> SearchRequest:
    """A search for words alone."""
    return SearchRequest(q=q, sort=default_sort(q))


def read_number(arguments: Arguments, name: str, default: int) -> int:
    """A whole number, or the default where none is given. Raises `BadRequest`."""
    given = _given(arguments, name)
    if not given:
        return default
    if not given.isdecimal() or len(given) > _MAX_DIGITS:
        raise BadRequest(name, f"{name} is {given[:40]!r}; write a whole number, such as {name}={default}")
    return int(given)


def read_keys(arguments: Arguments) -> tuple[str, ...]:
    """The keys of the articles of a reading list, one after the other in `articles`, and of those that `id` names.

    Each once. Raises `BadRequest` where there are too many for an address to hold, and for what are no keys.
    """
    if "articles" not in arguments and "id" not in arguments:
        return ()
    given = "".join("".join(each.split()) for each in arguments.getlist("articles"))
    try:
        keys = [*parted(given), *(article_key(each) for each in arguments.getlist("id") if each)]
    except ValueError as fault:
        told = "articles is none that Dateline wrote; take the link of the reading list again, whole, or write id=ID"
        raise BadRequest("articles", told) from fault
    found = tuple(dict.fromkeys(keys))
    if len(found) > MAX_ARTICLES:
        told = f"a list holds {MAX_ARTICLES:,} articles at most, as an address does, and these are {len(found):,}"
        raise BadRequest("articles", f"{told}; part it in two")
    return found


def _moment(arguments: Arguments, name: str) -> datetime | None:
    """A moment, in UTC where it does not say; None where none is given. Raises `BadRequest`."""
    given = _given(arguments, name).replace(" ", "+")  # as a `+` that was not encoded is read
    if not given:
        return None
    try:
        moment = datetime.fromisoformat(given)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as fault:
        told = f"{name} is {given[:40]!r}; write a moment such as {name}=2026-11-29T17:10:00Z, or a day"
        raise BadRequest(name, told) from fault


def read_flag(arguments: Arguments, name: str) -> bool | None:
    """Whether a parameter is 1 or 0; None where it is not given. Raises `BadRequest`."""
    given = _given(arguments, name)
    if given not in {"", "0", "1"}:
        raise BadRequest(name, f"{name} is {given[:40]!r}; write {name}=1 or {name}=0")
    return given == "1" if given else None


def read_choice(arguments: Arguments, name: str, default: _Choice) -> _Choice:
    """One of some values, or the default where none is given. Raises `BadRequest`."""
    given = _given(arguments, name).lower()
    if not given:
        return default
    choices = type(default)
    try:
        return choices(given)
    except ValueError as fault:
        known = ", ".join(f"{name}={each.value}" for each in choices)
        raise BadRequest(name, f"{name} is {given[:40]!r}; write one of {known}") from fault


def _selection(arguments: Arguments, prefix: str) -> Selection:
    named = _NAMES[prefix]
    given = {
        facet: values for facet, name in named.items() if name in arguments and (values := _values(arguments, name))
    }
    if sum(len(value) for values in given.values() for value in values) > MAX_OF_VALUES:
        name = named[max(given, key=lambda facet: sum(map(len, given[facet])))]
        raise BadRequest(name, f"all values of {name} and its like are too long; choose fewer of them")
    return given


def _facet_match(arguments: Arguments) -> dict[Facet, Match]:
    """What is said of the values of each facet of which an article may have several; nothing where nothing is."""
    said = {facet: name for facet, name in _MATCH_NAMES.items() if _given(arguments, name)}
    return {facet: read_choice(arguments, name, Match.ANY) for facet, name in said.items()}


def match_name(facet: Facet) -> str:
    """The parameter that says whether an article must have all the values chosen in a facet, or any of them."""
    return f"{facet}_match"


_NAMES = {prefix: {facet: f"{prefix}{facet}" for facet in Facet} for prefix in ("", "not_")}
_MATCH_NAMES = {facet: match_name(facet) for facet in Facet if facet.field.several}


def _values(arguments: Arguments, name: str) -> tuple[str, ...]:
    stripped = (value.strip() for value in arguments.getlist(name))
    values = tuple(dict.fromkeys(value for value in stripped if value))
    if len(values) > MAX_VALUES:
        raise BadRequest(name, f"{name} is given {len(values)} times; give it {MAX_VALUES} times at most")
    long = next((value for value in values if len(value) > MAX_VALUE), None)
    if long is not None:
        raise BadRequest(name, f"{name} has {len(long):,} characters ({long[:40]!r}…); give it {MAX_VALUE} at most")
    return values
