"""The lengths of fields, each kept in one byte: exact up to 10 or so, then rounded, as Whoosh rounds them."""

import numpy as np
from whoosh.util.numeric import byte_to_length

from index.arrays.types import Float64Array

LENGTHS: Float64Array = np.array([byte_to_length(byte) for byte in range(256)], np.float64)
"""The length that each byte stands for, float64 of shape (256,)."""
