"""What a run did, told while it goes on and at its end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.readers.discovery import SourceFile
from corpus.refusal import Refusal
from corpus.remark import Remark
from index.writing.steps import Step

FoundFiles = Mapping[Path, Sequence[SourceFile | Refusal]]
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
    remarks: list[Remark] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Articles found in the folders."""
        return self.indexed + self.unchanged + len(self.refusals)


Progress = Callable[[Step, int, int, Summary], None]
"""Told now and then: the step, how far it is, how far it goes, and the summary so far.

The first steps count bytes of files, dating counts articles; of the others only the beginning is told, as 0 of 0.
"""


def silent(_step: Step, _done: int, _all: int, _summary: Summary) -> None:
    """No progress is shown."""
