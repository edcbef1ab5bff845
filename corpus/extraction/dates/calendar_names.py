"""Names of months and weekdays in every language of CLDR, read script by script when a text needs them."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from corpus.extraction.dates.cldr_names import names_of, shipped_locales
from corpus.folding import fold
from corpus.late_pattern import late

MOST_WORDS = 3
"""Of a name: `tháng 3`, `гуравдугаар сар`, `thứ sáu`."""
_SHORTEST = 2
_CLIPPED = late(r"[\s.·\u200c-]+")
WIDESPREAD = (
    *("en", "en_GB", "en_AU", "en_CA", "de", "de_AT", "fr", "fr_CA", "es", "es_MX", "pt", "pt_PT", "it", "nl"),
    *("pl", "cs", "sk", "sl", "hr", "bs", "sr_Latn", "sv", "da", "nb", "nn", "fi", "et", "lv", "lt", "hu", "ro"),
    *("tr", "az", "uz", "id", "ms", "fil", "vi", "sq", "ca", "gl", "eu", "is", "ga", "cy", "mt", "af", "sw"),
)
"""Languages in Latin letters that are asked first, and that count where two languages disagree."""
_VARIANTS = {
    "Arab": ("ar_SY", "ar_IQ", "ar_LB", "ar_JO", "ar_MA", "ar_DZ", "ar_TN", "ar_MR", "ar_SA", "fa_AF", "ku", "ckb"),
    "Cyrl": ("sr_Cyrl", "uz_Cyrl", "az_Cyrl", "bs_Cyrl"),
    "Hans": ("zh_Hant", "yue"),
}
"""Locales that name months otherwise than the language that they belong to."""
_SCRIPTS = {"Hans": "Han", "Hant": "Han", "Jpan": "Han", "Kore": "Hangul"}
_LETTERS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "CJK": "Han",
    "HANGUL": "Hangul",
    "HIRAGANA": "Han",
    "KATAKANA": "Han",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "GEORGIAN": "Geor",
    "ARMENIAN": "Armn",
    "ETHIOPIC": "Ethi",
    "TIBETAN": "Tibt",
}
"""The script that the first word of a letter's Unicode name tells."""
_MORE_MONTHS = {
    "en": {"sept": 9, "febr": 2},
    "de": {"mrz": 3},
    "es": {"setiembre": 9, "set": 9, "sept": 9},
    "id": {"pebruari": 2, "nopember": 11, "agt": 8, "ags": 8, "mrt": 3},
    "eu": {"urtarrilaren": 1, "otsailaren": 2, "martxoaren": 3, "apirilaren": 4, "maiatzaren": 5, "ekainaren": 6}
    | {"uztailaren": 7, "abuztuaren": 8, "irailaren": 9, "urriaren": 10, "azaroaren": 11, "abenduaren": 12},
    "fa": {"مارچ": 3, "می": 5, "آگوست": 8, "اگوست": 8},
    "ar": {"اوغسطس": 8, "ابريل": 4, "نيسان": 4, "اذار": 3},
    "ky": {"январы": 1, "февралы": 2, "марты": 3, "апрели": 4, "майы": 5, "июну": 6}
    | {"июлу": 7, "августу": 8, "сентябры": 9, "октябры": 10, "ноябры": 11, "декабры": 12},
    "tg": {"январи": 1, "феврали": 2, "марти": 3, "апрели": 4, "майи": 5, "июни": 6}
    | {"июли": 7, "августи": 8, "сентябри": 9, "октябри": 10, "ноябри": 11, "декабри": 12},
    "mn": {f"{number}{ordinal} сарын": number for number in range(1, 13) for ordinal in ("-р", "")},
}
"""Forms that newspapers print and CLDR lacks."""
_DAY_WORD = late(r"^(?:יום|ימי|วัน|ថ្ងៃ|ال)\s?|-feira$")
"""What the name of a weekday may lack in a newspaper."""
_PREFIXES = {"Hebr": "בלהמ", "Khmr": "ខែ", "Thai": "เดือน", "Laoo": "ເດືອນ", "Mymr": "လ"}
"""What a language joins to the front of a month: letters, or a word."""

_ORDINAL = fold("ที่")
"""What Thai joins to the end of a weekday before the number of the day."""

Names = Mapping[str, Mapping[int, frozenset[str]]]
"""By folded name, the numbers that it stands for, each with the languages that use it so."""


