"""Text with its matches and names marked, as HTML: everything is escaped here, at the last moment."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from corpus.article import Span

_MARK = Markup("<mark>{}</mark>")
_FIRST = Markup('<span id="match"></span><mark>{}</mark>')
"""Where the address of a search result leads to."""

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


class NamedSpan(NamedTuple):
    """A piece of text that names an entity, of which type, and where its articles are."""

    start: int
    end: int
    type: str
    href: str


class _Marks(NamedTuple):
    """The highlights of a text, and the one of them that an address leads to."""

    highlights: Sequence[Span]
    there: Span | None = None


def mark(text: str, highlights: Sequence[Span]) -> Markup:
    """The text with each highlight in a `<mark>`; overlapping ones share it."""
    return _marked(text, 0, len(text), _Marks(highlights))


def paragraphs(text: str, highlights: Sequence[Span], names: Sequence[NamedSpan] = (), at: int = 0) -> Iterator[Markup]:
    """The paragraphs of a text, marked. A highlight that goes across a blank line is marked on both sides.

    An address leads to the first highlight that ends behind character `at`.
    """
    there = next((each for each in sorted(highlights) if each[1] > at), min(highlights, default=None))
    marks = _Marks(highlights, there)
    start = len(text) - len(text.lstrip())
    for blank in _BLANK_LINES.finditer(text, start):
        yield _named(text, start, blank.start(), marks, names)
        start = blank.end()
    end = len(text.rstrip())
    if start < end:
        yield _named(text, start, end, marks, names)


def _named(text: str, start: int, end: int, marks: _Marks, names: Sequence[NamedSpan]) -> Markup:
    """The text with its names as links, the highlights within and between them; of names that overlap, the first."""
    parts = []
    at = start
    for name in sorted(names):
        if at <= name.start < name.end <= end:
            parts.append(_marked(text, at, name.start, marks))
            inner = _marked(text, name.start, name.end, marks)
            parts.append(Markup('<a class="{0}" title="{0}" href="{1}">{2}</a>').format(name.type, name.href, inner))
            at = name.end
    return Markup().join([*parts, _marked(text, at, end, marks)])


def _marked(text: str, start: int, end: int, marks: _Marks) -> Markup:
    parts = []
    at = start
    for first, last in sorted(marks.highlights):
        opened, closed = max(first, at), min(last, end)
        if opened < closed:
            tag = _FIRST if (first, last) == marks.there and opened == first else _MARK
            parts += [escape(text[at:opened]), tag.format(text[opened:closed])]
            at = closed
    return Markup().join([*parts, escape(text[at:end])])
