"""Count the edits that lead from one word to each of many: letters added, removed, replaced, or two neighbours swapped.

Damerau: A technique for computer detection and correction of spelling errors (CACM 7(3), 1964), in its restricted form
(optimal string alignment), one cell of the table for all words at a time.
"""

from collections.abc import Sequence

import numpy as np

from index.arrays.types import AnyIntArray, Int64Array


def distances(word: str, others: Sequence[str]) -> Int64Array:
    """The edits between a word and each of the others, none of which is empty: int64, in their order."""
    lengths = np.fromiter(map(len, others), np.int64, len(others))
    width = int(lengths.max(initial=0))
    letters = np.zeros((width, len(others)), np.uint32)
    for place, other in enumerate(others):
        letters[: len(other), place] = [ord(sign) for sign in other]
    typed = [ord(sign) for sign in word]
    rows: list[AnyIntArray] = [np.repeat(np.arange(width + 1, dtype=np.int16)[:, None], len(others), axis=1)]
    for row, sign in enumerate(typed, start=1):
        rows.append(_row(row, sign, typed, rows, letters))
    found: Int64Array = rows[-1][lengths, np.arange(len(others))].astype(np.int64)
    return found


def _row(row: int, sign: int, typed: list[int], rows: list[AnyIntArray], letters: AnyIntArray) -> AnyIntArray:
    above = rows[row - 1]
    here = np.empty_like(above)
    here[0] = row
    replaced = above[:-1] + (letters != sign)
    removed = above[1:] + 1
    np.minimum(replaced, removed, out=here[1:])
    if row > 1:
        before = typed[row - 2]
        swapped = (letters[:-1] == sign) & (letters[1:] == before)
        np.minimum(here[2:], np.where(swapped, rows[row - 2][:-2] + 1, here[2:]), out=here[2:])
    for column in range(1, len(here)):  # a letter added builds on the cell before
        np.minimum(here[column], here[column - 1] + 1, out=here[column])
    return here
