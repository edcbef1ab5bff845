"""Write what a user notes of articles into `notes.toml`, one change at a time, log it, and take it back.

The file stays the user's: comments, order and what was written by hand are kept.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.exceptions import TOMLKitError

from corpus.folding import exact_key
from index.corrections.correction_log import LogEntry
from index.corrections.kept_file import BadFile, CannotChange, KeptFile
from index.corrections.notes import parsed
from index.corrections.toml_file import MARK
from index.storage.files import NOTES_FILE, NOTES_LOCK, NOTES_LOG

__all__ = ["BadFile", "CannotChange", "Noting", "last_noted", "note", "undo_note"]

MOST_TAGS = 50
LONGEST_TAG, LONGEST_TEXT = 100, 10_000
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What steers a line rather than stands in it; a text may have line ends."""


@dataclass(frozen=True, slots=True)
class Noting:
    """One change: `note` gives an article tags and a text, in place of what it had; `tag` adds tags to several."""

    action: str
    articles: tuple[str, ...]
    tags: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        if self.action not in ("note", "tag"):
            raise CannotChange(f"{self.action!r} notes nothing; there are note and tag")
        if not self.articles or (self.action == "note" and len(self.articles) > 1):
            raise CannotChange("no article was chosen; choose one")
        if self.action == "tag" and not self.tags:
            raise CannotChange("there is no tag; write one into the box")
        if len(self.tags) > MOST_TAGS:
            raise CannotChange(f"these are {len(self.tags)} tags; an article has {MOST_TAGS} at most")
        if any(len(each) > LONGEST_TAG or _UNSEEN.search(each) or not exact_key(each) for each in self.tags):
            raise CannotChange(f"a tag is words on one line, {LONGEST_TAG} letters at most")
        if len(self.text) > LONGEST_TEXT or _UNSEEN.search(self.text.replace("\n", "").replace("\t", "")):
            raise CannotChange(f"a note is a text of {LONGEST_TEXT:,} letters at most, without control characters")

    def __str__(self) -> str:
        return ": ".join(filter(None, (_shown(self.articles), ", ".join(self.tags) or "noted")))


def tags_of(typed: str) -> tuple[str, ...]:
    """The tags that are typed with commas between them, each once."""
    return _once(" ".join(each.split()) for each in typed.split(",") if each.strip())


def note(location: Path, change: Noting) -> None:
    """Write a change into the file of an index.

    Raises `CannotChange`, also where the disk does not take it, and `BadFile` where the file is broken.
    """
    file = _file(location)
    with file.changing():
        before = file.text()
        after = _changed(before, change, file.path)
        if after != before:
            file.write(LogEntry.of(change.action, change.articles, ", ".join(change.tags), (before, after)), after)


def undo_note(location: Path, expected: str | None = None) -> None:
    """Take the last change back; `expected` is the mark of the one that is meant. Raises `CannotChange`, `BadFile`."""
    _file(location).undo(expected, _told)


def last_noted(location: Path) -> tuple[str, str] | None:
    """What `undo_note` would take back, in words, and its mark; None where there is nothing. Raises `BadFile`."""
    last = _file(location).last()
    return (_told(last), last.mark) if last else None


def _file(location: Path) -> KeptFile:
    return KeptFile(location / NOTES_FILE, location / NOTES_LOG, location / NOTES_LOCK, "note")


def _told(entry: LogEntry) -> str:
    return ": ".join(filter(None, (_shown(entry.names), entry.to or "noted")))


def _shown(articles: Sequence[str]) -> str:
    return articles[0] if len(articles) == 1 else f"{len(articles)} articles"


def _changed(text: str, change: Noting, path: Path) -> str:
    if faults := parsed(text).faults:
        raise BadFile(f"{path}, {faults[0]}")
    begun = MARK if text.startswith(MARK) else ""
    try:
        table = tomlkit.parse(text.removeprefix(MARK))
        for article in change.articles:
            _noted(table, article, change)
        after = begun + tomlkit.dumps(table)
        after.encode()
    except (TOMLKitError, UnicodeEncodeError) as fault:
        raise BadFile(f"{path} cannot be changed ({fault}); mend it by hand") from fault
    if faults := parsed(after).faults:
        raise CannotChange(f"this cannot stand in {path.name}: {faults[0]}")
    return after


def _noted(table: TOMLDocument, article: str, change: Noting) -> None:
    entry: Any = table.get(article)
    if entry is None:
        entry = tomlkit.table()
        if table and not change.articles.index(article):
            table.add(tomlkit.nl())
    tags = change.tags if change.action == "note" else _once([*map(str, entry.get("tags", [])), *change.tags])
    _put(entry, "tags", list(tags))
    if change.action == "note":
        text = change.text.strip()
        _put(entry, "note", tomlkit.string(text, multiline="\n" in text) if text else "")
    if entry:
        table[article] = entry
    elif article in table:
        del table[article]


def _once(tags: Iterable[str]) -> tuple[str, ...]:
    """Each tag once, as it is written first."""
    found: dict[str, str] = {}
    for each in tags:
        found.setdefault(exact_key(each), each)
    return tuple(found.values())


def _put(entry: Any, name: str, value: Any) -> None:
    if value:
        entry[name] = value
    elif name in entry:
        del entry[name]
