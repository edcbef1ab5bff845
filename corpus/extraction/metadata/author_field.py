"""Read the author that a field gives: a name, a list of names or of objects, or such a list written as text."""

import ast
import re
from collections.abc import Iterator

_BY = re.compile(r"(?:written\s+)?by\s*:?\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|facebook\.com", re.IGNORECASE)
_NO_NAME = frozenset(("nan", "none", "null", "n/a", "na", "unknown", "-", "admin", ""))
_LONGEST = 300


def author_of_value(value: object) -> str | None:
    """The names of a value, parted by commas; None where it has none. Addresses are no names."""
    names = dict.fromkeys(filter(None, map(_name, _named(value))))
    return ", ".join(names)[:_LONGEST] or None


def _named(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _of_text(value.strip())
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)
    elif isinstance(value, dict):
        yield from _of_object(value)


def _of_text(text: str) -> Iterator[str]:
    if text.startswith("[") and text.endswith("]"):  # a list as Python or JSON writes it, in a cell of a table
        try:
            listed = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            listed = None
        if isinstance(listed, list):
            yield from _named(listed)
            return
    yield text


def _of_object(value: dict[str, object]) -> Iterator[str]:
    for key in ("name", "original", "webTitle", "full_name", "fullName", "display_name", "value"):
        if value.get(key):
            yield from _named(value[key])
            return
    parts = [value.get(key) for key in ("firstname", "first_name", "firstName", "middlename")]
    parts += [value.get(key) for key in ("lastname", "last_name", "lastName")]
    yield " ".join(part for part in parts if isinstance(part, str))


def _name(text: str) -> str | None:
    text = " ".join(text.split())
    if begun := _BY.match(text):
        text = text[begun.end() :]
    return None if text.casefold() in _NO_NAME or _ADDRESS.search(text) else text
