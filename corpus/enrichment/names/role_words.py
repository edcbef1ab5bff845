"""Tell which words of a name say what somebody does, and which are common nouns."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.enrichment.gazetteer.word_lists import lexicon

OFFICERS = frozenset(("CEO", "CFO", "COO", "CIO", "CTO", "CEOs", "Chairman", "Chairwoman", "President", "Spokesman"))
OF_FIRMS = frozenset(
    """
    Advisers Advisors Advisory Airlines Airways Asset Associates Bancorp Brokerage Brokers Capital Consultants
    Consulting Corp Enterprises Equities Fed Foods Holdings Inc Industries Insurance Investments Investors Ltd
    Management Markets Motors Partners Pharmaceuticals Plc Research Securities Software Solutions Systems Technologies
    Trading Ventures Worldwide
    """.split()  # noqa: SIM905 - words
)
"""Last words of companies' names, and of no place's."""

_MINISTER = re.compile(r"[A-ZÄÅÖØ]\w+ministe(?:r|rn|ren)")
"""A minister in Swedish, Danish or Norwegian: `Statsminister`."""
_LONGEST_ACRONYM = 4


def is_common(word: str) -> bool:
    """Whether a word is a common noun of bodies, things, roles or calendars."""
    words, plain = lexicon(), _plain(word)
    return any(plain in each for each in (words.topics, words.organizations, words.things, words.roles, words.stop))


@lru_cache(maxsize=1 << 13)
def is_role(word: str) -> bool:
    """Whether a word says what somebody does: a role, an office, a profession."""
    words, plain = lexicon(), _plain(word)
    listed = plain in words.roles and plain not in words.roles_in_names
    called = any(plain in each for each in (words.roles_elsewhere, words.professions, OFFICERS))
    return listed or called or _MINISTER.fullmatch(plain) is not None


def is_officeless(words: Sequence[str]) -> bool:
    """Whether words of roles may begin a body's name: `Special`, `Top`; not `Chief Economist`."""
    return words[-1] not in OFFICERS and words[-1] in lexicon().roles_in_names


def ends_as_body(words: str) -> bool:
    """Whether the last of some words is a body's, in the singular too: `Retirement System`."""
    last, lists = words.rpartition(" ")[2], lexicon()
    return any(each in lists.organizations or each in lists.companies for each in (last, f"{last}s"))


def _plain(word: str) -> str:
    """A word in capitals as it is written else: `DIRECTOR`, but no acronym."""
    return word.capitalize() if word.isupper() and len(word) > _LONGEST_ACRONYM else word
