"""What the index holds already, and which of it a run has met."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.strings import Strings
from index.arrays.types import Int64Array, Mask
from index.segments.segment import Segment


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article that the index holds: the file that it came from and the fingerprint of what stood there."""

    segment: int
    number: int
    origin: str
    fingerprint: str


class IndexedArticles:
    """The live articles of some segments, found by id or by file; nothing is read that grows with their number."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._origins = [[each.decode() for each in Strings(part.arrays, "origin").all()] for part in segments]
        self._live: list[Mask] = [part.live.copy() for part in segments]
        self._met: list[Mask] = [np.zeros(part.count, np.bool_) for part in segments]
        self._files: dict[str, list[tuple[int, int]]] = {}
        for place, origins in enumerate(self._origins):
            for origin, path in enumerate(origins):
                self._files.setdefault(path, []).append((place, origin))
        self._grouped: list[tuple[Int64Array, Int64Array] | None] = [None] * len(segments)

    def get(self, article_id: str) -> IndexedArticle | None:
        """The article with an id."""
        raw = to_utf8(article_id)
        for place, part in enumerate(self._segments):
            number = part.doc_id(raw)
            if number is not None and self._live[place][number]:
                return self._held(place, number)
        return None

    def drop(self, held: IndexedArticle) -> None:
        """Hold an article no more."""
        self._live[held.segment][held.number] = False

    def meet(self, held: IndexedArticle) -> None:
        """Note that an article stands where it stood."""
        self._met[held.segment][held.number] = True

    def has_met(self, held: IndexedArticle) -> bool:
        """Whether it was met in this run."""
        return bool(self._met[held.segment][held.number])

    def has_file(self, path: str) -> bool:
        """Whether any article of a file was ever held."""
        return path in self._files

    def files(self) -> Iterable[str]:
        """Every file of which an article was ever held."""
        return self._files.keys()

    def ids_of(self, path: str) -> Iterator[str]:
        """The ids of the articles of a file."""
        for place, numbers in self._of_file(path):
            yield from (self._segments[place].ids[number].decode() for number in numbers.tolist())

    def count_of(self, path: str) -> int:
        """How many articles of a file are held."""
        return sum(len(numbers) for _, numbers in self._of_file(path))

    def meet_file(self, path: str) -> None:
        """Note that all articles of a file stand where they stood."""
        for place, numbers in self._of_file(path):
            self._met[place][numbers] = True

    def missing(self, gone: Callable[[str], bool]) -> Iterator[str]:
        """The ids of articles that were not met, of the files that are `gone`, or should have had them."""
        for place, part in enumerate(self._segments):
            lost = np.fromiter(map(gone, self._origins[place]), np.bool_, len(self._origins[place]))
            unmet = self._live[place] & ~self._met[place]
            for number in np.flatnonzero(unmet & lost[part.arrays["origin.of"]]).tolist():
                yield part.ids[number].decode()

    def _held(self, place: int, number: int) -> IndexedArticle:
        part = self._segments[place]
        origin = self._origins[place][int(part.arrays["origin.of"][number])]
        return IndexedArticle(place, number, origin, part.fingerprints[number].decode())

    def _of_file(self, path: str) -> Iterator[tuple[int, Int64Array]]:
        for place, origin in self._files.get(path, []):
            numbers = self._of_origin(place, origin)
            yield place, numbers[self._live[place][numbers]]

    def _of_origin(self, place: int, origin: int) -> Int64Array:
        """The numbers of the articles of one file."""
        grouped = self._grouped[place]
        if grouped is None:
            of = self._segments[place].arrays["origin.of"]
            starts = np.zeros(len(self._origins[place]) + 1, np.int64)
            np.cumsum(np.bincount(of, minlength=len(self._origins[place])), out=starts[1:])
            grouped = self._grouped[place] = np.argsort(of, kind="stable"), starts
        order, starts = grouped
        return order[starts[origin] : starts[origin + 1]]
