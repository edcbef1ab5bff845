"""Tell persons called like a country or a city in other languages than English: `Israel Rodríguez`, then `Israel`."""

from collections.abc import Iterator, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Atom, Rank
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.folding import without_accents
from corpus.late_pattern import late

_PLACES = frozenset({Rank.COUNTRY, Rank.CITY})
_NEAR = 20
_NOUNS_AS_NAMES = frozenset({"de", "lb"})
_STREET_BEFORE = late(
    r"\b(?:[Cc]alle|[Aa]venida|[Rr]ua|[Pp]raça|[Rr]ue|[Aa]venue|Place|[Bb]oulevard|Via|[Vv]iale|[Pp]iazza|[Pp]aseo"
    r"|[Pp]laza|[Уу]лица|[Уу]лице|ул\.|ulica|ulicy|ul\.)"
    r" (?:(?:de|del|della|dello|degli|du|des|do|da|dos|de la|de los) |d'|d’)?$"
)
"""A small `place` or `via` is none: `la place de la Chine dans le monde`, `via Argentina`."""
_STREET_BEHIND = late(
    r"(?:-?(?:[Ss]traße|[Ss]trasse|[Pp]latz|[Aa]llee|[Ww]eg|straat|laan|plein)\b"
    r"|(?<=er) (?:Straße|Strasse|Platz|Allee|Weg)\b"
    r"| (?:Sokak|Sokağı|Caddesi|Bulvarı|Mahallesi)\b|(?:gatan|gata|gade|katu)\b)"
)
_BEFORE = late(r"(?<!\w)([^\W\d_]\w+) $")
_WITHIN = late(r"[\w,] $")
"""What stands before a word within a sentence, where only names have capitals."""
_BEHIND = late(r" ([^\W\d_][\w'’-]+)(?! [A-ZÀ-Ý])")


def persons_called_like_places(atoms: Sequence[Atom], text: str, language: str) -> list[Name]:
    """The persons whose given name is a place's, in full; and by it alone, where the place has no other name there."""
    whole = list(_in_full(atoms, text, language))
    first = {name.text.partition(" ")[0] for name in whole}
    taken = {name.start for name in whole}
    spoken = {atom.entry.code for atom in atoms if atom.entry and atom.text not in first}
    alone = [
        Name(atom.text, atom.start, atom.end, EntityType.PERSON)
        for atom in atoms
        if atom.text in first and atom.start not in taken and atom.entry and atom.entry.code not in spoken
    ]
    return [*whole, *alone]


def in_streets(atoms: Sequence[Atom], text: str) -> set[int]:
    """Where names stand that are streets' or squares' names: `calle Colombia`, `Ürdün Sokak`."""
    return {
        atom.start
        for atom in atoms
        if _STREET_BEFORE.search(text[max(0, atom.start - _NEAR) : atom.start]) or _STREET_BEHIND.match(text, atom.end)
    }


def _in_full(atoms: Sequence[Atom], text: str, language: str) -> Iterator[Name]:
    """A given name that is a place's too, before a family name that is none; or a place's name behind a given one."""
    places = {atom.start for atom in atoms}
    for atom in atoms:
        if atom.entry is None or atom.entry.rank not in _PLACES or " " in atom.text:
            continue
        before = _BEFORE.search(text[max(0, atom.start - _NEAR) : atom.start])
        if before and _is_given(before[1], atom, text, language) and atom.start - len(before[0]) not in places:
            yield Name(before[0] + atom.text, atom.start - len(before[0]), atom.end, EntityType.PERSON)
            continue
        behind = _BEHIND.match(text, atom.end)
        if behind is None or behind.start(1) in places or not is_family_name(behind[1]):
            continue
        given, words = without_accents(atom.text), lexicon()
        as_given = words.countries_as_given_names | words.countries_as_rare_given_names
        if is_given_name(given) or not as_given.isdisjoint((given, atom.entry.name)):
            yield Name(text[atom.start : behind.end()], atom.start, behind.end(), EntityType.PERSON)


def _is_given(word: str, atom: Atom, text: str, language: str) -> bool:
    """Whether a word before a place's name is a given name: one of English, or before a country's of any language.

    In German nouns have capitals as well, and elsewhere what begins a sentence: `Con Italia fuera del Mundial`.
    """
    if without_accents(word) in lexicon().given_names:
        return True
    country = atom.entry is not None and atom.entry.rank is Rank.COUNTRY and atom.text[0].isupper()
    start = atom.start - len(f"{word} ")
    within = language not in _NOUNS_AS_NAMES and _WITHIN.search(text[max(0, start - 2) : start]) is not None
    return country and within and is_given_name(word) and f" {word.lower()}" not in text
