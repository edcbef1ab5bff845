"""Look up the articles that an index holds, by id or by file, and keep in mind which of them a run has met."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.strings import Strings
from index.arrays.types import Int64Array, Mask
from index.segments.segment import Segment


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article that the index holds: the file that it came from and the fingerprint of what stood there.

    `place` is where it stands: its segment, and its doc_id there.
    """

    place: tuple[int, int]
    origin: str
    fingerprint: str


class Indexed(Protocol):
    """What a run asks of the index that it brings up to date, wherever that is."""

    def get(self, article_id: str) -> IndexedArticle | None:
        """The article with an id."""

    def files(self) -> Iterable[str]:
        """Every file of which an article was ever indexed."""

    def ids_of(self, paths: Iterable[str]) -> Iterator[str]:
        """The ids of the articles of some files."""

    def count_of(self, path: str) -> int:
        """How many articles a file has."""

    def meet(self, article: IndexedArticle) -> None:
        """Note that the run has met an article."""

    def meet_file(self, path: str) -> None:
        """Note that the run has met all articles of a file."""

    def met(self, article: IndexedArticle) -> bool:
        """Whether this run has met an article."""

    def others(self, expected: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
        """The articles that this run has not met, of files that are `expected`: each one's id and its file."""


class IndexedArticles:
    """The live articles of some segments, found by id or by file; nothing is read that grows with their number."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._origins = [[each.decode() for each in Strings(part.arrays, "origin").all()] for part in segments]
        self._live: list[Mask] = [part.live.copy() for part in segments]
        self._files: dict[str, list[tuple[int, int]]] = {}
        for ordinal, origins in enumerate(self._origins):
            for origin, path in enumerate(origins):
                self._files.setdefault(path, []).append((ordinal, origin))
        self._grouped: list[tuple[Int64Array, Int64Array] | None] = [None] * len(segments)
        self._met: list[Mask] = [np.zeros(part.count, np.bool_) for part in segments]

    def get(self, article_id: str) -> IndexedArticle | None:
        """The live article with an id."""
        raw = to_utf8(article_id)
        for ordinal, part in enumerate(self._segments):
            doc_id = part.doc_id(raw)
            if doc_id is not None and self._live[ordinal][doc_id]:
                return self._article(ordinal, doc_id)
        return None

    def drop(self, article: IndexedArticle) -> None:
        """Count an article as live no more."""
        segment, doc_id = article.place
        self._live[segment][doc_id] = False

    def files(self) -> Iterable[str]:
        """Every file of which an article was ever indexed."""
        return self._files.keys()

    def of_file(self, path: str) -> Iterator[tuple[int, Int64Array]]:
        """The live articles of a file: ordinals of segments, each with doc_ids, shape (n,), dtype int64, rising."""
        for ordinal, origin in self._files.get(path, []):
            doc_ids = self._of_origin(ordinal, origin)
            yield ordinal, doc_ids[self._live[ordinal][doc_ids]]

    def ids_of(self, paths: Iterable[str]) -> Iterator[str]:
        """The ids of the live articles of some files."""
        for path in paths:
            for ordinal, doc_ids in self.of_file(path):
                yield from (self._segments[ordinal].ids[doc_id].decode() for doc_id in doc_ids.tolist())

    def count_of(self, path: str) -> int:
        """How many live articles a file has."""
        return sum(len(doc_ids) for _, doc_ids in self.of_file(path))

    def meet(self, article: IndexedArticle) -> None:
        """Note that the run has met an article."""
        segment, doc_id = article.place
        self._met[segment][doc_id] = True

    def meet_file(self, path: str) -> None:
        """Note that the run has met all live articles of a file."""
        for segment, doc_ids in self.of_file(path):
            self._met[segment][doc_ids] = True

    def met(self, article: IndexedArticle) -> bool:
        """Whether this run has met an article."""
        segment, doc_id = article.place
        return bool(self._met[segment][doc_id])

    def others(self, expected: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
        """The live articles that this run has not met, of files that are `expected`: each one's id and its file."""
        for ordinal, part in enumerate(self._segments):
            paths = self._origins[ordinal]
            of_file = part.arrays["origin.of"]
            wanted = np.fromiter(map(expected, paths), np.bool_, len(paths))
            for doc_id in np.flatnonzero(self._live[ordinal] & ~self._met[ordinal] & wanted[of_file]).tolist():
                yield part.ids[doc_id].decode(), paths[int(of_file[doc_id])]

    def _article(self, ordinal: int, doc_id: int) -> IndexedArticle:
        part = self._segments[ordinal]
        origin = self._origins[ordinal][int(part.arrays["origin.of"][doc_id])]
        return IndexedArticle((ordinal, doc_id), origin, part.fingerprints[doc_id].decode())

    def _of_origin(self, ordinal: int, origin: int) -> Int64Array:
        """The doc_ids of the articles of one file, live or not."""
        grouped = self._grouped[ordinal]
        if grouped is None:
            of_file = self._segments[ordinal].arrays["origin.of"]
            starts = np.zeros(len(self._origins[ordinal]) + 1, np.int64)
            np.cumsum(np.bincount(of_file, minlength=len(self._origins[ordinal])), out=starts[1:])
            grouped = self._grouped[ordinal] = np.argsort(of_file, kind="stable"), starts
        order, starts = grouped
        return order[starts[origin] : starts[origin + 1]]
