"""Where each token of a text stands, packed: what snippets and marks are cut from without analysing the text again."""

from collections.abc import Sequence

import numpy as np

from corpus.article import Span

_NARROW, _WIDE = b"n", b"w"


def pack(spans: Sequence[Span]) -> bytes:
    """Token spans, in order and without overlap, as gaps and lengths: two bytes a token as a rule."""
    edges = np.array(spans, dtype=np.uint32).ravel()
    steps = np.diff(edges, prepend=np.uint32(0))
    if steps.size and int(steps.max()) > np.iinfo(np.uint8).max:
        return _WIDE + steps.astype("<u4").tobytes()
    return _NARROW + steps.astype(np.uint8).tobytes()


Edges = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""Start and end of each token, in characters: shape (tokens, 2)."""


def unpack(packed: bytes) -> Edges:
    """An array of shape (tokens, 2): start and end of each token, in characters."""
    steps = np.frombuffer(packed, dtype="<u4" if packed[:1] == _WIDE else np.uint8, offset=1)
    edges: Edges = np.cumsum(steps, dtype=np.int64).reshape(-1, 2)
    return edges
