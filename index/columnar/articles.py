"""A set of articles: by their numbers or as a mask, whichever is asked for, the one made of the other."""

from functools import cached_property

import numpy as np

from index.columnar.arrays import Ints

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]


class Articles:
    """Some of `size` articles. Not changed once it is made."""

    def __init__(self, size: int, *, numbers: Ints | None = None, mask: Mask | None = None) -> None:
        """`numbers` ascend; one of the two is enough."""
        self.size = size
        if numbers is not None:
            self.numbers = numbers
        if mask is not None:
            self.mask = mask

    @cached_property
    def numbers(self) -> Ints:
        """Their numbers, ascending."""
        return np.flatnonzero(self.mask)

    @cached_property
    def mask(self) -> Mask:
        """For each of all articles whether it is one of these."""
        mask: Mask = np.zeros(self.size, np.bool_)
        mask[self.numbers] = True
        return mask

    @cached_property
    def count(self) -> int:
        """How many they are."""
        return len(self.numbers) if "numbers" in self.__dict__ else int(np.count_nonzero(self.mask))

    def within(self, begin: int, end: int) -> "Articles":
        """Those with numbers from `begin` to `end` (excluded), as numbers from `begin`."""
        if (begin, end) == (0, self.size):
            return self
        if "numbers" not in self.__dict__:
            return Articles(end - begin, mask=self.mask[begin:end])
        first, last = np.searchsorted(self.numbers, (begin, end)).tolist()
        return Articles(end - begin, numbers=self.numbers[first:last] - begin)

    def __and__(self, mask: Mask) -> "Articles":
        return Articles(self.size, numbers=self.numbers[mask[self.numbers]])