def months_of(name: str, *, rare: bool) -> Mapping[int, frozenset[str]]:
    """The numbers of the months that a name stands for, each with its languages; empty where it is no month.

    `rare`: languages in Latin letters that are seldom met are asked too. Where languages disagree, the widespread ones
    alone count.
    """
    found = _looked_up("months", name, rare=rare)
    if len(found) > 1:
        return {number: of for number, of in found.items() if not of.isdisjoint(WIDESPREAD)} or found
    return found


def in_language(months: Mapping[int, frozenset[str]], tag: str | None) -> Mapping[int, frozenset[str]]:
    """Those of some months that a language has; all of them where it has none, or is not known."""
    language = (tag or "").partition("-")[0]
    return {number: of for number, of in months.items() if language in of} or months


def weekdays_of(name: str, language: Callable[[], str | None]) -> frozenset[int]:
    """The weekdays, Monday as 0, that some words may name; empty where they name none.

    Two letters name a day in the language of the text alone: `to` is a Thursday in Finnish, and `Do` in German.
    """
    found = _looked_up("days", name, rare=False)
    if found and len(name) <= _SHORTEST and name.isascii():
        return frozenset(day for day, of in found.items() if (language() or "").partition("-")[0] in of)
    return frozenset(found)


@lru_cache(maxsize=4096)
def _looked_up(kind: str, name: str, *, rare: bool) -> Mapping[int, frozenset[str]]:
    script = script_of(name)
    if script is None:
        return {}
    key = _key(name)
    tiers = ("first", "others") if rare else ("first",)
    for bare in (key, *_without_prefix(key, script)):
        for tier in tiers if script == "Latn" else ("all",):
            if found := _names(kind, script, tier).get(bare):
                return found
    return {}


def _without_prefix(key: str, script: str) -> Iterator[str]:
    if script == "Thai" and key.endswith(_ORDINAL):
        yield key.removesuffix(_ORDINAL)
    prefix = _PREFIXES.get(script, "")
    if script == "Hebr" and key[0] in prefix:
        yield key[1:]
    elif prefix and key.startswith(prefix):
        yield key[len(prefix) :].strip()


@lru_cache(maxsize=4096)
def script_of(text: str) -> str | None:
    """The script of the first letter of a text."""
    letter = next((each for each in text if each.isalpha()), None)
    return None if letter is None else _LETTERS.get(unicodedata.name(letter, "").partition(" ")[0])


def _key(name: str) -> str:
    return _CLIPPED.sub(" ", fold(name)).strip()


@cache
def _names(kind: str, script: str, tier: str) -> Names:
    found: dict[str, dict[int, set[str]]] = {}
    for locale in _locales(script, tier):
        language = locale.partition("_")[0]
        for number, name in (*_cldr(kind, locale), *_more(kind, locale)):
            key = _key(name)
            if key and not key.isdigit():
                found.setdefault(key, {}).setdefault(number, set()).add(language)
    return {name: {number: frozenset(of) for number, of in numbers.items()} for name, numbers in found.items()}


def _more(kind: str, locale: str) -> Iterable[tuple[int, str]]:
    return ((number, name) for name, number in _MORE_MONTHS.get(locale, {}).items() if kind == "months")


def _cldr(kind: str, locale: str) -> Iterator[tuple[int, str]]:
    for number, name in names_of(kind, locale):
        yield number, name
        if kind == "days":
            yield number, _DAY_WORD.sub("", name)


def _locales(script: str, tier: str) -> list[str]:
    if tier == "first":
        return list(WIDESPREAD)
    if tier == "others":
        return [each for each in shipped_locales("months") if each not in WIDESPREAD]
    more = [each for key, locales in _VARIANTS.items() if _SCRIPTS.get(key, key) == script for each in locales]
    return [*languages_in(script), *more]


def languages_in(script: str) -> list[str]:
    """The languages of CLDR that are written in a script."""
    from babel.localedata import locale_identifiers  # noqa: PLC0415 - most texts name no date in other scripts

    return [each for each in locale_identifiers() if "_" not in each and _script_of_language(each) == script]


def _script_of_language(language: str) -> str:
    from babel.core import get_global  # noqa: PLC0415 - as above

    likely = str(get_global("likely_subtags").get(language, "")).split("_")
    script = next((part for part in likely[1:] if len(part) == len("Latn")), "Latn")
    return _SCRIPTS.get(script, script)
