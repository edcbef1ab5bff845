"""Make segments visible: their files are synced, then the file that names them takes the place of the last one."""

import time
from collections.abc import Sequence
from pathlib import Path

from index.arrays.array_file import checksum_of
from index.segments.added_times import newest, stamped
from index.segments.segment import INDEX_NAME, ColumnarSegment
from index.storage import commit_file, durable_storage
from index.storage.commit_file import Commit, read_commit
from index.storage.durable_storage import BESIDE, put_in_place, sync, unsealed
from index.storage.files import COMMIT
from index.storage.whoosh_table import table, table_name


class IndexCommit:
    """The commit of an index while it is changed. The caller holds the lock of the location."""

    def __init__(self, location: Path, language: str) -> None:
        self.folder = location
        self._language = language
        last = read_commit(location)
        self._number = last.number
        self.segments: list[ColumnarSegment] = list(last.segments)
        self.settled_by = last.settled_by
        self.clear()  # what a run left that was killed
        if not self._has_table():
            self._write_table(self.segments, self._number)
            put_in_place(location / table_name(self._number))

    @staticmethod
    def create(location: Path, language: str) -> None:
        """Commit nothing, for the first time."""
        commit_file.write_beside(location, Commit(0))
        put_in_place(location / COMMIT)
        IndexCommit(location, language)

    def commit(self, segments: Sequence[ColumnarSegment], *, settled_by: str = "") -> None:
        """Show these segments from now on. The files of others stay until `clear`.

        `settled_by` are the rules by which the names of all their articles are settled; none where they are not.
        Whatever takes room on the disk is written before anything is seen of it. Articles that are seen for the first
        time entered the index now: later than all that were seen before, whatever the clock says.
        """
        now = max(int(time.time()), newest([each.times() for each in self.segments]) + 1)
        for segment in segments:
            segment.added = stamped(segment.times(), now)
            if segment.checksum is None:
                sync(segment.path(self.folder))
                segment.checksum = checksum_of(segment.path(self.folder))
        number = self._number + 1
        self._write_table(segments, number)
        commit_file.write_beside(self.folder, Commit(number, segments, settled_by))
        put_in_place(self.folder / COMMIT)
        self._number, self.segments, self.settled_by = number, list(segments), settled_by
        put_in_place(self.folder / table_name(number))

    def clear(self) -> None:
        """Remove every file of a segment, a table or a commit that is not of the last commit."""
        kept = {segment.path(self.folder).name for segment in self.segments} | {table_name(self._number)}
        for path in self.folder.iterdir():
            ours = path.name.startswith((f"{INDEX_NAME}_", f"_{INDEX_NAME}_")) or path.name == COMMIT + BESIDE
            if ours and path.name not in kept and not path.is_dir():
                path.unlink(missing_ok=True)

    def discard(self, segments: Sequence[ColumnarSegment]) -> None:
        """Remove files that no commit names."""
        for segment in segments:
            segment.path(self.folder).unlink(missing_ok=True)

    def _has_table(self) -> bool:
        try:
            unsealed((self.folder / table_name(self._number)).read_bytes())
        except (FileNotFoundError, ValueError):
            return False
        return True

    def _write_table(self, segments: Sequence[ColumnarSegment], number: int) -> None:
        content = table(self._language, segments, number)
        durable_storage.write_beside(self.folder / table_name(number), content)
