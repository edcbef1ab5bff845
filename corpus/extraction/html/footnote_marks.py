"""Take marks of footnotes away from the words and numbers of a page, and keep powers from being read as figures."""

import re
from collections.abc import Collection
from typing import Any

from corpus.extraction.html.elements import text_of_element
from corpus.extraction.html.word_borders import text_before

_MARK = re.compile(
    r"""(?P<number>\d{1,3})(?:\s?[,;–-]\s?\d{1,3})* | \[[^\[\]]{1,16}\] | \(\d{1,3}\) | \*{1,3} | [†‡§¶]""", re.VERBOSE
)
_LONGEST_MARK = 24
_POWERS = ("2", "3")
_WORD = re.compile(r"(?:[^\W\d_]{2}|[^\W\d_][.,;:!?”\"»)])$")
_LONG_WORD = re.compile(r"(?:[^\W\d_]{4}|[^\W\d_][.,;:!?”\"»)])$")
"""What no unit is whose power is meant: `km`, `mi`; `mile` and its like are named below."""
_UNITS = re.compile(r"(?:miles?|feet|foot|yards?|inch(?:es)?|\w*met(?:re|er)s?|\w*mètres?|\w*metros?)$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?<![\d.,])(?:1[5-9]|20)\d\d|\d(?:[.,]\d\d\d)+|\d\s?%)[.,;:)]?$")
"""A year, a number with thousands apart, a share: no power is made of these."""
_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
_POWER = re.compile(r"[-−+]?\d{1,4}")
_LOOKED_AT = 24


def drop_footnote_marks(tree: Any) -> None:
    """Take away raised numbers and signs behind a word or number: marks of footnotes, and neither powers nor ordinals.

    A power stays a raised figure: the text of `10<sup>6</sup>` would read 106.
    """
    raised = [(each, text_of_element(each, _LONGEST_MARK)) for each in tree.iter("sup")]
    marks = {text for _, text in raised if _MARK.fullmatch(text)}
    for element, text in raised:
        before = text_before(element)[-_LOOKED_AT:]
        if _MARK.fullmatch(text) and (_is_linked(element) or _is_mark(text, before, marks)):
            _say(element, None)
        elif _POWER.fullmatch(text) and before[-1:].isdigit():
            _say(element, text.translate(_RAISED))


def _is_mark(text: str, before: str, marks: Collection[str]) -> bool:
    """Whether a raised text is the mark of a footnote by what stands before it."""
    if not text.isdigit():
        return before[-1:].isalnum() or _LONG_WORD.search(before) is not None
    if _NUMBER.search(before):
        return True
    if text in _POWERS:
        return "1" in marks and _LONG_WORD.search(before) is not None and not _UNITS.search(before)
    return _WORD.search(before) is not None


def _is_linked(element: Any) -> bool:
    parent = element.getparent()
    return element.find(".//a") is not None or (parent is not None and parent.tag == "a" and len(parent) == 1)


def _say(element: Any, text: str | None) -> None:
    del element[:]  # dropped with all its marks, a text of thousands would be copied for each
    element.text = text
