"""Compare values of a facet as users type them: `Daesh` and `Islamic State`, `sy` and `Syria`, `987` and `0987`."""

from functools import lru_cache

from search.types.request import Facet


@lru_cache(maxsize=8_192)
def value_key(facet: Facet, value: str) -> str:
    """The key of a value in its facet's column, for a value as typed by a user."""
    return facet.key(value)
