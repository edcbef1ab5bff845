"""What became of a file that a run read."""

from dataclasses import dataclass, field

from corpus.discovery import SourceFile
from corpus.reading import Refusal


@dataclass(slots=True)
class Outcome:
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
