"""Name languages: `German` for `de`, and `de` for `German`."""

from collections.abc import Mapping
from functools import lru_cache

from corpus.english_names import LANGUAGES, english_names
from corpus.folding import name_key


@lru_cache(maxsize=1024)
def language_name(code: str, language: str = "en") -> str:
    """The CLDR name of a language (`de` -> `German`) in a language; the code itself where CLDR has none."""
    return _names(language).get(code, code)


@lru_cache(maxsize=1024)
def language_code(text: str) -> str | None:
    """The ISO 639 code that a user means: a code, with or without a region (`pt-BR`), or a name."""
    typed = name_key(text)
    primary = typed.replace("_", "-").partition("-")[0]
    return primary if primary in _names("en") else _codes().get(typed)


@lru_cache(maxsize=32)
def _names(language: str) -> Mapping[str, str]:
    if language == "en":
        return english_names(LANGUAGES)
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - English ships as a table

    try:
        return dict(Locale.parse(language, sep="-").languages)
    except (UnknownLocaleError, ValueError):
        return _names("en")


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """Names in English, and what they name."""
    return {name_key(name): code for code, name in _names("en").items() if "_" not in code}
