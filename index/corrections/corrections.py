"""Write a user's corrections of entities into `aliases.toml`, one at a time, log them, and take them back.

The file stays the user's: comments, order and what was written by hand are kept.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.exceptions import TOMLKitError

from corpus.article import EntityType
from corpus.errors import DatelineError
from corpus.folding import exact_key
from index.corrections import user_aliases
from index.corrections.correction_log import LogEntry
from index.corrections.kept_file import BadFile, CannotChange, KeptFile
from index.corrections.toml_file import MARK
from index.corrections.user_aliases import BadAliases
from index.storage.files import ALIASES, ALIASES_LOCK, ALIASES_LOG

_LONGEST = 200
_LONGEST_NAME = 1_000
_MOST_NAMES = 500
"""Of one correction: each is looked up in the whole file, which is parsed and written anew."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What steers a line rather than stands in it: control characters, line ends, marks of another direction."""


class CannotCorrect(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A correction that cannot be made, or be taken back."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change: `action` is `merge`, `rename`, `hide` or `type`; `to` is the new name, or the type."""

    action: str
    names: tuple[str, ...]
    to: str = ""

    def __post_init__(self) -> None:
        if self.action not in _ACTIONS:
            raise CannotCorrect(f"{self.action!r} is no correction; there are {', '.join(_ACTIONS)}")
        if not self.names or not all(map(str.strip, self.names)):
            raise CannotCorrect("no name was chosen; choose one, or several to merge them")
        if self.action == "rename" and len(self.names) > 1:
            raise CannotCorrect("one name can be renamed at a time; to make several names one, merge them")
        if self.action == "type" and self.to not in set(EntityType):
            raise CannotCorrect(f"{self.to!r} is no type; write {', '.join(EntityType)}")
        if self.action in ("merge", "rename") and not exact_key(self.to):
            raise CannotCorrect("the new name is empty; write it into the box")
        if len(self.to) > _LONGEST or _UNSEEN.search(self.to):
            raise CannotCorrect(f"the new name is no name; write one line of at most {_LONGEST} letters")

    def __str__(self) -> str:
        others = [name for name in self.names if exact_key(name) != exact_key(self.to)]
        names = ", ".join(others or self.names)
        told = {"merge": "merged into", "rename": "renamed", "hide": "hidden", "type": "now of the type"}
        return " ".join(filter(None, (names, told[self.action], self.to)))


def correct(location: Path, correction: Correction) -> None:
    """Write a correction into the file of an index.

    Raises `CannotCorrect`, also where the disk does not take it, and `BadAliases` where the file is broken.
    """
    if len(correction.names) > _MOST_NAMES or max(map(len, correction.names)) > _LONGEST_NAME:
        told = f"at most {_MOST_NAMES} names at a time, each of at most {_LONGEST_NAME:,} characters"
        raise CannotCorrect(f"nothing was changed: {told}, can be put right")
    file = _file(location)
    with _told(), file.changing():
        before = file.text()
        after = _corrected(before, correction, location)
        _check(after, location / ALIASES)
        file.write(LogEntry.of(correction.action, correction.names, correction.to, (before, after)), after)


def undo(location: Path, expected: str | None = None) -> Correction:
    """Take the last correction back, and after it the one before. Raises `CannotCorrect` where that is not possible.

    `expected` is the mark of the one that is meant: somebody else may have made another one since.
    """
    with _told():
        return _correction(_file(location).undo(expected, lambda last: str(_correction(last))))


def last_correction(location: Path) -> tuple[Correction, str] | None:
    """The correction that `undo` would take back, with its mark; None where there is none."""
    with _told():
        last = _file(location).last()
    return (_correction(last), last.mark) if last else None


def _file(location: Path) -> KeptFile:
    return KeptFile(location / ALIASES, location / ALIASES_LOG, location / ALIASES_LOCK, "correction")


def changed_otherwise(location: Path) -> str | None:
    """Since when the file is not as the page wrote it last; None where it is, or where the page never did.

    It is its user's, who may write into it: this is no fault. But a disk that forgets looks like that, too.
    """
    try:
        return _file(location).changed_otherwise()
    except (OSError, BadFile):
        return None


@contextmanager
def _told() -> Iterator[None]:
    """Tell what becomes of the file as what becomes of a correction."""
    try:
        yield
    except CannotChange as fault:
        raise CannotCorrect(str(fault)) from fault
    except BadFile as fault:
        raise BadAliases(str(fault)) from fault


def _merge(table: TOMLDocument, correction: Correction) -> None:
    into = correction.to.strip()
    variants = _entry(_subtable(table, "merge"), into, tomlkit.array)
    known = {exact_key(into), *(exact_key(str(each)) for each in variants)}
    for name in correction.names:
        if exact_key(name) not in known:
            variants.append(name)
            known.add(exact_key(name))


def _rename(table: TOMLDocument, correction: Correction) -> None:
    _subtable(table, "rename")[correction.names[0]] = correction.to.strip()


def _hide(table: TOMLDocument, correction: Correction) -> None:
    listed: Any = table["hide"]
    known = {exact_key(str(each)) for each in listed}
    for name in correction.names:
        if exact_key(name) not in known:
            listed.append(name)


def _retype(table: TOMLDocument, correction: Correction) -> None:
    types = _subtable(table, "type")
    for name in correction.names:
        types[name] = correction.to


_ACTIONS: dict[str, Callable[[TOMLDocument, Correction], None]] = {
    "merge": _merge,
    "rename": _rename,
    "hide": _hide,
    "type": _retype,
}


def _corrected(text: str, correction: Correction, location: Path) -> str:
    path = location / ALIASES
    user_aliases.parsed(text, path)
    begun = MARK if text.startswith(MARK) else ""
    text = text.removeprefix(MARK)
    try:
        table = tomlkit.parse(text)
        if correction.action == "hide" and "hide" not in table:
            # A plain value must stand before the tables.
            table = tomlkit.parse(f"hide = []\n\n{text}" if text else "hide = []\n")
        _ACTIONS[correction.action](table, correction)
        return begun + tomlkit.dumps(table)
    except TOMLKitError as fault:
        raise BadAliases(f"{path} cannot be changed ({fault}); mend it by hand") from fault


def _check(text: str, path: Path) -> None:
    try:
        user_aliases.parsed(text, path)
    except BadAliases as fault:
        raise CannotCorrect(f"this goes against what was corrected before: {fault}") from fault


def _subtable(table: TOMLDocument, name: str) -> Any:
    return _entry(table, name, tomlkit.table)


def _entry(table: Any, name: str, make: Callable[[], Any]) -> Any:
    same = next((each for each in table if exact_key(str(each)) == exact_key(name)), None)
    if same is None:
        table[name] = make()
        same = name
    return table[same]


def _correction(entry: LogEntry) -> Correction:
    return Correction(entry.action, entry.names, entry.to)
