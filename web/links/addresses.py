"""Where each thing is found: searches, articles, facets and exports as addresses that say everything."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote, quote_plus

from search.query.limits import MAX_CHARACTERS
from search.types.concordance import LineOrder
from search.types.lineage import Against
from search.types.request import Facet, Match, SearchRequest
from web.formatting.dates import utc
from web.links.parameters import LINES, PER_PAGE, QUERIES, VALUES_PER_PAGE, FacetRequest, default_sort, match_name
from web.links.refine import on_page, plainly, whole

_FACETS = [name for facet in Facet for name in (str(facet), f"not_{facet}", match_name(facet))]
_ORDER = {name: place for place, name in enumerate(["q", "match", "aliases", "explain", *_FACETS])}
"""The order of the first parameters of an address."""


SIMILAR = "/similar"
"""How the addresses of articles like one end; an article whose id ends so is told apart by `similar=0`."""

VERSIONS = "/versions"
"""The same for its versions, and `versions=0`."""

_NO_STEPS = frozenset({"", ".", ".."})
_PLAIN = re.compile(r"[\w~-][\w.~-]*(?:/[\w~-][\w.~-]*)*", re.ASCII)
"""An id that stands in a path as it is, as most do: it takes a sixth of the time of quoting it."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses below `root`: absolute below `https://archive.example`, relative to the host below an empty one.

    Those of pages name the `language` that was asked for by name, if any.
    """

    root: str = ""
    language: str = ""

    @property
    def home(self) -> str:
        """The start page."""
        return self._page("/")

    @staticmethod
    def again(path: str, given: Iterable[tuple[str, str]]) -> str:
        """A path with other parameters."""
        return f"{path}?{_encoded(given)}"

    def page(self, request: SearchRequest) -> str:
        """The page of a search."""
        return self._page("/", parameters(plainly(request)))

    def api(self, request: SearchRequest) -> str:
        """The same search as JSON."""
        return self._address("/api/search", parameters(request))

    def api_adding(self, request: SearchRequest) -> Callable[[Facet], Callable[[str], str]]:
        """The same search with one more value of a facet, by facet and value: an answer has an address for each."""
        pairs = parameters(on_page(request, 1))
        places = [_ORDER.get(name, len(_ORDER)) for name, _ in pairs]
        written = [_encoded([pair]) for pair in pairs]

        def of_facet(facet: Facet) -> Callable[[str], str]:
            place = bisect_right(places, _ORDER[facet])
            start = "".join([f"{self.root}/api/search?", *(f"{each}&" for each in written[:place]), facet, "="])
            end = "".join([f"&{each}" for each in written[place:]])
            return lambda value: f"{start}{_quoted(value)}{end}"

        return of_facet

    def article(
        self, article_id: str, request: SearchRequest | None = None, *, naming: bool = False, at: int | None = None
    ) -> str:
        """The page of an article, which remembers the search that found it; `naming` marks the names in it.

        It is opened `at` a character of its text, if one is given: `#match` then leads to the match that is there.
        """
        given = [(name, value) for name, value in parameters(plainly(request)) if name != "explain"] if request else []
        shown = [*([("entities", "1")] if naming else []), *([("at", str(at))] if at is not None else [])]
        return self._page(f"/articles/{_segment(article_id)}", [*given, *shown])

    def lines(self, request: SearchRequest, order: LineOrder = LineOrder.RESULT) -> str:
        """The page of a search as lines, each match in its context; the request's page counts lines."""
        paged = [("per_page", str(request.per_page))] if request.per_page != LINES else []
        given = parameters(replace(plainly(request), per_page=PER_PAGE, cursor=None, explain=False))
        return self._page("/", [*given, *paged, ("view", "lines"), *_by(order)])

    def as_lines(self, request: SearchRequest) -> str:
        """The first lines of a search whose page counts articles."""
        return self.lines(replace(on_page(request, 1), per_page=LINES))

    def export_lines(self, request: SearchRequest, order: LineOrder) -> str:
        """Every line as a table for a spreadsheet to open."""
        return self._address("/export.concordance.csv", [*parameters(whole(request)), *_by(order), ("bom", "1")])

    def api_lines(self, request: SearchRequest, order: LineOrder) -> str:
        """The lines of a page as JSON."""
        return self._address("/api/concordance", [*parameters(plainly(request)), *_by(order)])

    def articles(self, request: SearchRequest) -> Callable[[str], tuple[str, str]]:
        """All that a search found as JSON and as pages, by ids: what the pages remember is written once."""
        remembered = self.article("", request).removeprefix(f"{self.root}/articles/")

        def of_article(article_id: str) -> tuple[str, str]:
            path = f"articles/{_segment(article_id)}"
            return f"{self.root}/api/{path}{_exactly(article_id)}", f"{self.root}/{path}{remembered}"

        return of_article

    def citation(self, article_id: str, form: str) -> str:
        """How an article is cited, as `bibtex` or `ris`."""
        return self._address(f"/articles/{_segment(article_id)}", [("cite", form)])

    def api_article(self, article_id: str) -> str:
        """An article as JSON."""
        return f"{self.root}/api/articles/{_segment(article_id)}{_exactly(article_id)}"

    def api_similar(self, article_id: str) -> str:
        """The articles most like one as JSON."""
        return self._address(f"/api/articles/{_segment(article_id)}{SIMILAR}")

    def versions(self, article_id: str, against: Against = Against.BEFORE, page: int = 1) -> str:
        """The page of the versions of an article."""
        return self._page(f"/versions/{_segment(article_id)}", _of_versions(against, page))

    def api_versions(
        self, article_id: str, against: Against = Against.BEFORE, page: int = 1, per_page: int = PER_PAGE
    ) -> str:
        """The same as JSON."""
        paged = [("per_page", str(per_page))] if per_page != PER_PAGE else []
        given = [*_of_versions(against, page), *paged]
        return self._address(f"/api/articles/{_segment(article_id)}{VERSIONS}", given)

    def together(self, request: SearchRequest) -> str:
        """The page of names that stand together in a result, and of its spread over time."""
        return self._page("/together", parameters(whole(request)))

    def api_together(self, request: SearchRequest) -> str:
        """The names of that page as JSON."""
        return self._address("/api/cooccurrence", [*parameters(whole(request)), ("names", "telling")])

    def compare(self, searches: Sequence[SearchRequest], *shown: tuple[str, str]) -> str:
        """The page of searches side by side; `shown` says by what they are counted, and as what."""
        return self._page("/compare", [*_compared(searches), *shown])

    def api_trend(self, searches: Sequence[SearchRequest], *shown: tuple[str, str]) -> str:
        """The spread of searches over time or sources as JSON."""
        return self._address("/api/trend", [*_compared(searches), *shown])

    def export_trend(self, searches: Sequence[SearchRequest], kind: str, *shown: tuple[str, str]) -> str:
        """The same as a table (`csv`) or as a picture (`svg`)."""
        return self._address(f"/export.trend.{kind}", [*_compared(searches), *shown])

    def facet(self, facet: Facet, request: FacetRequest) -> str:
        """The page of all values of a facet."""
        return self._page(f"/facets/{facet}", _of_facet(replace(request, search=plainly(request.search))))

    def api_facet(self, facet: Facet, request: FacetRequest) -> str:
        """All values of a facet as JSON."""
        return self._address(f"/api/facets/{facet}", _of_facet(request))

    def facets(self, facet: Facet) -> str:
        """The page of all values of a facet, for a form to add to."""
        return self._address(f"/facets/{facet}")

    def reading_list(self, keys: Iterable[str] = ()) -> str:
        """The page of a reading list."""
        return self._page("/list", _of_keys(keys))

    def api_similar_to(self, keys: Iterable[str]) -> str:
        """The articles most like those of a reading list as JSON."""
        return self._address("/api/similar", _of_keys(keys))

    def feed(self, request: SearchRequest) -> str:
        """An Atom feed of a search."""
        return self._address("/feed.atom", parameters(plainly(request)))

    def export(self, request: SearchRequest, kind: str, *, bom: bool = False) -> str:
        """Everything that matches, as `csv` or `jsonl`; with a byte-order mark for a spreadsheet to open."""
        return self._address(f"/export.{kind}", [*parameters(whole(request)), *([("bom", "1")] if bom else ())])

    def _page(self, path: str, given: Iterable[tuple[str, str]] = ()) -> str:
        return self._address(path, [*given, ("lang", self.language)] if self.language else given)

    def _address(self, path: str, given: Iterable[tuple[str, str]] = ()) -> str:
        query = _encoded(given)
        return f"{self.root}{path}?{query}" if query else f"{self.root}{path}"


