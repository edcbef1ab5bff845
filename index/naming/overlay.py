"""What a user has put right about entities: names merged, renamed, hidden or of another type, without a new index.

The file `aliases.toml` in the folder of the index:

    hide = ["Reuters"]

    [merge]
    "Islamic State" = ["IS group", "Daesch"]

    [rename]
    "Pentagon" = "US Department of Defense"

    [type]
    "Amazon" = "organization"
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.article import Entity, EntityType
from corpus.errors import DatelineError
from index.files import ALIASES
from index.schema import exact_key

"""What `index.naming.corrections` keeps beside it."""


class BadAliases(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """The file of aliases cannot be read as such."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """Names are looked up by their keys (`index.schema.exact_key`)."""

    names: Mapping[str, str] = field(default_factory=dict)
    """The name that another name is shown as."""

    hidden: frozenset[str] = frozenset()
    types: Mapping[str, EntityType] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    """The names that are shown as another one, as the user wrote them."""

    def key(self, key: str) -> str:
        """The key of the name that a name is shown as."""
        name = self.names.get(key)
        return key if name is None else exact_key(name)

    def keys(self, key: str) -> list[str]:
        """The keys of all names that are shown as the same name as this one, that name's own first."""
        shown = self.key(key)
        return [shown, *(each for each, name in self.names.items() if exact_key(name) == shown and each != shown)]

    def laid_over(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """Entities as the user wants to see them, each name once."""
        found: dict[str, Entity] = {}
        for each in entities:
            key = exact_key(each.name)
            shown = self.key(key)
            if key in self.hidden or shown in self.hidden:
                continue
            before = found.get(shown)
            mentions = each.mentions if before is None else tuple(sorted({*before.mentions, *each.mentions}))
            kind = self.types.get(shown) or self.types.get(key) or (before or each).type
            found[shown] = Entity(self.names.get(key, each.name if before is None else before.name), kind, mentions)
        return tuple(found.values())


NOTHING = Overlay()


def load(location: Path) -> Overlay:
    """The overlay of the index at a location. Raises `BadAliases`, which names the entry and the mend."""
    path = location / ALIASES
    try:
        return parsed(path.read_text(encoding="utf-8"), path)
    except FileNotFoundError:
        return NOTHING
    except (OSError, ValueError) as fault:
        raise BadAliases(f"{path} cannot be read as TOML ({fault}); mend it or move it away") from fault


def parsed(text: str, path: Path) -> Overlay:
    """The overlay that a file at a path says. Raises `BadAliases`."""
    try:
        table = tomllib.loads(text)
    except ValueError as fault:
        raise BadAliases(f"{path} cannot be read as TOML ({fault}); mend it or move it away") from fault
    unknown = table.keys() - {"hide", "merge", "rename", "type"}
    if unknown:
        raise BadAliases(f"{path} has {', '.join(sorted(unknown))}; it may have hide, merge, rename and type")
    names = {**_renamed(table.get("rename", {}), path), **_merged(table.get("merge", {}), path)}
    hidden = _strings(table.get("hide", []), "hide", path)
    return Overlay(
        _resolved(names, path),
        frozenset(map(exact_key, hidden)),
        _types(table.get("type", {}), path),
        _written(table),
    )


def stamp(location: Path) -> str:
    """What changes whenever the file does; nothing where there is none."""
    try:
        return f"-{(location / ALIASES).stat().st_mtime_ns:x}"
    except FileNotFoundError:
        return ""


def _renamed(table: object, path: Path) -> dict[str, str]:
    return {exact_key(old): _string(new, "rename", path) for old, new in _table(table, "rename", path).items()}


def _merged(table: object, path: Path) -> dict[str, str]:
    merged = {}
    for name, variants in _table(table, "merge", path).items():
        merged[exact_key(name)] = name
        for variant in _strings(variants, f"merge {name!r}", path):
            merged[exact_key(variant)] = name
    return merged


def _written(table: Mapping[str, Mapping[str, Iterable[str]]]) -> dict[str, str]:
    variants = (variant for names in table.get("merge", {}).values() for variant in names)
    return {exact_key(name): name for name in (*table.get("rename", {}), *variants)}


def _resolved(names: Mapping[str, str], path: Path) -> dict[str, str]:
    """Each name with the one that it is shown as in the end, where one entry leads to another."""
    resolved = {}
    for key, name in names.items():
        met = {key}
        last = name
        while (following := exact_key(last)) in names and names[following] != last:
            if following in met:
                raise BadAliases(f"{path} leads from {name!r} back to it; take one of the entries out")
            met.add(following)
            last = names[following]
        resolved[key] = last
    return resolved


def _types(table: object, path: Path) -> dict[str, EntityType]:
    found = {}
    for name, kind in _table(table, "type", path).items():
        if kind not in set(EntityType):
            raise BadAliases(f"{path} gives {name!r} the type {kind!r}; write person, organization or place")
        found[exact_key(name)] = EntityType(str(kind))
    return found


def _table(value: object, name: str, path: Path) -> dict[str, object]:
    if not isinstance(value, dict):
        raise BadAliases(f"{path} has a {name} that is no table; write [{name}] on a line of its own")
    return value


def _strings(value: object, name: str, path: Path) -> list[str]:
    if not isinstance(value, list):
        raise BadAliases(f'{path} has a {name} that is no list; write ["one name", "another"]')
    return [_string(each, name, path) for each in value]


def _string(value: object, name: str, path: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadAliases(f"{path} has {value!r} in {name}; write a name in quotes")
    return value
