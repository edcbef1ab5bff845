"""The language in which an article is written."""

from functools import cache
from typing import Any

_SAMPLE = 600
_LEAST = 60
_SURE = 0.9
_LONG = 200
_COMMON_SHARE = 0.2
_COMMON = {
    "en": frozenset(
        ("the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "was", "with", "as", "by", "at", "it", "from")
    )
}
"""Words that make up a quarter of any text in a language; where they do, no model need be asked."""


def language_of(text: str, stated: str | None, otherwise: str) -> str:
    """The ISO 639-1 code of a text's language; `stated` is what its page says, `otherwise` what is meant else.

    A long text speaks for itself: the templates of many pages say `en` whatever is written on them.
    """
    sample = text[:_SAMPLE]
    if _is_common(sample, stated or otherwise):
        return stated or otherwise
    if len(sample) < _LEAST:
        return stated or otherwise
    found, confidence = _model().classify(sample)
    if confidence < _SURE or (stated and len(sample) < _LONG):
        return stated or otherwise
    return str(found)


def _is_common(sample: str, language: str) -> bool:
    common = _COMMON.get(language)
    words = sample.casefold().split()
    return common is not None and sum(word in common for word in words) >= _COMMON_SHARE * len(words)


@cache
def _model() -> Any:
    """97 languages in 4 MB; it takes a second to load, and half a millisecond for a text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - most runs need none

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
