"""Look up other names for a name, by the shipped table and the user's aliases: a search finds what a facet counts."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from corpus.enrichment.aliases.aliases import named, transliterated
from corpus.folding import exact_key, name_key
from index.corrections.user_aliases import UserAliases

MOST_WORDS = 8
"""Words of a name."""

_MOST_OF_PERSON = 4


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

    def meaning(self, name: str, *, by_sound: bool = False) -> str | None:
        """The key of the entity that a typed name means; None where it is no name. Case is folded.

        Persons are known `by_sound` too: `Usama bin Ladin`, `Boris Jelzin`.
        """
        key = name_key(name)
        found = self._meanings.get(key)
        if found is not None or not by_sound or key.count(" ") >= _MOST_OF_PERSON:
            return found
        person = transliterated(key)
        return None if person is None else self._aliases.key(exact_key(person.name))

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
    keys = {name: exact_key(name) for name in set(named().values())}
    return {name: keys[meaning] for name, meaning in named().items()}
