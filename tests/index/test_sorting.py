"""Strings of many segments in one order, as a merge puts them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.arrays.string_order import places_in_order

_PARTS = st.sampled_from([b"", b"\0", b"a", b"\xff", b"council", b"councils", b"of ministers"])
_STRINGS = st.lists(st.lists(_PARTS, max_size=4).map(b"".join) | st.binary(max_size=24), max_size=60)


@given(_STRINGS)
def test_strings_have_the_places_that_sorting_gives_them(strings: list[bytes]) -> None:
    lengths = np.array([len(each) for each in strings], np.int64)
    places = places_in_order(np.frombuffer(b"".join(strings), np.uint8), lengths)
    every = sorted(set(strings))
    assert places.tolist() == [every.index(each) for each in strings]
