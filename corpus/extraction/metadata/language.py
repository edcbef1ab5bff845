"""Tell the language in which an article is written: by its script first, then by its words."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from corpus.extraction.text.scripts import script_of

_SAMPLE = 600
_LEAST = 25
_SURE = 0.9
_LONG = 200
_COMMON_SHARE = 0.2
_SHARE_OF_SMALL = 0.25
_FEWEST_SMALL = 20
_SMALL_SHARE = 2
"""Of so many words one is in small letters in a text that is not mostly names."""
_COMMON = {
    "en": frozenset(
        """
        the of and to in a is that for on was with as by at it from
        about after also be because been before between but could has have he his into its more not said she than their
        there these they this those were what when where which while who will would
        """.split()  # noqa: SIM905 - words
    )
}
"""Words that make up a quarter of any text in a language; where they do, no model need be asked.

Those beyond the first line are hardly words of any other language.
"""
_KIN = tuple(
    frozenset(each.split())
    for each in ("hr bs sr", "nb no nn da", "cs sk", "id ms jv", "gl pt", "zu xh", "fa prs", "nl af")
)
"""Languages so alike that a short text may be of either: together they are sure, and the likeliest is taken."""
_NO_KIN: frozenset[str] = frozenset()
_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "Hang": ("ko",),
    "Jpan": ("ja",),
    "Hani": ("zh", "ja", "ko"),
    "Hebr": ("he", "yi"),
    "Grek": ("el",),
    "Thai": ("th",),
    "Geor": ("ka",),
    "Armn": ("hy",),
    "Khmr": ("km",),
    "Laoo": ("lo",),
    "Mymr": ("my",),
    "Sinh": ("si",),
    "Taml": ("ta",),
    "Telu": ("te",),
    "Knda": ("kn",),
    "Mlym": ("ml",),
    "Gujr": ("gu",),
    "Guru": ("pa",),
    "Orya": ("or",),
    "Ethi": ("am", "ti"),
    "Tibt": ("bo", "dz"),
    "Beng": ("bn", "as"),
    "Deva": ("hi", "mr", "ne", "sa"),
    "Arab": ("ar", "fa", "ur", "ps", "ug", "sd", "ku", "az", "pa", "ks", "ckb"),
    "Cyrl": (
        "ru",
        "uk",
        "bg",
        "sr",
        "mk",
        "be",
        "kk",
        "ky",
        "mn",
        "tg",
        "tt",
        "uz",
        "az",
        "ba",
        "os",
        "ce",
        "cv",
        "bs",
    ),
}
"""The languages that are written in a script, the likeliest first."""
_TELLING = {
    "Arab": (("ug", "[ۇۈېە]"), ("ps", "[ټډړښځڅڼۍ]"), ("ur", "[ٹڈڑےں]"), ("fa", "[پچژگی]")),
    "Cyrl": (
        *(("be", "ў"), ("uk", "[їєґ]"), ("mk", "[ѓќѕ]"), ("sr", "[ђћљњџј]"), ("kk", "[қәұ]"), ("tg", "[ҷӣӯ]")),
        *(("mn", "[өү]"), ("uk", "і"), ("ru", "[ыэё]"), ("bg", "ъ")),
    ),
    "Deva": (("mr", "ळ|आहे|आणि"), ("ne", "छ(?:न्|$|[\\s।])|हरू")),
}
"""Letters that one language of a script has, the most telling first."""


def language_of(text: str, stated: str | None, otherwise: str) -> str:
    """The ISO 639-1 code of a text's language; `stated` is what its page says, `otherwise` what is meant else.

    A script that few languages use speaks for itself, and so does a long text: the templates of many pages say `en`
    whatever is written on them.
    """
    sample = text[:_SAMPLE]
    meant = stated or otherwise
    if _is_common(sample.casefold().split(), meant):
        return meant
    script = script_of(sample)
    languages = _WRITTEN.get(script or "", ())
    if len(languages) == 1:
        return languages[0]
    if languages:
        return _among(languages, sample, script or "", meant)
    return _by_words(sample, stated, meant) if len(sample) >= _LEAST else meant


def _by_words(sample: str, stated: str | None, meant: str) -> str:
    small = [word for word in sample.split() if word.islower() and word.isalpha()]
    told = next((each for each in ([meant] if meant else _COMMON) if _tells(small, each)), None)
    if told is not None:
        return told
    ranked: Sequence[tuple[str, float]] = _model().rank(sample)
    found, sure = ranked[0]
    kin = next((each for each in _KIN if found in each), _NO_KIN)
    if meant not in kin and len(small) * _SMALL_SHARE >= len(sample.split()):
        sure = max(sure, sum(share for language, share in ranked if language in kin))
    return meant if sure < _SURE or (stated and len(sample) < _LONG) else str(found)


def hinted(text: str, tag: str | None) -> Callable[[], str | None]:
    """The language tag of a text, found when it is first asked for: the given one where the text agrees with it."""

    @cache
    def told() -> str | None:
        language = (tag or "").replace("_", "-").partition("-")[0].lower()
        found = language_of(text, language or None, "")
        return tag if found == language else found or None

    return told


def _among(languages: tuple[str, ...], sample: str, script: str, meant: str) -> str:
    """The language of a text in a script that several languages share."""
    told = next((language for language, letters in _TELLING.get(script, ()) if re.search(letters, sample)), None)
    if len(sample) >= _LEAST:
        found, confidence = _model().classify(sample)
        if confidence >= _SURE and str(found) in languages and not (meant in languages and len(sample) < _LONG):
            return str(found)
    if meant in languages:
        return meant
    return told or languages[0]


def _is_common(words: Sequence[str], language: str, share: float = _COMMON_SHARE) -> bool:
    common = _COMMON.get(language)
    return common is not None and sum(map(common.__contains__, words)) >= share * len(words)


def _tells(small: Sequence[str], language: str) -> bool:
    """Whether the words in small letters tell the language: beside many names and figures, as in lists of results."""
    return len(small) >= _FEWEST_SMALL and _is_common(small, language, _SHARE_OF_SMALL)


@cache
def _model() -> Any:
    """97 languages in 4 MB; it takes a second to load, and half a millisecond for a text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - most runs need none

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
