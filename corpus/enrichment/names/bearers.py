"""Tell persons who are called like a country, a city or a people: `Israel Quimby`, `Zelda Ireland`, then `Ireland`."""

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Atom, Rank, lookup
from corpus.enrichment.gazetteer.person_names import is_family_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.context import Surroundings
from corpus.enrichment.names.name_parsing import Name
from corpus.late_pattern import late

_PERSON = EntityType.PERSON
_SURNAME = late(r" (?P<last>[A-Z][a-z][\w'’-]*[a-z])(?: (?:Jr|Sr)\b\.?)?(?! [A-Z][a-z]|\w)")
_ACTS = "acted acts cried danced directed graduated laughed married sang sings smiled starred stars wept wore wrote"
_MORE_ACTS = "caught plays played scored threw who whose"
_CALLINGS = (
    "actor actress artist athlete author comedian dancer designer model musician painter player poet professor singer"
    " student teacher writer"
)
_OF_PERSONS = _ACTS.replace(" ", "|")
_PERSON_BEHIND = late(
    rf" (?:{_OF_PERSONS}|{_MORE_ACTS.replace(' ', '|')})\b"
    rf"|, (?:who\b|\d\d,|an? (?:[a-z]+ )?(?:{_CALLINGS.replace(' ', '|')})\b)"
)
"""What follows a person's name in full, and hardly a firm's or a place's."""
_CALLED_BEHIND = late(rf", an? (?:[a-z]+ )?(?:{_CALLINGS.replace(' ', '|')})\b")
_OWN_BEHIND = late(r" [a-z]+ (?:[a-z]+ ){0,2}(?:his|her)\b")
"""`Jamaica Quimby reads from her novel`."""
_CALLED_NEXT = late(rf"[^\n]{{1,160}}?[.!?] The (?:[A-Z][a-z]+ )?(?:{_CALLINGS.replace(' ', '|')})\b(?! [A-Z])")
"""`India Quimby opened the festival. The singer, who`."""
_CALLED_BEFORE = late(rf"\b(?:{_CALLINGS.replace(' ', '|')}) $")
"""`the singer India Quimby`."""
_CALLINGS_END = frozenset(each[-1] for each in _CALLINGS.split())
_NEAR = 16
_PLACES = frozenset({Rank.COUNTRY, Rank.CITY, Rank.PART})
_WORDS_OF_A_PERSON = 2
_ENDS = frozenset("rsf.")
"""What the forms of address end with."""
_ADDRESSES = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Prof", "Prof."))


def with_bearers(names: Sequence[Name], atoms: Sequence[Atom], around: Surroundings) -> list[Name]:
    """The names of a text; those of persons who are called like a place or people are the persons'."""
    alone = {name.text for name in names if name.type is _PERSON and " " not in name.text}
    told = _in_full_by_given_name([_by_given_name(name, around) for name in names], atoms, alone, around)
    bearers: dict[str, Name | None] = {name.text.partition(" ")[0]: None for name in told if _in_full(name)}
    bearers |= {name.text.rpartition(" ")[2]: name for name in told if _in_full(name)}
    bearers |= {atom.text: None for atom in atoms if _is_addressed(atom, around)}
    if not bearers:
        return told
    inside = {offset for name in told if _in_full(name) for offset in range(name.start, name.end)}
    borne = {
        (atom.start, atom.end): atom
        for atom in atoms
        if atom.entry
        and atom.text in bearers
        and atom.start not in inside
        and _is_called(atom, bearers[atom.text], around)
        and not _speaks_of_country(atom, atoms)
    }
    kept = [name for name in told if (name.start, name.end) not in borne]
    return [*kept, *(Name(atom.text, atom.start, atom.end, _PERSON) for atom in borne.values())]


def _in_full(name: Name) -> bool:
    return name.type is _PERSON and " " in name.text and not name.known


def _in_full_by_given_name(
    names: Sequence[Name], atoms: Sequence[Atom], alone: Collection[str], around: Surroundings
) -> list[Name]:
    """The names, and persons whose given name is a country's: `Mali Quimby`."""
    given = lexicon().countries_as_given_names | lexicon().countries_as_rare_given_names
    countries = [atom for atom in atoms if atom.entry and (atom.text in given or _is_called_before(atom, around.text))]
    if not countries:
        return list(names)
    persons = {*alone, *(name.text.rpartition(" ")[2] for name in names if name.type is _PERSON)}
    found = [
        Name(around.text[atom.start : behind.end()], atom.start, behind.end(), _PERSON)
        for atom in countries
        if (behind := _SURNAME.match(around.text, atom.end))
        and (_is_told(atom, behind, around.text) or _is_surname(atom.text, behind, persons, around.text))
    ]
    taken = {offset for name in found for offset in range(name.start, name.end)}
    return [*(name for name in names if taken.isdisjoint(range(name.start, name.end))), *found]


