"""One run over files: each article is new, changed, unchanged or refused, and none is forgotten."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import Refused, refusing
from corpus.publication import is_plain
from corpus.readers.discovery import SourceFile
from corpus.readers.records import records
from corpus.readers.streams.part import LARGEST_ARTICLE
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.ingest.boilerplate_samples import BoilerplateSamples
from index.ingest.file_outcomes import FileOutcomes
from index.ingest.manifest import FileEntry, Manifest
from index.ingest.planner import to_read
from index.ingest.seen_ids import SeenIds
from index.ingest.summary import FoundFiles, Progress, Summary, silent
from index.ingest.versions import stamped
from index.ingest.work_queue import WorkQueue
from index.ingest.worker import Prepared
from index.writing.indexed_articles import IndexedArticle
from index.writing.steps import Step
from index.writing.workers import Workers
from index.writing.writer import IndexWriter

_TOLD_EVERY = 100
_CHECKPOINT = 60.0
"""Seconds after which what was indexed so far is made visible."""


class Run:
    """Takes files to a writer. `summary` grows as it goes; the caller commits."""

    def __init__(
        self,
        writer: IndexWriter,
        manifest: Manifest,
        workers: Workers,
        furniture: BoilerplateSamples,
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
        self._conveyor = WorkQueue(writer, workers, self._told)
        self._done = self._size = self._place = self._shown = 0
        self._roots: set[str] = set()
        self._of_run: set[str] = set()
        self._met = SeenIds()
        self._committed = time.monotonic()
        self._outcomes = FileOutcomes()

    def over(self, found: FoundFiles) -> None:
        """Read everything under some roots, and remove the articles that were there and are no more."""
        items = [item for under in found.values() for item in under]
        for item in items:
            if isinstance(item, Refusal):
                self.refuse(item)
        files = [item for item in items if isinstance(item, SourceFile)]
        sources = list({source.path: source for source in reversed(files)}.values())[::-1]  # the first of each path
        self._of_run = {str(source.path) for source in sources}
        self._roots = {str(root).rstrip("/") for root in found}
        held = self._writer.held
        lost = [path for path in held.files() if path not in self._of_run and self._is_gone(path)]
        self._agenda = to_read(
            sources, lost, self._manifest, held, self._furniture, largest=self._largest, told=self._looked
        )
        if self._manifest.forget([*self._agenda, *lost]) or self._writer.context.anew:
            self._manifest.save(self._writer.context.location)
        try:
            self._read(sources)
            self._conveyor.finish()
            self._tell()
        finally:
            self._conveyor.discard()
        self._remove_missing()
        self._outcomes.note(self._manifest)
        self.summary.refusals.sort(key=lambda refusal: (refusal.origin, refusal.line or 0))

    def _read(self, sources: Sequence[SourceFile]) -> None:
        self._size = sum(source.size for source in sources)
        for source in sources:
            self._file(source)
            self._done += source.size
            self._place = 0
            self._tell()

    def refuse(self, refusal: Refusal) -> None:
        """Count an article or a file that cannot be read. What the index held of a whole file stays there."""
        self.summary.refusals.append(refusal)
        self._outcomes.refuse(refusal)

    def _file(self, source: SourceFile) -> None:
        path = str(source.path)
        if path not in self._agenda:
            self._unchanged(path, self._manifest.files[path])
            return
        self._outcomes.begin(source)
        for number, record in enumerate(records(source, self._largest, self._at), 1):
            if isinstance(record, Refusal):
                self.refuse(record)
            elif isinstance(record, Remark):
                self.summary.remarks.append(record)
            else:
                self._record(record)
            if number % _TOLD_EVERY == 0:
                self._tell()

    def _at(self, place: int) -> None:
        self._place = place

    def _looked(self, done: int, size: int) -> None:
        self._progress(Step.REPEATS, done, size, self.summary)

    def _tell(self) -> None:
        ready = self.summary.read
        share = ready / (ready + self._conveyor.waiting) if ready else 0
        # What is on its way weighs as an article of the average; where these are longer the share would fall.
        self._shown = max(self._shown, int((self._done + self._place) * share))
        self._progress(Step.ARTICLES, self._shown, self._size, self.summary)

    def _unchanged(self, path: str, known: FileEntry) -> None:
        """Count what is known of a file that stands as it stood, and what was refused of it."""
        self._writer.held.meet_file(path)
        self.summary.unchanged += known.taken
        self.summary.refusals += known.refusals

    def _record(self, record: Record) -> None:
        if is_plain(record):
            self._outcomes.meet(record)
            try:
                with refusing():
                    record = self._furniture.told(record)
            except Refused as fault:
                self.refuse(record.refusal(str(fault)))
                return
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
                self._outcomes.take(record)
                return
        self._met.add(record)
        self._conveyor.add(record)

    def _owner(self, record: Record, held: IndexedArticle | None) -> str | None:
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
                self._outcomes.take(record)
        self._tell()
        if time.monotonic() - self._committed > _CHECKPOINT:
            self._writer.checkpoint()
            self._committed = time.monotonic()

    def _remove_missing(self) -> None:
        """Remove the articles that are gone. What may be refused now, and was indexed before, stays."""
        gone = list[str]()
        for each in self._writer.held.missing(self._is_gone):
            held = self._writer.held.get(each)
            if held is None or not self._outcomes.keep(held.origin, each):
                gone.append(each)
        self._writer.remove(gone)
        self._furniture.remove(gone)
        self.summary.removed = len(gone)
        self.summary.refusals = self._outcomes.told(self.summary.refusals)

    def _is_gone(self, path: str) -> bool:
        """Whether the articles of a file should be met in this run, or are no more."""
        return _under(path, self._roots) and not _under(path, self._outcomes.unread)


def _under(path: str, folders: Collection[str]) -> bool:
    """Whether a path is one of some, or below one of them."""
    while path and path not in folders:
        path = path.rpartition("/")[0]
    return path in folders
