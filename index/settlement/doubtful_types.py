"""Settle names that are read as several types: mostly companies, which articles take for persons and places."""

from corpus.article import EntityType
from corpus.enrichment.gazetteer.towns import towns
from corpus.enrichment.gazetteer.word_lists import lexicon
from index.settlement.known_names import known_type
from index.settlement.name_forms import NameForms

_SURE = 0.85
"""A person or a place is one where so many of the articles that have the name say so."""


def settle_doubtful_types(names: NameForms) -> None:
    """Make organizations of names that are read as several types, of which none is sure, and that nothing else tells.

    A given name tells a person, and so does a full name that the word is a part of; a town of the tables, or a word
    for a place, tells a place.
    """
    doubtful = [
        form
        for form in names.forms.values()
        if form.settled is None
        and form.type is not EntityType.ORGANIZATION
        and form.types[form.type] < _SURE * form.count
    ]
    if not doubtful:
        return
    parts = {word for key in names.persons for word in key.split()}
    for form in doubtful:
        of_person = form.type is EntityType.PERSON and (_begins_as_person(form.label) or form.key in parts)
        if not of_person and not _is_place(form.label) and known_type(form.label) is None:
            form.type = EntityType.ORGANIZATION


def _begins_as_person(name: str) -> bool:
    return name.partition(" ")[0] in lexicon().given_names


def _is_place(name: str) -> bool:
    words = lexicon()
    told = words.places | words.open_places | words.place_openings
    return bool(towns(name)) or not told.isdisjoint(name.split())
