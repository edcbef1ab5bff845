"""Read the tagger's weights from the file that ships with the package."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

NEVER = np.float32(-1e6)
"""What is scored so is not to be."""
_STEPS = 32_767


@dataclass(frozen=True, slots=True)
class TaggerModel:
    """A linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001).

    Labels are `O` outside names, and `B-`, `I-`, `L-`, `U-` with a kind for the first, a middle, the last and the only
    word of one. `rows` has the row of each feature in `weights` (features x labels; row 0 is all zeros), `transitions`
    weighs each label (column) after each other (row), `beginnings` and `ends` forbid what no name begins or ends with.
    """

    labels: Sequence[str]
    rows: Mapping[str, int]
    weights: Floats
    transitions: Floats
    beginnings: Floats
    ends: Floats

    @classmethod
    def of(cls, labels: Sequence[str], features: Sequence[str], weights: Floats, transitions: Floats) -> "TaggerModel":
        """The model of these weights (features x labels), which never leaves a name half open."""
        begin = np.array([label[0] not in "IL" for label in labels])
        end = np.array([label[0] not in "BI" for label in labels])
        kinds = np.array([label[2:] for label in labels])
        fits = (end[:, None] & begin) | (~end[:, None] & ~begin & (kinds[:, None] == kinds))
        return cls(
            labels,
            {name: row for row, name in enumerate(features, 1)},
            np.vstack([np.zeros((1, len(labels)), np.float32), weights]),
            np.where(fits, transitions, NEVER).astype(np.float32),
            np.where(begin, np.float32(0), NEVER).astype(np.float32),
            np.where(end, np.float32(0), NEVER).astype(np.float32),
        )

    @classmethod
    def load(cls, path: Path) -> "TaggerModel":
        """The model in a file that `save` wrote."""
        with np.load(path, allow_pickle=False) as stored:
            features = stored["features"].tobytes().decode().split("\n")
            weights = stored["weights"].astype(np.float32) * stored["unit"]
            return cls.of(list(map(str, stored["labels"])), features, weights, stored["transitions"])

    def save(self, path: Path) -> None:
        """Write the model: weights as whole numbers of two bytes, the names of features as text."""
        unit = np.float32(np.abs(self.weights).max() / _STEPS)
        np.savez_compressed(
            path,
            labels=np.array(self.labels),
            features=np.frombuffer("\n".join(self.rows).encode(), np.uint8),
            weights=np.round(self.weights[1:] / unit).astype(np.int16),
            unit=unit,
            transitions=np.maximum(self.transitions, -9),
        )
