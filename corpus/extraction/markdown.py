"""Which article does a Markdown text hold."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.extraction.boilerplate.plain_text import cleaned
from corpus.extraction.metadata.draft import Draft

_TAG = re.compile(r"<[^<>]*>")


def unmarked(text: str, title: str | None = None) -> Draft:
    """The article of a Markdown text: its first heading is the title, else the one that is given; its markup goes."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return cleaned("\n\n".join(_blocks(tokens)), _title(tokens) or title)


def _title(tokens: Sequence[Token]) -> str | None:
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and before.tag == "h1" and (title := " ".join(_shown(token).split())):
            return title
    return None


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield _shown(token)
        elif token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "html_block":
            yield _TAG.sub("", token.content)


def _shown(token: Token) -> str:
    """What is read of a paragraph: its words, and where an image stands the words instead of it."""
    return "".join(_words(child) for child in token.children or ())


def _words(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    return token.content if token.type in {"text", "code_inline", "image"} else ""
