"""What became of the files that a run read, and of the articles in them that were refused."""

from dataclasses import dataclass, field, replace

from corpus.readers.discovery import SourceFile
from corpus.record import Record
from corpus.refusal import Refusal
from index.ingest.boilerplate_samples import folder_of, publication_of
from index.ingest.manifest import Manifest


@dataclass(slots=True)
class FileOutcome:
    """How many articles were taken of a file, what was refused, and which publications its plain texts are of."""

    source: SourceFile
    taken: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    publications: set[int] = field(default_factory=set)

    @property
    def lasting(self) -> bool:
        """Whether reading the file again would give the same."""
        return not any(refusal.passing for refusal in self.refusals)

    def may_have_refused(self, article_id: str) -> bool:
        """Whether an article that was indexed before, and was not met, may be one of those refused now."""
        return any(self._may_be(refusal, article_id) for refusal in self.refusals)

    def _may_be(self, refusal: Refusal, article_id: str) -> bool:
        if refusal.id is not None:
            return refusal.id == article_id
        if refusal.line is None and refusal.entry is None:
            return True
        if not article_id.startswith(self.source.name):
            return True  # it has an id of its own, which tells no place
        place = self.source.name if refusal.entry is None else f"{self.source.name}/{refusal.entry}"
        if refusal.line is not None:
            return article_id == f"{place}#{refusal.line}"
        return article_id == place or article_id.startswith((f"{place}#", f"{place}/"))


class FileOutcomes:
    """What became of each file that a run reads; `unread` are files and folders that cannot be looked at."""

    def __init__(self) -> None:
        self.unread: set[str] = set()
        self._of: dict[str, FileOutcome] = {}
        self._kept: set[str] = set()

    def begin(self, source: SourceFile) -> None:
        """A file is read now."""
        self._of[str(source.path)] = FileOutcome(source)

    def meet(self, record: Record) -> None:
        """Note of which publication a plain text is."""
        self._of[record.origin].publications.add(publication_of(record))

    def take(self, record: Record) -> None:
        """Count an article that the index holds now."""
        self._of[record.origin].taken += 1

    def refuse(self, refusal: Refusal) -> None:
        """Note what is refused of a file that is read, or that one cannot be read."""
        if outcome := self._of.get(refusal.origin):
            outcome.refusals.append(refusal)
        else:
            self.unread.add(refusal.origin)

    def keep(self, origin: str, article_id: str) -> bool:
        """Whether an article that was not met stays, as it may be one of those refused now."""
        outcome = self._of.get(origin)
        kept = outcome is not None and outcome.may_have_refused(article_id)
        if kept:
            self._kept.add(origin)
        return kept

    def told(self, refusals: list[Refusal]) -> list[Refusal]:
        """Refusals that say so where articles of the file stay."""
        for path in self._kept:
            self._of[path].refusals = list(map(_kept, self._of[path].refusals))
        return [_kept(each) if each.origin in self._kept else each for each in refusals]

    def note(self, manifest: Manifest) -> None:
        """Note in a manifest the files that need not be read again."""
        for outcome in self._of.values():
            if outcome.lasting:
                outcome.publications.discard(folder_of(str(outcome.source.path)))
                manifest.add(outcome.source, outcome.taken, outcome.refusals, outcome.publications)


def _kept(refusal: Refusal) -> Refusal:
    kept = "; what the index held of the file stays"
    return refusal if refusal.id else replace(refusal, reason=refusal.reason.removesuffix(kept) + kept)
