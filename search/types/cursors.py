"""Cursors: where the next page begins, as text that an address can hold."""

import base64
import json
import math
from dataclasses import dataclass
from typing import Self

from search.types.request import BadRequest, Sort

AFTER_EVERY_DATE = 10**8
"""By what an article without a date is sorted where the oldest are first."""

_LONGEST = 1 << 16
"""Characters of a cursor, which holds an id; an address is hardly ever longer."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last article of a page: the state of the index, the order, what it was sorted by (ascending), its id."""

    generation: str
    sort: str
    key: float
    id: str

    def encoded(self) -> str:
        """The cursor as text."""
        content = json.dumps([self.generation, self.sort, self.key, self.id])
        return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")

    @classmethod
    def decoded(cls, text: str, sort: Sort, generation: str) -> Self:
        """The cursor of a text, for an order and a state of the index.

        Raises `BadRequest` for what is no cursor of this order, and for one by relevance that another state of the
        index gave: its scores mean nothing in this one. Cursors by date go on across changes of the index.
        """
        last = cls._read(text)
        if last.sort != sort or (sort is Sort.RELEVANCE and last.generation != generation):
            raise BadRequest(
                "cursor", "the index or the order has changed since this cursor was given; start again at page 1"
            )
        return last

    @classmethod
    def _read(cls, text: str) -> Self:
        try:
            generation, sort, key, article = json.loads(_content(text))
            last = cls(str(generation), str(sort), float(key), str(article))
        except (ValueError, TypeError, OverflowError, RecursionError) as fault:
            raise _no_cursor() from fault
        if not math.isfinite(last.key):
            raise _no_cursor()
        return last


def _content(text: str) -> bytes:
    if len(text) > _LONGEST:
        raise _no_cursor()
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _no_cursor() -> BadRequest:
    return BadRequest("cursor", "this is no cursor that Dateline gave; start again at page 1")
