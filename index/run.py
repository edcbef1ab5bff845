"""One run over files: each article is new, changed, unchanged or refused, and none is forgotten."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.discovery import SourceFile
from corpus.reading import Record, Refusal, records
from index.conveyor import Conveyor
from index.holdings import Held
from index.manifest import Manifest
from index.preparation import Prepared
from index.version import stamped
from index.workers import Workers
from index.writer import IndexWriter

Found = Mapping[Path, Sequence[SourceFile | Refusal]]
"""What stands under each root."""


@dataclass(slots=True)
class Summary:
    """What a run did: each article read is indexed, unchanged or refused; `removed` are gone from the folders.

    `redated` are undated articles that the dated ones of the index now date, or date otherwise.
    """

    indexed: int = 0
    unchanged: int = 0
    removed: int = 0
    redated: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Articles found in the folders."""
        return self.indexed + self.unchanged + len(self.refusals)


Progress = Callable[[int, int, Summary], None]
"""Told after each file and now and then within one: files done, files in all, and the summary so far."""

_TOLD_EVERY = 100
_CHECKPOINT = 60.0
"""Seconds after which what was indexed so far is made visible."""
_LINE_BITS = 40


def silent(_done: int, _files: int, _summary: Summary) -> None:
    """No progress is shown."""


class Run:
    """Takes files to a writer. `summary` grows as it goes; the caller commits."""

    def __init__(self, writer: IndexWriter, manifest: Manifest, workers: Workers, progress: Progress = silent) -> None:
        self.summary = Summary()
        self._writer = writer
        self._manifest = manifest
        self._progress = progress
        self._conveyor = Conveyor(writer, workers, self._told)
        self._done = self._files = 0
        self._of_run: set[str] = set()
        self._met = Met()
        self._committed = time.monotonic()
        self._unread: set[str] = set()
        self._read: list[SourceFile] = []

    def over(self, found: Found) -> None:
        """Read everything under some roots, and remove the articles that were there and are no more."""
        items = [item for under in found.values() for item in under]
        self._of_run = {str(item.path) for item in items if isinstance(item, SourceFile)}
        self._files = len(items)
        taken: set[Path] = set()
        try:
            for self._done, item in enumerate(items):
                if isinstance(item, Refusal):
                    self.refuse(item)
                elif item.path not in taken:
                    taken.add(item.path)
                    self._file(item)
                self._progress(self._done + 1, self._files, self.summary)
            self._conveyor.finish()
        finally:
            self._conveyor.discard()
        self._note_read()
        self._remove_missing(found)
        self.summary.refusals.sort(key=lambda refusal: (refusal.origin, refusal.line or 0))

    def refuse(self, refusal: Refusal) -> None:
        """Count an article or a file that cannot be read. What the index held of a whole file stays there."""
        self.summary.refusals.append(refusal)
        if refusal.line is None:
            self._unread.add(refusal.origin)

    def _file(self, source: SourceFile) -> None:
        path = str(source.path)
        if self._manifest.holds(source) and (unchanged := self._writer.held.meet_file(path)):
            self.summary.unchanged += unchanged
            return
        self._read.append(source)
        for number, record in enumerate(records(source), 1):
            if isinstance(record, Refusal):
                self._unreadable(record, path)
            else:
                self._record(record)
            if number % _TOLD_EVERY == 0:
                self._progress(self._done, self._files, self.summary)

    def _unreadable(self, refusal: Refusal, path: str) -> None:
        """Refuse what cannot be read. It may be what was indexed before: that stays until the file is read in full."""
        kept = "; what the index held of the file stays" if self._writer.held.has_file(path) else ""
        self.refuse(replace(refusal, reason=refusal.reason + kept))
        self._unread.add(path)

    def _record(self, record: Record) -> None:
        held = self._writer.held.get(record.id)
        if owner := self._owner(record, held):
            self.refuse(record.refusal(f"has the id {record.id!r} of {owner}; give it another id"))
            return
        if held is not None:
            self._writer.held.meet(held)
            if (held.origin, held.fingerprint) == (record.origin, stamped(record.fingerprint)):
                self.summary.unchanged += 1
                return
        self._met.add(record)
        self._conveyor.add(record)

    def _owner(self, record: Record, held: Held | None) -> str | None:
        """Where another article with the same id stands, of this run or in a folder that is not part of it."""
        if met := self._met.where(record.id):
            return met
        if held is None:
            return None
        if self._writer.held.has_met(held):
            return held.origin
        if held.origin == record.origin or held.origin in self._of_run or not Path(held.origin).exists():
            return None
        return held.origin

    def _told(self, read: Sequence[Record], prepared: Prepared) -> None:
        """What became of a chunk of records."""
        self.summary.indexed += prepared.indexed
        for place, reason in prepared.refused.items():
            record = read[place]
            kept = "; the version indexed before stays" if self._writer.held.get(record.id) else ""
            self.refuse(record.refusal(f"{reason}{kept}"))
        self._progress(self._done, self._files, self.summary)
        if time.monotonic() - self._committed > _CHECKPOINT:
            self._writer.checkpoint()
            self._committed = time.monotonic()

    def _note_read(self) -> None:
        refused = {refusal.origin for refusal in self.summary.refusals}
        for source in self._read:
            if str(source.path) not in refused:
                self._manifest.add(source)

    def _remove_missing(self, found: Found) -> None:
        read = tuple(str(root) for root in found)
        gone = list(self._writer.held.missing(lambda path: _under(path, read) and not _under(path, self._unread)))
        self._writer.remove(gone)
        self.summary.removed = len(gone)


class Met:
    """Where the articles of a run stand, by their ids."""

    def __init__(self) -> None:
        self._origins: list[str] = []
        self._places: dict[str, int] = {}

    def add(self, record: Record) -> None:
        """Note an article."""
        if not self._origins or self._origins[-1] != record.origin:
            self._origins.append(record.origin)
        # One number each, as there may be millions.
        self._places[record.id] = (len(self._origins) - 1) << _LINE_BITS | (record.line or 0)

    def where(self, article_id: str) -> str | None:
        """`path:line` of the article with an id, or the path alone."""
        place = self._places.get(article_id)
        if place is None:
            return None
        return Refusal(self._origins[place >> _LINE_BITS], place & ((1 << _LINE_BITS) - 1) or None, "").where


def _under(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)
