"""Read the articles of a snapshot as they are shown: with a user's notes, and names as they are settled."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from corpus.document import Document
from index.arrays.types import OffsetArray
from index.corrections import user_aliases
from index.corrections.notes import Notes
from index.corrections.user_aliases import UserAliases
from index.segments import stored_article, token_offsets
from index.segments.segment import Segment
from index.storage.location import damage_told

_KEPT = 256
"""Articles that are kept: who pages, filters or sorts sees some again, and so does whoever asks what others asked."""

_REMEMBERED = 4_096
"""Articles of which it is known that they were read once."""

_LONGEST = 10_000
"""Characters of an article that is kept: so many take some 50 KB, and all of them a dozen MiB at most."""


class Tokenized(NamedTuple):
    """An article, and where each token of its text stands: an array of shape (tokens, 2)."""

    document: Document
    edges: OffsetArray


class ShownArticles:
    """The articles by doc_id; threads may share it. Raises `NoIndex` where one is damaged."""

    def __init__(
        self, location: Path, segments: Sequence[Segment], bases: Sequence[int], notes: Notes, aliases: UserAliases
    ) -> None:
        self._location = location
        self._segments = segments
        self._bases = bases
        self._notes = notes
        self._aliases = aliases
        self._kept: dict[int, Tokenized] = {}
        self._met = set[int]()
        """Those that were read once."""

    def segment_of(self, doc_id: int) -> tuple[Segment, int]:
        """The segment of an article, and its doc_id there."""
        place = bisect_right(self._bases, doc_id) - 1
        return self._segments[place], doc_id - self._bases[place]

    def all(self, doc_ids: Sequence[int]) -> list[Tokenized]:
        """Some articles, in their order, from memory where they were read so twice before."""
        found = {doc_id: each for doc_id in doc_ids if (each := self._kept.get(doc_id))}
        missing = [doc_id for doc_id in doc_ids if doc_id not in found]
        for doc_id, each in zip(missing, self.read(missing), strict=True):
            found[doc_id] = each
            self._keep(doc_id, each)
        return [found[doc_id] for doc_id in doc_ids]

    def _keep(self, doc_id: int, read: Tokenized) -> None:
        """Keep what is read again: to keep all takes a twentieth longer where nobody asks what others asked."""
        if doc_id not in self._met:
            if len(self._met) >= _REMEMBERED:
                self._met.clear()
            self._met.add(doc_id)
        elif len(read.document.article.text) <= _LONGEST:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[doc_id] = read

    def read(self, doc_ids: Sequence[int]) -> list[Tokenized]:
        """The same, each read anew: for those of which nobody knows whether they are asked for again."""
        places = map(self.segment_of, doc_ids)
        with damage_told(self._location):
            # Each step for all of them before the next one: what it works with stays in the processor's caches.
            records = [segment.records[doc_id] for segment, doc_id in places]
            unpacked = list(map(stored_article.unpack, records))
        return [
            Tokenized(self._as_shown(document), token_offsets.unpack(packed, document.article.text))
            for document, packed in unpacked
        ]

    def _as_shown(self, document: Document) -> Document:
        if document.article.id in self._notes.of:
            noted = self._notes[document.article.id]
            document = replace(document, tags=noted.tags, note=noted.text)
        if self._aliases is not user_aliases.NOTHING:
            document = replace(document, entities=self._aliases.laid_over(document.entities))
        return document

    def text(self, doc_id: int) -> tuple[str, OffsetArray]:
        """The text of an article alone, and where each of its tokens stands."""
        segment, local = self.segment_of(doc_id)
        with damage_told(self._location):
            text, packed = stored_article.text_and_spans(segment.records[local])
        return text, token_offsets.unpack(packed, text)
