"""Tell what somebody is in a byline, and for whom: `City Hall reporter`, `agencies`."""

from corpus.article import AuthorRole
from corpus.enrichment.credits.credit_names import CREDIT_NAME, looks_like_a_person
from corpus.enrichment.credits.credit_words import glue, role_word, small_words
from corpus.late_pattern import late

_NAME = late(CREDIT_NAME)
_LONGEST_RANK = 60
_WORDS_OF_A_RANK = 3
_MARKS = ",;/()&"
_NOBODY = frozenset(("the", "of", "her", "his", "year", "former", "late", "der", "des", "del", "année", "año"))
"""Words of a line about somebody who did not make the article: `Photographer of the year`."""


def is_agency(word: str) -> bool:
    """Whether a word is an agency's name, or stands for agencies."""
    return word.casefold().strip(".,'") in glue("agencies")


def rank_of(line: str) -> AuthorRole | None:
    """The role that a short line tells and nothing else: `City Hall reporter`, `Korrespondentin in Brüssel`."""
    words = line.split()
    if any(map(looks_like_a_person, _NAME.findall(line))):
        return None  # with assistance from Ann Lund
    if len(line) > _LONGEST_RANK or not words or line[-1] in ".?!:" or words[-1].isdigit():
        return None  # `Ann Lund, writer, 84`
    roles = [role for word in words if (role := role_word(word.strip(_MARKS)))]
    few = len(words) <= _WORDS_OF_A_RANK and not any(character.isdigit() for character in line)
    others = all(
        not word[0].islower() or word.strip(_MARKS) in small_words() or role_word(word.strip(_MARKS)) for word in words
    )
    return roles[-1] if roles and (few or others) and _NOBODY.isdisjoint(words) else None
