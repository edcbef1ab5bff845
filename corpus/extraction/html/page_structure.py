"""Mend the tree of a page before its text is read: one article, in elements that are what they look like."""

from collections.abc import Iterator
from typing import Any

from corpus.extraction.html.drawn_marks import write_drawn
from corpus.extraction.html.elements import empty, text_of_element
from corpus.extraction.html.footnote_marks import drop_footnote_marks
from corpus.extraction.html.word_borders import part_words

_LONGEST_HEADING = 300
_LEAST_PARAGRAPHS = 2
_LEAST_CHARACTERS = 120
"""The paragraphs of a text have as many."""
_LONGEST_TEASER = 400


def mend_structure(tree: Any, title: str | None) -> list[str]:
    """Leave the article with the title alone on its page, in place. Gives the headlines of others that went.

    Those are articles that follow it with a first-level heading of their own, or beside it with any heading and a text;
    an aside that holds the title is none. Words that the borders of elements glue together are parted.
    """
    gone: list[str] = []
    headings = [each for each in tree.iter("h1") if text_of_element(each, _LONGEST_HEADING)]
    own = next((each for each in headings if text_of_element(each, _LONGEST_HEADING) == title), None)
    if own is not None:
        for above in own.iterancestors("aside"):
            above.tag = "div"
        for article, heading in _others(headings[headings.index(own) + 1 :], own):
            if _is_text(article):
                gone.append(heading)
            empty(article)
    write_drawn(tree)
    part_words(tree)
    drop_footnote_marks(tree)
    return gone


def _others(headings: list[Any], own: Any) -> Iterator[tuple[Any, str]]:
    """The articles that follow the page's own, each with its headline."""
    around = set(own.iterancestors())
    if not any(each.tag == "article" for each in around):
        return
    for heading in headings:
        article = next(heading.iterancestors("article"), None)
        if article is not None and article not in around and article.getparent() is not None:
            yield article, text_of_element(heading, _LONGEST_HEADING)
    outermost = list(own.iterancestors("article"))[-1]
    if _is_long(outermost):
        inside = set(outermost.iter("article"))
        for article in [each for each in own.getroottree().iter("article") if each not in inside and _is_teaser(each)]:
            yield article, ""
    for article in list(outermost.itersiblings("article")):
        heading = next(article.iter("h1", "h2", "h3"), None)
        if heading is not None and _is_text(article):
            yield article, text_of_element(heading, _LONGEST_HEADING)


def _is_teaser(article: Any) -> bool:
    """Whether the heading of an article leads to another page, with no more than a paragraph told here."""
    heading = next(article.iter("h1", "h2", "h3", "h4"), None)
    if heading is None or next(article.iterdescendants("article"), None) is not None:
        return False
    links = [each.get("href") or "" for each in (*heading.iter("a"), *heading.iterancestors("a"))]
    return any(link and "#" not in link for link in links) and not _is_long(article) and not _is_text(article)


def _is_long(article: Any) -> bool:
    """Whether an article with a heading is longer than a teaser."""
    return not text_of_element(article, _LONGEST_TEASER)


def _is_text(article: Any) -> bool:
    """Whether it is told in full, rather than a teaser."""
    texts = [text_of_element(each) for each in article.iter("p")]
    return len([text for text in texts if text]) >= _LEAST_PARAGRAPHS and sum(map(len, texts)) >= _LEAST_CHARACTERS
