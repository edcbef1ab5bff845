"""Where each token of a text stands, packed: what snippets and marks are cut from without analysing the text again."""

from collections.abc import Sequence

import numpy as np

from index.arrays.types import OffsetArray

_NARROW, _WIDE = b"n", b"w"


def pack(pieces: Sequence[str]) -> bytes:
    """The pieces that `index.analysis.tokenizer.split_pieces` made of a text, as lengths: two bytes a token mostly."""
    steps = list(map(len, pieces[:-1]))
    try:
        return _NARROW + bytes(steps)
    except ValueError:
        return _WIDE + np.array(steps, "<u4").tobytes()


def unpack(packed: bytes) -> OffsetArray:
    """An array of shape (tokens, 2): start and end of each token, in characters."""
    steps = np.frombuffer(packed, dtype="<u4" if packed[:1] == _WIDE else np.uint8, offset=1)
    edges: OffsetArray = np.cumsum(steps, dtype=np.int64).reshape(-1, 2)
    return edges
