"""Cut from names what stands beside them: `Insurer Quimbart`, `of Sales Zelda Quimby`, `Quimbart U.S.`."""

from collections.abc import Collection, Iterator, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Rank, lookup
from corpus.enrichment.gazetteer.person_names import is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.role_words import OF_FIRMS, is_common
from corpus.late_pattern import late

_TRADES = frozenset(
    """
    Airline Automaker Brewer Brokerage Carmaker Chipmaker Conglomerate Drugmaker Homebuilder Insurer Miner
    Retailer Shipbuilder Steelmaker Supermarket
    """.split()  # noqa: SIM905 - words
)
"""What begins a sentence before a company's name."""
_GROUPS = frozenset(("Bank", "Company", "Group", "Holding"))
_DEPARTMENTS = frozenset(
    """
    Business Communications Compliance Development Engineering Finance Investment Marketing Operations Product Research
    Sales Strategy Technology
    """.split()  # noqa: SIM905 - words
)
_RANKS = frozenset(("PC", "WPC", "PCSO", "DC", "DS", "DI", "DCI", "Cllr", "Coun", "Insp", "Supt"))
"""Of policemen and councillors, who are called so in local news."""
_HEADED = late(r"\b(?:President|Director|Head|Manager|Chief|Officer|Vice[ -]President)(?: of|,)? $")
"""Who leads a department, before its name."""
_HYPHEN = " - "
_COUNTRY_BEHIND = " U.S."
_LAST_WORD_DOTTED = late(r"\w{5,}\.$")
_NEAR = 24


def without_loose_words(names: Sequence[Name], text: str) -> list[Name]:
    """The names of a text, each without words that are none of its own; what is no name without them is left out."""
    there = {name.text for name in names}
    return [each for name in names for each in (_cut(name, there, text) if _may_be_cut(name) else (name,))]


def _may_be_cut(name: Name) -> bool:
    if name.known is not None or len(name.text) != name.end - name.start:
        return False
    return " " in name.text or name.text[-1] == "."


def _cut(name: Name, there: Collection[str], text: str) -> Iterator[Name]:
    first, _, rest = name.text.partition(" ")
    last = name.text.rpartition(" ")[2]
    if first in _TRADES and rest and name.type is not EntityType.PLACE:
        yield name if _goes_on(rest, there) else _part(name, len(first) + 1, None, EntityType.ORGANIZATION)
    elif is_given_name(rest.partition(" ")[0]) and _is_called_before(name, first, text):
        yield _part(name, len(first) + 1, None, EntityType.PERSON)
    elif name.text.endswith(_COUNTRY_BEHIND) and text[name.end : name.end + 2].strip().isalpha():
        yield from _before_country(name, there)
    elif name.type is EntityType.PERSON and last.isupper() and not first.isupper() and _is_place(last):
        yield _part(name, 0, len(name.text) - len(last) - 1, EntityType.PERSON)
    elif _HYPHEN in name.text and name.type is EntityType.ORGANIZATION:
        yield from _around_hyphen(name, there)
    elif _LAST_WORD_DOTTED.search(name.text) and last not in lexicon().organizations and lookup(last) is None:
        yield _part(name, 0, len(name.text) - 1, name.type)
    else:
        yield name


def _goes_on(rest: str, there: Collection[str]) -> bool:
    """Whether a trade begins a body's name: `Airline Pilots Association`."""
    last = rest.rpartition(" ")[2]
    return not _is_named(rest, there) and is_common(last) and last not in _GROUPS and last not in OF_FIRMS


def _is_called_before(name: Name, first: str, text: str) -> bool:
    """Whether a person's name begins with a rank, or the department that the person leads."""
    if first in _RANKS:
        return name.type is EntityType.PERSON
    return first in _DEPARTMENTS and _HEADED.search(text[max(0, name.start - _NEAR) : name.start]) is not None


def _before_country(name: Name, there: Collection[str]) -> Iterator[Name]:
    """A name before `U.S.`, which is said of what follows; `Quimbart U.S.` of which nothing is known stays whole."""
    head = name.text.removesuffix(_COUNTRY_BEHIND)
    if _is_named(head, there):
        yield _part(name, 0, len(head), name.type)
    elif " " in head:
        yield name


def _around_hyphen(name: Name, there: Collection[str]) -> Iterator[Name]:
    """`Quimbart - Bank of Zelda`: each that is a name by itself; as it is, where none is."""
    start, found = 0, []
    for part in name.text.split(_HYPHEN):
        if _is_named(part, there):
            found.append(_part(name, start, start + len(part), name.type))
        start += len(part) + len(_HYPHEN)
    yield from found or (name,)


def _is_named(words: str, there: Collection[str]) -> bool:
    entry = lookup(words)
    return words in there or (entry is not None and entry.type is not None and not entry.weak)


def _is_place(word: str) -> bool:
    entry = lookup(word)
    return entry is not None and entry.rank in {Rank.CITY, Rank.SEAT, Rank.COUNTRY, Rank.PART}


def _part(name: Name, start: int, end: int | None, kind: EntityType | None) -> Name:
    words = name.text[start:end]
    entry = lookup(words)
    known = entry if entry and entry.type and not entry.weak else None
    return Name(words, name.start + start, name.start + start + len(words), known.type if known else kind, known)
