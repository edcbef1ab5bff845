"""Bound the attributes of an element: the parser compares each with all before it, and no time limit interrupts it."""

import re

_MOST = 500
_LONGEST = 4 * _MOST
"""Characters of a tag that may have more than so many attributes."""

_ATTRIBUTES = r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<raw>script|style)\b(?P<its>{_ATTRIBUTES})(?P<within>>.*?(?:</(?P=raw)|\Z))?"
    rf"|<(?P<name>[a-z][\w:-]*+)(?P<attributes>{_ATTRIBUTES})",
    re.DOTALL | re.IGNORECASE,
)
"""A tag; a script, a style sheet or a comment is passed over with what it holds: `a<b` is no tag there."""
_VALUE = re.compile(r"\"[^\"]*+\"|'[^']*+'")


def with_few_attributes(html: str) -> str:
    """A page whose elements with more attributes than any page needs have none."""
    return _TAG.sub(_bounded, html) if len(html) > _LONGEST else html


def _bounded(tag: re.Match[str]) -> str:
    attributes = tag["attributes"] or tag["its"] or ""
    if len(attributes) <= _LONGEST or len(_VALUE.sub(" ", attributes).split()) <= _MOST:
        return tag[0]
    return f"<{tag['name'] or tag['raw']} {tag['within'] or ''}"
