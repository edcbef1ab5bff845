"""Part the words that a page glues together where an element begins or ends, and take marks of footnotes away."""

import re
from typing import Any

from corpus.extraction.html.elements import text_of_element

_INLINE = ("a", "b", "strong", "i", "em", "span", "u", "mark")
_BLOCK = re.compile(r"display:(?:inline-)?(?:block|flex|grid|table)")
_LETTERS = 3
"""Of a word on either side of a border: fewer are initials, or the beginning of a name such as `iPhone`."""
_ENDS = re.compile(rf"(?:[^\W\d_]{{{_LETTERS - 1}}}[a-zß-öø-ÿа-яёα-ω]|[a-zß-öø-ÿа-яёα-ω]{{2}}[.?!:;])$")
_BEGINS = re.compile(rf"[^\W\d_]{{{_LETTERS}}}")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]|\d{1,3}|\*{1,3}|[†‡]")
_POWERS = ("2", "3")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{4}|[^\W\d_][.,;:!?”\"»)])$")


def part_words(tree: Any) -> None:
    """Put a space where a small letter or the end of a sentence touches a capital across the border of an element.

    So do elements that are styled as blocks. Words that hang together, as drop capitals do, stay whole.
    """
    for element in tree.iter(*_INLINE):
        if _BLOCK.search((element.get("style") or "").replace(" ", "").lower()):
            element.tail = f" {element.tail or ''}"
        if (text := element.text) and text[0].isupper() and _is_glued(_before(element), text):
            _space_before(element)
        if (tail := element.tail) and tail[0].isupper() and _is_glued(_last(element), tail):
            element.tail = f" {tail}"


def drop_footnote_marks(tree: Any) -> None:
    """Take away raised numbers and stars behind a word: marks of footnotes, and neither powers nor ordinals."""
    for element in tree.iter("sup"):
        mark = text_of_element(element, len("[100]"))
        told = _FOOTNOTE.fullmatch(mark) and (mark not in _POWERS or element.find(".//a") is not None)
        if told and _WORD_BEFORE.search(_before(element)[-5:]):
            del element[:]  # dropped with all its marks, a text of thousands would be copied for each
            element.text = None


def _is_glued(before: str, behind: str) -> bool:
    return _ENDS.search(before[-_LETTERS - 1 :]) is not None and _BEGINS.match(behind) is not None


def _before(element: Any) -> str:
    """The text right before an element."""
    previous = element.getprevious()
    if previous is None:
        return getattr(element.getparent(), "text", None) or ""
    return previous.tail or (_last(previous) if previous.tag in _INLINE else "")


def _last(element: Any) -> str:
    """The last text of an element that holds no other, or of what it ends with."""
    return (element[-1].tail or "") if len(element) else element.text or ""


def _space_before(element: Any) -> None:
    previous = element.getprevious()
    if previous is None:
        element.getparent().text += " "
    else:
        previous.tail = f"{previous.tail or ''} "
