"""Mend the tree of a page before its text is read: one article, in elements that are what they look like."""

from typing import Any

from corpus.extraction.html.elements import text_of_element

_LONGEST_HEADING = 300
_BLOCK = "display:block"


def mend_structure(tree: Any, title: str | None) -> None:
    """Leave the article with the title alone on its page, in place.

    Other articles that follow it with a first-level heading of their own go; an aside that holds the title is none;
    what is styled as a block is parted from what follows it.
    """
    headings = [each for each in tree.iter("h1") if text_of_element(each, _LONGEST_HEADING)]
    own = next((each for each in headings if text_of_element(each, _LONGEST_HEADING) == title), None)
    if own is not None:
        for above in own.iterancestors("aside"):
            above.tag = "div"
        _leave(headings[headings.index(own) + 1 :], own)
    for element in tree.iter("span", "a"):
        if _BLOCK in (element.get("style") or "").replace(" ", "").lower():
            element.tail = f" {element.tail or ''}"


def _leave(headings: list[Any], own: Any) -> None:
    """Take away the articles of the headings that follow the page's own."""
    around = set(own.iterancestors())
    if not any(each.tag == "article" for each in around):
        return
    for heading in headings:
        article = next(heading.iterancestors("article"), None)
        if article is not None and article not in around and article.getparent() is not None:
            article.drop_tree()
