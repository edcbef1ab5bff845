"""The server that is asked: its addresses, whole ones for programs and those within a page, and in which language."""

from collections.abc import Sequence

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
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    # What was sent by a form cannot be asked for again.
    begin = relative().home.partition("?")[0] if request.method == "POST" else ""
    return [
        (code, name, begin + Addresses.again([*kept, ("lang", code)]), code == spoken())
        for code, name in LANGUAGES.items()
    ]
