"""What a run did, told while it goes on and at its end."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corpus.refusal import Refusal
from corpus.remark import Remark
from index.writing.steps import Step


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: each article read is indexed, unchanged or refused; `removed` are gone from the folders.

    `redated` are undated articles that the dated ones of the index now date, or date otherwise. `remarks` tell of
    articles and files that were taken what was not used or not understood.
    """

    indexed: int = 0
    unchanged: int = 0
    removed: int = 0
    redated: int = 0
    refusals: Sequence[Refusal] = ()
    remarks: Sequence[Remark] = ()

    @property
    def read(self) -> int:
        """Articles found in the folders."""
        return self.indexed + self.unchanged + len(self.refusals)

    def to_dicts(self) -> list[dict[str, Any]]:
        """What was refused and remarked, one plain dictionary each, for a table; `kind` is `refused` or `remark`."""
        refused = [{"kind": "refused", **asdict(each)} for each in self.refusals]
        for each in refused:
            each["text"] = each.pop("reason")
        return refused + [{"kind": "remark", **asdict(each)} for each in self.remarks]


Progress = Callable[[Step, int, int, Summary], None]
"""Told now and then: the step, how far it is, how far it goes, and the summary so far.

The first steps count bytes of files, dating counts articles; of the others only the beginning is told, as 0 of 0.
"""


def silent(_step: Step, _done: int, _size: int, _summary: Summary) -> None:
    """No progress is shown."""
