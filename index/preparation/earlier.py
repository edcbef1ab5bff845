"""What was derived from an article when it was indexed last? Annotation is costly, and not repeated in vain."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from corpus.article import Article
from index import annotate, record
from index.columnar.segment import Segment
from index.document import Document
from index.location import NoIndex
from index.opening import opened
from index.preparation.version import annotated_by

_OF_TEXT = ("title", "text", "source", "language")
"""What names and countries are derived from."""


class Earlier:
    """The articles of the index as they were committed last."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments

    def derived(self, article: Article) -> Document | None:
        """The article of the same id, where this version derived its names and countries from the same text."""
        raw = article.id.encode("utf-8", "surrogatepass")
        for segment in self._segments:
            number = segment.number(raw)
            if number is None:
                continue
            if annotated_by(segment.fingerprints[number].decode()) != annotate.VERSION:
                return None
            document, _ = record.unpack(segment.records[number])
            return document if _same(document.article, article) else None
        return None


def _same(before: Article, now: Article) -> bool:
    derived = before.entities is None and before.countries is None
    return derived and all(getattr(before, name) == getattr(now, name) for name in _OF_TEXT)


@lru_cache(maxsize=1)
def earlier(location: Path, _generation: str) -> Earlier:
    """One for each process and state of the index; where it cannot be read there is nothing in it."""
    try:
        return Earlier(opened(location))
    except NoIndex:
        return Earlier([])
