"""When two values of a facet mean the same: `Daesh` and `Islamic State`, `sy` and `Syria`, `987` and `0987`."""

from functools import lru_cache

from corpus.enrichment.aliases.aliases import canonical
from corpus.enrichment.aliases.country_names import country_code
from corpus.folding import exact_key
from search.request import Facet


@lru_cache(maxsize=8_192)
def value_key(facet: Facet, value: str) -> str:
    """The key of a value in its facet's column, for a value as typed by a user."""
    if facet is Facet.ENTITY:
        return exact_key(canonical(value))
    if facet is Facet.COUNTRY:
        return exact_key(country_code(value) or value)
    return value.zfill(4) if value.isdigit() else value
