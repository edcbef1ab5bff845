"""Find the phrases of credits in a text, and whom they name: `Reporting by A. Writer in Lima; Editing by B. Reader`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.credit_names import ADDRESS, BY, CAPITAL, persons
from corpus.enrichment.credits.credit_words import credit_table
from corpus.late_pattern import late

_MODIFIERS = r"(?:(?:with|additional|addtional|further|and|mit|avec|con|com)\s+)*"
_DOUBLE = r"(?:(?:reporting|writing|editing|polling|additional)\s+(?:and|&)\s+(?:additional\s+)?)*"
_AGENCIES = ("dpa", "epd", "sda")
_SENTENCE_ENDS = '.!?)"”»'
_BEFORE_PHRASE = " -–—*(["
_BEHIND_AGENCY = late(rf"\W*(?:[^\W\d_]+ ?: ?)?{CAPITAL}[\w./&'-]*(?: {CAPITAL}[\w./&'-]*){{0,3}} ?[|;•·/]")
"""An agency that stands before a credit in the same line: `Source: Example Wire |`."""
_BODY_BEHIND = late(r"(?<=\w) ?/ ?[a-z][\w.-]+(?=\W*\Z)")
"""For whom somebody works, where that is written small: `Ann Lund/examplewire`."""
_WORD = late(r"\w+")
_ARTICLE = "ال"


def opening(text: str, *, anywhere: bool = False, whole: bool = True, own_line: bool = False) -> int | None:
    """Where the first phrase of a credit begins that stands before a name; None where there is none.

    It stands where the text begins, if the text is `whole`, or behind a sentence; within brackets `anywhere`. In
    brackets that are a line of their own some phrases more count.
    """
    for found in _phrases_in(text, own_line=own_line):
        if not (_may_begin_name(text[found.end() : found.end() + 2]) or text.startswith(_AGENCIES, found.end())):
            continue
        before = text[: found.start()].rstrip(_BEFORE_PHRASE)
        if (anywhere and found[1] not in _weak()) or (before[-1] in _SENTENCE_ENDS if before else whole):
            return found.start()
        if whole and _BEHIND_AGENCY.fullmatch(before):
            return 0
    return None


def credited(text: str, *, own_line: bool = False) -> Iterator[Author]:
    """The persons whom a credit names, each in the role of the phrase before; reporters where there is none."""
    role, start = AuthorRole.REPORTER, 0
    for phrase in _phrases_in(text, own_line=own_line):
        before = text[start : phrase.start()]
        if start or BY.match(before) or not _BEHIND_AGENCY.fullmatch(before.rstrip()):
            yield from (Author(name, role) for name in persons(before))
        role, start = _roles(own_line=own_line)[" ".join(phrase[1].split())], phrase.end()
    yield from (Author(name, role) for name in persons(text[start:]))


def without_phrases(text: str) -> tuple[str, int]:
    """The text without the phrases of credits and without addresses; and how many phrases it has."""
    kept: list[str] = []
    start = 0
    for found in _phrases_in(text):
        kept.append(text[start : found.start()])
        start = found.end()
    return _BODY_BEHIND.sub("", ADDRESS.sub(" ", " ".join([*kept, text[start:]]))), len(kept)


def _may_begin_name(signs: str) -> bool:
    """Whether this begins with a capital, or with a letter of a script that has none; and not with Arabic's article."""
    return signs[:1].isalpha() and not signs[:1].islower() and signs != _ARTICLE


def _phrases_in(text: str, *, own_line: bool = False) -> Iterator[re.Match[str]]:
    """The phrases of a text, where they stand in it."""
    lower = text.replace("İ", "I").lower()  # as long as the text
    if _telling_words(own_line=own_line).isdisjoint(_WORD.findall(lower)):  # most texts, in less time
        return iter(())
    return _phrase(own_line=own_line).finditer(lower)


@lru_cache(maxsize=2)
def _roles(*, own_line: bool) -> Mapping[str, AuthorRole]:
    """Phrase -> the role that it gives."""
    found = {phrase: role for role, phrases in credit_table()["own_line"].items() for phrase in phrases if own_line}
    for role, languages in credit_table()["roles"].items():
        found |= {phrase: role for phrases in languages.values() for phrase in phrases}
    return {phrase: AuthorRole(role) for phrase, role in found.items()}


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    """Phrases that count only where a credit begins."""
    return frozenset(credit_table()["weak"].strip().replace("\n", "|").split("|"))


@lru_cache(maxsize=2)
def _telling_words(*, own_line: bool) -> frozenset[str]:
    return frozenset(max(_WORD.findall(phrase), key=len) for phrase in _roles(own_line=own_line))


@lru_cache(maxsize=2)
def _phrase(*, own_line: bool) -> re.Pattern[str]:
    begun: dict[str, list[str]] = defaultdict(list)  # by first letter, which the engine tells apart at once
    for phrase in sorted(_roles(own_line=own_line), key=len, reverse=True):
        rest = re.escape(phrase[1:]).replace(r"\ ", r"\s+")
        begun[phrase[0]].append(rf"{rest}\b" if phrase[-1].isalnum() else rest)
    alternatives = "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in begun.items())
    return re.compile(rf"\b{_MODIFIERS}{_DOUBLE}({alternatives})(?:\s*:)?\s*")
