"""Leave out the name of a newspaper behind a headline, as windows are titled: `Talks resume - Harbour Courier`."""

import re

from corpus.folding import exact_key
from index.segments.facets import Facet
from search.query.lexicon import Lexicon

_BEHIND = re.compile(r"(?<=\w[\w.!?”’\"'])\s+(?:[-–—|·•»]|::)\s+([^\s|·•»*?\"():][^|·•»*?\"():]{1,60})$")
_LEAST_WORDS = 3


def without_source(typed: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """A query without the name of a source of the collection that stands behind a headline, and a notice of it."""
    typed = typed.rstrip()
    found = _BEHIND.search(typed)
    if found is None or len(typed[: found.start()].split()) < _LEAST_WORDS:
        return typed, None
    if not any(lexicon.values_like(Facet.SOURCE.field.column, exact_key(found[1]))):
        return typed, None
    return typed[: found.start()], f"“{found[1]}” is the name of a source and was left out; source: asks for it."
