"""Tell which boxes of a page stand beside its article: menus, lists of other articles, the day of today."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

_OTHERS = re.compile(
    r"comment|related|recommend|more-|sidebar|teaser|today|clock|current-?(?:date|time)|weather|video|promo|trending"
    r"|most-?(?:read|popular|viewed)|latest|newsletter|events?(?:$|[\s_-])|ticker",
    re.IGNORECASE,
)
_META = re.compile(
    r"meta|by-?line|timestamp|(?:^|[\s_-])(?:date|dateline|info|published?|publication|author|posted)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What is told of the article itself: its day, its author."""
_BESIDE = frozenset(("aside", "footer", "nav"))
_NAMED = frozenset(("div", "section", "ul", "header"))
"""Elements that stand beside an article where their names say so."""
_WITHIN = frozenset(("article", "main"))
_WHOLE = _WITHIN | {"html", "body"}
_DEEPEST = 150
"""Elements about one that are looked at: no page needs more."""


def boxes_beside(tree: Any) -> Iterator[Any]:
    """The outermost boxes of a page beside its article; none of them holds a heading of the first level.

    The head of the whole page is one, where newspapers print the day of today.
    """
    holding = _holders(tree)
    within = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in _WITHIN:
            within += 1 if event == "start" else -1
        elif event == "start" and element not in holding and _is_box(element, banner=not within):
            yield element
            walk.skip_subtree()


def is_beside(element: Any, around: set[Any]) -> bool:
    """Whether an element stands in a box beside the article, which the elements `around` its heading are not."""
    if element in around:
        return False
    for above in (element, *islice(element.iterancestors(), _DEEPEST)):
        if above in around:
            return False
        if _is_box(above, banner=False):
            return True
    return False


def is_of_others(element: Any) -> bool:
    """Whether an element by its names holds other articles, or what is no day of publication."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _OTHERS.search(names) is not None and _META.search(names) is None


def _is_box(element: Any, *, banner: bool) -> bool:
    if element.tag in _BESIDE:
        return _META.search(f"{element.get('class') or ''} {element.get('id') or ''}") is None
    return (banner and element.tag == "header") or (element.tag in _NAMED and is_of_others(element))


def _holders(tree: Any) -> set[Any]:
    """The elements that hold a heading of the first level, or an article."""
    found: set[Any] = set()
    for element in tree.iter("h1", *_WHOLE):
        for above in element.iterancestors():
            if above in found:
                break
            found.add(above)
    return found | {*tree.iter("body", "html")}
