"""Apply what a user has put right about entities: names merged, renamed, hidden or of another type.

The file `aliases.toml` in the folder of the index:

    hide = ["Reuters"]

    [merge]
    "Islamic State" = ["IS group", "Daesch"]

    [rename]
    "Defense Department" = "US Department of Defense"

    [type]
    "Amazon" = "organization"
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.article import Entity, EntityType
from corpus.errors import DatelineError
from corpus.folding import exact_key
from index.corrections.toml_file import TomlFile, stamp_of
from index.segments.settled_names import SettledNames
from index.storage.files import ALIASES, path_of


class BadAliases(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """The file of aliases cannot be read as such."""


@dataclass(frozen=True, slots=True)
class UserAliases:
    """Names are looked up by their keys (`index.segments.schema.exact_key`)."""

    names: Mapping[str, str] = field(default_factory=dict)
    """The name that another name is shown as."""

    hidden: frozenset[str] = frozenset()
    types: Mapping[str, EntityType] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    """The names that are shown as another one, as the user wrote them."""

    faults: tuple[str, ...] = ()
    """What in the file could not be understood, each with its line; it does not count."""

    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Further names that a name is shown as, which the collection settles as several (`index.settlement`)."""

    _same: Mapping[str, list[str]] = field(init=False, repr=False, compare=False)
    """The keys of the names that are shown as a name, by its key."""

    def __post_init__(self) -> None:
        same: dict[str, list[str]] = {}
        for key in self.names:
            for shown in self.shown(key):
                same.setdefault(shown, []).append(key)
        object.__setattr__(self, "_same", same)

    def over(self, settled: SettledNames) -> "UserAliases":
        """These laid over what the collection settles: of a name that a user has put right the settled does not count.

        What is settled as a name that a user merges or renames goes with it.
        """
        if not settled.names and not settled.types:
            return self
        names, others, types = dict(self.names), dict[str, tuple[str, ...]](), dict(settled.types)
        for key, shown in settled.names.items():
            if key not in self.names:
                first, *rest = dict.fromkeys(self.names.get(exact_key(name), name) for name in shown)
                names[key] = first
                others |= {key: tuple(rest)} if rest else {}
        for key, kind in self.types.items():
            types[key] = kind
            if (shown_key := exact_key(names.get(key, key))) not in self.types:
                types[shown_key] = kind
        return replace(self, names=names, others=others, types=types)

    def shown(self, key: str) -> list[str]:
        """The keys of all names that a name is shown as: one, unless the collection settles it as several."""
        return [self.key(key), *map(exact_key, self.others.get(key, ()))]

    def key(self, key: str) -> str:
        """The key of the name that a name is shown as."""
        name = self.names.get(key)
        return key if name is None else exact_key(name)

    def hides(self, key: str) -> bool:
        """Whether a name, or the one that it is shown as, is hidden."""
        return key in self.hidden or self.key(key) in self.hidden

    def keys(self, key: str) -> list[str]:
        """The keys of all names that are shown as the same name as this one, that name's own first; no hidden one."""
        shown = self.key(key)
        same = [shown, *(each for each in self.same(shown) if each != shown)]
        return [each for each in same if not self.hides(each)]

    def same(self, shown: str) -> Sequence[str]:
        """The keys of the names that are shown as a name, given by its key, in the order of the entries."""
        return self._same.get(shown, ())

    def laid_over(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """Entities as the user wants to see them, each name once."""
        found: dict[str, Entity] = {}
        for each in entities:
            key = exact_key(each.name)
            if key not in self.names and key not in self.hidden and key not in found:  # as most are
                kind = self.types.get(key, each.type)
                found[key] = each if kind == each.type else replace(each, type=kind)
                continue
            if self.hides(key):
                continue
            for name in (self.names.get(key, each.name), *self.others.get(key, ())):
                shown = exact_key(name)
                if shown in self.hidden:
                    continue
                before = found.get(shown)
                mentions = each.mentions if before is None else tuple(sorted({*before.mentions, *each.mentions}))
                kind = self.types.get(shown) or self.types.get(key) or (before or each).type
                found[shown] = Entity(name if before is None or key in self.names else before.name, kind, mentions)
        return tuple(found.values())


NOTHING = UserAliases()


def load(location: Path) -> UserAliases:
    """The aliases of the index at a location, as far as its file can be understood."""
    return read(location / ALIASES)


def read(path: Path) -> UserAliases:
    """The aliases that a file has, as far as it can be understood; none where it is not there."""
    try:
        return _of_file(TomlFile.read(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return NOTHING
    except (OSError, ValueError) as fault:
        told = getattr(fault, "strerror", None) or fault  # a page shows it: no path
        return UserAliases(faults=(f"the file cannot be read ({told}); mend it or move it away",))


def parsed(text: str, path: Path) -> UserAliases:
    """The aliases that a file at a path says. Raises `BadAliases`, which names the line and the mend."""
    found = _of_file(TomlFile.read(text))
    if found.faults:
        raise BadAliases(f"{path}, {found.faults[0]}")
    return found


def stamp(location: Path) -> str:
    """What changes whenever the file of an index does; nothing where there is none."""
    return stamp_of(path_of(location, ALIASES))


def _of_file(file: TomlFile) -> UserAliases:
    for name in file.tables.keys() - {"hide", "merge", "rename", "type"}:
        file.blame(f"there is no {name}; write hide, [merge], [rename] or [type]", name)
    written = [*_renamed(file), *_merged(file)]
    names = {exact_key(old): new for old, new in written}
    for name, others in _table(file, "merge").items():
        if isinstance(others, list):
            names.setdefault(exact_key(name), name)  # it may be renamed, or merged into another, itself
    hidden = _strings(file, file.tables.get("hide", []), "hide")
    return UserAliases(
        _resolved(names, file),
        frozenset(map(exact_key, hidden)),
        dict(_types(file)),
        {exact_key(old): old for old, _ in written},
        tuple(map(str, sorted(file.faults, key=lambda fault: fault.line or 0))),
    )


def _renamed(file: TomlFile) -> Iterator[tuple[str, str]]:
    """Old and new names."""
    for old, new in _table(file, "rename").items():
        if _is_name(new):
            yield old, str(new)
        else:
            file.blame(f'{old} is renamed {new!r}; write another name in quotes: "{old}" = "…"', "rename", old)


def _merged(file: TomlFile) -> Iterator[tuple[str, str]]:
    """Names, and those that they are merged into."""
    into: dict[str, str] = {}
    for name, others in _table(file, "merge").items():
        for other in _strings(file, others, "merge", name):
            before = into.setdefault(exact_key(other), name)
            if exact_key(before) == exact_key(name):
                yield other, name
            else:
                file.blame(f"{other} is merged into {before} already; take it out of one of them", "merge", name)


def _resolved(names: Mapping[str, str], file: TomlFile) -> dict[str, str]:
    """Each name with the one that it is shown as in the end, where one entry leads to another."""
    resolved = {}
    for key, name in names.items():
        shown = _end(key, names)
        if shown is None:
            file.blame(f"{name} leads back to itself; take one of the entries out", *_entry_of(name, file))
        else:
            resolved[key] = shown
    return resolved


def _end(key: str, names: Mapping[str, str]) -> str | None:
    """Where the entries lead from a name; None where they go round."""
    met, last = {key}, names[key]
    while (following := exact_key(last)) in names and names[following] != last:
        if following in met:
            return None
        met.add(following)
        last = names[following]
    return last


def _entry_of(name: str, file: TomlFile) -> tuple[str, ...]:
    return next(((table, name) for table in ("rename", "merge") if name in _table(file, table)), ("rename",))


def _types(file: TomlFile) -> Iterator[tuple[str, EntityType]]:
    for name, kind in _table(file, "type").items():
        if isinstance(kind, str) and kind in set(EntityType):
            yield exact_key(name), EntityType(kind)
        else:
            file.blame(f"{name} has the type {kind!r}; write person, organization or place", "type", name)


def _table(file: TomlFile, name: str) -> dict[str, object]:
    value = file.tables.get(name, {})
    if isinstance(value, dict):
        return value
    del file.tables[name]
    file.blame(f"{name} is no table; write [{name}] on a line of its own", name)
    return {}


def _strings(file: TomlFile, value: object, *path: str) -> list[str]:
    if isinstance(value, list) and all(map(_is_name, value)):
        return value
    file.blame(f'{path[-1]} is {value!r}, and no list of names; write ["one name", "another"]', *path)
    return []


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