def _is_called_before(atom: Atom, text: str) -> bool:
    """Whether a country stands behind what somebody is by calling: `singer India`."""
    if atom.entry is None or atom.entry.rank is not Rank.COUNTRY or text[max(0, atom.start - 2)] not in _CALLINGS_END:
        return False
    return " " not in atom.text and _CALLED_BEFORE.search(text[max(0, atom.start - _NEAR) : atom.start]) is not None


def _is_told(atom: Atom, behind: re.Match[str], text: str) -> bool:
    """Whether a calling before a name or `Jr.` behind it tells a person; not of a body's: `author China Press`."""
    junior = behind[0].rstrip(".")[-len(" Jr") :] in {" Jr", " Sr"}
    return (junior or _is_called_before(atom, text)) and not any(_explained(behind["last"]))


def _is_surname(given: str, behind: re.Match[str], persons: Collection[str], text: str) -> bool:
    """Whether the word behind a country's name is a surname: by itself a person's, listed, or with what persons do.

    Behind names that are countries' in the first place (`India`) it must be listed, and do so.
    """
    words, last = lexicon(), behind["last"]
    if any(_explained(last)):
        return False
    if last in persons or re.search(rf"\b{given} (?:{_OF_PERSONS})\b", text) or _is_explained_alone(last, text):
        return True
    listed = last in words.surnames or is_family_name(last)
    if _CALLED_NEXT.match(text, behind.end()):
        return True
    acts = _PERSON_BEHIND.match(text, behind.end())
    if given in words.countries_as_rare_given_names:
        return acts is not None and (listed or acts[0].strip() in _ACTS.split())
    return listed or acts is not None or _OWN_BEHIND.match(text, behind.end()) is not None


def _is_explained_alone(last: str, text: str) -> bool:
    """Whether the word stands elsewhere with what somebody is by calling: `Quimby, an actress`."""
    at = text.find(f" {last}, a")
    while at >= 0:
        if _CALLED_BEHIND.match(text, at + len(last) + 1) and not text[at - 1].isalpha():
            return True
        at = text.find(f" {last}, a", at + 1)
    return False


def _is_addressed(atom: Atom, around: Surroundings) -> bool:
    """Whether the name of a place or a people stands behind `Mr.` or the like, and so is a surname."""
    if atom.entry is None or atom.entry.code is None:
        return False
    return around.text[max(0, atom.start - 2)] in _ENDS and around.word_before(atom.start) in _ADDRESSES


def _is_called(atom: Atom, bearer: Name | None, around: Surroundings) -> bool:
    """Whether a word may be the bearer's surname: a place's is so only behind a given name, and not where one is."""
    rank = atom.entry.rank if atom.entry else None
    if rank is Rank.PEOPLE:
        return True
    given = (
        bearer is None
        or atom.text == bearer.text.partition(" ")[0]
        or bearer.text.split(" ")[-_WORDS_OF_A_PERSON] in lexicon().given_names
    )
    return rank in _PLACES and given and around.word_before(atom.start) not in lexicon().locatives


def _speaks_of_country(atom: Atom, atoms: Sequence[Atom]) -> bool:
    """Whether the article speaks of the same country by another name."""
    code = atom.entry.code if atom.entry else None
    return any(each.entry and each.entry.code == code and each.text != atom.text for each in atoms)


def _by_given_name(name: Name, around: Surroundings) -> Name:
    """`Israel Quimby` is a person if the second word is a surname, here or else: `Quimby` alone, `Moore`."""
    words = name.text.split(" ")
    if name.known or name.type is _PERSON or len(words) != _WORDS_OF_A_PERSON:
        return name
    first, last = words
    if first not in lexicon().countries_as_given_names or not last.istitle() or any(_explained(last)):
        return name
    surname = last in lexicon().surnames | lexicon().weak_places
    alone = around.text.count(f" {last}") > around.text.count(name.text)
    speaks = around.word_after(name.end) in lexicon().speech
    return name._replace(type=_PERSON) if surname or alone or speaks else name


def _explained(word: str) -> Iterator[bool]:
    """What speaks for a body's or a place's name: `Israel Railways`, `Kenya Coast`, `Jordan Valley`."""
    words, entry = lexicon(), lookup(word)
    yield word not in words.surnames and any(
        word in each
        for each in (words.organizations, words.companies, words.publications, words.places, words.topics, words.things)
    )
    yield entry is not None and not entry.weak
