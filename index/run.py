"""One run over files: each article is new, changed, unchanged or refused, and none is forgotten."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.discovery import SourceFile
from corpus.reading import Record, Refusal, Refused, records, to_article
from index.annotate import annotate
from index.manifest import Manifest
from index.writer import Held, IndexWriter

VERSION = "1"
"""Of the cleaning and the annotation: another version reads every article anew."""

Found = Mapping[Path, Sequence[SourceFile | Refusal]]
"""What stands under each root."""


@dataclass(slots=True)
class Summary:
    """What a run did: each article read is indexed, unchanged or refused; `removed` are gone from the folders."""

    indexed: int = 0
    unchanged: int = 0
    removed: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Articles found in the folders."""
        return self.indexed + self.unchanged + len(self.refusals)


Progress = Callable[[int, int, Summary], None]
"""Told after each file and now and then within one: files done, files in all, and the summary so far."""

_TOLD_EVERY = 100


def silent(_done: int, _files: int, _summary: Summary) -> None:
    """No progress is shown."""


class Run:
    """Takes files to a writer. `summary` grows as it goes; the caller commits."""

    def __init__(self, writer: IndexWriter, manifest: Manifest, language: str, progress: Progress = silent) -> None:
        self.summary = Summary()
        self._writer = writer
        self._manifest = manifest
        self._language = language
        self._progress = progress
        self._done = self._files = 0
        self._of_run: set[str] = set()
        self._places: dict[str, str] = {}
        self._unread: set[str] = set()
        self._of_file: dict[str, list[str]] = {}
        for article_id, held in writer.held.items():
            self._of_file.setdefault(held.origin, []).append(article_id)

    def over(self, found: Found) -> None:
        """Read everything under some roots, and remove the articles that were there and are no more."""
        items = [item for under in found.values() for item in under]
        self._of_run = {str(item.path) for item in items if isinstance(item, SourceFile)}
        self._files = len(items)
        taken: set[Path] = set()
        for self._done, item in enumerate(items):
            if isinstance(item, Refusal):
                self.refuse(item)
            elif item.path not in taken:
                taken.add(item.path)
                self._file(item)
            self._progress(self._done + 1, self._files, self.summary)
        self._remove_missing(found)

    def refuse(self, refusal: Refusal) -> None:
        """Count an article or a file that cannot be read. What the index held of a whole file stays there."""
        self.summary.refusals.append(refusal)
        if refusal.line is None:
            self._unread.add(refusal.origin)

    def _file(self, source: SourceFile) -> None:
        ids = self._of_file.get(str(source.path), [])
        if ids and self._manifest.holds(source):
            self._places.update(dict.fromkeys(ids, str(source.path)))
            self.summary.unchanged += len(ids)
            return
        before = len(self.summary.refusals)
        for record in records(source):
            if isinstance(record, Refusal):
                self.refuse(record)
            else:
                self._record(record)
            if self.summary.read % _TOLD_EVERY == 0:
                self._progress(self._done, self._files, self.summary)
        if len(self.summary.refusals) == before:
            self._manifest.add(source)

    def _record(self, record: Record) -> None:
        where = record.refusal("").where
        held = self._writer.held.get(record.id)
        if owner := self._owner(record, held):
            self.refuse(record.refusal(f"has the id {record.id!r} of {owner}; give it another id"))
            return
        self._places[record.id] = where
        fingerprint = f"{VERSION}-{record.fingerprint}"
        if held is not None and (held.origin, held.fingerprint) == (record.origin, fingerprint):
            self.summary.unchanged += 1
            return
        try:
            article = to_article(record, self._language)
        except Refused as fault:
            kept = "; the version indexed before stays" if held else ""
            self.refuse(record.refusal(f"{fault}{kept}"))
            return
        self._writer.add(annotate(article), record.origin, fingerprint)
        self.summary.indexed += 1

    def _owner(self, record: Record, held: Held | None) -> str | None:
        """Where another article with the same id stands, of this run or in a folder that is not part of it."""
        if record.id in self._places:
            return self._places[record.id]
        if held is None or held.origin == record.origin or not Path(held.origin).exists():
            return None
        return None if held.origin in self._of_run else held.origin

    def _remove_missing(self, found: Found) -> None:
        read = tuple(str(root) for root in found)
        gone = [
            article_id
            for article_id, held in self._writer.held.items()
            if article_id not in self._places and _under(held.origin, read) and not _under(held.origin, self._unread)
        ]
        self._writer.remove(gone)
        self.summary.removed = len(gone)


def _under(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)
