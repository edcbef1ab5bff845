"""Put the names of an article together into entities with all their mentions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.article import Entity, EntityType, Span
from corpus.enrichment.aliases.aliases import canonical, canonical_as, entity_type, is_listed_firm
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.people import People
from corpus.folding import name_key
from corpus.late_pattern import late

_COMPASS = late(
    r"^(?:(?:north|south|east|west|northern|southern|eastern|western|central)(?:[- ]?(?:eastern|western|central))? )+"
)
_GROUPS = frozenset(("Group", "Holdings", "Holding"))
_LONGEST_ACRONYM = 4


def entities_of(names: Sequence[Name], people: People, text: str, shift: int) -> tuple[Entity, ...]:
    """The entities of an article, the most mentioned first, then in order of appearance.

    `names` are those of title and text together; mentions count from `shift`, where the text begins, and those of the
    title are left out.
    """
    acronyms = _introduced(names, text)
    spans: dict[str, list[Span]] = {}
    types: dict[str, dict[EntityType, int]] = defaultdict(dict)
    labels: dict[str, str] = {}
    known: dict[str, EntityType] = {}
    for name in names:
        if name.type is None:
            continue
        label = _label(name, people, acronyms)
        key = name_key(label)
        labels.setdefault(key, label)
        counts = types[key]
        counts[name.type] = counts.get(name.type, 0) + 1
        if name.known and label in {name.known.name, canonical(name.known.name)}:
            known.setdefault(key, name.type)
        mentions = spans.setdefault(key, [])
        if name.start >= shift:
            mentions.append((name.start - shift, name.end - shift))
    found = [
        Entity(
            labels[key],
            known.get(key) or entity_type(labels[key]) or max(types[key], key=types[key].__getitem__),
            tuple(mentions),
        )
        for key, mentions in spans.items()
    ]
    return tuple(sorted(found, key=lambda entity: -len(entity.mentions)))


def _label(name: Name, people: People, acronyms: Mapping[str, str]) -> str:
    if name.type is EntityType.PERSON:
        return people.label(name.text)
    if (acronym := name.text.replace(".", "")) in acronyms:
        return canonical(acronyms[acronym])
    if name.known:
        return canonical_as(name.known.name, name.type) if name.type else name.known.name
    if name.text[0].islower():
        name = name._replace(text=_COMPASS.sub("", name.text))
    if name.type is not EntityType.PLACE:
        return _without_group(canonical(name.text))
    town = _town(name.text)
    return canonical(town.title() if town.isupper() and len(town) > _LONGEST_ACRONYM else town)


def _without_group(name: str) -> str:
    """A body that the tables know, without what says that it is a group of companies: `Quimbart Group`."""
    head, _, last = name.rpartition(" ")
    if last not in _GROUPS or is_listed_firm(head):
        return name
    return canonical(head) if entity_type(canonical(head)) is EntityType.ORGANIZATION else name


def _town(text: str) -> str:
    """A town without the country or state behind it, unless that tells it from a larger one: `Paris, Texas`."""
    head, comma, tail = text.partition(", ")
    around, alone = lookup(tail) or lookup(f"{tail}."), lookup(head)
    if not comma or around is None or around.code is None or (alone and alone.code not in {None, around.code}):
        return text
    return head


def _introduced(names: Iterable[Name], text: str) -> dict[str, str]:
    """Acronyms that the article itself explains: `Syrian Democratic Forces (SDF)`."""
    found: dict[str, str] = {}
    before: Name | None = None
    for name in names:
        if before and text[before.end : name.start] == " (" and text[name.end : name.end + 1] == ")":
            initials = "".join(word[0] for word in re.findall(r"\w+", before.text) if word[0].isupper())
            fits = name.text.replace(".", "") in {initials, "".join(re.findall(r"[A-Z]", before.text))}
            if fits or (name.known is None and before.type is name.type and before.text.count(" ") > 1):
                found[name.text.replace(".", "")] = before.text
        before = name
    return found
