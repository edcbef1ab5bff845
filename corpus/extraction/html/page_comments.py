"""Take what readers say below an article out of its page. Their boxes are named so, and stand below its text.

An opinion or letters to the editor may bear the same names: there is no article above them.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.extraction.html.elements import empty, following, text_of_element
from corpus.extraction.html.page_text import shown_text
from corpus.extraction.text.lines import lines_of

_BOXES = frozenset(("div", "section", "ul", "ol"))
_NAMED = re.compile(
    r"(?:^|\s)(?:(?:article|post|user|reader|fb|disqus|view)[-_]?)?(?:comments?(?:[-_]?(?:area|box|list|section|thread|wrapper|block))?"
    r"|disqus_thread|kommentare|commentaires|comentarios|commenti|komentarze|reacties)(?=$|\s)",
    re.IGNORECASE,
)
_OF_READERS = re.compile(
    r"(?:your |readers['’]? )?(?:letters|comments)(?: to the editors?| of the \w+)?\s*(?:$|[:|–—-])"
    r"|leser(?:briefe|stimmen)|courrier des lecteurs|cartas (?:al|de)\b|lettere\b|письма читателей",
    re.IGNORECASE,
)
"""How a headline begins above what readers wrote, which is the article."""
_HOLDING = ("h1", "main")
_NO_PROSE = frozenset(("a", "figcaption", "nav", "noscript", "script", "style", "template"))
_MOST_ELEMENTS = 20_000
_LEAST_TOLD = 300
"""Characters of prose between the heading and the boxes: what has less above it may be the article itself."""
_PROSE = 60
"""Characters in a row that no label has."""
_MOST_TOLD = 200


def take_comments(heading: Any) -> list[str]:
    """Take the boxes of comments below an article out of the tree of its heading. Gives their lines.

    A box that holds the heading, or has a text and no prose above it, is the article: it loses its name.
    """
    if heading is None:
        return []
    _take_names(heading.iterancestors())
    if _OF_READERS.match(text_of_element(heading)):
        _take_names(heading.getroottree().iter(etree.Element))
        return []
    lines: list[str] = []
    told = 0
    apart: set[Any] = set()
    for element in [*islice(following(heading), _MOST_ELEMENTS)]:
        if element.getparent() in apart:
            apart.add(element)
            continue
        told += _prose(element.tail)
        if _is_named(element):
            apart.add(element)
            if told >= _LEAST_TOLD and next(element.iter(*_HOLDING), None) is None:
                lines += [line.text for line in lines_of(shown_text(element))]
                empty(element)
            elif not told and sum(_prose(each.text) + _prose(each.tail) for each in element.iter()) >= _LEAST_TOLD:
                _take_names(element.iter(etree.Element))
        elif element.tag in _NO_PROSE:
            apart.add(element)
        else:
            told += _prose(element.text)
    return lines[:_MOST_TOLD]


def _is_named(element: Any) -> bool:
    names = (element.get("class") or "", element.get("id") or "")
    return element.tag in _BOXES and any(map(_NAMED.search, names))


def _prose(text: str | None) -> int:
    length = len(text.strip()) if text else 0
    return length if length >= _PROSE else 0


def _take_names(elements: Iterable[Any]) -> None:
    for each in elements:
        if _is_named(each):
            each.attrib.pop("class", None)
            each.attrib.pop("id", None)
