"""Read the names and roles in a credit: `Reporting by A. Writer in Lima; Editing by B. Reader`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus.article import Author, AuthorRole, EntityType
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.word_lists import lexicon

CAPITAL = r"(?:(?!_)[^\W\da-zß-öø-ÿа-яё])"
_MODIFIERS = r"(?:(?:with|additional|addtional|further|and|mit|avec|con|com)\s+)*"
_DOUBLE = r"(?:(?:reporting|writing|editing|polling|additional)\s+(?:and|&)\s+(?:additional\s+)?)*"
_AGENCIES = ("dpa", "epd", "sda")
_SENTENCE_ENDS = '.!?)"”»'
_PARTED = re.compile(r"\s*(?:[,;/|]|\b(?:and|und|et|y|и|ve|with)\b)\s*")
_PLACE_BEHIND = re.compile(r"\s(?:in|at|from|aus|em|en|te|в)\s")
_PARTICLES = "de|del|da|der|den|di|du|van|von|la|le|al|el|bin|ter|dos"
_NAME = re.compile(rf"{CAPITAL}[\w.'-]*(?:\s+(?:(?:{_PARTICLES})\s+)*{CAPITAL}[\w.'-]*)+")
_MOST_WORDS = 5
_WORD = re.compile(r"\w+")
_BY = re.compile(r"\s*(?:By|BY|Von|Par|Por|Di|Door|Автор:?)\s+")
_NOT_PERSONS = frozenset(("Photo", "Photos", "Images", "Pictures", "Messaging", "Newsroom"))


def opening(text: str, *, anywhere: bool = False, whole: bool = True) -> int | None:
    """Where the first phrase of a credit begins that stands before a name; None where there is none.

    It stands where the text begins, if the text is `whole`, or behind a sentence; within brackets `anywhere`.
    """
    for found in _phrases_in(text):
        if not (text[found.end() : found.end() + 1].isupper() or text.startswith(_AGENCIES, found.end())):
            continue
        before = text[: found.start()].rstrip()
        if anywhere or (before[-1] in _SENTENCE_ENDS if before.strip("([*") else whole):
            return found.start()
    return None


def credited(text: str) -> Iterator[Author]:
    """The persons whom a credit names, each in the role of the phrase before; reporters where there is none."""
    role, start = AuthorRole.REPORTER, 0
    for phrase in _phrases_in(text):
        yield from (Author(name, role) for name in persons(text[start : phrase.start()]))
        role, start = _roles()[" ".join(phrase[1].split())], phrase.end()
    yield from (Author(name, role) for name in persons(text[start:]))


def persons(text: str) -> Iterator[str]:
    """The names of persons in a list of names, without where they are."""
    for piece in _PARTED.split(" ".join(_BY.sub("", text, count=1).split())):
        for name in _NAME.findall(_PLACE_BEHIND.split(f" {piece} ")[0]):
            found = name.rstrip(".'")
            if _is_person(found):
                yield found.title() if found.isupper() else found


def _is_person(name: str) -> bool:
    parts = name.split()
    known = lookup(name)
    elsewhere = parts[-1] in _NOT_PERSONS or parts[-1] in lexicon().organizations
    return len(parts) <= _MOST_WORDS and not elsewhere and (known is None or known.type is EntityType.PERSON)


def without_phrases(text: str) -> str:
    """The text without the phrases of credits."""
    kept, start = [], 0
    for found in _phrases_in(text):
        kept.append(text[start : found.start()])
        start = found.end()
    return " ".join([*kept, text[start:]])


def _phrases_in(text: str) -> Iterator[re.Match[str]]:
    """The phrases of a text, where they stand in it."""
    lower = text.replace("İ", "I").lower()  # as long as the text
    if _telling_words().isdisjoint(_WORD.findall(lower)):  # most texts, in less time
        return iter(())
    return _phrase().finditer(lower)


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """The words in small letters that stand between the names of a credit."""
    return frozenset(_table()["small_words"].split())


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, AuthorRole]:
    """Phrase -> the role that it gives."""
    return {
        phrase: AuthorRole(role)
        for role, languages in _table()["roles"].items()
        for phrases in languages.values()
        for phrase in phrases
    }


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("corpus.enrichment.names").joinpath("data/credits.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _telling_words() -> frozenset[str]:
    return frozenset(max(_WORD.findall(phrase), key=len) for phrase in _roles())


@lru_cache(maxsize=1)
def _phrase() -> re.Pattern[str]:
    longest = sorted(_roles(), key=len, reverse=True)
    spelled = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)
    alternatives = "|".join(phrase if phrase.endswith(":") else rf"{phrase}\b" for phrase in spelled)
    return re.compile(rf"\b{_MODIFIERS}{_DOUBLE}({alternatives})\s*")
