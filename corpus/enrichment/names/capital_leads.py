"""Write the first words of a lead as the rest of it is written: `SIR RICHARD Quimby has`, `THE BANK of England`."""

import re

from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.person_names import is_family_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.late_pattern import late

_LEAD = late(
    r"(?m)^(?P<lead>[A-Z][A-Z'’-]+\.?(?: (?:Ma?c(?=[A-Z]{3}))?[A-Z][A-Z'’.-]*){0,5})"
    r" (?=(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)(?:[a-z]|[A-Z][\w'’-]*[a-z])[^\n]{12})"
)
_SMALL = frozenset(
    "A AN AND AS AT BY FOR FORMER FROM IN IS NEW OF ON OR OVER THE THAT TO TWO UNDER WAS WERE WITH".split()  # noqa: SIM905
)
_PART = late(r"((?:Ma?c(?=[A-Z]))?)([^\W_]+)")
_GENITIVE = late(r"(?<=['’])S$")
_FEWEST_LETTERS = 3
_LONGEST_ACRONYM = 5
_TITLES = frozenset("SIR DAME LORD LADY MR MRS MS DR PRESIDENT QUEEN KING PRINCE PRINCESS POPE SHEIKH".split())  # noqa: SIM905


def with_small_leads(text: str) -> str:
    """The text, each character in its place; leads that only begin in capitals are written as other sentences are.

    Only where the words tell: a form of address, a given name before another word, or `THE` before ordinary words
    and acronyms. What may be an acronym stays as it is.
    """
    return _LEAD.sub(_written_small, text)


def _written_small(found: re.Match[str]) -> str:
    words = found["lead"].split(" ")
    named = any(map(_is_titled, words)) or (len(words) > 1 and _is_given(words[0]))
    plain = words[0] == "THE" and len(words) > 1 and all(_is_ordinary(word) or _may_be_acronym(word) for word in words)
    if not named and not plain:
        return found[0]
    first, *others = (_small(word, named=named) for word in words)
    return " ".join([first[0].upper() + first[1:], *others]) + " "


def _small(word: str, *, named: bool) -> str:
    if word in _SMALL:
        return word.lower()
    if _is_ordinary(word) or _is_given(word) or _is_titled(word):
        return _capitalized(word)
    unknown = lookup(word) is None and len(word) > _FEWEST_LETTERS and "." not in word
    return _capitalized(word) if unknown and named else word


def _capitalized(word: str) -> str:
    """A capital behind each sign (`O'Brien`), but for the genitive."""
    return _GENITIVE.sub("s", _PART.sub(lambda part: f"{part[1]}{part[2].capitalize()}", word))


def _may_be_acronym(word: str) -> bool:
    return len(word) <= _LONGEST_ACRONYM and word.isalpha()


def _is_titled(word: str) -> bool:
    return word.rstrip(".") in _TITLES


def _is_given(word: str) -> bool:
    entry = lookup(word)
    return word.capitalize() in lexicon().given_names and (entry is None or entry.weak)


def _is_ordinary(word: str) -> bool:
    plain, words = word.capitalize(), lexicon()
    lists = (words.roles, words.organizations, words.places, words.open_organizations, words.topics)
    return word in _SMALL or any(plain in each for each in lists) or (lookup(word) is None and is_family_name(plain))
