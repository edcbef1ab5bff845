"""Read a user's TOML file, however it was written: what can be understood holds, and of the rest each line is told.

An entry is a line with a key and what follows it up to the next key or table. One that is no TOML is left out; with the
head of a table its entries are, as they would fall to the table before.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_BEGINS = re.compile(r"""\s*(\[|("([^"\\]|\\.)*"|'[^']*'|[^\s"'=#\[]+)\s*=)""")
_BEGINS_TABLE = re.compile(r"\s*\[")
MARK = "\ufeff"
"""What some editors begin a file with."""

_LONGEST = 200
MEND = 'write "a name" = "another", or "a name" = ["one", "another"], under a table such as [merge]'
_AT_LINE = re.compile(r" \((?:at line (\d+), column \d+|at end of document)\)$")


def stamp_of(path: Path) -> str:
    """What changes whenever a file does; nothing where there is none."""
    try:
        return f"-{path.stat().st_mtime_ns:x}"
    except FileNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in the file, with the mend; `line` counts from 1, and is None where it is of no one line."""

    line: int | None
    told: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.told}" if self.line else self.told


@dataclass(slots=True)
class TomlFile:
    """The tables of the file as far as they can be read. Semantic faults are added by who understands them."""

    tables: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    mend: str = MEND
    """How to write what is no TOML."""
    _lines: dict[tuple[str, ...], int] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str, mend: str = MEND) -> "TomlFile":
        """Read the text of the file."""
        found = cls(mend=mend)
        entries = dict(found._sound(text.removeprefix(MARK).replace("\r\n", "\n").split("\n")))
        while True:
            try:
                found.tables = _loads(_placed(entries))
            except tomllib.TOMLDecodeError as fault:  # sound by itself, but not beside the others
                told, line = _told(fault)
                begun = max((number for number in entries if line is None or number <= line), default=min(entries))
                found.faults.append(Fault(begun, f"{told}; write each name, and each table, once"))
                del entries[begun]
            else:
                return found

    def blame(self, told: str, *path: str) -> None:
        """Tell a fault of an entry, named by its table and its key."""
        self.faults.append(Fault(self._lines.get(path, self._lines.get(path[:1])), told))

    def _sound(self, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
        """The entries that are TOML by themselves, by their first lines."""
        table: tuple[str, ...] | None = ()
        for number, entry in _entries(lines):
            head = _BEGINS_TABLE.match(entry[0])
            sound = self._taken(number, entry)
            if head:
                table = tuple(sound) if sound else None
            if sound and table is not None:
                self._lines.update({(*(() if head else table), key): number for key in sound})
                yield number, entry

    def _taken(self, number: int, entry: list[str]) -> dict[str, Any]:
        """What an entry says; from the first line that is no TOML on, which is told, it is taken out."""
        while entry:
            try:
                return _loads("\n".join(entry))
            except tomllib.TOMLDecodeError as fault:
                told, line = _told(fault)
                at = _whole(entry) if line is None else line - 1
                left_out = ", and the table below it is left out" if at == 0 and _BEGINS_TABLE.match(entry[0]) else ""
                self.faults.append(Fault(number + at, f"this is no TOML ({told}){left_out}; {self.mend}"))
                del entry[at:]
        return {}


def _loads(text: str) -> dict[str, Any]:
    """What a text says. Raises `tomllib.TOMLDecodeError`, also for brackets within brackets without end."""
    try:
        return tomllib.loads(text)
    except RecursionError as fault:
        raise tomllib.TOMLDecodeError("Too many brackets within brackets (at end of document)") from fault


def _whole(entry: list[str]) -> int:
    """After how many of its lines an entry is whole by itself; 0 where it never is."""
    for count in range(1, min(len(entry), _LONGEST)):
        try:
            _loads("\n".join(entry[:count]))
        except tomllib.TOMLDecodeError:
            continue
        return count
    return 0


def _entries(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each entry with the number of its first line."""
    begun, entry = 1, list[str]()
    for number, line in enumerate(lines, 1):
        if _BEGINS.match(line) and entry:
            yield begun, entry
            begun, entry = number, []
        entry.append(line)
    if entry:
        yield begun, entry


def _placed(entries: dict[int, list[str]]) -> str:
    """The entries as a text, each on the line that it had."""
    text = list[str]()
    for number, entry in sorted(entries.items()):
        text += [""] * (number - 1 - len(text)) + entry
    return "\n".join(text)


def _told(fault: tomllib.TOMLDecodeError) -> tuple[str, int | None]:
    """What a parser says, without the place, and the line."""
    said = str(fault)
    place = _AT_LINE.search(said)
    return _AT_LINE.sub("", said).lower(), int(place[1]) if place and place[1] else None
