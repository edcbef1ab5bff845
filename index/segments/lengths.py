"""The lengths of fields, each kept in one byte: exact up to 10 or so, then rounded, as Whoosh rounds them."""

import numpy as np

from index.arrays.types import Float64Array

LENGTHS: Float64Array = np.rint((1.033 ** np.arange(256) - 1) * 27)
"""The length that each byte stands for, float64 of shape (256,)."""
