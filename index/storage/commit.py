"""Make segments visible: their files are synced, then Whoosh's table of contents that names them takes its place."""

from collections.abc import Sequence
from pathlib import Path

from whoosh.index import TOC, FileIndex, clean_files

from index.segments.codec import ColumnarCodec
from index.segments.segment import ColumnarSegment
from index.storage.durable_storage import sync


class IndexCommit:
    """The table of contents while it is changed. The caller holds the lock of the location."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self._toc = TOC.read(index.storage, index.indexname, schema=index.schema)
        self.folder = Path(index.storage.folder)
        self.segments: list[ColumnarSegment] = list(self._toc.segments)
        self.clear()  # what a run left that was killed

    def new(self) -> ColumnarSegment:
        """A name for a segment that is to be written."""
        return ColumnarSegment(ColumnarCodec(), self._index.indexname)

    def commit(self, segments: Sequence[ColumnarSegment]) -> None:
        """Show these segments from now on. The files of others stay until `clear`."""
        known = {segment.segment_id() for segment in self.segments}
        for segment in segments:
            if segment.segment_id() not in known:
                sync(segment.path(self.folder))
                segment.stamp(self.folder)
        storage, name = self._index.storage, self._index.indexname
        self._toc = TOC(self._toc.schema, list(segments), self._toc.generation + 1)
        self._toc.write(storage, name)
        self.segments = list(segments)

    def clear(self) -> None:
        """Remove every file of a segment that the last commit does not name."""
        clean_files(self._index.storage, self._index.indexname, self._toc.generation, self.segments)

    def discard(self, segments: Sequence[ColumnarSegment]) -> None:
        """Remove files that no commit names."""
        for segment in segments:
            segment.path(self.folder).unlink(missing_ok=True)
