"""`make train-meaning`: distil the embedding table that ships with the package from a sentence encoder.

A table of a vector for each word piece cannot do what a transformer does; but the sum of a passage's vectors can come
near to what the transformer makes of the passage. The encoder's output for a piece that stands alone is weighed by the
piece's rarity (Arora, Liang, Ma: A simple but tough-to-beat baseline for sentence embeddings, ICLR 2017) and mapped so
that the mean over a passage is nearest to the encoder's vector of the passage: ridge regression. Of the result the 128
principal components are kept, in a byte each.
"""

import argparse
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.analysis.tokenizer import split_pieces
from index.arrays.types import Float32Array, Float32Table, Int8Table, Mask
from index.embeddings.embedding_table import DATA, WIDTH
from index.embeddings.word_pieces import WordPieces
from train.passages import passages
from train.teacher import Teacher, parts, pieces

RARITY = 0.003
"""The frequency at which a piece weighs half."""

RIDGE = 0.003
"""The penalty, beside the mean variance of the components."""

_HELD_OUT = 10
"""Of so many passages one is held out from the fit, to say how near the table comes."""


class Table(NamedTuple):
    """What ships, and the mean cosine to the encoder's vectors for passages that were held out."""

    vectors: Int8Table
    scales: Float32Array
    pieces: list[str]
    likeness: float


def main() -> None:
    """Distil, and write the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=DATA, help="the folder that the table goes to")
    given = options.parse_args()
    table = distilled(passages(given.data))
    np.save(given.out / "vectors.npy", table.vectors)
    np.save(given.out / "scales.npy", table.scales)
    (given.out / "pieces.txt").write_text("".join(f"{piece}\n" for piece in table.pieces), encoding="utf-8")
    print(f"{len(table.pieces):,} pieces; cosine to the encoder on held-out passages: {table.likeness:.3f}")


def distilled(texts: Sequence[str]) -> Table:
    """The table that comes nearest to the encoder on some passages."""
    files = parts()
    known = pieces(files["tokenizer.json"])
    split = WordPieces(known)
    teacher = Teacher(files["model.safetensors"])
    whole = teacher.encode(split.split_each(texts))
    alone = teacher.encode([[number] for number in range(len(known))])
    bags = [[number for token in split_pieces(text)[1::2] for number in split.split(token)] for text in texts]
    return fitted(alone, whole, bags, known)


def fitted(alone: Float32Table, whole: Float32Table, bags: Sequence[Sequence[int]], known: Sequence[str]) -> Table:
    """The table of some pieces, given the encoder's vectors of each alone and of passages, and the passages' pieces."""
    counts = np.bincount(np.concatenate([np.array(bag, np.int64) for bag in bags]), minlength=len(known))
    rarity = RARITY / (RARITY + counts / counts.sum())
    weighed = rarity[:, None] * (alone - alone.mean(axis=0)).astype(np.float64)
    there = np.array([number for number, bag in enumerate(bags) if bag])
    means = np.stack([weighed[bags[number]].mean(axis=0) for number in there])
    wanted = whole[there] / np.linalg.norm(whole[there], axis=1, keepdims=True)
    wanted = wanted - wanted.mean(axis=0)
    held: Mask = np.arange(len(there)) % _HELD_OUT == 0
    map_ = _ridge(means[~held], wanted[~held])
    likeness = float(np.mean(_cosines(means[held] @ map_, wanted[held])))
    mapped = weighed @ _ridge(means, wanted)
    spread = np.cov((means @ _ridge(means, wanted)).T, bias=True)
    _, axes = np.linalg.eigh(spread)
    kept = [number for number, piece in enumerate(known) if _is_word(piece)]
    rows = mapped[kept] @ axes[:, ::-1][:, :WIDTH]
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-9) / np.iinfo(np.int8).max
    vectors = np.rint(rows / scales[:, None]).astype(np.int8)
    return Table(vectors, scales.astype(np.float32), [known[number] for number in kept], likeness)


def _ridge(inputs: np.ndarray, outputs: np.ndarray) -> np.ndarray:
    variances = inputs.T @ inputs
    penalty = RIDGE * np.trace(variances) / len(variances)
    solved: np.ndarray = np.linalg.solve(variances + penalty * np.eye(len(variances)), inputs.T @ outputs)
    return solved


def _cosines(ones: np.ndarray, others: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(ones, axis=1) * np.linalg.norm(others, axis=1)
    cosines: np.ndarray = (ones * others).sum(axis=1) / lengths
    return cosines


def _is_word(piece: str) -> bool:
    """Whether a piece may stand in a word: not those that steer the encoder, nor signs."""
    return not (piece.startswith("[") and piece.endswith("]") and len(piece) > 1) and any(
        unicodedata.category(sign)[0] in "LN" for sign in piece.removeprefix("##")
    )


if __name__ == "__main__":
    main()
