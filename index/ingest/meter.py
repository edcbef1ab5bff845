"""Measure how far a run has read its files, so that the share that is shown never falls."""

from collections.abc import Iterable

from corpus.readers.discovery import SourceFile
from index.ingest.summary import Progress, Summary
from index.writing.steps import Step


class Meter:
    """How many bytes of some files are read and indexed; told to whoever shows it."""

    def __init__(self, sources: Iterable[SourceFile], progress: Progress) -> None:
        self._progress = progress
        self._size = sum(source.size for source in sources)
        self._done = self._offset = self._shown = 0

    def at(self, offset: int) -> None:
        """So many bytes of the file in hand are read."""
        self._offset = offset

    def end(self, source: SourceFile) -> None:
        """A file is read."""
        self._done += source.size
        self._offset = 0

    def tell(self, summary: Summary, waiting: int) -> None:
        """Tell how far it is, where so many articles are on their way."""
        share = summary.read / (summary.read + waiting) if summary.read else 0
        # What is on its way weighs as an article of the average; where these are longer the share would fall.
        self._shown = max(self._shown, int((self._done + self._offset) * share))
        self._progress(Step.ARTICLES, self._shown, self._size, summary)
