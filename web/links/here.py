"""The addresses of the server that is asked: whole ones for programs, and those within a page."""

from flask import request

from web.links.addresses import Addresses


def absolute() -> Addresses:
    """Addresses with scheme and host, as programs, feeds and browsers' search engines need them."""
    return Addresses(request.url_root.rstrip("/"))


def relative() -> Addresses:
    """Addresses for links of a page, relative to its host."""
    return Addresses(request.script_root)
