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
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.credit_words import is_somebody, role_word
from corpus.enrichment.names.role_words import is_common, is_role
from corpus.folding import without_accents
from corpus.late_pattern import late

CAPITAL = r"(?:(?!_)[^\W\da-zß-öø-ÿа-яё])"
_MODIFIERS = r"(?:(?:with|additional|addtional|further|and|mit|avec|con|com)\s+)*"
_DOUBLE = r"(?:(?:reporting|writing|editing|polling|additional)\s+(?:and|&)\s+(?:additional\s+)?)*"
_AGENCIES = ("dpa", "epd", "sda")
_SENTENCE_ENDS = '.!?)"”»'
_BEFORE_PHRASE = " -–—*(["
_PARTED = late(r"\s*(?:[,;|]|\b(?:and|und|et|y|и|ve|with)\b)\s*")
_PLACE_BEHIND = late(r"\s(?:in|at|from|aus|em|en|à|te|w|v|на|у|в|for|für|pour|para|voor|للنشرة)\s")
PARTICLES = ("de", "del", "da", "der", "den", "di", "du", "van", "von", "la", "le", "al", "el", "bin", "ter", "dos")
"""Small words within surnames."""
_PARTICLE = "|".join(PARTICLES)
LETTER = r"[\w\u0900-\u0dff\u200c\u200d]"
"""A letter, or what is part of a word too: a vowel sign of India's scripts, a joiner, as within Persian words."""
_NAME_WORD = rf"{CAPITAL}(?:{LETTER}|['-]|\.(?=\w))*(?:(?<!\w\w\w\w)\.)?"
CREDIT_NAME = rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD}){{1,4}}"
"""A person's name of several words, as credits have it; only what is short ends with a point within it."""
_NAME = late(rf"{_NAME_WORD}(?:\s+(?:(?:{_PARTICLE})\s+)*{_NAME_WORD})+")
ADDRESS = late(r"[\w.+-]+@\w[\w-]*\.[\w.]+|\+?\(?\d[\d ()/.-]{7,}\d")
_BEHIND_AGENCY = late(rf"\W*(?:[^\W\d_]+ ?: ?)?{CAPITAL}[\w./&'-]*(?: {CAPITAL}[\w./&'-]*){{0,3}} ?[|;•·/]")
"""An agency that stands before a credit in the same line: `Source: Example Wire |`."""
_BODY_BEHIND = late(r"(?<=\w) ?/ ?[a-z][\w.-]+(?=\W*\Z)")
"""For whom somebody works, where that is written small: `Ann Lund/examplewire`."""
_MOST_WORDS = 5
_ABBREVIATION = 3
"""Letters of one that is no person's initials."""
_WORD = late(r"\w+")
_BY = late(r"\W*(?:(?:By|BY|Von|Par|Por|Di|Door|Av|Af|Автор):?|(?:You can )?[Ff]ollow)\s+")
_INITIAL = late(r"[^\W\d_]\.")
_SLAVIC = late(
    r"[А-ЯЁІЇЄ][а-яёіїє'-]+(?:ов|ев|ёв|ин|ын|їн|ий|ый|ой|ова|ева|ёва|ина|ына|ая|ко|ук|юк|як|ян|дзе|ли|ич|их|ых)"
)
_ARTICLE = "ال"
_ARTICLES = frozenset(("The", "Der", "Die", "El", "La", "Il", "O", "A", "De", "Den"))
_EDITION = "للنشرة العربية"
"""For which edition somebody works, between the role and the name."""
_SENTENCE = late(r"\.\s+$")
_GOES_ON = late(r"\s+([a-zà-ÿ]+)")
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
        if start or _BY.match(before) or not _BEHIND_AGENCY.fullmatch(before.rstrip()):
            yield from (Author(name, role) for name in persons(before))
        role, start = _roles(own_line=own_line)[" ".join(phrase[1].split())], phrase.end()
    yield from (Author(name, role) for name in persons(text[start:]))


