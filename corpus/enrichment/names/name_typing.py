"""Decide the type of undecided names from their sentence and from the rest of the article."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.capitalized_runs import PARTICLES
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.context import Surroundings
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.people import People
from corpus.late_pattern import late

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE

Types = Mapping[str, EntityType | None]
"""What the sentences of an article say of its unclear names; None: that it is no name."""

_ACRONYM = late(r"(?!Mc|Mac|De|Di|Le|La|Du|Van|Fitz|O')[A-Z][A-Za-z&]{0,4}[A-Z][a-z]{0,2}")
_ORDINARY = late(r"\w{3,}(?:ing|ly)")
_WORDS_OF_A_PERSON = range(2, 5)


def judge(names: Sequence[Name], around: Surroundings) -> list[Name]:
    """The names that can be told to name something, each with its type."""
    trimmed = [_without_first_word(name, around) for name in names]
    types = _types_by_sentences(trimmed, around)
    people = People(name.text for name in trimmed if " " in name.text and _is_person(name, around, types))
    told = (_told(name, around, people, types) for name in trimmed)
    return [name for name in told if name is not None]


def _without_first_word(name: Name, around: Surroundings) -> Name:
    """The name without a word that merely begins the sentence: `Visiting Damascus`."""
    first, _, rest = name.text.partition(" ")
    if not rest or name.known or first in lexicon().given_names or not around.begins_sentence(name.start):
        return name
    if first.lower() in PARTICLES:
        return name
    if first.lower() not in around.small_words and not _ORDINARY.fullmatch(first):
        return name
    return name._replace(text=rest, start=name.end - len(rest), type=None if name.type is PERSON else name.type)


def _types_by_sentences(names: Sequence[Name], around: Surroundings) -> Types:
    votes: dict[str, dict[EntityType | None, int]] = defaultdict(lambda: defaultdict(int))
    for name in names:
        if name.type is PERSON and " " not in name.text:
            votes[name.text][PERSON] += 1
        if name.type is None and not around.in_headline(name.start):
            before = around.word_before(name.start)
            kind = _by_sentence(name, before, around.word_after(name.end))
            if kind or before in {"the", "The"} or around.names_agency(name.start):
                votes[name.text][kind] += 1
    return {text: max(counted, key=counted.__getitem__) for text, counted in votes.items()}


def _by_sentence(name: Name, before: str, after: str) -> EntityType | None:
    words = lexicon()
    if len(name.text) == 1 or name.text in words.common_capitals:
        return None
    if after in words.speech:
        return PERSON
    if after in words.place_descriptions or before in words.locatives:
        return PLACE
    return PERSON if before in words.speech else None


def _is_person(name: Name, around: Surroundings, types: Types) -> bool:
    if around.in_headline(name.start):
        return False
    return name.type is PERSON or (types.get(name.text, PERSON) is PERSON and _looks_like_person(name, around))


def _looks_like_person(name: Name, around: Surroundings) -> bool:
    """Two to four words that nothing explains are a person's name, where none of them is an ordinary word."""
    parts = name.text.split(" ")
    if name.type is not None or name.known or len(parts) not in _WORDS_OF_A_PERSON:
        return False
    words = lexicon()
    return not any(
        part.lower() in around.small_words
        or part in words.places
        or part in words.adjectives
        or part[-1].isdigit()
        or _ACRONYM.fullmatch(part)
        for part in parts
        if part not in PARTICLES
    )


def _told(name: Name, around: Surroundings, people: People, types: Types) -> Name | None:
    if name.type is PLACE and name.known and " " not in name.text and people.has_surname(name.text):
        at_place = around.word_before(name.start) in lexicon().locatives
        return name if at_place else name._replace(type=PERSON, known=None)
    if name.type is not None:
        return name if name.known or not around.in_headline(name.start) else None
    if _ACRONYM.fullmatch(name.text) and name.text not in lexicon().common_capitals:
        return name._replace(type=ORGANIZATION)
    if people.full_name(name.text):
        return name._replace(type=PERSON, known=None)
    kind = types.get(name.text)
    return None if kind is None or around.in_headline(name.start) else name._replace(type=kind)
