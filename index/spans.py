"""Where each token of a text stands, packed: what snippets and marks are cut from without analysing the text again."""

from collections.abc import Sequence

import numpy as np

_NARROW, _WIDE = b"n", b"w"


def pack(pieces: Sequence[str]) -> bytes:
    """The pieces that `index.analysis.cut` made of a text, as lengths of gaps and tokens: two bytes a token mostly."""
    steps = list(map(len, pieces[:-1]))
    try:
        return _NARROW + bytes(steps)
    except ValueError:
        return _WIDE + np.array(steps, "<u4").tobytes()


Edges = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""Start and end of each token, in characters: shape (tokens, 2)."""


def unpack(packed: bytes) -> Edges:
    """An array of shape (tokens, 2): start and end of each token, in characters."""
    steps = np.frombuffer(packed, dtype="<u4" if packed[:1] == _WIDE else np.uint8, offset=1)
    edges: Edges = np.cumsum(steps, dtype=np.int64).reshape(-1, 2)
    return edges
