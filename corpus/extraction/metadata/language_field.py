"""Read the language that a field gives: a code of ISO 639, a locale, or a name such as `English` or `Deutsch`."""

from collections.abc import Mapping
from functools import cache

from corpus.english_names import LANGUAGES, english_names
from corpus.errors import Refused

_PAIR = 2
_UNDETERMINED = frozenset(
    ("und", "unknown", "undetermined", "mul", "mis", "zxx", "xx", "other", "none", "n/a", "-", "?")
)


@cache
def language_code(value: str) -> str | None:
    """The ISO 639-1 code of a language; None where the value says that it is not known. Raises `Refused` for others."""
    name = value.partition("(")[0].strip().casefold()
    code = name.replace("_", "-").partition("-")[0]
    if not name or name in _UNDETERMINED or code in _UNDETERMINED:
        return None
    if len(code) == _PAIR and code.isascii() and code.isalpha():
        return code
    if found := _aliases().get(code) or _english_names().get(name) or _own_names().get(name):
        return found
    raise Refused(f'the field language is {value!r}; write an ISO 639-1 code such as "en"')


@cache
def _aliases() -> Mapping[str, str]:
    """Codes of three letters (ISO 639-2 and 639-3)."""
    from babel.core import get_global  # noqa: PLC0415 - most records give codes of two letters

    old = {"ger": "de", "fre": "fr", "dut": "nl", "chi": "zh", "gre": "el", "per": "fa", "cze": "cs", "rum": "ro"}
    known = {alias: code for alias, code in get_global("language_aliases").items() if len(code) == _PAIR}
    return {**old, **known}


@cache
def _english_names() -> Mapping[str, str]:
    names = english_names(LANGUAGES).items()
    return {name.casefold(): code for code, name in names if len(code) == _PAIR} | {"farsi": "fa"}


@cache
def _own_names() -> Mapping[str, str]:
    """The names of languages in themselves."""
    from babel import Locale  # noqa: PLC0415 - as above
    from babel.localedata import locale_identifiers  # noqa: PLC0415 - as above

    codes = [code for code in locale_identifiers() if len(code) == _PAIR]
    return {name.casefold(): code for code in codes if (name := Locale.parse(code).languages.get(code))}