def persons(text: str) -> Iterator[str]:
    """The names of persons in a list, without where they are and for whom they work: `Ann Lund/Example Wire, Lima`."""
    names = list(_listed(text))
    unlike = [name for name in names if _is_common(name) and not looks_like_a_person(name)]
    yield from (name for name in names if name not in unlike or len(unlike) == len(names))  # Ann Lund, Business Day


def _listed(text: str) -> Iterator[str]:
    for piece in _PARTED.split(" ".join(_but_by(text).replace(_EDITION, " ").split())):
        certain = False
        for part in piece.split("/"):
            for found in _names_in(_PLACE_BEHIND.split(f" {part} ")[0]):
                if not certain or looks_like_a_person(found):
                    yield found.title() if found.isupper() else found
                certain = certain or looks_like_a_person(found)


def _but_by(text: str) -> str:
    """The text without the word for `by` that it may begin with: a `Von` within it is a name's."""
    begins = _BY.match(text)
    bare = text[begins.end() :] if begins else text
    article, _, behind = bare.partition(" ")
    role, _, name = behind.partition(" ")
    return name if article in _ARTICLES and role_word(role) else bare


def _names_in(piece: str) -> Iterator[str]:
    """The names of a piece of a list; none that begins a sentence: `Olav Berg. Bei Fragen rufen Sie uns an`."""
    for match in _NAME.finditer(piece):
        found = match[0].rstrip(".'").rpartition("'s ")[2]  # `The Example Wire's Ann Lund`
        first, _, behind = found.partition(" ")
        found = behind if " " in behind and is_somebody(first) else found  # Reporters Ann Lund
        after = _GOES_ON.match(piece, match.end()) if _SENTENCE.search(piece[: match.start()]) else None
        if " " in found and is_person(found) and (after is None or after[1] in small_words()):
            yield found


def looks_like_a_person(name: str) -> bool:
    """Whether the words of a name are those of persons somewhere."""
    first, *others = name.title().split() if name.isupper() else name.split()
    given = any(map(is_given_name, (first, without_accents(first)))) or _INITIAL.fullmatch(first) is not None
    borne = given and bool(others) and is_person(name)
    return borne or (bool(others) and _SLAVIC.fullmatch(others[-1].capitalize()) is not None)


def may_be_a_person(name: str) -> bool:
    """Whether no word of a name is known for something else: no table has all the names that there are."""
    words = name.split()
    common = _is_common(name) or any(role_word(word) for word in words)
    common = common or any(lookup(word) and not (word is words[-1] and is_family_name(word)) for word in words)
    return looks_like_a_person(name) or (not common and is_person(name))


def _is_common(name: str) -> bool:
    return any(map(is_common, name.title().split() if name.isupper() else name.split()))


def is_person(name: str) -> bool:
    """Whether a name may be a person's: no body's, no agency's, and nothing else that the tables know."""
    parts = name.split()
    known = lookup(name)
    words = lexicon()
    elsewhere = (
        parts[-1] in _NOT_PERSONS
        or is_somebody(parts[-1])
        or parts[-1] in words.organizations
        or _begins_as_agency(name)
    )
    elsewhere = elsewhere or (parts[0] in words.stop and not is_given_name(parts[0]))
    elsewhere = elsewhere or (  # IR Manager, Morning Gazette
        (is_role(parts[-1]) or (parts[-1] in words.publications and not is_family_name(parts[-1])))
        and not is_given_name(parts[0])
    )
    return len(parts) <= _MOST_WORDS and not elsewhere and (known is None or known.type is EntityType.PERSON)


def _begins_as_agency(name: str) -> bool:
    """`РИА Новости`, `AFP Paris`: an abbreviation before words that are none."""
    first = name.partition(" ")[0]
    return len(first) >= _ABBREVIATION and first.isalpha() and first.isupper() and not name.isupper()


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
