"""Cut a line into the parts of which a byline is made: persons, what they are, for whom, where, when, and addresses."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from corpus.article import AuthorRole, EntityType
from corpus.enrichment.credits.byline_days import DATED, LABELLED, YEAR, is_when
from corpus.enrichment.credits.credit_names import ADDRESS, CREDIT_NAME, looks_like_a_person, may_be_a_person
from corpus.enrichment.credits.credit_words import glue, is_somebody, role_word
from corpus.enrichment.credits.ranks import is_agency, rank_of
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.role_words import is_common
from corpus.extraction.metadata.date_labels import PUBLISHED, UPDATED
from corpus.late_pattern import late

_REACHED = late(rf"{ADDRESS.pattern}|(?<![\w.])@\w+|(?:https?://|www\.)\S+")
_APART = late(
    r"\s*[|•·;—–\t]\s*|\s+-{1,2}\s+|(?<=\w)-{2}(?=\w)|\s*[()\[\]]\s*|\s*/\s*(?!\d)|(?<!\d)(?<!\b[^\W\d_])\s*\.\s+|(?<!\d),\s+|(?<=\d),\s*|:\s+(?!\d)|\s*\0\s*"
)
"""What stands between two parts."""
_BY = late(r"(?<!\w)(by|von|par|por|door|av|af|di): ", re.IGNORECASE)
_NAME = late(CREDIT_NAME)
_AND = late(r" (?:and|&|und|et|y|e|i|og|och|en|și|şi|és|ja|ve|a|και|и|і|та|й) ", re.IGNORECASE)
_GREEK_ARTICLES = frozenset(("ο", "η", "οι"))
_LEADING_WORDS = 5


class Kind(Enum):
    """What a part of a byline tells."""

    PERSONS = "persons"
    RANK = "rank"
    BODY = "body"
    PLACE = "place"
    WHEN = "when"
    REACH = "reach"
    YEAR = "year"
    UNKNOWN = "unknown"


class Lead(Enum):
    """Whether a word leads to a name: `By` does for sure; `De` may be part of the name."""

    NONE = "none"
    MAYBE = "maybe"
    SURE = "sure"


class Part(NamedTuple):
    """A part of a byline, and the persons whom it names: whether a word for `by` leads to them, and their role."""

    kind: Kind
    text: str
    names: tuple[str, ...] = ()
    led: bool = False
    role: AuthorRole | None = None


def parts_of(line: str) -> Sequence[Part] | None:
    """The parts of a line, from left to right; None where one of them tells anything else."""
    found: list[Part] = []
    line = _REACHED.sub(" \0@\0 ", DATED.sub(" \0=\0 ", _BY.sub(r"\1 ", line)))
    for piece in _APART.split(line):
        if piece:
            read = list(_parts(LABELLED.sub("", piece.strip(" :-")).removesuffix(".")))
            if not read:
                return None
            found += read
    return found


def _parts(piece: str) -> Iterator[Part]:
    """What a piece between two signs tells; nothing where it tells more than a byline does."""
    if not piece or piece == "@":
        yield Part(Kind.REACH, piece)
    elif piece == "=" or is_when(piece):
        yield Part(Kind.WHEN, piece)
    elif YEAR.fullmatch(piece):
        yield Part(Kind.YEAR, piece)
    elif PUBLISHED.fullmatch(piece) or UPDATED.fullmatch(piece):
        yield Part(Kind.WHEN, piece)
    elif all(word.casefold().strip(".") in glue("reached") for word in piece.split()):
        yield Part(Kind.REACH, piece)
    elif (begun := _without_rank(piece.split()))[1:] and looks_like_a_person(begun[0]) and _is_person(begun[0]):
        yield from (Part(Kind.PERSONS, piece, (begun[0],)), *begun[1:])
    elif rank := rank_of(piece):
        made = rank is AuthorRole.PHOTOGRAPHER and not any(map(is_somebody, piece.split()))  # [Video]
        yield Part(Kind.UNKNOWN if made else Kind.RANK, piece, role=None if made else rank)
    else:
        yield from _named(piece.split())


def _named(words: Sequence[str]) -> Iterator[Part]:
    """The persons of a piece, with where they are and for whom they work: `By Ann Lund in Oslo`, `with EW`."""
    begin, led = _led(words)
    end = next((at for at in range(begin, len(words)) if words[at].islower() and _leads_on(words, at)), len(words))
    place = _place_first(words[begin:end]) if begin and words[0].casefold() in glue("whence") else 0
    if place:
        yield Part(Kind.PLACE, " ".join(words[begin : begin + place]))
        begin, led = begin + place, Lead.SURE
    named = list(_listed(" ".join(words[begin:end]), led=led)) if end > begin else []
    beside = list(_beside(words[end], words[end + 1 :])) if end < len(words) else []
    if (named or end == begin) and (beside or end == len(words)):
        yield from (*named, *beside)


def _led(words: Sequence[str]) -> tuple[int, Lead]:
    """How many words lead to a name, and whether one of them does: `By`, `Opinion by`, `As told to`."""
    first = words[0].casefold().strip(":.")
    if len(words) > 1 and (first in glue("by") or first in glue("whence") or first in glue("wrote")):
        sure = Lead.SURE if first in glue("sure") or first in glue("wrote") else Lead.MAYBE
        second = words[1].casefold() in glue("by") or words[1] in _GREEK_ARTICLES  # Written by, Γράφει ο
        return (2 if second and first in glue("wrote") else 1), sure
    for at in range(1, min(len(words) - 1, _LEADING_WORDS)):
        if words[at].casefold().strip(":") in glue("by") and is_work(words[:at]):
            return at + 1, Lead.SURE
    return (3, Lead.SURE) if [word.casefold() for word in words[:3]] == ["as", "told", "to"] else (0, Lead.NONE)


def is_work(words: Sequence[str]) -> bool:
    """Whether words are what somebody wrote, with what may stand before: `Ein Gastbeitrag`."""
    plain = " ".join(words).casefold().replace("'", " ").split()
    return plain[-1] in glue("work") and all(word in glue("before_work") or word in glue("work") for word in plain[:-1])


def _place_first(words: Sequence[str]) -> int:
    """How many words before a name are a place that is known."""
    for size in range(len(words) - 2, 0, -1):
        known = lookup(" ".join(words[:size]))
        if known is not None and known.type is EntityType.PLACE:
            return size
    return 0


def _leads_on(words: Sequence[str], at: int) -> bool:
    """Whether a small word leads to a place or a body."""
    word = words[at]
    return at + 1 < len(words) and (word in glue("in") or word in glue("for") or word in glue("beside"))


def _beside(word: str, words: Sequence[str]) -> Iterator[Part]:
    """What `in`, `for` or `with` leads to."""
    said = " ".join(words)
    if word in glue("beside"):
        yield from (
            part._replace(role=AuthorRole.REPORTER) if part.names else part._replace(kind=Kind.BODY)
            for part in _listed(said, led=Lead.NONE)
        )
    elif _is_named(words):
        yield Part(Kind.PLACE if word in glue("in") else Kind.BODY, said)


def _is_named(words: Sequence[str]) -> bool:
    """Whether all words but the smallest have capitals, or are agencies."""
    return (
        bool(words)
        and words[0][0].isalpha()
        and all(not word[0].islower() or _joins(word) or is_agency(word) for word in words)
    )


def _joins(word: str) -> bool:
    return word in {"of", "the", "and", "de", "del", "la", "le", "l'", "do", "da", "for", "&"}


def _listed(said: str, *, led: Lead) -> Iterator[Part]:
    """The persons of a list, and the bodies among them; nothing where a word is neither."""
    pieces = _AND.split(said)
    if len(pieces) > 1 and not (led is Lead.SURE or any(map(_is_person, pieces))):
        pieces = [said]
    joined = len(pieces) > 1 and led is Lead.NONE
    names: list[str] = []
    others: list[Part] = []
    for piece in pieces:
        words = piece.split()
        called = next((at for at, word in enumerate(words) if not is_somebody(word)), 0)
        name, *behind = _without_rank(words[called:] if len(words) - called > 1 else words)
        if called and len(words) - called > 1:
            behind.append(Part(Kind.RANK, piece, role=role_word(words[0])))  # Correspondent Ann Lund
        if name and _is_person(name) and (led is not Lead.NONE or not name.islower()):
            names.append(name)
        elif (other := _other(piece)) is None or (joined and not any(map(is_agency, piece.split()))):
            return  # Starring Ann Lund and Olav Berg
        else:
            others.append(other)
            behind = []
        others += behind
    if names:
        yield Part(Kind.PERSONS, said, tuple(names), led is Lead.SURE or (led is Lead.MAYBE and any(map(looks, names))))
    yield from others


def _without_rank(words: Sequence[str]) -> tuple[str, *tuple[Part, ...]]:
    """A name without the rank or agency that stands right behind it: `Ann Lund Staff Writer`, `Ann Lund BBC News`."""
    for end in range(2, len(words)):
        behind = " ".join(words[end:])
        if rank := rank_of(behind):
            return " ".join(words[:end]), Part(Kind.RANK, behind, role=rank)
        if is_agency(words[end]):
            return " ".join(words[:end]), Part(Kind.BODY, behind)
    return (" ".join(words),)


def _is_person(name: str) -> bool:
    plain = name.title() if name.isupper() or name.islower() else name
    first, words = plain.partition(" ")[0], name.split()
    begun = role_word(first) is not None and not is_given_name(first)  # Фото Анны Луниной
    return _NAME.fullmatch(plain) is not None and may_be_a_person(plain) and not (begun or any(map(is_agency, words)))


def _other(piece: str) -> Part | None:
    words = piece.split()
    if not words or not _is_named(words):
        return None
    known = lookup(piece)
    if known is not None and known.type is EntityType.PLACE:
        return Part(Kind.PLACE, piece)
    body = (known is not None and known.type is EntityType.ORGANIZATION) or any(map(is_agency, words))
    body = body or words[-1] in lexicon().publications or words[-1] in lexicon().organizations
    return Part(Kind.BODY if body else Kind.UNKNOWN, piece)


def looks(name: str) -> bool:
    """Whether a name looks like a person's: by its given name, or by a surname beside a word that is no common noun."""
    if looks_like_a_person(name):
        return True
    words = (name.title() if name.isupper() else name).split()
    return is_family_name(words[-1]) and not any(map(is_common, words)) and not any(map(role_word, words))
