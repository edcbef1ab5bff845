"""Measure how far a run has read its files, so that the share that is shown never falls, and how much is left."""

from collections.abc import Collection, Mapping

from corpus.readers.discovery import SourceFile
from index.ingest.summary import Progress, Summary
from index.writing.steps import Step


class Meter:
    """How many bytes of some files are read and indexed; told to whoever shows it."""

    def __init__(self, sources: Mapping[str, SourceFile], unchanged: Collection[str], progress: Progress) -> None:
        """`unchanged` are the paths of those files that need not be read."""
        self._progress = progress
        self._size = sum(source.size for source in sources.values())
        self._unread = sum(source.size for path, source in sources.items() if path not in unchanged)
        self._done = self._offset = self._shown = self._read = 0

    def at(self, offset: int) -> None:
        """So many bytes of the file in hand are read."""
        self._offset = offset

    def end(self, source: SourceFile, *, read: bool = True) -> None:
        """A file is done, which was `read` or need not be."""
        self._done += source.size
        self._read += source.size if read else 0
        self._offset = 0

    def left(self) -> float:
        """How many times as many bytes are to be read as were read."""
        read = self._read + self._offset
        return max(self._unread - read, 0) / max(read, 1)

    def tell(self, summary: Summary, waiting: int) -> None:
        """Tell how far it is, where so many articles are on their way."""
        share = summary.read / (summary.read + waiting) if summary.read else 0
        # What is on its way weighs as an article of the average; where these are longer the share would fall.
        self._shown = max(self._shown, int((self._done + self._offset) * share))
        self._progress(Step.ARTICLES, self._shown, self._size, summary)