def _encoded(pairs: Iterable[tuple[str, str]]) -> str:
    return "&".join([f"{name}={_quoted(value)}" for name, value in pairs])


@lru_cache(maxsize=8_192)
def _quoted(value: str) -> str:
    # An answer has the address of a hundred values, and the next answer has most of them again.
    return quote_plus(value, safe=":/.,")


def parameters(request: SearchRequest) -> list[tuple[str, str]]:
    """The query string of a search as names and values, without those that have their default."""
    pairs = [("q", request.q[:MAX_CHARACTERS])] if request.q else []  # what is behind was not searched
    if request.match is not Match.ALL:
        pairs.append(("match", request.match))
    if not request.aliases:
        pairs.append(("aliases", "0"))
    if request.explain:
        pairs.append(("explain", "1"))
    for facet in Facet if request.filters or request.exclude or request.facet_match else ():
        pairs += [(facet, value) for value in request.filters.get(facet, ())]
        pairs += [(f"not_{facet}", value) for value in request.exclude.get(facet, ())]
        if facet in request.facet_match:
            pairs.append((match_name(facet), request.facet_match[facet]))
    pairs += _besides(request)
    if request.sort is not default_sort(request.q):
        pairs.append(("sort", request.sort))
    if request.page > 1:
        pairs.append(("page", str(request.page)))
    if request.per_page != PER_PAGE:
        pairs.append(("per_page", str(request.per_page)))
    chosen = {"expand": request.expand, "meaning": request.meaning, "group": request.group}
    pairs += [(name, str(int(choice))) for name, choice in chosen.items() if choice is not None]
    if request.cursor:
        pairs.append(("cursor", request.cursor))
    return pairs


