"""Where each token of a text stands, packed: what snippets and marks are cut from without analysing the text again.

Most tokens are runs of letters and digits, which the text itself tells. Only where the tokens are others is anything
kept: `U.S.`, `3,500`, `Assad` of `Assad's`. Where that is most of a text, as in Chinese, all lengths are kept instead.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from index.analysis.tokenizer import is_plain
from index.arrays.types import Int64Array, Mask, OffsetArray

_NARROW, _WIDE, _EDITS, _SPLITS = b"nwes"
_LENGTH = 4
_MORE = 255
_KNOWN = 0x2E80
"""Characters from here on, mostly those of scripts that are written without blanks, are taken for letters."""

_ASCII = bytes(chr(code).isalnum() and code < 0x80 for code in range(256))  # noqa: PLR2004


def pack(text: str, pieces: Sequence[str]) -> bytes:
    """Where the tokens stand in a text, given in the pieces that `index.analysis.tokenizer.split_pieces` made of it."""
    if is_plain(text):
        return bytes([_EDITS])
    steps = np.fromiter(map(len, pieces), np.int64, len(pieces) - 1)
    edges = np.cumsum(steps)
    splits = edges[1:-1:2][edges[1:-1:2] == edges[2::2]]
    changes = _changes(text)
    changes[edges] ^= True
    changes[splits] ^= True  # two edges in one place are no change
    edits = _packed(np.flatnonzero(changes))
    if len(edits) + 2 * len(splits) >= len(steps):
        return _lengths(steps)
    if not len(splits):
        return bytes([_EDITS]) + edits
    packed = _packed(splits)
    return bytes([_SPLITS]) + len(packed).to_bytes(_LENGTH, "little") + packed + edits


def unpack(packed: bytes, text: str) -> OffsetArray:
    """An array of shape (tokens, 2): start and end of each token, in characters of the text."""
    kind = packed[0]
    if kind in (_NARROW, _WIDE):
        steps = np.frombuffer(packed, "<u4" if kind == _WIDE else np.uint8, offset=1)
        return np.cumsum(steps, dtype=np.int64).reshape(-1, 2)
    begin = 1
    splits = np.empty(0, np.int64)
    if kind == _SPLITS:
        begin += _LENGTH + int.from_bytes(packed[1 : 1 + _LENGTH], "little")
        splits = _unpacked(packed[1 + _LENGTH : begin])
    changes = _changes(text)
    if len(packed) > begin:
        changes[_unpacked(packed[begin:])] ^= True
    edges = changes.nonzero()[0]
    if len(splits):
        edges = np.sort(np.concatenate([edges, splits, splits]))
    return edges.reshape(-1, 2)


def _changes(text: str) -> Mask:
    """Where a run of letters and digits begins or ends: shape (characters + 1,)."""
    padded = f" {text} "
    if text.isascii():
        inside = np.frombuffer(padded.encode().translate(_ASCII), np.bool_)
    else:
        codes = np.frombuffer(padded.encode("utf-32-le"), "<u4")
        inside = _letters().take(codes, mode="clip")
    changes: Mask = inside[1:] != inside[:-1]
    return changes


@cache
def _letters() -> Mask:
    return np.array([chr(code).isalnum() or code == _KNOWN for code in range(_KNOWN + 1)], np.bool_)


def _lengths(steps: Int64Array) -> bytes:
    if steps.max(initial=0) <= np.iinfo(np.uint8).max:
        return bytes([_NARROW]) + steps.astype(np.uint8).tobytes()
    return bytes([_WIDE]) + steps.astype("<u4").tobytes()


def _packed(places: Int64Array) -> bytes:
    """Ascending places as the distances between them, a byte each; of longer ones a byte for each 255."""
    steps = np.diff(places, prepend=0)
    if steps.max(initial=0) < _MORE:  # of most texts, in less time
        return steps.astype(np.uint8).tobytes()
    longer, rest = np.divmod(steps, _MORE)
    ends = np.cumsum(longer + 1)
    packed = np.full(ends[-1] if len(ends) else 0, _MORE, np.uint8)
    packed[ends - 1] = rest
    return packed.tobytes()


def _unpacked(packed: bytes) -> Int64Array:
    steps = np.frombuffer(packed, np.uint8)
    places: Int64Array = np.cumsum(steps, dtype=np.int64)[steps != _MORE]
    return places
