"""Tell bodies and places that were taken for persons by the article before them: `settlers in the Quimbo`."""

from collections.abc import Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.late_pattern import late

_ARTICLES = frozenset(("the ", "The "))
_PLACED = late(r"\b(?:across|around|at|from|in|into|near|to|within) the $")
_BEHIND = late(
    r"\s*(?:[.,;:!?)]|$)|\n| (?:is|are|was|were|has|had|have|will|would|can|could|may|became|said|reported|provided"
    r"|about|after|as|at|before|but|by|during|for|from|in|of|on|since|that|to|which|with)\b"
)
"""What shows that the article belongs to the name, and not to a noun behind it: `the Quimby affair`."""
_NEAR = 12


def with_definite_names(names: Sequence[Name], text: str) -> list[Name]:
    """The names; persons that have `the` before them most times are none, wherever the text has them.

    They are places if it says so once (`in the Quimbo`), otherwise organizations. Families are persons (`the Quimbys`),
    and so is who has a given name, or is called in full elsewhere (`the Yogi`).
    """
    persons = [name for name in names if name.type is EntityType.PERSON]
    definite = {name.text for name in persons if _is_definite(name, text)}
    definite = {each for each in definite if 2 * text.count(f"he {each}") > text.count(each)}
    if not definite:
        return list(names)
    definite -= {each for name in persons for each in definite if f" {each} " in f" {name.text} " != f" {each} "}
    places = {name.text for name in persons if _PLACED.search(text[max(0, name.start - _NEAR) : name.start])}
    kinds = {each: EntityType.PLACE if each in places else EntityType.ORGANIZATION for each in definite}
    kinds = {each: kind for each, kind in kinds.items() if kind is EntityType.PLACE or each[-1] != "s"}
    return [
        name._replace(type=kinds.get(name.text, name.type)) if name.type is EntityType.PERSON else name
        for name in names
    ]


def _is_definite(name: Name, text: str) -> bool:
    if name.known is not None or text[max(0, name.start - len("the ")) : name.start] not in _ARTICLES:
        return False
    words, first = lexicon(), name.text.partition(" ")[0]
    if any(first in each for each in (words.given_names, words.forms_of_address, words.roles)):
        return False
    return _BEHIND.match(text, name.end) is not None
