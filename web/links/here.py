"""The server that is asked: its addresses, whole ones for programs and those within a page, and in which language."""

from collections.abc import Sequence
from urllib.parse import quote

from flask import request

from web.formatting.language import DEFAULT, LANGUAGES, spoken
from web.http.headers import for_programs
from web.links.addresses import Addresses


def absolute() -> Addresses:
    """Addresses with scheme and host, as programs, feeds and browsers' search engines need them."""
    return Addresses(request.url_root.rstrip("/"))


def relative() -> Addresses:
    """Addresses for links of a page, relative to its host; they keep the language that was asked for by name."""
    return Addresses(request.script_root, language_by_name())


def language_by_name() -> str:
    """The language that the address names (`lang=de`); nothing where it names none that the page speaks."""
    asked = request.args.get("lang", "").strip().lower().partition("-")[0]
    return asked if asked in LANGUAGES else ""


def language_asked() -> str:
    """The language to answer in: the one that the address names, else the first that the reader's browser wants."""
    if for_programs():
        return DEFAULT
    return language_by_name() or _wanted()


def _wanted() -> str:
    for wanted, _ in request.accept_languages:
        if (primary := wanted.lower().partition("-")[0]) in LANGUAGES:
            return primary
    return DEFAULT


def languages() -> Sequence[tuple[str, str, str, bool]]:
    """Each language of the page: its code, its own name, this very page in it, and whether it is this one."""
    here = Addresses(request.script_root)
    path = _path_again(here)
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return [
        (code, name, here.again(path, [*kept, ("lang", code)]), code == spoken()) for code, name in LANGUAGES.items()
    ]


def _path_again(here: Addresses) -> str:
    """The path of this page, written as its address is; the start page where nothing is, or a form was sent to."""
    if article_id := (request.view_args or {}).get("article_id"):
        return here.versions(article_id) if request.endpoint == "versions.page" else here.article(article_id)
    return here.home if request.endpoint is None or request.method == "POST" else f"{here.root}{quote(request.path)}"
