"""Tables of words that mean the same in English, looked up by the stem of any of their forms."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from index.analysis.analyzer import analyzer_of


@lru_cache(maxsize=1_024)
def stem_of(word: str) -> str:
    """The English stem of a folded word."""
    return analyzer_of("en").stem(word)


def by_stem(groups: Iterable[Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """The words of each group by the stems of all of them, without those of the same stem."""
    return {
        stem_of(word): tuple(other for other in group if stem_of(other) != stem_of(word))
        for group in groups
        for word in group
    }
