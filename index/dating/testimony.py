"""What do the dated articles of an index tell? A model learns from them, and is kept beside them until they are more.

Losing the file costs the time to learn again, and nothing else.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from corpus.article import Basis
from index import record
from index.columnar.articles import Mask
from index.columnar.segment import Segment
from index.dating.witnesses import MOST, Model
from index.facets import basis_number
from index.opening import generation, opened
from index.storage import write_durably

FILE = "witnesses"
_NEARLY = 1.25
"""The model is renewed when so many times as many articles are dated, or so many times fewer."""

_STATED = basis_number(Basis.STATED)


@dataclass(frozen=True, slots=True)
class Testimony:
    """What was learned when an index had so many dated articles; no model where they could not tell."""

    dated: int = 0
    model: Model | None = None

    def holds(self, dated: int) -> bool:
        """Whether it need not be renewed for so many dated articles."""
        return dated <= self.dated * _NEARLY and self.dated <= dated * _NEARLY

    def save(self, path: Path) -> None:
        """Store it as a file."""
        body = self.model.to_bytes() if self.model else b""
        head = json.dumps({"dated": self.dated, "checksum": zlib.crc32(body)}).encode()
        write_durably(path, head + b"\n" + body)

    @classmethod
    def load(cls, path: Path) -> "Testimony":
        """The stored one; an empty one where there is none that can be read."""
        try:
            head, _, body = path.read_bytes().partition(b"\n")
            told = json.loads(head)
            if told["checksum"] != zlib.crc32(body):
                return cls()
            return cls(int(told["dated"]), Model.from_bytes(body) if body else None)
        except (OSError, ValueError, LookupError, TypeError):
            return cls()


@lru_cache(maxsize=1)
def testimony(location: Path, _generation: str) -> Testimony:
    """That of an index in one of its states; processes that date articles share none, and load it once."""
    return Testimony.load(location / FILE)


def witnesses_of(location: Path) -> Model | None:
    """What the dated articles of an index tell, learned now unless it was before; None where they are too few."""
    segments = opened(location)
    kept = testimony(location, generation(location))
    return kept.model if kept.holds(count_dated(segments)) else learned(segments)


def count_dated(segments: Sequence[Segment]) -> int:
    """How many articles of some segments state their date."""
    return sum(int(np.count_nonzero(_dated(segment))) for segment in segments)


def learned(segments: Sequence[Segment]) -> Model | None:
    """A model of the dated articles of some segments; None where they are too few."""
    return Model.train(_chosen(segments))


def _dated(segment: Segment) -> Mask:
    dated: Mask = segment.live & (segment.bases == _STATED)
    return dated


def _chosen(segments: Sequence[Segment]) -> Iterator[tuple[str, int]]:
    """Texts with their stated years, as many as a model learns from: always the same of the same articles."""
    places = [(segment, number) for segment in segments for number in np.flatnonzero(_dated(segment)).tolist()]
    if len(places) > MOST:
        drawn = np.fromiter((zlib.crc32(segment.ids[number]) for segment, number in places), np.uint32, len(places))
        places = [places[place] for place in np.argsort(drawn, kind="stable")[:MOST].tolist()]
    for segment, number in places:
        document, _ = record.unpack(segment.records[number])
        if document.published.year is not None:
            yield f"{document.article.title}\n\n{document.article.text}", document.published.year
