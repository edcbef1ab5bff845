"""Fold the entities that an article's file gives under the names that the index knows them by."""

from collections.abc import Iterable, Sequence

from corpus.article import Entity, EntityType
from corpus.enrichment.aliases.aliases import canonical_as
from corpus.enrichment.names.people import namesakes, within, words


def given_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The given entities in their order, variants of one name folded into one entity with all mentions.

    What was exported stays as it was: a name folds to another one of its own type only (the city `Gao` is not the
    office `GAO`), and a surname that two persons of the article have to neither.
    """
    given = list(entities)
    bearers = [words(each.name) for each in given if each.type is EntityType.PERSON and " " in each.name]
    apart = namesakes(each.name for each in given if each.type is EntityType.PERSON)
    found: dict[str, Entity] = {}
    for entity in given:
        name = entity.name if entity.name in apart else _folded(entity, bearers)
        first = found.get(name)
        if first is None:
            found[name] = entity if name == entity.name else Entity(name, entity.type, entity.mentions)
        elif entity.mentions:
            found[name] = Entity(name, first.type, tuple(sorted({*first.mentions, *entity.mentions})))
    return tuple(found.values())


def _folded(entity: Entity, bearers: Sequence[tuple[str, ...]]) -> str:
    """The name that an entity folds to; `bearers` are the words of the persons whom the article has in full."""
    name = " ".join(entity.name.split())
    other = canonical_as(name, entity.type)
    if entity.type is EntityType.PERSON and " " not in name:
        short, full = words(name), words(other)
        if any(bearer != full and within(short, bearer) for bearer in bearers):
            return name
    return other
