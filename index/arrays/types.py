"""The types of arrays that the index and the search exchange, named by their dtype."""

from typing import Any

import numpy as np

Int64Array = np.ndarray[tuple[int], np.dtype[np.int64]]
"""Shape (n,): doc_ids, ordinals, positions, counts."""

Int32Table = np.ndarray[Any, np.dtype[np.int32]]
"""Shape (n, k)."""

Int8Table = np.ndarray[Any, np.dtype[np.int8]]
"""Shape (n, k): vectors of which only the proportions count."""

UInt64Array = np.ndarray[tuple[int], np.dtype[np.uint64]]
"""Shape (n,): hashes."""

AnyIntArray = np.ndarray[Any, np.dtype[Any]]
"""Whole numbers of any width, as they stand in a file."""

Float32Array = np.ndarray[tuple[int], np.dtype[np.float32]]
"""Shape (n,): scores within a segment."""

Float32Table = np.ndarray[Any, np.dtype[np.float32]]
"""Shape (n, k): vectors."""

Float64Array = np.ndarray[tuple[int], np.dtype[np.float64]]
"""Shape (n,): scores of a snapshot, which ties are told apart by."""

Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]
"""Shape (n,): one flag for each doc_id."""

OffsetArray = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""Shape (tokens, 2): begin and end of each token, in characters."""

DocIdPairs = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""Shape (pairs, 2): two doc_ids each."""
