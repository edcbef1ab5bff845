"""Name languages: `German` for `de`, and `de` for `German`."""

from collections.abc import Mapping
from functools import lru_cache

from corpus.enrichment.aliases.english_names import LANGUAGES, english_names
from corpus.folding import name_key

_TWO_LETTERS = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et
eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk
kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny
oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
TWO_LETTER_CODES = frozenset(_TWO_LETTERS.split())
"""Of all languages that CLDR has; a small run that reads one of them need not wait for Babel."""


@lru_cache(maxsize=1024)
def language_name(code: str, language: str = "en") -> str:
    """The CLDR name of a language (`de` -> `German`) in a language; the code itself where CLDR has none."""
    return _names(language).get(code, code)


@lru_cache(maxsize=1024)
def language_code(text: str) -> str | None:
    """The ISO 639 code that a user means: a code, with or without a region (`pt-BR`), or a name."""
    typed = name_key(text)
    primary = typed.replace("_", "-").partition("-")[0]
    known = primary in TWO_LETTER_CODES or primary in _names("en")
    return primary if known else _codes().get(typed)


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
