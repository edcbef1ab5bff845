"""Find whom to reach about an article, by an address that is made of their name: `Ann Lund, ann.lund@example.com`."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.credit_names import ADDRESS, CREDIT_NAME, is_person, may_be_a_person
from corpus.folding import fold
from corpus.late_pattern import late

CONTACT_LABEL = late(
    r"\W*(?:[^.?!\n]{3,40}[?!] )?(?:call our |(?:media|press|investors?|for|more|further|general)\b[\w ]{0,40}?,? ?\b)?"
    r"(?:please )?"
    r"(?:(?:to )?reach|contacts?|news ?desk|newsroom|e-?mail|tel|phone|telephone|fax|inquiries|enquiries"
    r"|kontakt|contacto|contatto"
    r"|контакты?|rückfragen|pressekontakt|pressestelle|ansprechpartner(?:in)?|perscontact|persvoorlichting"
    r"|ufficio stampa)\b(?: (?:für|for|pour|para|per|voor|dla|для) [^\n:@\d]{2,40}:)?",
    re.IGNORECASE,
)
"""What begins a line that says whom to reach: `For more information, please contact`, `Kontakt für Rückfragen:`."""
_MAILED = late(r"([\w.+-]{3,40})@\w[\w-]*\.\w|(?<!\w)@(\w{3,30})")
_NAME = late(CREDIT_NAME)
_LONGEST_LABEL, _LONGEST_OF_BLOCK, _MOST_LINES = 50, 80, 8
_REACHED = late(r"@|\d[\d ().-]{6}")
_LABELLED = late(
    r"[^\W\d_][^:\n\d]{2,40}: ?(?:(?:Dr|Mr|Ms|Mrs|Herr|Frau)\.? )?"
    rf"(?P<name>{CREDIT_NAME})(?=[,.;(–-]| [–|-]|\s*\+|\s*\d)"
)
"""A name behind any label: beside a telephone number or an address it says whom to reach."""
_MOST_WORDS = 24
_MOST_TOLD = 3
_MARKS = ".,;:()[]"
_SMALL = frozenset(
    """
    a an and at be by can contact email for her him in is of on or phone reach reached the to via with
    """.split()  # noqa: SIM905 - words
)
"""Words beside a name and an address; of others there are few, where a line does not tell what somebody did."""
_LEAST_OF_SURNAME = 3


def contacts_in(line: str, known_elsewhere: Callable[[str], bool]) -> tuple[Author, ...]:
    """Those named in a line beside an address with their surname, whom the rest of the article does not name."""
    words = line.split()
    if (labelled := _LABELLED.match(line)) and len(words) <= _MOST_WORDS and ADDRESS.search(line, labelled.end()):
        name = labelled["name"]
        certain = may_be_a_person(name) and not known_elsewhere(name)
        return (Author(name, AuthorRole.CONTACT),) if certain else ()
    told = sum(word.strip(_MARKS).islower() and word.strip(_MARKS) not in _SMALL and "@" not in word for word in words)
    if "@" not in line or len(words) > _MOST_WORDS or told > _MOST_TOLD:
        return ()
    addresses = [fold(local or handle) for local, handle in _MAILED.findall(line)]
    found = [name for name in map(_owner(addresses), _NAME.findall(line)) if name and not known_elsewhere(name)]
    return tuple(Author(name, AuthorRole.CONTACT) for name in dict.fromkeys(found))


def contact_block(lines: Sequence[str]) -> Iterator[tuple[int, Author]]:
    """Those whom a block names under a line that only says `Media contact:`, each with the place of the line."""
    if not any(_REACHED.search(line) for line in lines if len(line) <= _LONGEST_OF_BLOCK):  # most texts, in less time
        return
    for label, line in enumerate(lines):
        if len(line) > _LONGEST_LABEL or not CONTACT_LABEL.fullmatch(line.strip(" :*")):
            continue
        block = list(takewhile(lambda each: len(each) <= _LONGEST_OF_BLOCK, lines[label + 1 : label + 1 + _MOST_LINES]))
        reached = [place for place, each in enumerate(block) if ADDRESS.search(each)]
        for place, each in enumerate(block[: reached[-1]] if reached else ()):
            name = each.partition(",")[0].strip()
            if _NAME.fullmatch(name) and may_be_a_person(name):
                yield label + 1 + place, Author(name, AuthorRole.CONTACT)


def _owner(addresses: list[str]) -> Callable[[str], str | None]:
    """The part of a run of capitals that an address is made of: of `Contact Ann Lund` the last two words."""

    def owned(run: str) -> str | None:
        words = run.split()
        surname = fold(words[-1]).strip(".")
        if len(surname) < _LEAST_OF_SURNAME or not any(surname in address for address in addresses):
            return None
        first = next(
            (place for place in range(len(words) - 1) if _tells(words[place], surname, addresses)), len(words) - 2
        )
        name = " ".join(words[first:])
        return name if " " in name and is_person(name) else None

    return owned


def _tells(word: str, surname: str, addresses: list[str]) -> bool:
    """Whether an address begins with a given name, or with its first letter before the surname."""
    given = fold(word).strip(".")
    return any(address.startswith((given, f"{given[:1]}{surname}", f"{given[:1]}.{surname}")) for address in addresses)
