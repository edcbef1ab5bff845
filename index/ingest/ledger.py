"""Keep the ledger of a run: whether each article is indexed, unchanged, refused or removed; nothing else counts it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TypeVar

from corpus.readers.discovery import SourceFile
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.ingest.boilerplate_samples import folder_of, publication_of
from index.ingest.manifest import FileEntry
from index.ingest.plan import Plan
from index.ingest.refused_articles import may_be_refused, staying
from index.ingest.seen_ids import SeenIds
from index.ingest.summary import Summary
from index.ingest.versions import stamped
from index.ingest.worker import Prepared
from index.writing.indexed_articles import Indexed, IndexedArticle

Told = TypeVar("Told", Refusal, Remark)

_MOST_REMARKS = 1_000
"""On one file: of the others it is told how many there are."""


@dataclass(slots=True)
class _FileTally:
    """How many articles were taken of a file that is read, and which publications its texts are of."""

    source: SourceFile
    taken: int = 0
    publications: set[int] = field(default_factory=set)


class Fate(Enum):
    """What becomes of an article."""

    INDEXED = "indexed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


class Ledger:
    """The fate of each article that a run meets, and of each file that it reads."""

    def __init__(self, indexed: Indexed, plan: Plan) -> None:
        self._indexed = indexed
        self._plan = plan
        self._new = SeenIds()
        self._files: dict[str, _FileTally] = {}
        self._refusals = list(plan.scope.unreadable)
        self._remarks: list[Remark] = []
        self._remarked: Counter[str] = Counter()
        self._counts: Counter[Fate] = Counter()

    @property
    def summary(self) -> Summary:
        """What the run did so far. Its refusals and remarks go on with the run."""
        indexed, unchanged, removed = (self._counts[fate] for fate in Fate)
        return Summary(indexed, unchanged, removed, refusals=self._refusals, remarks=self._remarks)

    def unchanged_file(self, path: str, entry: FileEntry) -> None:
        """Enter the articles of a file that stands as it stood, and what was refused of it."""
        self._indexed.meet_file(path)
        self._counts[Fate.UNCHANGED] += entry.taken
        self._refusals += entry.refusals
        self._remarks += entry.remarks

    def begin(self, source: SourceFile) -> None:
        """A file is read now."""
        self._files[str(source.path)] = _FileTally(source)

    def admit(self, record: Record) -> bool:
        """Whether an article is new or changed, and is to be written; else it is entered as unchanged or refused."""
        before = self._indexed.get(record.id)
        if owner := self._owner(record, before):
            reason = f"has the id {record.id!r} of {owner}; give it another id"
            # The other one may go: this one is read again each time.
            self.refuse(replace(record.refusal(reason), passing=True))
            return False
        if before is not None:
            self._indexed.meet(before)
            if (before.origin, before.fingerprint) == (record.origin, stamped(record)):
                self._counts[Fate.UNCHANGED] += 1
                self._files[record.origin].taken += 1
                return False
        self._new.add(record)
        return True

    def publication(self, record: Record) -> None:
        """Note of which publication a text is."""
        self._files[record.origin].publications.add(publication_of(record))

    def written(self, records: Sequence[Record], prepared: Prepared) -> None:
        """Enter what became of records that were sent to be written."""
        for ordinal, record in enumerate(records):
            if reason := prepared.refused.get(ordinal):
                stays = "; the version indexed before stays" if self._indexed.get(record.id) else ""
                self.refuse(record.refusal(f"{reason}{stays}"))
            else:
                self._counts[Fate.INDEXED] += 1
                self._files[record.origin].taken += 1
        for ordinal, remarks in prepared.remarks.items():
            for text in remarks:
                self.remark(records[ordinal].remark(text))

    def refuse(self, refusal: Refusal) -> None:
        """Enter an article or a file that cannot be read. What the index held of a whole file stays there."""
        self._refusals.append(refusal)

    def remark(self, remark: Remark) -> None:
        """Enter a remark; many on one file are counted."""
        self._remarked[remark.origin] += 1
        if self._remarked[remark.origin] <= _MOST_REMARKS:
            self._remarks.append(remark)

    def missing(self) -> list[str]:
        """The ids of the articles that are gone, entered as removed.

        An article that was indexed before, was not met and may be one of those refused now stays, and the refusals of
        its file say so.
        """
        refused = _by_file(self._refusals)
        gone, kept = list[str](), set[str]()
        for article_id, path in self._indexed.others(self._plan.scope.expects):
            if path in self._files and may_be_refused(article_id, self._files[path].source.name, refused[path]):
                kept.add(path)
            else:
                gone.append(article_id)
        self._refusals = [staying(each) if each.origin in kept else each for each in self._refusals]
        self._counts[Fate.REMOVED] = len(gone)
        return gone

    def close(self) -> Iterator[tuple[str, FileEntry]]:
        """Sort what was refused and remarked; the entries of the files that were read and need not be read again."""
        for path, count in self._remarked.items():
            if count > _MOST_REMARKS:
                self._remarks.append(Remark(path, None, None, f"and {count - _MOST_REMARKS:,} remarks more"))
        self._refusals.sort(key=lambda refusal: (refusal.origin, refusal.line or 0))
        self._remarks.sort(key=lambda remark: (remark.origin, remark.line or 0))
        refused, remarked = _by_file(self._refusals), _by_file(self._remarks)
        for path, tally in self._files.items():
            if not any(refusal.passing for refusal in refused[path]):
                publications = tuple(tally.publications - {folder_of(path)})
                entry = FileEntry.of(tally.source, tally.taken)
                yield (
                    path,
                    replace(entry, refusals=refused[path], publications=publications, remarks=tuple(remarked[path])),
                )

    def _owner(self, record: Record, before: IndexedArticle | None) -> str | None:
        """Where another article with the same id stands, of this run or in a folder that is not part of it."""
        if place := self._new.where(record.id):
            return place
        if before is None:
            return None
        if self._indexed.met(before):
            return before.origin
        in_run = before.origin == record.origin or before.origin in self._plan.scope.sources
        return None if in_run or not Path(before.origin).exists() else before.origin


def _by_file(told: Iterable[Told]) -> defaultdict[str, list[Told]]:
    """What is told of each file, by its path."""
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for each in told:
        found[each.origin].append(each)
    return found
