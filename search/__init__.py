"""Search an index: `Searcher` answers a `SearchRequest`. What is listed here stays; what is below may change."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.searcher import NoIndex, NoSuchArticle, Searcher, SearchTimeout
    from search.types.request import BadRequest, Facet, Match, SearchRequest, Sort
    from search.types.result import SearchResult

__all__ = [
    "BadRequest", "Facet", "Match", "NoIndex", "NoSuchArticle", "SearchRequest", "SearchResult", "SearchTimeout",
    "Searcher", "Sort",
]  # fmt: skip

_OF_SEARCHER = ("Searcher", "NoIndex", "NoSuchArticle", "SearchTimeout")
_MODULES = {**dict.fromkeys(_OF_SEARCHER, "searcher"), "SearchResult": "types.result"}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is: `dateline --help` needs no searcher."""
    if name not in __all__:
        raise AttributeError(f"module 'search' has no attribute {name!r}")
    return getattr(import_module(f"search.{_MODULES.get(name, 'types.request')}"), name)
