"""Which dated articles does an index hold, and what do they tell? They are read, and a model learns from them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from corpus.article import Basis
from index.dating.witnesses import MOST, Model
from index.snapshot import Snapshot


def witnesses_of(location: Path) -> Model | None:
    """What the articles of an index that state their date tell; None where they are too few."""
    return Model.train(_dated(Snapshot(location)))


def _dated(snapshot: Snapshot) -> Iterator[tuple[str, int]]:
    """Texts with their stated years, evenly from the whole index, hardly more than a model learns from."""
    numbers = np.flatnonzero(snapshot.live & (snapshot.days > 0))
    for number in numbers[:: 1 + len(numbers) // (2 * MOST)].tolist():
        document = snapshot.document(number)
        if document.published.basis is Basis.STATED and document.published.year is not None:
            yield f"{document.article.title}\n\n{document.article.text}", document.published.year
