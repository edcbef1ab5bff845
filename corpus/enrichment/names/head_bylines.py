"""Read a line under a title as a byline: `De Ana Luna`, `Ann Lund in Lima`, `Opinion by Ann Lund`."""

from collections.abc import Callable

from corpus.article import Author, AuthorRole, EntityType
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.names.credit_names import CAPITAL, CREDIT_NAME, looks_like_a_person, may_be_a_person
from corpus.enrichment.names.credit_words import glue
from corpus.enrichment.names.signed_lines import NAMES, lone_persons, role_of
from corpus.late_pattern import late

_LONGEST = 90
_PLACE = rf"{CAPITAL}\w+(?:[ -]{CAPITAL}\w+)*"
_BARE = late(rf"(?:De|Pisze|Piše|Píše|Kirjoittanut|Της|Του|Των|Γράφει (?:ο|η)) (?P<names>{NAMES})")
_GREEK = late(r"[\u0370-\u03ff]")
"""Whose names the tables do not have."""
_FROM = late(rf"(?:From|De|Van|Von|Fra|Från) (?P<names>{CREDIT_NAME}) (?:in|à|au|en|em|i|a|te) {_PLACE}(?:, {_PLACE})?")
_PLACED = late(rf"(?P<names>{NAMES})(?:, | ?/ ?| \(| [–—-] | (?:in|à|en|em|a|aus|i|te|w|v) )(?P<place>{_PLACE})\)?")
_SMALL = late(r"(?:by|von|par|por|di|door|av|af) (?P<names>(?:[^\W\d_]+[ '-]?){2,5})(?:[|•·].{3,40})?")
_WORK = late(
    r"(?P<work>(?:[^\W\d_][\w'-]* ){1,4})(?:by|von|de|di|da|do|door|av|af|par|por) (?:(?:Dr|Prof)\.? )?"
    rf"(?P<names>{NAMES})(?:, (?P<role>(?![^,]* by )[^,.]{{4,50}}))?"
)
_TOLD = late(rf"As told to (?P<names>{NAMES})")
_BESIDE = late(r" ?[|•·] ?")
_DATE = late(r"\d")

Known = Callable[[str], bool]


def head_byline(line: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """Those whom a line under a title names, if it says no more than who, where, when, and what they made."""
    bare = line.strip()
    if len(bare) > _LONGEST:
        return ()
    if _BESIDE.search(bare):
        return _among_others(bare, known_elsewhere)
    names, looks = _names_of(bare)
    return tuple(Author(name, AuthorRole.WRITER) for name in lone_persons(names, known_elsewhere, looks))


def work_byline(line: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """Those of `Opinion by Ann Lund`, wherever it is a line."""
    names = _of_work(line.strip()) if len(line) <= _LONGEST else ""
    return tuple(Author(name, AuthorRole.WRITER) for name in lone_persons(names, known_elsewhere, may_be_a_person))


def _of_work(bare: str) -> str:
    found = _WORK.fullmatch(bare)
    told = found is not None and _is_work(found["work"]) and (not found["role"] or role_of(found["role"]) is not None)
    return found["names"] if found and told else ""


def _names_of(bare: str) -> tuple[str, Known]:
    """The names of a byline, and what each of them must look like."""
    if found := _BARE.fullmatch(bare):
        return found["names"], (lambda _: True) if _GREEK.search(bare) else looks_like_a_person
    if (found := _FROM.fullmatch(bare)) or ((found := _PLACED.fullmatch(bare)) and _is_a(found["place"], _PLACES)):
        return found["names"], may_be_a_person
    if work := _of_work(bare):
        return work, may_be_a_person
    if found := _TOLD.fullmatch(bare):
        return found["names"], may_be_a_person
    if bare.islower() and (found := _SMALL.fullmatch(bare)):
        return found["names"].strip().title(), looks_like_a_person
    return "", looks_like_a_person


def _is_work(words: str) -> bool:
    """Whether words are what somebody wrote, with at most an article before: `Ein Gastbeitrag`."""
    *before, last = words.casefold().replace("'", " ").split()
    return last in glue("work") and all(word in glue("before_work") or word in glue("work") for word in before)


_PLACES = frozenset((EntityType.PLACE,))
_BODIES = frozenset((EntityType.PLACE, EntityType.ORGANIZATION))


def _is_a(name: str, types: frozenset[EntityType]) -> bool:
    known = lookup(name)
    return known is not None and known.type in types


def _among_others(bare: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """The person of a line of pieces, of which each other one says when, where or for whom: `Ann Lund | March 4`."""
    pieces = _BESIDE.split(bare)
    named = [lone_persons(piece, known_elsewhere, looks_like_a_person) for piece in pieces]
    if sum(map(bool, named)) != 1:
        return ()
    others = [piece for piece, names in zip(pieces, named, strict=True) if not names]
    roles = [role for piece in others if (role := role_of(piece))]
    told = all(_DATE.search(piece) or piece[:1] == "@" or role_of(piece) or _is_a(piece, _BODIES) for piece in others)
    role = roles[0] if roles else AuthorRole.WRITER
    return tuple(Author(name, role) for names in named for name in names) if told else ()
