"""The server that is asked: its addresses, whole ones for programs and those within a page, and in which language."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from flask import request

from search.query.limits import MAX_CHARACTERS
from web.formatting.language import DEFAULT, LANGUAGES, spoken
from web.http.headers import for_programs
from web.links.addresses import Addresses

_LONGEST, _SIGNS = 20_000, 6
"""Characters of the parameters of an address that are repeated in links to the same page; and of signs about each."""
_LONGEST_PATH = 5_000
"""Characters of a path that is repeated in them; no file system has a longer one."""


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
    kept = [(name, value) for name, value in _kept() if name != "lang"]
    return [
        (code, name, here.again(path, [*kept, ("lang", code)]), code == spoken()) for code, name in LANGUAGES.items()
    ]


def _kept() -> Iterator[tuple[str, str]]:
    """The parameters of this address, as far as a search may have any; what is beyond is not read either."""
    left = _LONGEST
    for name, given in request.args.items(multi=True):
        value = given[: MAX_CHARACTERS + 1]
        left -= len(name) + len(value) + _SIGNS
        if left < 0:
            return
        yield name, value


def _path_again(here: Addresses) -> str:
    """The path of this page, written as its address is; the start page where nothing is, or a form was sent to."""
    if len(request.path) > _LONGEST_PATH:
        return here.home
    if article_id := (request.view_args or {}).get("article_id"):
        return here.versions(article_id) if request.endpoint == "versions.page" else here.article(article_id)
    return here.home if request.endpoint is None or request.method == "POST" else f"{here.root}{quote(request.path)}"
