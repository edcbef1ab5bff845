"""Split a stated author into the names of persons: `Jane Doe and John Roe`, `Doe, Jane; Roe, John`."""

import re

_BETWEEN = re.compile(r"\s*[;|]\s*|\s+(?:&|and|und|et(?!\s+al)|y|en|och|og|и|i)\s+")
_COMMA = re.compile(r"\s*,\s*")
_BY = re.compile(r"^by\s+", re.IGNORECASE)


def author_names(author: str | None) -> tuple[str, ...]:
    """The names in a stated author, each once; none where none is stated.

    A comma parts names, but for the one of `Doe, Jane`.
    """
    found: list[str] = []
    for part in _BETWEEN.split(_BY.sub("", " ".join((author or "").split()), count=1)):
        names = [name for name in _COMMA.split(part) if name]
        inverted = len(names) == len(("Doe", "Jane")) and " " not in names[0]
        found += [", ".join(names)] if inverted else names
    return tuple(dict.fromkeys(filter(None, found)))
