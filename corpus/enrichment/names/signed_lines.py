"""Read a line of names as a signature by what is around it: over a role, beside an address, behind the last dash."""

import re
from collections.abc import Callable, Sequence

from corpus.article import Author, AuthorRole
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.names.contacts import contacts_in
from corpus.enrichment.names.credit_names import CREDIT_NAME, looks_like_a_person, small_words
from corpus.enrichment.names.credit_words import role_word
from corpus.enrichment.names.role_words import is_common
from corpus.late_pattern import late

_AND = r"(?:, and |, | and | & | und | et | y | e | i | și | şi | και | и )"
_NAMES = rf"{CREDIT_NAME}(?:{_AND}{CREDIT_NAME})*"
_ALONE = late(_NAMES)
_DASHED = late(rf"[-–—]{{1,2}} ?({_NAMES})\.?")
_LISTED = late(rf"\W?{CREDIT_NAME}, (?P<what>.+)")
_NAME = re.compile(CREDIT_NAME)
_PARTED = re.compile(_AND)
_BARE_BYLINE = late(rf"(?:De|Pisze|Piše|Píše|Kirjoittanut|Της|Του|Των|Γράφει (?:ο|η)) ({_NAMES})")
_GREEK = re.compile(r"[\u0370-\u03ff]")
"""Whose names the tables do not have."""
_QUOTES = frozenset('"“”„«»')
_LONGEST, _LONGEST_ROLE = 60, 60
_WORDS_OF_A_ROLE = 3
_MARKS = ",;/()&"
_NOBODY = frozenset(("the", "of", "her", "his", "year", "former", "late", "der", "des", "del", "année", "año"))
"""Words of a line about somebody who did not make the article: `Photographer of the year`."""
_LEAST_BEFORE_ONE = 160
"""Characters of a paragraph behind which a name alone signs it: what is shorter may be its bearer's words."""

Known = Callable[[str], bool]


def signed_over(line: str, below: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """Those whose names are a line over one that says what they do: `Ann Lund` over `Transport correspondent`."""
    names = _persons(line, known_elsewhere, looks=_may_be_anybody)
    role = _role_of(below.strip()) if names else None
    return tuple(Author(name, role) for name in names) if role else ()


def signed_before_role(line: str, beside: Sequence[str], known_elsewhere: Known) -> tuple[Author, ...]:
    """The person of `Ann Lund, Political Editor`, where no line beside it is of the same kind, as in a list."""
    name, comma, role = line.partition(", ")
    if not comma or in_list(line, beside):
        return ()
    return signed_over(name.title() if name.isupper() else name, role, known_elsewhere)


def in_list(line: str, beside: Sequence[str]) -> bool:
    """Whether a line and one beside it list people, of whom one did not make the article: `Ann Lund, baker`."""
    listed = [found for each in (line, *beside) if len(each) <= _LONGEST and (found := _LISTED.match(each))]
    others = [found for found in listed if not any(role_word(word.strip(_MARKS)) for word in found["what"].split())]
    return len(listed) > 1 and bool(others)


def _role_of(line: str) -> AuthorRole | None:
    """The role that a short line tells and nothing else: `City Hall reporter`, `Korrespondentin in Brüssel`."""
    words = line.split()
    if len(line) > _LONGEST_ROLE or not words or line[-1] in ".?!:" or words[-1].isdigit():
        return None  # `Ann Lund, writer, 84`
    roles = [role for word in words if (role := role_word(word.strip(_MARKS)))]
    few = len(words) <= _WORDS_OF_A_ROLE and not any(character.isdigit() for character in line)
    others = all(
        not word[0].islower() or word.strip(_MARKS) in small_words() or role_word(word.strip(_MARKS)) for word in words
    )
    return roles[-1] if roles and (few or others) and _NOBODY.isdisjoint(words) else None


def signed_with_address(line: str, addresses: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """The person whose name is a line, of which one of some addresses is made."""
    if not addresses or not _persons(line, known_elsewhere):
        return ()
    return contacts_in(f"{line}, {addresses}", known_elsewhere)


def signed_behind_dash(above: str, line: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """Those who sign with the last line: `— Ann Lund and Olav Berg`.

    One alone may be whoever said what stands above, unless that is a long paragraph and no quotation.
    """
    found = _DASHED.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    names = _persons(found[1], known_elsewhere) if found else ()
    told = len(above) >= _LEAST_BEFORE_ONE and _QUOTES.isdisjoint(above)
    return tuple(Author(name, AuthorRole.WRITER) for name in names) if len(names) > 1 or told else ()


def bare_byline(line: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """The persons behind a word for `by` that begins other lines as well: `De Ana Luna`."""
    found = _BARE_BYLINE.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    looks = (lambda _: True) if _GREEK.search(line) else looks_like_a_person
    names = _persons(found[1], known_elsewhere, looks) if found else ()
    return tuple(Author(name, AuthorRole.WRITER) for name in names)


def _may_be_anybody(name: str) -> bool:
    """Whether no word of a name is known for something else."""
    words = name.split()
    return looks_like_a_person(name) or not any(is_common(word) or role_word(word) or lookup(word) for word in words)


def _persons(line: str, known_elsewhere: Known, looks: Known = looks_like_a_person) -> Sequence[str]:
    """The persons that a line names and nothing else, none of whom the rest of the article tells; else nobody."""
    bare = line.strip()
    if len(bare) > _LONGEST or bare.isupper() or not _ALONE.fullmatch(bare):
        return ()
    names = [name for part in _PARTED.split(bare) for name in _NAME.findall(part)]
    unknown = all(looks(name) and not known_elsewhere(name) for name in names)
    return names if unknown else ()
