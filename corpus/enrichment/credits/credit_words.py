"""Tell what a word does in a credit: it is a role (`editing`), it leads to a name (`by`), or it stands beside them."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from corpus.article import AuthorRole

_SHORTEST_STEM = 3


@lru_cache(maxsize=4096)
def role_word(word: str) -> AuthorRole | None:
    """The role that a word tells of, by its longest known beginning; None where it tells of none."""
    lower = word.casefold().strip(".")
    whole, stems = _roles()
    if lower in whole:
        return whole[lower]
    return next(
        (stems[lower[:size]] for size in range(len(lower), _SHORTEST_STEM - 1, -1) if lower[:size] in stems), None
    )


@lru_cache(maxsize=4096)
def is_somebody(word: str) -> bool:
    """Whether a word for a role says who somebody is, not what was done: `reporter`, not `reporting`."""
    return word.casefold().startswith(tuple(glue("somebody")))


@lru_cache(maxsize=16)
def glue(kind: str) -> frozenset[str]:
    """The small words of a kind, as the table names it: `by`, `in`, `other`."""
    return frozenset(_table()["glue"][kind].split())


@lru_cache(maxsize=1)
def _roles() -> tuple[Mapping[str, AuthorRole | None], Mapping[str, AuthorRole | None]]:
    """Whole words, and beginnings of words, with their roles; with None those that only begin like one."""
    whole: dict[str, AuthorRole | None] = {}
    stems: dict[str, AuthorRole | None] = {}
    for role, words in _table()["roles"].items():
        for word in words.split():
            (stems if word.endswith("*") else whole)[word.rstrip("*")] = AuthorRole(role) if role != "none" else None
    return whole, stems


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    """What `data/credit_words.toml` holds."""
    return tomllib.loads(
        files("corpus.enrichment.credits").joinpath("data/credit_words.toml").read_text(encoding="utf-8")
    )


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """The words in small letters that stand between the names of a credit."""
    return frozenset(credit_table()["small_words"].split())


@lru_cache(maxsize=1)
def credit_table() -> Mapping[str, Any]:
    """What `data/credits.toml` holds."""
    return tomllib.loads(files("corpus.enrichment.credits").joinpath("data/credits.toml").read_text(encoding="utf-8"))
