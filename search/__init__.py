"""Answer questions from an index: one request, one result, in plain values.

What is exported here does not change without a note in the change log (docs/python.md).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.article import Article, Country, Entity, PartialDate
    from corpus.document import Document
    from search.request import BadRequest, Facet, Match, SearchRequest, Sort
    from search.result import FacetValue, Hit, SearchResult, Snippet
    from search.searcher import NoSuchArticle, Searcher

__all__ = [
    "Article",
    "BadRequest",
    "Country",
    "Document",
    "Entity",
    "Facet",
    "FacetValue",
    "Hit",
    "Match",
    "NoSuchArticle",
    "PartialDate",
    "SearchRequest",
    "SearchResult",
    "Searcher",
    "Snippet",
    "Sort",
]

_MODULES = {
    **dict.fromkeys(("Article", "Country", "Entity", "PartialDate"), "corpus.article"),
    **dict.fromkeys(("BadRequest", "Facet", "Match", "SearchRequest", "Sort"), "search.request"),
    **dict.fromkeys(("FacetValue", "Hit", "SearchResult", "Snippet"), "search.result"),
    **dict.fromkeys(("NoSuchArticle", "Searcher"), "search.searcher"),
    "Document": "corpus.document",
}


def __getattr__(name: str) -> Any:
    """What is exported, imported when it is asked for: a request is made without the engine that answers it."""
    if name in _MODULES:
        return getattr(import_module(_MODULES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
