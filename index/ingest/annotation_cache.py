"""Look up what was derived from an article when it was indexed last: annotation is costly, and not repeated in vain."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from corpus.article import Article
from corpus.document import Document
from corpus.encoding import to_utf8
from corpus.enrichment import annotation
from index.arrays.array_file import Damaged
from index.ingest.versions import annotated_by
from index.segments import stored_article
from index.segments.segment import Segment
from index.snapshots.open_segments import opened
from index.storage.location import NoIndex

_OF_TEXT = ("title", "text", "source", "language")
"""What names and countries are derived from."""


class AnnotationCache:
    """The articles of the index as they were committed last."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments

    def derived(self, article: Article) -> Document | None:
        """The article of the same id, where this version derived its names and countries from the same text.

        What is damaged is derived anew: `index --rebuild`, which mends an index, asks here, too.
        """
        try:
            return self._derived(article)
        except (Damaged, NoIndex):
            return None

    def _derived(self, article: Article) -> Document | None:
        raw = to_utf8(article.id)
        for segment in self._segments:
            doc_id = segment.doc_id(raw)
            if doc_id is None:
                continue
            if annotated_by(segment.fingerprints[doc_id].decode()) != annotation.VERSION:
                return None
            document, _ = stored_article.unpack(segment.records[doc_id])
            return document if _same(document.article, article) else None
        return None


def _same(before: Article, now: Article) -> bool:
    derived = before.entities is None and before.countries is None
    return derived and all(getattr(before, name) == getattr(now, name) for name in _OF_TEXT)


@lru_cache(maxsize=1)
def cached_annotations(location: Path, _generation: str) -> AnnotationCache:
    """One for each process and state of the index; where it cannot be read there is nothing in it."""
    try:
        return AnnotationCache(opened(location))
    except NoIndex:
        return AnnotationCache([])
