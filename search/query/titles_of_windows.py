"""Leave out the name of a newspaper behind a headline, as windows are titled: `Talks resume - Harbour Courier`."""

import re
from collections.abc import Sequence

from search.query.lexicon import Lexicon

_BEHIND = re.compile(r"(?<=\w[\w.!?”’\"'])\s+(?:[-–—|·•»]|::)\s+([^\s|·•»*?\"():][^|·•»*?\"():]{1,60})$")
_LEAST_WORDS = 3


def without_source(typed: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """A query without the name of a source of the collection that stands behind a headline, and a notice of it."""
    typed = typed.rstrip()
    found = _BEHIND.search(typed)
    if found is None or len(typed[: found.start()].split()) < _LEAST_WORDS:
        return typed, None
    if not any(_is_source(terms, lexicon) for terms in lexicon.languages.readings(found[1])):
        return typed, None
    return typed[: found.start()], f"“{found[1]}” is the name of a source and was left out; source: asks for it."


def _is_source(terms: Sequence[str], lexicon: Lexicon) -> bool:
    if len(terms) > 1:
        return lexicon.stand_together("source", terms)
    return bool(terms) and lexicon.frequency("source", terms[0]) > 0
