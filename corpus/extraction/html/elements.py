"""Read the text of elements of a page, no more of it than is asked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

_UNSEEN = frozenset(("script", "style", "noscript", "template"))
_BLOCKS = frozenset(("p", "div", "li", "section", "br", "td", "h1", "h2", "h3", "h4", "time", "tr", "ul"))


def text_of_element(element: Any, longest: int = 10_000, *, parted: bool = False) -> str:
    """The text of an element with its white space folded; empty where it is longer than `longest`.

    `parted`: bars stand for the ends of its lines, and commas between the items of its lists.
    """
    parts: list[str] = []
    length = 0
    for part in _pieces(element, _SIGNS if parted else {}):
        parts.append(part)
        length += len(part.strip())
        if length > longest:
            return ""
    return " ".join("".join(parts).split())


_SIGNS = {"br": " | ", "li": " , "}


def _pieces(element: Any, signs: Mapping[str, str]) -> Iterator[str]:
    """The pieces of its text, with a space where one may be shown in a box of its own."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        apart = each is not element and (each.tag in _BLOCKS or each.get("class") is not None)
        if event == "start" and each.tag in _UNSEEN:
            walk.skip_subtree()
        elif event == "start":
            yield (signs.get(each.tag, " ") if apart else "") + (each.text or "")
        elif each is not element:
            yield (" " if apart else "") + (each.tail or "")


def empty(element: Any) -> None:
    """Leave nothing of an element. To drop it would copy all the text before it in its parent."""
    del element[:]
    element.text = None
    element.tag = "div"
    element.attrib.clear()


def following(element: Any) -> Iterator[Any]:
    """The elements behind one, in the order of the page: what is within those that follow it and its ancestors."""
    above = element
    while above is not None:
        for sibling in above.itersiblings():
            yield from sibling.iter(etree.Element)
        above = above.getparent()
