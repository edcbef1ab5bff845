"""Read the names and roles in a credit: `Reporting by A. Writer in Lima; Editing by B. Reader`."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from corpus.article import Author, AuthorRole, EntityType, Span
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.word_lists import lexicon

CAPITAL = r"(?:(?!_)[^\W\da-zß-öø-ÿа-яё])"
_MODIFIERS = r"(?:(?:with|additional|addtional|further|and|mit|avec|con|com)\s+)*"
_DOUBLE = r"(?:(?:reporting|writing|editing|polling|additional)\s+(?:and|&)\s+(?:additional\s+)?)*"
_AGENCIES = ("dpa", "epd", "sda")
_SENTENCE_ENDS = '.!?)"”»'
_BEFORE_PHRASE = " -–—*(["
_PARTED = re.compile(r"\s*(?:[,;/|]|\b(?:and|und|et|y|и|ve|with)\b)\s*")
_PLACE_BEHIND = re.compile(r"\s(?:in|at|from|aus|em|en|à|te|w|v|на|у|в|for|für|pour|para|voor|للنشرة)\s")
PARTICLES = ("de", "del", "da", "der", "den", "di", "du", "van", "von", "la", "le", "al", "el", "bin", "ter", "dos")
"""Small words within surnames."""
_PARTICLE = "|".join(PARTICLES)
_NAME_WORD = rf"{CAPITAL}(?:[\w'-]|\.(?=\w))*(?:(?<!\w\w\w\w)\.)?"
CREDIT_NAME = rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD}){{1,4}}"
"""A person's name of several words, as credits have it; only what is short ends with a point within it."""
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD})+")
ADDRESS = re.compile(r"[\w.+-]+@\w[\w-]*\.[\w.]+|\+?\(?\d[\d ()/.-]{7,}\d")
_BEHIND_AGENCY = re.compile(rf"\W*(?:[^\W\d_]+ ?: ?)?{CAPITAL}[\w./&'-]*(?: {CAPITAL}[\w./&'-]*){{0,3}} ?[|;•·/]")
"""An agency that stands before a credit in the same line: `Source: Example Wire |`."""
_MOST_WORDS = 5
_ABBREVIATION = 3
"""Letters of one that is no person's initials."""
_WORD = re.compile(r"\w+")
_BY = re.compile(r"\s*(?:(?:By|BY|Von|Par|Por|Di|Door|Av|Af|Автор):?|(?:You can )?[Ff]ollow)\s+")
_NOT_PERSONS = frozenset(
    ("Photo", "Photos", "Images", "Pictures", "Messaging", "Newsroom", "Press", "Writer", "Reporter", "Correspondent")
)


class Credit(NamedTuple):
    """Where a text says who made it, and whom it names."""

    span: Span
    authors: tuple[Author, ...]


def opening(text: str, *, anywhere: bool = False, whole: bool = True, own_line: bool = False) -> int | None:
    """Where the first phrase of a credit begins that stands before a name; None where there is none.

    It stands where the text begins, if the text is `whole`, or behind a sentence; within brackets `anywhere`. In
    brackets that are a line of their own some phrases more count.
    """
    for found in _phrases_in(text, own_line=own_line):
        if not (_may_begin_name(text[found.end() : found.end() + 1]) or text.startswith(_AGENCIES, found.end())):
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
        if start or not _BEHIND_AGENCY.fullmatch(before.rstrip()):
            yield from (Author(name, role) for name in persons(before))
        role, start = _roles(own_line=own_line)[" ".join(phrase[1].split())], phrase.end()
    yield from (Author(name, role) for name in persons(text[start:]))


def persons(text: str) -> Iterator[str]:
    """The names of persons in a list of names, without where they are."""
    for piece in _PARTED.split(" ".join(_BY.sub("", text, count=1).split())):
        for name in _NAME.findall(_PLACE_BEHIND.split(f" {piece} ")[0]):
            found = name.rstrip(".'").rpartition("'s ")[2]  # `The Example Wire's Ann Lund`
            if " " in found and is_person(found):
                yield found.title() if found.isupper() else found


def is_person(name: str) -> bool:
    """Whether a name may be a person's: no body's, no agency's, and nothing else that the tables know."""
    parts = name.split()
    known = lookup(name)
    elsewhere = parts[-1] in _NOT_PERSONS or parts[-1] in lexicon().organizations or _begins_as_agency(name)
    return len(parts) <= _MOST_WORDS and not elsewhere and (known is None or known.type is EntityType.PERSON)


def _begins_as_agency(name: str) -> bool:
    """`РИА Новости`, `AFP Paris`: an abbreviation before words that are none."""
    first = name.partition(" ")[0]
    return len(first) >= _ABBREVIATION and first.isalpha() and first.isupper() and not name.isupper()


def without_phrases(text: str) -> str:
    """The text without the phrases of credits and without addresses."""
    kept, start = [], 0
    for found in _phrases_in(text):
        kept.append(text[start : found.start()])
        start = found.end()
    return ADDRESS.sub(" ", " ".join([*kept, text[start:]]))


def _may_begin_name(sign: str) -> bool:
    """Whether this is a capital, or a letter of a script that has none."""
    return sign.isalpha() and not sign.islower()


def _phrases_in(text: str, *, own_line: bool = False) -> Iterator[re.Match[str]]:
    """The phrases of a text, where they stand in it."""
    lower = text.replace("İ", "I").lower()  # as long as the text
    if _telling_words(own_line=own_line).isdisjoint(_WORD.findall(lower)):  # most texts, in less time
        return iter(())
    return _phrase(own_line=own_line).finditer(lower)


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """The words in small letters that stand between the names of a credit."""
    return frozenset(credit_table()["small_words"].split())


@lru_cache(maxsize=2)
def _roles(*, own_line: bool) -> Mapping[str, AuthorRole]:
    """Phrase -> the role that it gives."""
    found = {phrase: role for role, phrases in credit_table()["own_line"].items() for phrase in phrases if own_line}
    for role, languages in credit_table()["roles"].items():
        found |= {phrase: role for phrases in languages.values() for phrase in phrases}
    return {phrase: AuthorRole(role) for phrase, role in found.items()}


@lru_cache(maxsize=1)
def credit_table() -> Mapping[str, Any]:
    """What `data/credits.toml` holds."""
    return tomllib.loads(files("corpus.enrichment.names").joinpath("data/credits.toml").read_text(encoding="utf-8"))


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
