"""What the readings of a collection say of some names, looked up when it is asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from corpus.article import EntityType
from corpus.folding import exact_key
from index.segments.name_readings import ACRONYM, Reading
from index.segments.segment import Segment
from index.settlement.known_names import known_type
from index.settlement.name_table import NameTable, Numbers, Parts, number_of
from index.settlement.two_bodies import parts_of

_MOST = 16
"""Where one of so many readings changed, it costs less to settle all of them."""

_COMPANY = (None, EntityType.ORGANIZATION)


@dataclass(slots=True)
class Known:
    """How a name is read, or was before the last changes: in which ways, as which types, and short for what.

    `count` articles have it. Where it is `changed` that says nothing of how many had it before.
    """

    count: int = 0
    written: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    meant: set[str] = field(default_factory=set)
    changed: bool = False

    @property
    def may_be_organization(self) -> bool:
        """Whether it may be settled as one."""
        return EntityType.ORGANIZATION in self.kinds or len(self.kinds) > 1

    @property
    def may_be_short(self) -> bool:
        """Whether longer names that begin with it may be the same body."""
        return (self.changed or self.count > 1) and self.is_undecided

    @property
    def is_undecided(self) -> bool:
        """Whether the tables leave it open what it is, but for an organization."""
        return any(known_type(each) in _COMPANY for each in self.written)

    def add(self, reading: Reading, count: int) -> None:
        """So many articles have it so."""
        if reading.kind == ACRONYM:
            self.meant.add(exact_key(reading.written))
        else:
            self.count += count
            self.written.add(reading.written)
            self.kinds.add(reading.kind)


class KnownReadings:
    """The readings of some segments, and others that were there before."""

    def __init__(self, tables: Sequence[NameTable], changed: Collection[Reading]) -> None:
        self.tables = tables
        self._changed: Mapping[int, list[Reading]] = defaultdict(list)
        for each in changed:
            self._changed[number_of(each.key)].append(each)
        self._known: dict[str, Known] = {}
        self._alike: dict[int, set[str]] = {}

    def look_up(self, names: Iterable[str]) -> None:
        """Learn what is known of some names, and of those of the same letters."""
        asked = {number_of(name) for name in names}.difference(self._alike)
        self._alike.update((number, set()) for number in asked)
        wanted = _array(asked)
        for table in self.tables:
            for row in table.rows_of(wanted):
                self._take(table.reading(row), table.totals[row])
        for number in asked & self._changed.keys():
            for reading in self._changed[number]:
                self._take(reading, 0)
                self._known[reading.key].changed = True

    def of(self, name: str) -> Known | None:
        """What is known of a name that was looked up; None where no article has it, nor had it."""
        return self._known.get(name)

    def alike(self, name: str) -> set[str]:
        """The names of the same letters as one that was looked up."""
        return self._alike[number_of(name)]

    def counts(self, names: Collection[str]) -> Iterator[tuple[Reading, int]]:
        """The readings of some names, each with the number of its articles."""
        wanted = _array({number_of(name) for name in names})
        for table in self.tables:
            for row in table.rows_of(wanted):
                reading, count = table.reading(row), table.totals[row]
                if count and reading.key in names:
                    yield reading, count

    def beginning(self, names: Iterable[str]) -> Mapping[int, list[str]]:
        """Names by the numbers of those of some that they begin with, and are longer than."""
        return self._with([(table, table.prefixes) for table in self.tables], names)

    def ending(self, names: Iterable[str]) -> Mapping[int, list[str]]:
        """Names by the numbers of those of some that they end with, and are longer than."""
        return self._with([(table, table.suffixes) for table in self.tables], names)

    def having(self, words: Iterable[str]) -> Mapping[int, list[str]]:
        """Names of several words by the numbers of those of some words that they have."""
        return self._with([(table, table.words) for table in self.tables], words)

    def short_for(self, name: str) -> list[str]:
        """The acronyms that are introduced for a name."""
        return self._acronyms.get(name, [])

    def several_with(self, name: str) -> list[str]:
        """The names of which a name is a part, so that they may be several bodies."""
        return self._several.get(name, [])

    @cached_property
    def _acronyms(self) -> Mapping[str, list[str]]:
        found: Mapping[str, list[str]] = defaultdict(list)
        for table in self.tables:
            for row in table.acronyms():
                reading = table.reading(row)
                found[exact_key(reading.written)].append(reading.key)
        return found

    @cached_property
    def _several(self) -> Mapping[str, list[str]]:
        found: Mapping[str, list[str]] = defaultdict(list)
        for name in {table.key(row) for table in self.tables for row in table.several()}:
            for part in parts_of(name):
                found[part].append(name)
        return found

    def _with(self, parts: Sequence[tuple[NameTable, Parts]], names: Iterable[str]) -> Mapping[int, list[str]]:
        wanted = _array({number_of(name) for name in names})
        found: Mapping[int, dict[str, None]] = defaultdict(dict)
        for table, numbers in parts:
            for number, name in table.found(numbers, wanted):
                if " " in name:
                    found[number][name] = None
        self.look_up({name for some in found.values() for name in some})
        return {number: list(some) for number, some in found.items()}

    def _take(self, reading: Reading, count: int) -> None:
        self._alike[number_of(reading.key)].add(reading.key)
        self._known.setdefault(reading.key, Known()).add(reading, count)


def known_readings(segments: Sequence[Segment], changed: Collection[Reading]) -> KnownReadings | None:
    """The readings of some segments; None where these cannot be looked up, or too much of them changed."""
    some = [each.readings for each in segments]
    if len(changed) * _MOST > sum(len(each.keys) for each in some):
        return None
    try:
        return KnownReadings([NameTable(each) for each in some], changed)
    except ValueError:
        return None


def _array(numbers: Collection[int]) -> Numbers:
    return np.fromiter(numbers, np.uint64, len(numbers))
