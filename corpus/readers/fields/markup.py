"""Read HTML and entities in the value of a field as the text that they stand for."""

import re
from html import unescape
from typing import Any

from corpus.attributes import with_few_attributes

ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,7}|#[xX][0-9A-Fa-f]{2,6});")
_TIMES = 3
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_TAG = re.compile(
    r"</?(?:p|div|br|span|a|h[1-6]|ul|ol|li|article|section|b|strong|em|i|img|figure|blockquote|table|tr|td|font)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)[\s>]", re.IGNORECASE)
_CODES = re.compile(
    r"\[embed\][^\[\]]{0,1000}\[/embed\]|\[/?(?:vc_\w+|et_pb_\w+)\b[^\[\]]{0,1000}\]"
    r"|\[/?(?:caption|gallery|embed|audio|video|playlist)(?:\s*/?|\s+(?:\w+=|https?:)[^\[\]]{0,1000})\]"
    r"|\[[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=(?:\"[^\"\[\]]{0,400}\"|'[^'\[\]]{0,400}'|[^\s\[\]\"']{1,100})){1,20}\s*/?\]"
)
"""What WordPress puts in the place of such a mark."""
_FORUM_END = re.compile(r"\[/(b|i|u|s|url|quote|img|size|color|font|center|list)\]", re.IGNORECASE)
_FORUM = re.compile(
    r"\[img\][^\[\]\s]{0,400}\[/img\]|(?<!\w)\[(b|i|u|s|url|quote|size|color|font|center|list|\*)(?:=[^\[\]\n]{0,300})?\]"
    r"|\[/(?:b|i|u|s|url|quote|size|color|font|center|list)\]",
    re.IGNORECASE,
)
"""Marks of BBCode; behind a letter stands the index of a program: `a[i]`."""
_BLOCKS = frozenset(("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "article", "section", "blockquote"))
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "head"))


def is_page(text: str) -> bool:
    """Whether a text is a whole web page."""
    return _PAGE.match(text) is not None


def plain(text: str) -> str:
    """A text without tags and entities, its blocks parted by blank lines; as it is where it has none.

    What is escaped twice is read twice.
    """
    for _ in range(_TIMES):
        if "<![CDATA[" in text:
            text = _CDATA.sub(r"\1", text)
        if "<" in text and _TAG.search(text):
            text = _shown(text)
        elif "&" in text and ENTITY.search(text):
            text = unescape(text)
        else:
            break
    return without_codes(text)


def without_codes(text: str) -> str:
    """A text without the marks in whose place WordPress puts a gallery, a caption or a form, and those of forums."""
    if "[" not in text or "]" not in text:
        return text
    text = _CODES.sub(" ", text)
    ended = {name.lower() for name in _FORUM_END.findall(text)} if "[/" in text else set()
    if "list" in ended:
        ended.add("*")
    return _FORUM.sub(lambda mark: mark[0] if mark[1] and mark[1].lower() not in ended else "", text) if ended else text


def _shown(text: str) -> str:
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415 - most fields have no markup
    from lxml import html as html_parser  # noqa: PLC0415 - as above

    parser = html_parser.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        piece = f"<div>{with_few_attributes(text)}</div>".encode("utf-8", "replace")
        tree = html_parser.document_fromstring(piece, parser)
    except (etree.LxmlError, ValueError):
        return text
    pieces: list[str] = []
    _write(tree, etree.iterwalk(tree, events=("start", "end")), pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _write(tree: Any, walk: Any, pieces: list[str]) -> None:
    for event, element in walk:
        if element.tag in _BLOCKS:
            pieces.append("\n\n")
        if event == "start":
            if element.tag in _UNSEEN:
                walk.skip_subtree()
            else:
                pieces.append("\n" if element.tag == "br" else (element.text or "").replace("\n", " "))
        elif element is not tree:
            pieces.append((element.tail or "").replace("\n", " "))
