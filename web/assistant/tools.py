"""What an assistant may ask of an archive, and is answered with: passages with their citations, and nothing made up.

Arguments are those of an address, and are read and refused as such.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from werkzeug.datastructures import MultiDict

from corpus.document import Document
from corpus.enrichment.aliases.country_names import country_name
from search.engine import Engine
from search.types.concordance import LineOrder
from search.types.request import Facet
from web.api.values import Json, JsonObject
from web.formatting import citation
from web.links.addresses import Addresses
from web.links.parameters import read_choice, read_facet, read_search

_ARTICLES, _LINES, _VALUES = 10, 25, 50
_CHARACTERS = 20_000
"""Of a text that are told at once."""

Asked = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools over one index. With a `root`, the address of a server, citations lead to its pages."""

    searcher: Engine
    root: str = ""

    def search(self, asked: Asked) -> JsonObject:
        """A page of results, each with its citation and the passages that match."""
        request = read_search(_arguments(asked, per_page=_ARTICLES))
        found = self.searcher.search(request, folded=True)
        return {
            "total": found.total,
            "relaxed": found.relaxed,
            "notices": list(found.notices),
            "suggestion": found.suggestion,
            "articles": [
                {
                    **self._cited(hit.document),
                    "passages": [each.text for each in hit.snippets],
                    "near_duplicates": hit.near_duplicates,
                }
                for hit in found.hits
            ],
            "next_page": request.page + 1 if request.page * request.per_page < found.listed else None,
        }

    def article(self, article_id: str, start: int = 0) -> JsonObject:
        """An article from a character of its text on, with its citation and what is known of it."""
        document = self.searcher.article(article_id).document
        text = document.article.text
        start = min(max(start, 0), len(text))
        end = min(start + _CHARACTERS, len(text))
        return {
            **self._cited(document),
            "author": document.article.author,
            "language": document.article.language,
            "text": text[start:end],
            "next_start": end if end < len(text) else None,
            "names": [{"name": each.name, "type": each.type} for each in document.entities],
            "countries": [country_name(each.code) for each in document.countries],
            "tags": list(document.tags),
            "note": document.note or None,
        }

    def facets(self, asked: Asked, facet: str) -> JsonObject:
        """A page of the values of a facet under a search, each with how many articles have it."""
        request = read_facet(_arguments(asked, per_page=_VALUES))
        wanted = read_choice(MultiDict({"facet": facet}), "facet", Facet.ENTITY)
        values, total = self.searcher.facet(request.search, wanted, request.prefix, request.page, request.per_page)
        told: list[Json] = [{"value": each.value, "label": each.label, "count": each.count} for each in values]
        more = request.page + 1 if request.page * request.per_page < total else None
        return {"facet": wanted, "total": total, "values": told, "next_page": more}

    def concordance(self, asked: Asked, order: str) -> JsonObject:
        """A page of matches as lines, each in its context and with the citation of its article."""
        request = read_search(_arguments(asked, per_page=_LINES))
        by = read_choice(MultiDict({"order": order}), "order", LineOrder.RESULT)
        found = self.searcher.concordance(request, by)
        cited = {each.article_id: self._cited(self._document(each.article_id)) for each in found.lines}
        return {
            "articles": found.articles,
            "notices": list(found.notices),
            "lines": [
                {**cited[each.article_id], **{name: asdict(each)[name] for name in ("left", "match", "right")}}
                for each in found.lines
            ],
            "next_page": request.page + 1 if found.more else None,
        }

    def _document(self, article_id: str) -> Document:
        return self.searcher.article(article_id).document

    def _cited(self, document: Document) -> JsonObject:
        """What a statement that rests on an article is cited with."""
        article, date = document.article, document.published
        return {
            "id": article.id,
            "citation": citation.plain(document),
            "title": article.title,
            "source": article.source,
            "published": date.iso,
            "published_basis": date.basis,
            "url": article.url,
            "page": Addresses(self.root).article(article.id) if self.root else None,
        }


def _arguments(asked: Asked, **defaults: int) -> MultiDict[str, str]:
    """What was asked as the parameters of an address; what is None or empty is not asked."""
    found = MultiDict[str, str]((name, str(value)) for name, value in defaults.items())
    for name, value in asked.items():
        values: Iterable[object] = value if isinstance(value, list | tuple) else [value]
        given = [str(each) for each in values if each not in (None, "")]
        if given:
            found.setlist(name, given)
    return found
