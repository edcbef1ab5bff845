"""Tell which words are given names and family names somewhere, by the tables of many languages."""

from functools import lru_cache
from importlib.resources import files


def is_given_name(word: str) -> bool:
    """Whether people of some country have this word as a given name."""
    return word in _table("given")


def is_family_name(word: str) -> bool:
    """Whether people of some country have this word as a family name."""
    return word in _table("family")


@lru_cache(maxsize=2)
def _table(kind: str) -> frozenset[str]:
    data = files("corpus.enrichment.gazetteer").joinpath("data", "persons", f"{kind}.txt")
    return frozenset(data.read_text(encoding="utf-8").split())
