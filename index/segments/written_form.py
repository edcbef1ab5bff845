"""How a word was written, which its stem hides: its form, capitals, umlauts.

Words meet by their stems. What tells `universe` from `university`, and `US` from `us`, are terms of the field `form`,
each a stem, a tab and the form of it that an article has: forms that are no other than their stem are left out, as the
articles that have them are those where the stem occurs more often than its other forms together.
"""

import unicodedata

SEPARATOR = "\t"
_LONGEST_ACRONYM = 6
_UMLAUTS = frozenset("äöüøåÄÖÜØÅ")


def form_term(stem: str, form: str) -> str:
    """The term that stands for a form of a stem in the field `form`; empty where the stem is the form."""
    return "" if stem == form else f"{stem}{SEPARATOR}{form}"


def acronym_term(stem: str, token: str) -> str:
    """The term that stands for a token in capitals, such as `US` or `U.S.`; empty where it is no acronym."""
    letters = token.replace(".", "")
    if not 1 < len(letters) <= _LONGEST_ACRONYM or not (letters.isupper() and letters.isalpha()):
        return ""
    return f"{stem}{SEPARATOR}{letters}"


def is_capitalised(token: str) -> bool:
    """Whether a token begins with a capital."""
    return token[0].isupper()


def is_lower(token: str) -> bool:
    """Whether a token begins with a small letter."""
    return token[0].islower()


def has_umlaut(token: str) -> bool:
    """Whether a token has a letter that is spelled out as two where it cannot be written: ä, ö, ü, ø, å."""
    return not token.isascii() and not _UMLAUTS.isdisjoint(unicodedata.normalize("NFC", token))
