"""The language of the page: which one is asked for, and what it calls things, by gettext catalogues."""

import gettext
import io
import json
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from markupsafe import Markup

from corpus.enrichment.aliases.country_names import country_name
from corpus.enrichment.aliases.language_names import language_name

DEFAULT = "en"
LANGUAGES: Mapping[str, str] = {
    "en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "ar": "العربية",
}  # fmt: skip
"""The languages of the page, each by the name that it has itself."""

CATALOGUES = Path(__file__).parents[1] / "languages"
_RIGHT_TO_LEFT = {"ar"}
_POINTS = {"de": ",", "fr": ",", "es": ","}
_SEPARATORS = {"de": ".", "fr": "\u202f", "es": "."}

# Not a property of the request: messages are made where none is at hand, too.
_spoken: ContextVar[str] = ContextVar("language", default=DEFAULT)


def speak(language: str) -> None:
    """Say from here on, in this context, everything in a language."""
    _spoken.set(language if language in LANGUAGES else DEFAULT)


def spoken() -> str:
    """The language that is spoken."""
    return _spoken.get()


def direction() -> str:
    """The way in which it is written: `ltr` or `rtl`."""
    return "rtl" if spoken() in _RIGHT_TO_LEFT else "ltr"


def tell(text: str, /, **values: object) -> str:
    """A message in the language that is spoken, as plain text."""
    found = _catalogue(spoken()).gettext(text)
    return found % values if values else found


def say(text: str, /, **values: object) -> Markup:
    """A message as HTML: what it holds itself stands, the values in it are escaped."""
    found = Markup(_catalogue(spoken()).gettext(text))  # noqa: S704 - a message of ours, not of a user
    return found % values if values else found


def count(one: str, many: str, number: int, /, **values: object) -> Markup:
    """A message for a number, which stands in it as `%(num)s`: `1 article`, `12,345 articles`."""
    found = Markup(_catalogue(spoken()).ngettext(one, many, number))  # noqa: S704 - a message of ours
    return found % {"num": grouped(number), **values}


def message(text: str) -> str:
    """Mark a message that is said later, for it to stand in the catalogues."""
    return text


def messages(one: str, many: str) -> tuple[str, str]:
    """Mark a message and its plural that are said later."""
    return one, many


def grouped(number: int) -> str:
    """A whole number with the separators of the language: `12,345`."""
    return f"{number:,}".replace(",", _SEPARATORS.get(spoken(), ","))


def percent(share: float) -> str:
    """A share in percent, to a tenth, as the language writes it: `12.5%`."""
    gap = "" if spoken() == DEFAULT else "\u00a0"
    return f"{100 * share:.1f}{gap}%".replace(".", _POINTS.get(spoken(), "."))


def country(code: str) -> str:
    """The name of a country (CLDR)."""
    return country_name(code, spoken())


def language(code: str) -> str:
    """The name of a language (CLDR)."""
    return language_name(code, spoken())


KINDS = [message("person"), message("organization"), message("place"), message("entity"), message("country")]

ORDERS = [message("relevance"), message("newest"), message("oldest"), message("added")]


def types() -> str:
    """What the kinds of suggestions are called, for the script of the page."""
    return json.dumps({each: tell(each) for each in KINDS}, ensure_ascii=False)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The messages of a language, compiled from the file that translators edit."""
    if language == DEFAULT:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - the page in English, and the terminal, need none
    from babel.messages.pofile import read_po  # noqa: PLC0415 - as above

    compiled = io.BytesIO()
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
