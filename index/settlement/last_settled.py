"""What was settled by the last commit, and which readings came or went since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.enrichment import annotation
from index.arrays.types import Int64Array
from index.segments.name_readings import Reading, read
from index.segments.segment import Segment
from index.segments.settled_names import SettledNames

RULES = f"1.{annotation.VERSION}"
"""Of the rules of settlement and of the tables that they look at: where others settled last, all is settled again."""


@dataclass(frozen=True, slots=True)
class Last:
    """The names that were settled, and the readings of the articles that came or went."""

    settled: SettledNames
    changed: set[Reading]


def changed_readings(written: Sequence[Segment], removed: Sequence[tuple[Segment, Int64Array]]) -> set[Reading] | None:
    """The readings of new segments, and those of articles by their doc_ids; None where a segment has none."""
    found = set[Reading]()
    for kept in (_all(written), _of(removed)):
        for some in kept:
            if some is None:
                return None
            found.update(map(read, some))
    return found


def _all(segments: Sequence[Segment]) -> Iterator[list[bytes] | None]:
    for segment in segments:
        yield None if segment.readings is None else segment.readings.keys.all()


def _of(removed: Sequence[tuple[Segment, Int64Array]]) -> Iterator[list[bytes] | None]:
    for segment, doc_ids in removed:
        facet = segment.readings
        if len(doc_ids):
            yield (
                None if facet is None else [facet.keys[each] for each in np.unique(facet.ordinals_of(doc_ids)).tolist()]
            )
