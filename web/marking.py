"""Text with its matches marked, as HTML: everything is escaped here, at the last moment."""

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from corpus.article import Span

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def mark(text: str, highlights: Sequence[Span]) -> Markup:
    """The text with each highlight in a `<mark>`; overlapping ones share it."""
    return _marked(text, 0, len(text), highlights)


def paragraphs(text: str, highlights: Sequence[Span]) -> Iterator[Markup]:
    """The paragraphs of a text, marked. A highlight that goes across a blank line is marked on both sides."""
    start = len(text) - len(text.lstrip())
    for blank in _BLANK_LINES.finditer(text, start):
        yield _marked(text, start, blank.start(), highlights)
        start = blank.end()
    end = len(text.rstrip())
    if start < end:
        yield _marked(text, start, end, highlights)


def _marked(text: str, start: int, end: int, highlights: Sequence[Span]) -> Markup:
    parts = []
    at = start
    for first, last in sorted(highlights):
        opened, closed = max(first, at), min(last, end)
        if opened < closed:
            parts += [escape(text[at:opened]), Markup("<mark>{}</mark>").format(text[opened:closed])]
            at = closed
    return Markup().join([*parts, escape(text[at:end])])
