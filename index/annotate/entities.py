"""Who and what an article names: the names found in its title and text, joined where they are one."""

import re
from collections import Counter
from collections.abc import Iterable

from corpus.article import Entity, EntityType, Span
from index.aliases import variants
from index.annotate.people import People
from index.annotate.scan import Found, Scan
from index.annotate.spans import names

_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]{1,7})\)")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de"})


def entities_in(text: Scan, title: Scan) -> tuple[Entity, ...]:
    """The entities of an article, the most often mentioned first, then in order of appearance."""
    named, headed = names(text), names(title)
    _settle(text, named, headed)
    kinds: dict[str, Counter[EntityType]] = {}
    mentions: dict[str, list[Span]] = {}
    for found, in_text in (*((found, True) for found in named), *((found, False) for found in headed)):
        if found.type is not None:
            kinds.setdefault(found.name, Counter())[found.type] += 1
            spans = mentions.setdefault(found.name, [])
            spans.extend([(found.start, found.end)] if in_text else [])
    ordered = sorted(mentions.items(), key=lambda item: -len(item[1]))
    return tuple(Entity(name, kinds[name].most_common(1)[0][0], tuple(spans)) for name, spans in ordered)


def _settle(text: Scan, named: list[Found], headed: list[Found]) -> None:
    """Gives every name of an article its final name and type, in place."""
    everything = [*named, *headed]
    _fold(everything)
    _agree(everything)
    _join_acronyms(text.text, named, everything)
    people = People(found.name for found in everything if found.type is EntityType.PERSON)
    for found in everything:
        if found.type in {None, EntityType.PERSON} or not found.sure:
            found.name, found.type = people.full(found.name, found.type)


def _fold(everything: Iterable[Found]) -> None:
    known = variants()
    for found in everything:
        entry = known.get(found.name)
        if entry is not None:
            found.name, found.type, found.sure = entry.name, entry.type, True


def _agree(everything: list[Found]) -> None:
    """One name is of one type in an article: the type that something beside it told, where anything did."""
    told = {found.name: found.type for found in reversed(everything) if found.type is not None}
    told |= {found.name: found.type for found in reversed(everything) if found.type is not None and found.sure}
    for found in everything:
        if not found.sure and found.name in told:
            found.type = told[found.name]


def _join_acronyms(text: str, named: list[Found], everything: list[Found]) -> None:
    """Joins an acronym to the long form that introduces it: `Syrian Democratic Forces (SDF)`."""
    long_forms: dict[str, Found] = {}
    for found in named:
        beside = _ACRONYM.match(text, found.end)
        if beside and found.type is not None and _initials(found.name).startswith(beside[1][0]):
            long_forms.setdefault(beside[1], found)
    for found in everything:
        if found.name in long_forms:
            long = long_forms[found.name]
            found.name, found.type = long.name, EntityType.ORGANIZATION
    for long in long_forms.values():
        long.type = EntityType.ORGANIZATION if not long.sure else long.type


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word not in _SMALL_WORDS).upper()
