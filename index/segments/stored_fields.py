"""What is stored of each article, compressed with what the articles have in common.

Records are too short to be compressed well one by one. A dictionary trained on some of them (Zstandard's) makes them a
fifth smaller and their compression six times as fast as DEFLATE. All segments of an index have the same dictionary as a
rule; a merge compresses anew what has another.
"""

import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import zstandard
from zstandard import ZstdCompressionDict, ZstdCompressor, ZstdDecompressor

from index.arrays.array_file import Arrays, ArrayWriter, Damaged
from index.arrays.strings import Strings, StringsWriter

_LEVEL = 3
_SIZE = 112 * 1024
_FEWEST = 100
"""Records that a dictionary is learned from, at least."""
_SAMPLES = 1_000


def trained(records: Sequence[bytes]) -> bytes:
    """A dictionary for records like these; none where they are too few to learn from."""
    if len(records) < _FEWEST:
        return b""
    try:
        return zstandard.train_dictionary(_SIZE, list(records[:_SAMPLES]), level=_LEVEL).as_bytes()
    except zstandard.ZstdError:  # they have nothing in common
        return b""


def compressed(records: Iterable[bytes], dictionary: bytes) -> list[bytes]:
    """Records as a segment with this dictionary keeps them."""
    known = ZstdCompressionDict(dictionary) if dictionary else None
    compress = ZstdCompressor(level=_LEVEL, dict_data=known, write_checksum=True, write_dict_id=False).compress
    return list(map(compress, records))


class StoredFieldsWriter:
    """Writes the records of a segment."""

    def __init__(self, out: ArrayWriter, dictionary: bytes) -> None:
        out.extend("record.dictionary", np.frombuffer(dictionary, np.uint8))
        self.dictionary = dictionary
        self.packed = StringsWriter(out, "record")
        """Takes records that are compressed already."""

    def extend(self, records: Iterable[bytes]) -> None:
        """Append records."""
        self.packed.extend_with(compressed(records, self.dictionary))


class StoredFields:
    """The records of a segment; threads may share them."""

    def __init__(self, arrays: Arrays) -> None:
        self._arrays = arrays
        self.packed = Strings(arrays, "record")
        self.dictionary = bytes(arrays["record.dictionary"].data)
        self._of_thread = threading.local()

    def __getitem__(self, number: int) -> bytes:
        try:
            return self._decompressor().decompress(self.packed[number])
        except zstandard.ZstdError as fault:
            raise Damaged(f"the record of an article is damaged in {self._arrays.path.name}") from fault

    def release(self) -> None:
        """Let the system take back the memory of what was read of them."""
        self._arrays.release("record.bytes")

    def _decompressor(self) -> ZstdDecompressor:
        found: ZstdDecompressor | None = getattr(self._of_thread, "decompressor", None)
        if found is None:
            known = _dictionary(self.dictionary) if self.dictionary else None
            found = self._of_thread.decompressor = ZstdDecompressor(dict_data=known)
        return found


@lru_cache(maxsize=8)
def _dictionary(content: bytes) -> ZstdCompressionDict:
    return ZstdCompressionDict(content)
