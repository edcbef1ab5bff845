"""Words of a query that stand next to each other, as each language of the index reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.snapshots.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words as they were typed, and the terms of each in every language: readings of one length."""

    typed: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.typed)


def rows_of(typed: Iterable[str], snapshot: Snapshot) -> list[WordRun]:
    """Rows of words; a row without a letter or digit is none."""
    rows = []
    for text in typed:
        spans = snapshot.analyzer.analyse(text).spans
        words = tuple(text[start:end] for start, end in spans)
        rows.append(WordRun(words, tuple(snapshot.languages.readings(text))))
    return [row for row in rows if len(row)]
