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


def mark(text: str, highlights: Sequence[Span]) -> Markup:
    """The text with each highlight in a `<mark>`; overlapping ones share it."""
    return _marked(text, 0, len(text), highlights, opens=False)


def paragraphs(text: str, highlights: Sequence[Span], names: Sequence[NamedSpan] = ()) -> Iterator[Markup]:
    """The paragraphs of a text, marked. A highlight that goes across a blank line is marked on both sides."""
    start = len(text) - len(text.lstrip())
    for blank in _BLANK_LINES.finditer(text, start):
        yield _named(text, start, blank.start(), highlights, names)
        start = blank.end()
    end = len(text.rstrip())
    if start < end:
        yield _named(text, start, end, highlights, names)


def _named(text: str, start: int, end: int, highlights: Sequence[Span], names: Sequence[NamedSpan]) -> Markup:
    """The text with its names as links, the highlights within and between them; of names that overlap, the first."""
    parts = []
    at = start
    for name in sorted(names):
        if at <= name.start < name.end <= end:
            parts.append(_marked(text, at, name.start, highlights))
            inner = _marked(text, name.start, name.end, highlights)
            parts.append(Markup('<a class="{0}" title="{0}" href="{1}">{2}</a>').format(name.type, name.href, inner))
            at = name.end
    return Markup().join([*parts, _marked(text, at, end, highlights)])


def _marked(text: str, start: int, end: int, highlights: Sequence[Span], *, opens: bool = True) -> Markup:
    parts = []
    at = start
    begins = min(highlights, default=None)
    for first, last in sorted(highlights):
        opened, closed = max(first, at), min(last, end)
        if opened < closed:
            tag = _FIRST if opens and (first, last) == begins and opened == first else _MARK
            parts += [escape(text[at:opened]), tag.format(text[opened:closed])]
            at = closed
    return Markup().join([*parts, escape(text[at:end])])
