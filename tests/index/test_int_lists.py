"""Lists of whole numbers come back as they were written, whole and in part, in as little room as their numbers want."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.array_file import Arrays, ArrayWriter
from index.arrays.int_lists import Lists, ListsWriter
from index.arrays.packed_ints import WIDTHS

NUMBER = st.one_of(st.integers(1, 5), st.integers(0, 300), st.integers(0, 70_000), st.integers(0, (1 << 32) - 1))
LISTS = st.lists(st.lists(NUMBER, max_size=40) | st.lists(st.just(1), max_size=9), min_size=1, max_size=12)


def written(lists: list[list[int]], path: Path, at_once: int = 5) -> Arrays:
    out = ArrayWriter(path)
    writer = ListsWriter(out, "list")
    for first in range(0, len(lists), at_once):
        some = lists[first : first + at_once]
        values = np.array([number for each in some for number in each], np.int64)
        writer.extend(values, np.array(list(map(len, some)), np.int64))
    writer.close()
    out.close({})
    return Arrays(path)


@given(LISTS)
def test_lists_come_back(tmp_path_factory: pytest.TempPathFactory, lists: list[list[int]]) -> None:
    read = Lists(written(lists, tmp_path_factory.mktemp("lists") / "arrays"), "list")
    lengths = np.array(list(map(len, lists)), np.int64)
    for place, numbers in enumerate(lists):
        assert read.get(place, len(numbers)).tolist() == numbers
        one = read.list(place, len(numbers))
        half = len(numbers) // 2
        assert one.part(half, len(numbers)).tolist() == numbers[half:]
        assert one.take(np.arange(half, len(numbers), 3)).tolist() == numbers[half::3]
    for first in range(len(lists)):
        whole = [number for each in lists[first:] for number in each]
        assert read.range(first, len(lists), lengths[first:]).tolist() == whole


@pytest.mark.parametrize(
    ("numbers", "most"),
    [
        ([1] * 1_000, 0),
        ([1, 2, 3, 4] * 250, 250),
        ([1, 9, 3, 16] * 250, 1_000),
        ([1, 2, 3, 4] * 250 + [900], 257),
        ([1, 2, 3, 4, 900], 7),
        ([*range(1_000)], 1_250),
        ([70_000, 3] * 500, 2_500),
    ],
)
def test_a_list_takes_as_many_bits_as_most_of_its_numbers_want(tmp_path: Path, numbers: list[int], most: int) -> None:
    arrays = written([numbers], tmp_path / "arrays")
    names = [name for width in WIDTHS for name in parts(width) if name in arrays]
    assert sum(arrays[name].nbytes for name in names) <= most


def parts(width: int) -> tuple[str, ...]:
    name = f"list.{width}"
    return name, f"{name}.high", f"{name}.exception.place", f"{name}.exception.value"