def _of_versions(against: Against, page: int) -> list[tuple[str, str]]:
    first = [("against", str(against))] if against is not Against.BEFORE else []
    return [*first, ("page", str(page))] if page > 1 else first


def _by(order: LineOrder) -> list[tuple[str, str]]:
    return [("by", order)] if order is not LineOrder.RESULT else []


def _of_keys(keys: Iterable[str]) -> list[tuple[str, str]]:
    joined = "".join(keys)
    return [("articles", joined)] if joined else []


def _besides(request: SearchRequest) -> list[tuple[str, str]]:
    """What narrows a search besides its facets."""
    pairs = _of_keys(request.articles)
    if since := utc(request.added_since):
        pairs.append(("added_since", since))
    return pairs


def _compared(searches: Sequence[SearchRequest]) -> list[tuple[str, str]]:
    """The words of each search, then what they share."""
    words = [(name, each.q[:MAX_CHARACTERS]) for name, each in zip(QUERIES, searches, strict=False)]
    others = [(name, value) for name, value in parameters(whole(searches[0])) if name not in ("q", "sort")]
    return [*((name, q) for name, q in words if q), *others]


def _of_facet(request: FacetRequest) -> list[tuple[str, str]]:
    pairs = parameters(replace(on_page(request.search, 1), per_page=PER_PAGE, explain=False))
    if request.prefix:
        pairs.append(("prefix", request.prefix))
    if request.page > 1:
        pairs.append(("page", str(request.page)))
    if request.per_page != VALUES_PER_PAGE:
        pairs.append(("per_page", str(request.per_page)))
    return pairs


def _segment(article_id: str) -> str:
    """An article's id in a path: slashes stay, unless a browser would take `..` or an empty step for its own."""
    if _PLAIN.fullmatch(article_id):
        return article_id
    return quote(article_id, safe="/" if _NO_STEPS.isdisjoint(article_id.split("/")) else "")


def _exactly(article_id: str) -> str:
    """What says in the address of an article that its end belongs to its id."""
    if not article_id.endswith((SIMILAR, VERSIONS)):
        return ""
    return f"?{article_id.rpartition('/')[2]}=0"
