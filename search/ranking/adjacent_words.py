"""Find the words of a query that stand next to each other, as each language of the index reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.query.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words as they were typed, and the terms of each in every language: readings of one length."""

    typed: tuple[str, ...]
    readings: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.typed)


def word_runs(typed: Iterable[str], lexicon: Lexicon) -> list[WordRun]:
    """Runs of words; one without a letter or digit is none."""
    runs = []
    for text in typed:
        spans = lexicon.analyzer.analyse(text).spans
        words = tuple(text[start:end] for start, end in spans)
        runs.append(WordRun(words, tuple(lexicon.languages.readings(text))))
    return [run for run in runs if len(run)]
