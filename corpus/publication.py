"""Tell which publication a plain text or a web page is from, before it is cleaned."""

import re
from urllib.parse import urlsplit

from corpus.late_pattern import late
from corpus.record import ContentKind, Record

_LINK = late(
    r"""<(?:link|meta)\s[^<>]{0,200}["']?(?:canonical|og:url)\b[^<>]{0,600}|<meta\s[^<>]{1,600}["']og:url["'][^<>]{0,99}"""
    r"""|<link\s[^<>]{1,600}["']?canonical["'][^<>]{0,99}""",
    re.IGNORECASE,
)
_ADDRESS = late(r"""(?:href|content)\s{0,9}=\s{0,9}["']?(https?://[^\s"'<>]{4,300})""", re.IGNORECASE)
_HEAD = 200_000
"""Characters of a page in which it says its address."""


def is_cleanable(record: Record) -> bool:
    """Whether boilerplate is taken from its text: a plain text that is not said to be clean, or a web page."""
    if record.kind is ContentKind.TEXT:
        return record.fields.get("clean") is not True
    return record.kind is ContentKind.HTML


def publication(record: Record) -> str:
    """The source that is given with it, or the host of its address; else the folder, or the file of lines, it is in.

    A page that has neither may say its address.
    """
    source, url = record.fields.get("source"), record.fields.get("url")
    if isinstance(source, str) and source.strip():
        return f"source {source.strip().casefold()}"
    if url is None and record.kind is ContentKind.HTML:
        url = _stated_address(record.content)
    if isinstance(url, str) and (host := _host(url)):
        return f"source {host}"
    place = record.origin if record.entry is None else f"{record.origin}/{record.entry}"
    return place if record.line is not None else folder(place)


def folder(path: str) -> str:
    """The publication of a text that states none, by its path."""
    return path.rpartition("/")[0] + "/"


def _stated_address(page: str) -> str | None:
    """The address that a page gives as its own."""
    for element in _LINK.finditer(page, 0, _HEAD):
        if address := _ADDRESS.search(element[0]):
            return address[1]
    return None


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
