"""Look up other names for a name, by the shipped table and the user's aliases: a search finds what a facet counts."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from corpus.enrichment.aliases.aliases import canonical, variants
from corpus.folding import exact_key, name_key
from index.corrections.user_aliases import UserAliases

MOST_WORDS = 8
"""Words of a name."""


class Synonyms:
    """Names by what they mean, as the shipped table and a user's aliases have it."""

    def __init__(self, aliases: UserAliases) -> None:
        self._aliases = aliases
        self._groups: dict[str, list[str]] = {}
        for name, meaning in _shipped().items():
            self._groups.setdefault(aliases.key(meaning), []).append(name)
        for key, shown in aliases.names.items():
            group = self._groups.setdefault(exact_key(shown), [])
            group += [name for name in (shown, aliases.written.get(key, shown)) if name not in group]
        self._meanings = _by_spelling(self._groups)

    def meaning(self, name: str) -> str | None:
        """The key of the entity that a typed name means; None where it is no name. Case is folded."""
        return self._meanings.get(name_key(name))

    def knows(self, name: str) -> bool:
        """Whether a table has a name."""
        return self.meaning(name) is not None

    def names(self, meaning: str) -> Iterable[str]:
        """All names of an entity, as they are written."""
        return self._groups.get(meaning, ())


def _by_spelling(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    meanings: dict[str, str] = {}
    for meaning, names in groups.items():
        for name in names:
            meanings.setdefault(name_key(name), meaning)
    return meanings


@lru_cache(maxsize=1)
def _shipped() -> Mapping[str, str]:
    """Every name of the shipped table and the key of what it names."""
    return {name: exact_key(canonical(name)) for name in variants()}
