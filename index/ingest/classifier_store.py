"""Keep beside an index the year classifier that its dated articles train, and train it anew when they are more.

Losing the file costs the time to learn again, and nothing else.
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np

from corpus.article import Basis
from corpus.enrichment.dating.year_classifier import MOST, YearClassifier
from index.arrays.types import Mask
from index.segments import stored_article
from index.segments.date_columns import basis_number, years_of
from index.segments.segment import Segment
from index.snapshots.open_segments import generation, opened
from index.storage.durable_storage import sealed, unsealed, write_durably
from index.storage.files import YEAR_CLASSIFIER

_MOVED = 0.25
"""The model is renewed when so large a share of the dated articles are more, fewer, or of other years."""


_STATED = basis_number(Basis.STATED)


@dataclass(frozen=True, slots=True)
class StoredClassifier:
    """What was learned when an index had so many dated articles of each year; no model where they could not tell."""

    dated: Mapping[int, int] = field(default_factory=dict)
    model: YearClassifier | None = None

    def holds(self, dated: Mapping[int, int]) -> bool:
        """Whether it need not be renewed for so many dated articles of each year."""
        moved = sum(abs(dated.get(year, 0) - self.dated.get(year, 0)) for year in {*dated, *self.dated})
        return moved <= _MOVED * min(sum(dated.values()), sum(self.dated.values()))

    def save(self, path: Path) -> None:
        """Store it as a file."""
        body = self.model.to_bytes() if self.model else b""
        head = json.dumps({"dated": [*self.dated.items()]}).encode()
        write_durably(path, sealed(head + b"\n" + body))

    @classmethod
    def load(cls, path: Path) -> "StoredClassifier":
        """The stored one; an empty one where there is none that can be read."""
        try:
            head, _, body = unsealed(path.read_bytes()).partition(b"\n")
            return cls(
                {int(year): int(count) for year, count in json.loads(head)["dated"]},
                YearClassifier.from_bytes(body) if body else None,
            )
        except (OSError, ValueError, LookupError, TypeError):
            return cls()


@lru_cache(maxsize=1)
def stored_classifier(location: Path, _generation: str) -> StoredClassifier:
    """That of an index in one of its states; processes that date articles share none, and load it once."""
    return StoredClassifier.load(location / YEAR_CLASSIFIER)


def classifier_of(location: Path) -> YearClassifier | None:
    """What the dated articles of an index tell, learned now unless it was before; None where they are too few."""
    segments = opened(location)
    kept = stored_classifier(location, generation(location))
    return kept.model if kept.holds(count_dated(segments)) else learned(segments)


def count_dated(segments: Sequence[Segment]) -> dict[int, int]:
    """How many articles of some segments state each year."""
    years = [years_of(segment.days[_dated(segment)]) for segment in segments]
    found, counts = np.unique(np.concatenate([np.empty(0, np.uint32), *years]), return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))


def learned(segments: Sequence[Segment]) -> YearClassifier | None:
    """A model of the dated articles of some segments; None where they are too few."""
    return YearClassifier.train(_chosen(segments))


def _dated(segment: Segment) -> Mask:
    dated: Mask = segment.live & (segment.date_bases == _STATED)
    return dated


def _chosen(segments: Sequence[Segment]) -> Iterator[tuple[str, int]]:
    """Texts with their stated years, as many as a model learns from: always the same of the same articles."""
    places = [(segment, number) for segment in segments for number in np.flatnonzero(_dated(segment)).tolist()]
    if len(places) > MOST:
        drawn = np.fromiter((zlib.crc32(segment.ids[number]) for segment, number in places), np.uint32, len(places))
        places = [places[place] for place in np.argsort(drawn, kind="stable")[:MOST].tolist()]
    for segment, number in places:
        document, _ = stored_article.unpack(segment.records[number])
        if document.published.year is not None:
            yield f"{document.article.title}\n\n{document.article.text}", document.published.year
