"""Settle the names of a collection at its commit: which values are one name, of which type, and how it is shown.

Each article is annotated alone, and some of its readings are doubtful: `Goldman` as a place, `Wal-Mart` as a person.
All of them together tell. What is settled depends on the articles alone, whatever order they came in.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import canonical_as
from index.segments.segment import ColumnarSegment
from index.segments.settled_names import SettledNames
from index.settlement.alike import groups, of_nations, partnerships, spelled_alike
from index.settlement.doubtful_types import settle_doubtful_types
from index.settlement.known_names import differ_by_tables, known_type
from index.settlement.known_readings import KnownReadings, known_readings
from index.settlement.last_settled import Last
from index.settlement.links import Link, Reason
from index.settlement.name_forms import Articles, ArticlesOf, Form, NameForms, most
from index.settlement.short_forms import acronyms, short_forms
from index.settlement.spellings import in_small_letters
from index.settlement.touched import touched
from index.settlement.two_bodies import bodies_in

Told = TypeVar("Told")

_SHORT = frozenset({Reason.ACRONYM, Reason.SHORT})
_COMMONER = 3
"""A short name is shown where so many times more articles have it than the long one."""


def settle(segments: Sequence[ColumnarSegment], folder: Path, last: Last | None = None) -> None:
    """Settle the names of the articles of all segments, where `index.segments.settled_names` keeps them.

    Where it is known what was settled last, and what changed since, only what that touches is settled again.
    """
    opened = [each.open(folder) for each in segments]
    readings = None if last is None else known_readings(opened, last.changed)
    if last is None or readings is None:
        found = settled(NameForms.of(opened))
    else:
        found = settled_again(readings, ArticlesOf(opened), last)
    for place, each in enumerate(segments):
        each.settled = None if place else found


def settled_again(readings: KnownReadings, articles: Articles, last: Last) -> SettledNames:
    """The same as `settled` of all these readings: the last names, but for those that may be settled otherwise now."""
    touch = touched(readings, {each.key for each in last.changed})
    found = settled(NameForms(readings.counts({*touch.names, *touch.beside}), articles))
    return SettledNames(
        _laid_over(last.settled.names, found.names, touch.names),
        _laid_over(last.settled.types, found.types, touch.names),
    )


def _laid_over(last: Mapping[str, Told], found: Mapping[str, Told], names: Container[str]) -> dict[str, Told]:
    """What was told last, but of some names what is found."""
    kept = {name: told for name, told in last.items() if name not in names}
    new = {name: told for name, told in found.items() if name in names}
    return dict(sorted((kept | new).items()))


def settled(names: NameForms) -> SettledNames:
    """How names are shown."""
    return _Joined(names).settled()


def joined(names: NameForms) -> list[Link]:
    """Every link between two of some names; `sure` are those that made names one."""
    return _Joined(names).links


@dataclass(slots=True)
class _Joined:
    """Names joined by sure links, one kind of link after the other."""

    names: NameForms
    links: list[Link] = field(default_factory=list)
    _into: dict[str, str] = field(default_factory=dict)
    _long: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        settle_doubtful_types(self.names)
        for found in (spelled_alike, partnerships, groups, of_nations):
            self._join(list(found(self.names)))
        self._join(list(acronyms(self.names, self.group_of)))
        self._join(list(short_forms(self.names, self.group_of)))

    def group_of(self, key: str) -> str:
        """The key of the name that a name was joined with so far."""
        while key in self._into:
            key = self._into[key]
        return key

    def settled(self) -> SettledNames:
        """How names are shown."""
        groups: Mapping[str, list[str]] = defaultdict(list)
        for key in self._into:
            groups[self.group_of(key)].append(key)
        shown: dict[str, tuple[str, ...]] = {}
        types: dict[str, EntityType] = {}
        for key, form in self.names.forms.items():
            first = self.group_of(key)
            label = _shown(self.names.forms[first])
            if first != key or len(form.written) > 1 or label != form.label:
                shown[key] = (label,)
            if first != key or len(form.types) > 1 or key in groups:
                types[key] = self._type(first, groups.get(first, ()))
        for key, bodies in bodies_in(self.names, self.group_of):
            firsts = list(dict.fromkeys(bodies))
            shown[key] = tuple(_shown(self.names.forms[each]) for each in firsts)
            for each in firsts:
                form = self.names.forms[each]
                types.setdefault(each, (not form.settled and known_type(form.label)) or form.type)
        return SettledNames(dict(sorted(shown.items())), dict(sorted(types.items())))

    def _type(self, first: str, others: Sequence[str]) -> EntityType:
        """The type of names that are one; those of several words tell it, where there are some: `Quimart Stores`."""
        form = self.names.forms[first]
        known = form.type if form.settled else known_type(_shown(form))
        if known:
            return known
        keys = [first, *others]
        counts: dict[EntityType, int] = {}
        for key in [key for key in keys if " " in key] or keys:
            for kind, count in self.names.forms[key].votes.items():
                counts[kind] = counts.get(kind, 0) + count
        return most(counts)

    def _join(self, links: Sequence[Link]) -> None:
        for link in links:
            one, other = self.group_of(link.name), self.group_of(link.other)
            if one == other:
                continue
            sure = link.sure and self._may_be_one(self.names.forms[one], self.names.forms[other])
            self.links.append(replace(link, sure=sure))
            if sure:
                first, second = sorted((one, other), key=lambda key: self._rank(key, link))
                self._into[second] = first
                if link.reason in _SHORT:
                    self._long.add(first)

    def _may_be_one(self, one: Form, other: Form) -> bool:
        """Two names that exports show were two when all that speaks for one had been looked at."""
        return not (one.settled and other.settled) and not differ_by_tables(one.label, other.label)

    def _rank(self, key: str, link: Link) -> tuple[bool, bool, bool, bool, int, int, str]:
        """What is shown stands first: what exports show, what the tables know, the long name, the most frequent."""
        form = self.names.forms[key]
        short = link.reason in _SHORT and key == self.group_of(link.name)
        common = short and form.count > _COMMONER * self.names.forms[self.group_of(link.other)].count
        return (
            form.settled is None,
            known_type(form.label) is None,
            short and not common,
            key not in self._long,
            -form.count,
            -len(key),
            key,
        )


def _shown(form: Form) -> str:
    """A name as it is shown: not in capitals, and so that whoever reads an export of it gets the same name."""
    if form.settled:
        return form.label
    small = in_small_letters(form.label)
    return small if small == form.label else canonical_as(small, form.type)
