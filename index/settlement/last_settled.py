"""What was settled by the last commit, and which readings came or went since."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.enrichment import annotation
from index.arrays.types import Int64Array
from index.segments.name_readings import Reading, read
from index.segments.segment import Segment
from index.segments.settled_names import SettledNames

RULES = f"2.{annotation.VERSION}"
"""Of the rules of settlement and of the tables that they look at: where others settled last, all is settled again."""


@dataclass(frozen=True, slots=True)
class Last:
    """The names that were settled, and the readings of the articles that came or went."""

    settled: SettledNames
    changed: set[Reading]


def changed_readings(written: Sequence[Segment], removed: Sequence[tuple[Segment, Int64Array]]) -> set[Reading]:
    """The readings of new segments, and those of articles by their doc_ids."""
    found = {read(key) for segment in written for key in segment.readings.keys.all()}
    for segment, doc_ids in removed:
        if len(doc_ids):
            readings = segment.readings
            found.update(read(readings.keys[each]) for each in {*readings.ordinals_of(doc_ids).tolist()})
    return found
