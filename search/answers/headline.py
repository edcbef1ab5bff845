"""Read a pasted headline: the dash before its last word excludes nothing."""

import re

HEADLINE = "No article has the other words without the last one, so “-” was read as the dash of a headline."
_DASHED = re.compile(r"(?P<words>(?:[^\s-]\S*\s+){4,})-(?P<last>\w+)\s*")


def as_headline(q: str) -> str | None:
    """What was meant where a headline was pasted that ends as some do: `Bank to sell its Asian unit -sources`."""
    found = _DASHED.fullmatch(q)
    return f"{found['words']}{found['last']}" if found else None
