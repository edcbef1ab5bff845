"""Plurals that a stemmer leaves alone: Portuguese ones once their accents are gone, Spanish `z`, Dutch `s` and `f`."""

from collections.abc import Iterator, Mapping, Sequence

_PAIRS: Mapping[str, Sequence[tuple[str, str]]] = {
    "pt": (
        *(("ao", many) for many in ("oes", "aes", "aos")),
        *((f"{vowel}l", f"{vowel}is") for vowel in "aeou"),
        ("il", "is"),
        ("il", "eis"),
        ("m", "ns"),
    ),
    "es": (("z", "ces"),),
    "nl": (("s", "zen"), ("f", "ven")),
}
"""By ISO 639-1 codes, how a folded word ends, and its plural."""

_LEAST = 3
"""Letters of a word that has one: `of` is no oven."""


def other_number(word: str, language: str) -> Iterator[str]:
    """The plural of a folded word, or what it is the plural of."""
    for pair in _PAIRS.get(language, ()):
        for ending, other in (pair, pair[::-1]):
            if word.endswith(ending) and len(word) >= max(_LEAST, len(ending) + 1):
                yield word.removesuffix(ending) + other
