"""Small things as the page says them."""

import re

from markupsafe import Markup

from web.formatting.language import spoken

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_FOLLOWABLE = re.compile(r"https?://\S+", re.IGNORECASE)


def plural(count: int, one: str, many: str) -> str:
    """`1 article`, `12,345 articles`, for programs; the page says it in its language."""
    return f"{count:,} {one if count == 1 else many}"


def followable(url: str | None) -> bool:
    """May this be linked? Only what a browser opens from the web, for an address can be a script too."""
    return url is not None and _FOLLOWABLE.fullmatch(url) is not None


def lang(language: str) -> Markup:
    """The attribute for a text in another language than the page."""
    return Markup() if language == spoken() else Markup(' lang="{}"').format(language_tag(language))


def language_tag(language: str) -> str:
    """A language as a tag; `und`, undetermined, for what is none."""
    return language if _LANGUAGE.fullmatch(language) else "und"
