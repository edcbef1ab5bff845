"""Find the names that may be settled otherwise than before, as some readings of a collection changed.

Names touch that may be joined, or of which one tells what becomes of the other: whatever a rule of `index.settlement`
looks at is looked for here from both sides, by the same functions. Rather too many are found than too few: a name that
is settled again as it was costs time only.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.article import EntityType
from index.settlement.known_names import nation
from index.settlement.known_readings import KnownReadings
from index.settlement.name_table import number_of
from index.settlement.spellings import base, names_group, partnership, without_group
from index.settlement.two_bodies import parts_of


@dataclass(frozen=True, slots=True)
class Touched:
    """Names to be settled again, by their keys, and all that is looked at where these are settled."""

    names: set[str]
    beside: set[str]


def touched(readings: KnownReadings, changed: Collection[str]) -> Touched:
    """What is touched by these names, of which articles came or went."""
    found = _Touching(readings)
    first = found.with_words(changed)
    found.spread(first)
    found.spread(found.readers(first))
    return Touched(found.names, found.beside())


class _Touching:
    def __init__(self, readings: KnownReadings) -> None:
        self._readings = readings
        self.names: set[str] = set()
        self._longer: dict[str, list[str]] = {}
        """The organizations that short names begin, of the names that were found."""

    def with_words(self, changed: Collection[str]) -> set[str]:
        """Changed names, and the words of persons among them, of which it depends whether these are their names."""
        self._readings.look_up(changed)
        persons = (name for name in changed if " " in name and self._is(name, EntityType.PERSON))
        words = {word for name in persons for word in name.split()}
        self._readings.look_up(words)
        return {*changed, *filter(self._readings.of, words)}

    def spread(self, names: Iterable[str]) -> None:
        """Find all that touch these, and those that touch these in turn."""
        new = set(names) - self.names
        while new:
            self.names |= new
            new = self._neighbours(new) - self.names

    def readers(self, changed: Collection[str]) -> set[str]:
        """The short names of which it depends on a changed name whether they may be part of a longer one."""
        read = [name for name in changed if (known := self._readings.of(name)) and known.may_be_organization]
        ending = self._readings.ending(read)
        having = self._readings.having([name for name in read if " " not in name])
        short = set[str]()
        for name in read:
            number = number_of(name)
            for longer in {*ending.get(number, ()), *having.get(number, ())}:
                if self._may_be_organization(longer):
                    short.update(each for each in _beginnings(longer) if name in _rests(longer, each))
        self._readings.look_up(short)
        return {each for each in short if self._may_be_short(each)}

    def beside(self) -> set[str]:
        """What else is looked at."""
        rests = {rest for name, longer in self._longer.items() for each in longer for rest in _rests(each, name)}
        self._readings.look_up(rests)
        some = {name for name in {*self.names, *rests} if " " not in name and self._is_doubtful(name)}
        having = self._readings.having(some)
        persons = {
            each
            for name in some
            for each in having.get(number_of(name), ())
            if name in each.split() and self._is(each, EntityType.PERSON)
        }
        return {name for name in rests | persons if self._readings.of(name)}

    def _neighbours(self, names: set[str]) -> set[str]:
        """What touches these names."""
        look_up = self._readings.look_up
        look_up({other for name in names for other in (name, *_named_by(name))})
        look_up({other for name in names if (known := self._readings.of(name)) for other in known.meant})
        look_up({other for name in names for other in self._readings.short_for(name)})
        beginning = self._readings.beginning({each for name in names for each in _spellings(name)})
        ending = self._readings.ending([name for name in names if " " in name])
        around = {other for name in names for other in self._around(name)}
        look_up(around)
        found = {other for other in around if self._readings.of(other)}
        for name in names:
            found.update(self._beside(name, beginning))
            longer = ending.get(number_of(name), ())
            found.update(each for each in longer if _without_nation(each) == name and self._of_nation(each))
        return found

    def _around(self, name: str) -> Iterator[str]:
        """What stands in some relation to a name, or may."""
        known = self._readings.of(name)
        yield from self._readings.alike(name)
        yield from self._readings.alike(base(name))
        yield from _partners(name)
        yield from (partnership(name), without_group(name), without_group(base(name)))
        if self._of_nation(name):
            yield _without_nation(name)
        if known and known.meant and known.is_undecided:
            yield from known.meant
        yield from filter(self._may_be_acronym, self._readings.short_for(name))
        if self._may_be_organization(name):
            yield from filter(self._may_be_short, _beginnings(name))
        yield from parts_of(name)
        yield from self._readings.several_with(name)

    def _beside(self, name: str, beginning: Mapping[int, list[str]]) -> Iterator[str]:
        """Longer names that a name begins."""
        numbers = set(map(number_of, _spellings(name)))
        longer = dict.fromkeys(each for number in numbers for each in beginning.get(number, ()))
        for each in longer:
            shorter = base(each)
            if number_of(shorter) in numbers or (names_group(each) and number_of(without_group(shorter)) in numbers):
                yield each
        mine = [each for each in longer if each.startswith(f"{name} ")]
        if any(map(self._readings.of, _partners(name))):
            yield from mine
        organizations = [each for each in mine if self._may_be_organization(each)]
        if organizations and self._may_be_short(name):
            self._longer[name] = organizations
            yield from organizations

    def _of_nation(self, name: str) -> bool:
        """Whether a name begins with that of a nation, and has several words more."""
        known = self._readings.of(name)
        several = " " in _without_nation(name)
        return several and known is not None and any(nation(each.partition(" ")[0]) for each in known.written)

    def _may_be_acronym(self, name: str) -> bool:
        known = self._readings.of(name)
        return known is not None and known.is_undecided

    def _may_be_organization(self, name: str) -> bool:
        known = self._readings.of(name)
        return known is not None and known.may_be_organization

    def _may_be_short(self, name: str) -> bool:
        known = self._readings.of(name)
        return known is not None and known.may_be_short

    def _is(self, name: str, kind: EntityType) -> bool:
        known = self._readings.of(name)
        return known is not None and kind in known.kinds

    def _is_doubtful(self, name: str) -> bool:
        """Whether it depends on persons what becomes of a word: a given name is one whatever they are called."""
        known = self._readings.of(name)
        return known is not None and known.is_undecided


def _spellings(name: str) -> set[str]:
    """A name, and as what it is compared with others."""
    return {name, base(name), *(_partners(name) if partnership(name) else ())}


def _partners(name: str) -> tuple[str, ...]:
    """The names that are told from others which begin with the same word, and that word."""
    first = name.partition(" ")[0]
    return (f"{first} & company", f"{first} and company")


def _named_by(name: str) -> Iterator[str]:
    """Names that are made of a name."""
    shorter = base(name)
    yield from (shorter, without_group(name), without_group(shorter), *_partners(name))
    if partnership(name):
        yield partnership(name)
    if without := _without_nation(name):
        yield without
    yield from _beginnings(name)
    yield from parts_of(name)


def _without_nation(name: str) -> str:
    return name.partition(" ")[2]


def _beginnings(name: str) -> list[str]:
    """The shorter names that a name begins with, whole words each."""
    words = name.split(" ")
    return [" ".join(words[:count]) for count in range(1, len(words))]


def _rests(longer: str, name: str) -> set[str]:
    """What a longer name has behind a name that it begins with, and the first word of that."""
    rest = longer[len(name) + 1 :]
    return {rest, rest.partition(" ")[0]}
