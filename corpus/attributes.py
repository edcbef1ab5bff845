"""Bound the attributes of an element: the parser compares each with all before it, and no time limit interrupts it."""

import re

_MOST = 500
_LONGEST = 4 * _MOST
"""Characters of a tag that may have more than so many attributes."""

_TAG = re.compile(r"<([A-Za-z][\w:-]*+)((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)")
_VALUE = re.compile(r"\"[^\"]*+\"|'[^']*+'")


def with_few_attributes(html: str) -> str:
    """A page whose elements with more attributes than any page needs have none."""
    return _TAG.sub(_bounded, html) if len(html) > _LONGEST else html


def _bounded(tag: re.Match[str]) -> str:
    if len(tag[2]) <= _LONGEST or len(_VALUE.sub(" ", tag[2]).split()) <= _MOST:
        return tag[0]
    return f"<{tag[1]} "
