"""Read names in capitals and in headlines: places of datelines, roles, and words of a headline before a name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.context import Surroundings
from corpus.enrichment.names.name_parsing import Name
from corpus.folding import name_key
from corpus.late_pattern import late

_DATELINE = late(
    r"(?:/[A-Z][A-Z /]*)?"
    r"(?:\s*(?:, [\w. ]{1,30}){0,2} ?\([A-Z][\w. -]{1,24}\) ?[-–—]|(?:, [\w. ]{1,20})? ?[–—] )"
)
_ROLE_BEHIND = late(r"(?:,? \d\d?)?, ((?:[A-Z][A-Z.&-]+ ){0,4}?)([A-Z][A-Z-]+)\b")
_SLUG = late(r"(?:[A-Z]{1,3}/)+[A-Z]{1,3}|\W+")
_LONGEST_ACRONYM = 4
_WORDS_OF_A_HEADLINE = 3
_WORDS_OF_A_LONG_HEADLINE = 5
"""Where the last word tells what is named."""
_REMEMBERED = 1 << 14
_MOST_WORDS = 20
"""Of a name; what is longer is a run of capital letters, and no end of it is tried."""


def without_capitals(names: Sequence[Name], around: Surroundings) -> list[Name]:
    """The names without roles and slugs; those in capitals as what they are elsewhere, or in small letters, are."""
    split = [part for name in names for part in _parted(name)]
    named = (name for name in split if (name.known or not _is_role(name.text)) and not _SLUG.fullmatch(name.text))
    kept = [_placed(name, around) for name in named]
    if not around.headlines:
        return kept
    written = {name_key(name.text): name for name in kept if not around.in_headline(name.start)}
    return [
        trimmed
        for name in kept
        for trimmed in (_of_headline(name, written, around) if around.in_headline(name.start) else (name,))
    ]


def _parted(name: Name) -> Iterator[Name]:
    """Places that a stroke puts side by side: `BOSTON/NEW YORK`."""
    pieces = name.text.split("/")
    entries = [lookup(piece) for piece in pieces] if len(pieces) > 1 else []
    if not entries or not all(entry and entry.type is EntityType.PLACE for entry in entries):
        yield name
        return
    start = name.start
    for piece, entry in zip(pieces, entries, strict=True):
        yield Name(piece, start, start + len(piece), EntityType.PLACE, entry)
        start += len(piece) + 1


@lru_cache(maxsize=_REMEMBERED)
def _is_role(name: str) -> bool:
    """Whether each word is a role's (`CHIEF ECONOMIST`, `Analysts`): no name."""
    words = lexicon()
    roles = [
        word.capitalize() if word.isupper() and word.isalpha() and len(word) >= _LONGEST_ACRONYM else word
        for word in name.split()
    ]
    plain = [role if _is_listed(role) else role.removesuffix("s") for role in roles]
    others = [role for role in plain if not _is_listed(role)]
    named_after = _is_listed(plain[-1]) and plain[-1] not in words.roles_in_names
    return len(others) < len(plain) and all(
        _is_peoples(role) or (named_after and role in words.desks) for role in others
    )


def _is_listed(word: str) -> bool:
    return word in lexicon().roles or word in lexicon().desk_roles


def _is_peoples(word: str) -> bool:
    entry = lookup(word)
    return entry is not None and entry.code is not None and len(word) <= len("U.S.")


def _placed(name: Name, around: Surroundings) -> Name:
    """A name in capitals that the gazetteer has as a place, or that stands in a dateline, is that place."""
    if not name.text.isupper() or name.known or name.type is EntityType.PLACE or len(name.text) <= _LONGEST_ACRONYM:
        return name
    if " " in name.text and (behind := _ROLE_BEHIND.match(around.text, name.end)) and _role_in(behind):
        return name._replace(text=name.text.title(), type=EntityType.PERSON)
    entry = lookup(name.text)
    if entry and entry.type is EntityType.PLACE:
        return name._replace(type=EntityType.PLACE, known=None if entry.weak else entry)
    opens_line = name.start == 0 or around.text[name.start - 1] == "\n"
    dateline = opens_line and _DATELINE.match(around.text, name.end)
    return name._replace(type=EntityType.PLACE) if dateline else name


def _role_in(behind: re.Match[str]) -> bool:
    """Whether a role in capitals follows a name in capitals: `ZELDA QUIMBY, CHIEF ECONOMIST`."""
    words, lists = [*behind[1].split(), behind[2]], lexicon()
    return any(
        word.capitalize() in each for word in words for each in (lists.roles, lists.desk_roles, lists.professions)
    )


def _of_headline(name: Name, written: dict[str, Name], around: Surroundings) -> Iterator[Name]:
    """A name of a headline as `_trimmed` has it; of one with a verb the names before and behind: `Quimby Slams Barr`.

    These are names that the article has elsewhere or the tables know; what else stands beside the verb is none.
    """
    found = _trimmed(name, written, around)
    words = found.text.split(" ")
    verbs = lexicon().headline_verbs
    if found.known or name_key(found.text) in written or not any(_plain(word) in verbs for word in words):
        yield found
        return
    first = 0
    for place, word in enumerate([*words, ""]):
        if not word or _plain(word) in verbs:
            part = " ".join(words[first:place])
            start = found.start + len(" ".join(words[:first])) + (first > 0)
            if part and (other := _written(part, start, written)):
                yield other
            first = place + 1


def _plain(word: str) -> str:
    return word.capitalize() if word.isupper() else word


def _trimmed(name: Name, written: dict[str, Name], around: Surroundings) -> Name:
    """A name of a headline without the words around it that are none of its own: `Backs Obama` beside `Obama`.

    A run of many words is a headline rather than a name; it is the longest name in it that the article has elsewhere.
    """
    if name.known or " " not in name.text or name_key(name.text) in written:
        return name
    words = name.text.split(" ")
    if len(words) > _MOST_WORDS:
        return name
    for first in range(1, len(words)):
        rest = " ".join(words[first:])
        ordinary = all(word.lower() in around.small_words for word in words[:first])
        if (ordinary or words[0].isupper()) and (found := _written(rest, name.end - len(rest), written)):
            return found
    lists = lexicon()
    told = any(words[-1] in each for each in (lists.organizations, lists.companies, lists.places))
    long = len(words) >= (_WORDS_OF_A_LONG_HEADLINE if told else _WORDS_OF_A_HEADLINE)
    return _longest_within(name, words, written) if long else name


def _longest_within(name: Name, words: Sequence[str], written: dict[str, Name]) -> Name:
    for size in range(len(words) - 1, 0, -1):
        for first in range(len(words) - size + 1):
            start = name.start + len(" ".join(words[:first])) + (first > 0)
            if found := _written(" ".join(words[first : first + size]), start, written):
                return found
    return name


def _written(text: str, start: int, written: dict[str, Name]) -> Name | None:
    """A name that the article has elsewhere or the tables know, at this place; None if it is no such name."""
    other, entry = written.get(name_key(text)), lookup(text)
    firm = entry if entry and entry.type and not entry.weak else None
    if other:
        return Name(text, start, start + len(text), other.type, other.known)
    return Name(text, start, start + len(text), firm.type, firm) if firm else None
