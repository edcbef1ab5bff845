"""Tell persons called like a country or a city in other languages than English: `Israel Rodríguez`, then `Israel`."""

import re
from collections.abc import Iterator, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Atom, Rank
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.folding import without_accents

_PLACES = frozenset({Rank.COUNTRY, Rank.CITY})
_NEAR = 20
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]\w+) $")
_BEHIND = re.compile(r" ([^\W\d_][\w'’-]+)(?! [A-ZÀ-Ý])")


def persons_called_like_places(atoms: Sequence[Atom], text: str) -> list[Name]:
    """The persons whose given name is a place's, in full; and by it alone, where the place has no other name there."""
    whole = list(_in_full(atoms, text))
    first = {name.text.partition(" ")[0] for name in whole}
    taken = {name.start for name in whole}
    spoken = {atom.entry.code for atom in atoms if atom.entry and atom.text not in first}
    alone = [
        Name(atom.text, atom.start, atom.end, EntityType.PERSON)
        for atom in atoms
        if atom.text in first and atom.start not in taken and atom.entry and atom.entry.code not in spoken
    ]
    return [*whole, *alone]


def _in_full(atoms: Sequence[Atom], text: str) -> Iterator[Name]:
    """A given name that is a place's too, before a family name that is none; or a place's name behind a given one."""
    places = {atom.start for atom in atoms}
    for atom in atoms:
        if atom.entry is None or atom.entry.rank not in _PLACES or " " in atom.text:
            continue
        before = _BEFORE.search(text[max(0, atom.start - _NEAR) : atom.start])
        if before and without_accents(before[1]) in lexicon().given_names and atom.start - len(before[0]) not in places:
            yield Name(before[0] + atom.text, atom.start - len(before[0]), atom.end, EntityType.PERSON)
            continue
        behind = _BEHIND.match(text, atom.end)
        if behind is None or behind.start(1) in places or not is_family_name(behind[1]):
            continue
        given = without_accents(atom.text)
        if is_given_name(given) or given in lexicon().countries_as_given_names:
            yield Name(text[atom.start : behind.end()], atom.start, behind.end(), EntityType.PERSON)
