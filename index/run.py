"""One run over files: each article is new, changed, unchanged or refused, and none is forgotten."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.discovery import SourceFile
from corpus.formats.part import LARGEST_ARTICLE
from corpus.publication import is_plain
from corpus.reading import Record, Refusal, records
from index.agenda import to_read
from index.conveyor import Conveyor
from index.furniture import Furniture, folder_of, publication_of
from index.holdings import Held
from index.manifest import Known, Manifest
from index.met import Met
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


def silent(_done: int, _files: int, _summary: Summary) -> None:
    """No progress is shown."""


@dataclass(slots=True)
class _Outcome:
    """What became of a file that was read."""

    source: SourceFile
    taken: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    publications: set[int] = field(default_factory=set)


class Run:
    """Takes files to a writer. `summary` grows as it goes; the caller commits."""

    def __init__(
        self,
        writer: IndexWriter,
        manifest: Manifest,
        workers: Workers,
        furniture: Furniture,
        *,
        progress: Progress = silent,
        largest: int = LARGEST_ARTICLE,
    ) -> None:
        self.summary = Summary()
        self._furniture = furniture
        self._largest = largest
        self._agenda: set[str] = set()
        self._writer = writer
        self._manifest = manifest
        self._progress = progress
        self._conveyor = Conveyor(writer, workers, self._told)
        self._done = self._files = 0
        self._of_run: set[str] = set()
        self._met = Met()
        self._committed = time.monotonic()
        self._unread: set[str] = set()
        self._outcomes: dict[str, _Outcome] = {}

    def over(self, found: Found) -> None:
        """Read everything under some roots, and remove the articles that were there and are no more."""
        items = [item for under in found.values() for item in under]
        self._files = len(items)
        sources = [item for item in items if isinstance(item, SourceFile)]
        self._agenda = to_read(sources, self._manifest, self._writer.held, self._furniture, self._largest)
        self._of_run = {str(source.path) for source in sources}
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
        if outcome := self._outcomes.get(refusal.origin):
            outcome.refusals.append(refusal)

    def _file(self, source: SourceFile) -> None:
        path = str(source.path)
        if path not in self._agenda:
            self._unchanged(path, self._manifest.files[path])
            return
        self._outcomes[path] = _Outcome(source)
        for number, record in enumerate(records(source, self._largest), 1):
            if isinstance(record, Refusal):
                self._unreadable(record, path)
            else:
                self._record(record)
            if number % _TOLD_EVERY == 0:
                self._progress(self._done, self._files, self.summary)

    def _unchanged(self, path: str, known: Known) -> None:
        """Count what is known of a file that stands as it stood, and what was refused of it."""
        self._writer.held.meet_file(path)
        self.summary.unchanged += known.taken
        self.summary.refusals += known.refusals

    def _unreadable(self, refusal: Refusal, path: str) -> None:
        """Refuse what cannot be read. It may be what was indexed before: that stays until the file is read in full."""
        kept = "; what the index held of the file stays" if self._writer.held.has_file(path) else ""
        self.refuse(replace(refusal, reason=refusal.reason + kept))
        self._unread.add(path)

    def _record(self, record: Record) -> None:
        if is_plain(record):
            self._outcomes[record.origin].publications.add(publication_of(record))
            record = self._furniture.told(record)
        held = self._writer.held.get(record.id)
        if owner := self._owner(record, held):
            reason = f"has the id {record.id!r} of {owner}; give it another id"
            # The other one may go: this one is read again each time.
            self.refuse(replace(record.refusal(reason), passing=True))
            return
        if held is not None:
            self._writer.held.meet(held)
            if (held.origin, held.fingerprint) == (record.origin, stamped(record)):
                self.summary.unchanged += 1
                self._outcomes[record.origin].taken += 1
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
        for place, record in enumerate(read):
            if reason := prepared.refused.get(place):
                kept = "; the version indexed before stays" if self._writer.held.get(record.id) else ""
                self.refuse(record.refusal(f"{reason}{kept}"))
            else:
                self._outcomes[record.origin].taken += 1
        self._progress(self._done, self._files, self.summary)
        if time.monotonic() - self._committed > _CHECKPOINT:
            self._writer.checkpoint()
            self._committed = time.monotonic()

    def _note_read(self) -> None:
        for outcome in self._outcomes.values():
            if not any(refusal.passing for refusal in outcome.refusals):
                outcome.publications.discard(folder_of(str(outcome.source.path)))
                self._manifest.add(outcome.source, outcome.taken, outcome.refusals, outcome.publications)

    def _remove_missing(self, found: Found) -> None:
        read = {str(root).rstrip("/") for root in found}
        gone = list(self._writer.held.missing(lambda path: _under(path, read) and not _under(path, self._unread)))
        self._writer.remove(gone)
        self._furniture.remove(gone)
        self.summary.removed = len(gone)


def _under(path: str, folders: Collection[str]) -> bool:
    """Whether a path is one of some, or below one of them."""
    while path and path not in folders:
        path = path.rpartition("/")[0]
    return path in folders
