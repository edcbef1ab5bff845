"""What do the shipped tables know of a name? They win over what a collection says."""

from functools import lru_cache

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import canonical, entity_type
from corpus.enrichment.gazetteer.gazetteer import Rank, lookup
from index.settlement.name_forms import Form, NameForms

_SURNAMES = 0.3
"""A single word that is a person's surname in so many articles, of those that have it alone, may be that person."""


@lru_cache(maxsize=1 << 16)
def known_type(label: str) -> EntityType | None:
    """The type of a name by the tables; None where they do not have it, or have it as a word as well."""
    kind = entity_type(label)
    if kind is not None:
        return kind
    entry = lookup(label)
    return None if entry is None or entry.weak else entry.type


@lru_cache(maxsize=4_096)
def nation(word: str) -> str | None:
    """The ISO code of the country whose name, or whose people's name, a word is; None where it is none."""
    entry = lookup(word)
    return entry.code if entry is not None and entry.rank in {Rank.COUNTRY, Rank.PEOPLE} else None


def is_place_or_person(form: Form, names: NameForms) -> bool:
    """Whether a short name is that of a place, a person or a thing, so that a longer organization's is another one."""
    known = known_type(form.label)
    if known is not None:
        return known is not EntityType.ORGANIZATION
    if " " in form.key:
        return form.type is not EntityType.ORGANIZATION
    return names.surnames[form.key] > _SURNAMES * form.count


def differ_by_tables(one: str, other: str) -> bool:
    """Whether the tables have both names, and under different ones."""
    return known_type(one) is not None and known_type(other) is not None and canonical(one) != canonical(other)
