"""Read the text of a page as it is seen: each block on a line of its own, and nothing of what is not shown."""

from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as html_parser

from corpus.attributes import with_few_attributes
from corpus.errors import Refused
from corpus.extraction.text.legible import legible

_UNSEEN = frozenset(("head", "script", "style", "noscript", "template", "svg", "iframe", "select", "object", "math"))
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "ins", "label", "mark", "q", "s", "small")
) | frozenset(("span", "strong", "sub", "sup", "time", "u", "wbr"))
_DEEPEST = 150
_AROUND = frozenset(("nav", "footer"))
"""Elements that no article stands in."""


def page_tree(html: str) -> Any:
    """The tree of a page. Raises `Refused` where there is none."""
    parser = html_parser.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html_parser.document_fromstring(with_few_attributes(html).encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as fault:
        raise Refused("is not a web page; give it the ending .txt if it is plain text") from fault


def shown_text(tree: Any) -> str:
    """The text of a page as it is seen."""
    return "".join(_shown(tree, _UNSEEN))


def is_deep(tree: Any) -> bool:
    """Whether elements stand so deep within each other as no page needs; many a step takes their depth each time."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def body_text(html: str) -> str:
    """The same, without menus and the foot of the page."""
    return "".join(_shown(page_tree(legible(html)), _UNSEEN | _AROUND))


def _shown(tree: Any, passed: frozenset[str]) -> Iterator[str]:
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag not in _INLINE:
            yield "\n"
        if event == "start" and element.tag in passed:
            walk.skip_subtree()
        elif event == "start":
            yield element.text or ""
        if event != "start" and element is not tree:
            yield element.tail or ""
