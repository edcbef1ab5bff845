"""Write into a page the quotation marks that browsers draw, and leave out the readings above signs."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.extraction.html.word_borders import text_before

_READINGS = ("rt", "rp", "rtc")
_BASES = ("ruby", "rb")
_MARKS = frozenset('“"«»„‘「')
"""Marks that a page may print itself about a quotation."""
_MOST_STRIPPED = 2_000
"""Elements that are stripped: the time for it grows with their square. More are left, and part their lines."""


def write_drawn(tree: Any) -> None:
    """Put quotation marks about each `q`, and leave of `ruby` its signs without their readings: one text, in one piece.

    They are stripped at once: to drop each alone copies all the text before it in its parent.
    """
    for element in list(tree.iter(*_READINGS)):
        del element[:]
        element.text = None
    for element in list(tree.iter("q")):
        if text_before(element)[-1:] not in _MARKS and (element.text or "").lstrip()[:1] not in _MARKS:
            element.text = f"“{element.text or ''}"
            element.tail = f"”{element.tail or ''}"
    left = list(tree.iter("q", *_BASES, *_READINGS))
    if len(left) <= _MOST_STRIPPED:
        etree.strip_tags(tree, "q", *_BASES, *_READINGS)
