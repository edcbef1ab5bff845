"""Answers as the JSON of the contract: the endpoint sends it, the command line prints it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from corpus.document import Document
from corpus.enrichment.aliases.country_names import country_name
from index.segments.article_key import article_key
from index.segments.facets import Values
from search.types.request import Facet, SearchRequest
from search.types.result import FacetValue, Hit, MarkedArticle, Reason, SearchResult, Snippet
from web.api.values import Json, JsonObject, document, spans
from web.formatting.dates import utc
from web.links.addresses import Addresses
from web.links.paging import next_page, next_values, previous_page, previous_values
from web.links.parameters import FacetRequest, words
from web.links.refine import toggled


@dataclass(frozen=True, slots=True)
class Contract:
    """Says answers in JSON, their links below the addresses' root."""

    addresses: Addresses

    def search(self, result: SearchResult) -> JsonObject:
        """A page of results."""
        adding = self.addresses.api_adding(result.request)
        return {
            "query": asked(result.request),
            "total": result.total,
            "grouped": result.groups is not None,
            "groups": result.groups,
            **({"approximate": result.approximate} if result.approximate else {}),
            "relaxed": result.relaxed,
            "took_ms": round(result.took_ms, 1),
            "suggestion": result.suggestion,
            "notices": result.notices,
            "also_searched": result.also_searched,
            "expanded": result.expanded,
            "near_in_meaning": result.near_in_meaning,
            "results": self._hits(result.hits, result.request),
            "last_added": utc(result.last_added),
            "facets": {
                str(facet): self._values(facet, result.facets.get(facet, ()), result.request, adding(facet))
                for facet in Facet
            },
            "facet_totals": {str(facet): result.facet_totals.get(facet, 0) for facet in Facet},
            "names": {
                str(kind): self._values(Facet.ENTITY, values, result.request, adding(Facet.ENTITY))
                for kind, values in result.names.items()
            },
            "links": self._links(result),
        }

    def values(self, facet: Facet, values: Sequence[FacetValue], request: SearchRequest) -> list[Json]:
        """Values of a facet, each with the address of the search that selects it, or no longer does."""
        return self._values(facet, values, request, self.addresses.api_adding(request)(facet))

    def _values(
        self, facet: Facet, values: Sequence[FacetValue], request: SearchRequest, adding: Callable[[str], str]
    ) -> list[Json]:
        typed, timed = facet.field.values is Values.NAMES, facet.field.values is Values.TIMES
        found: list[Json] = []
        for each in values:
            told: JsonObject = {"value": each.value, "label": each.label}
            if typed:
                told["type"] = each.type
            told["count"] = each.count
            if timed:
                told["inferred"] = each.inferred
            if each.approximate:
                told["approximate"] = True
            told["selected"], told["excluded"] = each.selected, each.excluded
            if each.selected or each.excluded:
                told["url"] = self.addresses.api(toggled(request, facet, each.value))
            else:
                told["url"] = adding(each.value)
            found.append(told)
        return found

    def facet_page(self, facet: Facet, request: FacetRequest, values: Sequence[FacetValue], total: int) -> JsonObject:
        """One page of all values of a facet; `total` counts those that the prefix leaves."""
        following, before = next_values(request, total), previous_values(request, total)
        return {
            "facet": facet,
            "query": asked(request.search),
            "prefix": request.prefix,
            "total": total,
            "values": self.values(facet, values, request.search),
            "links": {
                "self": self.addresses.api_facet(facet, request),
                "next": self.addresses.api_facet(facet, following) if following else None,
                "prev": self.addresses.api_facet(facet, before) if before else None,
                "html": self.addresses.facet(facet, request),
            },
        }

    def article(self, marked: MarkedArticle, request: SearchRequest) -> JsonObject:
        """A whole article. Offsets count characters of its text; `highlights` are there where something was asked."""
        article = marked.document.article
        highlights: JsonObject = {"title": spans(marked.title_highlights), "text": spans(marked.text_highlights)}
        return {
            **document(marked.document),
            "removed": article.removed,
            "near_duplicate_count": marked.near_duplicates,
            "near_duplicates": [self._version(each) for each in marked.versions],
            **({"highlights": highlights} if request.q or request.filters else {}),
            "links": {
                "self": self.addresses.api_article(article.id),
                "html": self.addresses.article(article.id, request),
                "similar": self.addresses.api_similar(article.id),
                "versions": self.addresses.api_versions(article.id),
            },
        }

    def similar(self, article_id: str, found: Sequence[Hit]) -> JsonObject:
        """The articles most like one."""
        return {
            "id": article_id,
            "results": self._hits(found, words("")),
            "links": {
                "self": self.addresses.api_similar(article_id),
                "article": self.addresses.api_article(article_id),
                "html": self.addresses.article(article_id),
            },
        }

    def similar_to(self, keys: Sequence[str], found: Sequence[Hit]) -> JsonObject:
        """The articles most like several taken together."""
        return {
            "articles": keys,
            "results": self._hits(found, words("")),
            "links": {"self": self.addresses.api_similar_to(keys), "html": self.addresses.reading_list(keys)},
        }

    def _version(self, version: Document) -> JsonObject:
        article = version.article
        return {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "published": version.published.iso,
            "published_basis": version.published.basis,
            "links": {"self": self.addresses.api_article(article.id), "html": self.addresses.article(article.id)},
        }

    def _hits(self, hits: Sequence[Hit], request: SearchRequest) -> list[Json]:
        links_of = self.addresses.articles(request)
        return [_hit(hit, links_of(hit.document.article.id), explain=request.explain) for hit in hits]

    def _links(self, result: SearchResult) -> JsonObject:
        request = result.request
        following, before = next_page(result), previous_page(result)
        return {
            "self": self.addresses.api(request),
            "next": self.addresses.api(following) if following else None,
            "prev": self.addresses.api(before) if before else None,
            "html": self.addresses.page(request),
            "atom": self.addresses.feed(request),
            "csv": self.addresses.export(request, "csv"),
            "jsonl": self.addresses.export(request, "jsonl"),
        }


