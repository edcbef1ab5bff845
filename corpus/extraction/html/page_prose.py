"""Keep the paragraphs of an article from being taken for chrome because of what their elements are called.

A paragraph about cookies may be of a class that names them, and a printed interview may bear the role of a dialog.
"""

import re
from itertools import islice
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.extraction.boilerplate.evidence import evidence
from corpus.extraction.boilerplate.rules import boilerplate_lines
from corpus.extraction.html.elements import text_of_element
from corpus.extraction.html.page_text import shown_text
from corpus.extraction.text.lines import lines_of

_BLOCKS = frozenset(("p", "blockquote", "div", "section", "aside", "dialog", "li", "h2", "h3", "h4"))
_WITHIN = frozenset(("article", "main"))
_SUSPECT = re.compile(
    r"consent|cookie|permission|newsletter|banner|modal|dialog|popup|privacy|gdpr|rgpd|dsgvo|lgpd|subscri|regist|share",
    re.IGNORECASE,
)
"""Names by which what asks a reader for something is known, and by which an article may name its own subject."""
_NAMES = ("class", "id", "role", "aria-modal")
_CONTROLS = ("button", "input", "select", "textarea", "form", "iframe")
_MOST_ELEMENTS = 200
_LONGEST = 5_000
"""Elements and characters of a block that is looked at, so that blocks within blocks cost little."""
_LINKED = 4
"""Prose is at least so many times as long as its links."""
_ASKS = 4
"""Points of evidence with which a line, in a block of such a name, asks something of its reader."""


def keep_prose(tree: Any) -> None:
    """Take the names off the blocks that are prose: they stand within an article, tell something, and ask nothing."""
    within = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in _WITHIN:
            within += 1 if event == "start" else -1
        elif event == "start" and _is_suspect(element) and (within or _is_between(element)) and _is_prose(element):
            for each in element.iter(etree.Element):
                _take_names(each)
            walk.skip_subtree()


def _is_suspect(element: Any) -> bool:
    if element.tag not in _BLOCKS:
        return False
    names = " ".join(element.get(name) or "" for name in _NAMES)
    return element.tag == "dialog" or element.get("aria-modal") is not None or _SUSPECT.search(names) is not None


def _is_between(element: Any) -> bool:
    """Whether paragraphs stand on both sides."""
    around = (element.getprevious(), element.getnext())
    return all(each is not None and each.tag == "p" and text_of_element(each, _LONGEST) for each in around)


def _is_prose(element: Any) -> bool:
    """Whether a block is small, has nothing to press, and holds sentences that ask nothing of a reader."""
    if next(islice(element.iter(), _MOST_ELEMENTS, None), None) is not None:
        return False
    if next(element.iter(*_CONTROLS), None) is not None or not text_of_element(element, _LONGEST):
        return False
    lines = lines_of(shown_text(element))
    linked = sum(len(text_of_element(each)) for each in element.iter("a"))
    told = any(line.sentence for line in lines) and linked * _LINKED <= sum(len(line.text) for line in lines)
    return told and not boilerplate_lines(lines) and all(evidence(line.text).points < _ASKS for line in lines)


def _take_names(element: Any) -> None:
    if element.tag in ("dialog", "aside"):
        element.tag = "div"
    for name in _NAMES:
        element.attrib.pop(name, None)
