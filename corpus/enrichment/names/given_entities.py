"""The entities that an article's file gives, under the names that the index knows them by."""

from collections.abc import Iterable

from corpus.article import Entity
from corpus.enrichment.aliases.aliases import canonical


def given_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The given entities in their order, variants of one name folded into one entity with all mentions."""
    found: dict[str, Entity] = {}
    for entity in entities:
        name = canonical(entity.name)
        first = found.get(name)
        if first is None:
            found[name] = entity if name == entity.name else Entity(name, entity.type, entity.mentions)
        elif entity.mentions:
            found[name] = Entity(name, first.type, tuple(sorted({*first.mentions, *entity.mentions})))
    return tuple(found.values())
