"""Which lines does a publication print again and again? A line that stands in many of its articles is chrome.

Counted in a count-min sketch (Cormode and Muthukrishnan, 2005) with conservative update: memory is fixed, a count is
never too low, and with thirty million different lines hardly ever too high by more than one or two.
"""

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np

_ROWS = 2
_WIDTH = 2**24
_MOST = 255
LEAST = 20
"""In so many articles of a publication a line must stand; an agency's story is updated less often."""


class RepeatedLines:
    """Counts, for each publication, in how many articles a line stands. It takes 32 MiB, however much is counted."""

    def __init__(self, width: int = _WIDTH) -> None:
        self._counts = np.zeros((_ROWS, width), dtype=np.uint8)

    def add(self, source: str, lines: Iterable[str]) -> None:
        """Count the lines of one article, each once."""
        for line in set(lines):
            cells = self._cells(source, line)
            count = min(int(self._counts[cell]) for cell in cells)
            for cell in cells:
                if count < _MOST and self._counts[cell] == count:
                    self._counts[cell] = count + 1

    def repeated(self, source: str, lines: Iterable[str], least: int = LEAST) -> frozenset[str]:
        """Those of some lines that stand in at least so many articles of a publication; at most 255 are counted."""
        return frozenset(
            line for line in set(lines) if min(int(self._counts[cell]) for cell in self._cells(source, line)) >= least
        )

    def merge(self, other: "RepeatedLines") -> None:
        """Add what another counter, of the same width, counted of other articles."""
        total = self._counts.astype(np.uint16) + other._counts  # noqa: SLF001 - of its own class
        self._counts = np.minimum(total, _MOST).astype(np.uint8)

    def _cells(self, source: str, line: str) -> list[tuple[int, int]]:
        digest = blake2b(f"{source}\0{line}".encode("utf-8", "replace"), digest_size=8 * _ROWS).digest()
        width = self._counts.shape[1]
        return [(row, int.from_bytes(digest[8 * row : 8 * row + 8]) % width) for row in range(_ROWS)]