def asked(request: SearchRequest) -> JsonObject:
    """The question, as it was understood."""
    return {
        "q": request.q,
        "match": request.match,
        "filters": {str(facet): list(values) for facet, values in request.filters.items()},
        "exclude": {str(facet): list(values) for facet, values in request.exclude.items()},
        **(
            {"facet_match": {str(facet): match.value for facet, match in request.facet_match.items()}}
            if request.facet_match
            else {}
        ),
        "sort": request.sort,
        **({"articles": list(request.articles)} if request.articles else {}),
        **({"added_since": utc(request.added_since)} if request.added_since else {}),
    }


def _hit(hit: Hit, links: tuple[str, str], *, explain: bool) -> JsonObject:
    """An article of a result, with its addresses as JSON and as a page."""
    document = hit.document
    article, published = document.article, document.published
    told: JsonObject = {
        "id": article.id,
        "title": article.title,
        "title_highlights": spans(hit.title.highlights),
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "published": published.iso,
        "published_basis": published.basis,
        "year": published.year,
        "countries": [{"code": each.code, "name": country_name(each.code)} for each in document.countries],
        "entities": [{"name": each.name, "type": each.type} for each in document.entities],
        "score": round(hit.score, 4),
        "snippets": [_snippet(each) for each in hit.snippets],
        "tags": list(document.tags),
        "note": document.note or None,
        "near_duplicates": hit.near_duplicates,
        "added": utc(hit.added),
        "key": article_key(article.id),
    }
    if explain:
        told["explanation"] = [_reason(each) for each in hit.reasons]
    told["links"] = {"self": links[0], "html": links[1]}
    return told


def _reason(reason: Reason) -> JsonObject:
    return asdict(reason)


def _snippet(snippet: Snippet) -> JsonObject:
    return {"text": snippet.text, "highlights": spans(snippet.highlights)}
