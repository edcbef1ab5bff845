"""How a word was written, which its stem hides: its form, capitals, umlauts.

Words meet by their stems. What tells `universe` from `university`, and `US` from `us`, are terms of the field `form`,
each a stem, a tab and the form of it that an article has: forms that are no other than their stem are left out, as the
articles that have them are those where the stem occurs more often than its other forms together. Acronyms and signs of
numbers are forms beside these, in capitals.
"""

import unicodedata

from corpus.number_signs import sign_of

SEPARATOR = "\t"
_LONGEST_ACRONYM = 6
_UMLAUTS = frozenset("äöüøåÄÖÜØÅ")


def form_term(stem: str, form: str) -> str:
    """The term that stands for a form of a stem in the field `form`; empty where the stem is the form."""
    return "" if stem == form else f"{stem}{SEPARATOR}{form}"


def acronym_term(stem: str, token: str) -> str:
    """The term that stands for the capitals of a token, such as `US` or `U.S.`, or for its sign; empty without them."""
    capitals = capitals_of(token)
    return f"{stem}{SEPARATOR}{capitals}" if capitals else ""


def capitals_of(token: str) -> str:
    """An acronym without its full stops, or the name of the sign of a number (`7%` is a PERCENT); empty for others."""
    if sign := sign_of(token):
        return sign
    letters = token.replace(".", "")
    return letters if 1 < len(letters) <= _LONGEST_ACRONYM and letters.isupper() and letters.isalpha() else ""


def is_capitalised(token: str) -> bool:
    """Whether a token begins with a capital."""
    return token[0].isupper()


def is_lower(token: str) -> bool:
    """Whether a token begins with a small letter."""
    return token[0].islower()


def has_umlaut(token: str) -> bool:
    """Whether a token has a letter that is spelled out as two where it cannot be written: ä, ö, ü, ø, å."""
    return not token.isascii() and not _UMLAUTS.isdisjoint(unicodedata.normalize("NFC", token))
