"""Take what readers say below an article out of its page. Their boxes are named so, and stand below its heading."""

import re
from itertools import islice
from typing import Any

from corpus.extraction.html.elements import following
from corpus.extraction.html.page_text import shown_text
from corpus.extraction.text.lines import lines_of

_BOXES = frozenset(("div", "section", "ul", "ol"))
_NAMED = re.compile(
    r"(?:^|\s)(?:(?:article|post|user|reader|fb|disqus|view)[-_]?)?(?:comments?(?:[-_]?(?:area|box|list|section|thread|wrapper|block))?"
    r"|disqus_thread|kommentare|commentaires|comentarios|commenti|komentarze|reacties)(?=$|\s)",
    re.IGNORECASE,
)
_HOLDING = ("h1", "main")
_MOST_ELEMENTS = 20_000
_LEAST_LEFT = 300
"""Characters that a page has beside them: of a page of comments alone they are the text."""
_MOST_TOLD = 200


def take_comments(tree: Any, heading: Any) -> list[str]:
    """Take the boxes of comments below a heading out of a tree. Gives their lines."""
    if heading is None:
        return []
    found: list[tuple[Any, str]] = []
    inside: set[Any] = set()
    for element in islice(following(heading), _MOST_ELEMENTS):
        if element.tag not in _BOXES or element.getparent() in inside:
            inside.update((element,) if element.getparent() in inside else ())
        elif _NAMED.search(element.get("class") or "") or _NAMED.search(element.get("id") or ""):
            inside.add(element)
            if next(element.iter(*_HOLDING), None) is None:
                found.append((element, shown_text(element)))
    if not found or len(shown_text(tree)) - sum(len(text) for _, text in found) < _LEAST_LEFT:
        return []
    for element, _ in found:
        del element[:]
        element.text = None
    return [line.text for _, text in found for line in lines_of(text)][:_MOST_TOLD]
