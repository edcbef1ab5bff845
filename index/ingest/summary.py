"""What a run did, told while it goes on and at its end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.discovery import SourceFile
from corpus.reading import Refusal

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
"""Told now and then: bytes of files whose articles are ready, bytes in all, and the summary so far."""


def silent(_done: int, _files: int, _summary: Summary) -> None:
    """No progress is shown."""
