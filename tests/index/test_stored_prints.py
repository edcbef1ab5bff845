"""Fingerprints read from a file as they stand in memory, whichever way they are kept."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.types import AnyIntArray, Int64Array
from index.winnowing.stored_prints import Keys, Numbers, StoredPrintsWriter, stored_prints

DRAW = np.random.default_rng(2012)
SIZES = [(0, 1), (1_000, 10), (200_000, 5_000), (200_000, 70_000)]


def drawn(count: int, articles: int) -> tuple[AnyIntArray, Int64Array]:
    keys = np.sort(DRAW.integers(0, 1 << 32, count).astype(np.uint32))
    keys[:3], keys[-3:] = 0, (1 << 32) - 1
    return keys, DRAW.integers(0, articles, count)


def kept(path: Path, keys: AnyIntArray, of: Int64Array, articles: int) -> tuple[Keys, Numbers]:
    out = ArrayWriter(path)
    writer = StoredPrintsWriter(out, articles, len(keys))
    for first, last in pairwise([0, len(keys) // 3, len(keys)]):
        writer.extend(keys[first:last], of[first:last])
    writer.close()
    out.close({})
    return stored_prints(Arrays(path), articles)


@pytest.mark.parametrize(("count", "articles"), SIZES)
def test_they_come_back(tmp_path: Path, count: int, articles: int) -> None:
    keys, of = drawn(count, articles)
    read_keys, read_of = kept(tmp_path / "arrays", keys, of, articles)
    assert np.array_equal(read_keys[:], keys)
    assert np.array_equal(read_of[:], of)
    assert np.array_equal(read_keys[count // 3 : count // 2], keys[count // 3 : count // 2])
    places = np.arange(0, count, 7)
    assert np.array_equal(read_keys[places], keys[places])
    assert np.array_equal(read_of[places], of[places])


@pytest.mark.parametrize(("count", "articles"), SIZES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_they_are_looked_up_as_in_an_array(tmp_path: Path, count: int, articles: int, side: str) -> None:
    keys, of = drawn(count, articles)
    read, _ = kept(tmp_path / "arrays", keys, of, articles)
    few = np.sort(np.append(keys[:: max(1, count // 9)], DRAW.integers(0, 1 << 32, 9).astype(np.uint32)))
    for wanted in (keys, few, few.astype(np.int64), np.array([0, 1 << 31, 1 << 32])):
        found = np.searchsorted(keys.astype(np.int64), wanted.astype(np.int64), side)  # type: ignore[call-overload]
        assert np.array_equal(read.searchsorted(wanted, side=side), found)
