"""Bound what an archive may unpack to: a few kilobytes can be made to hold terabytes of zeros."""

from dataclasses import dataclass

from corpus.errors import Refused

_FREE = 64 * 2**20
_RATIO = 200
"""News text packs to a third or a tenth; even a table of equal rows stays below it."""


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether so many bytes cannot honestly come out of so few."""
    return unpacked > max(_FREE, packed * _RATIO)


@dataclass(slots=True)
class Budget:
    """What is left of the bytes that a file of a given size may unpack to, over all its entries.

    `place` is where the entry begins that is being read.
    """

    packed: int
    spent: int = 0
    place: int = 0

    def spend(self, count: int) -> None:
        """Count unpacked bytes. Raises `Refused` where there are too many."""
        self.spent += count
        if is_bomb(self.packed, self.spent):
            raise Refused(f"unpacks to more than {_RATIO} times its size, as zip bombs do; unpack it if you trust it")
