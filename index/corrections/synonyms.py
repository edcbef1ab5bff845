"""Look up other names for a name, by the shipped tables and the user's aliases: a search finds what a facet counts."""

from collections.abc import Iterable

from corpus.enrichment.aliases.aliases import transliterated
from corpus.enrichment.aliases.name_keys import name_keys, written_names
from corpus.folding import exact_key, name_key
from index.corrections.user_aliases import UserAliases

MOST_WORDS = 8
"""Words of a name."""

_MOST_OF_PERSON = 4


class Synonyms:
    """Names by what they mean, as the shipped tables and a user's aliases have it."""

    def __init__(self, aliases: UserAliases) -> None:
        self._aliases = aliases
        self._own: dict[str, list[str]] = {}
        """The names that only the user has, by what they mean."""
        for key, shown in aliases.names.items():
            group = self._own.setdefault(exact_key(shown), [])
            group += [name for name in (shown, aliases.written.get(key, shown)) if name not in group]
        self._own_meanings: dict[str, str] = {}
        for meaning, names in self._own.items():
            for name in names:
                self._own_meanings.setdefault(name_key(name), meaning)

    def meaning(self, name: str, *, by_sound: bool = False) -> str | None:
        """The key of the entity that a typed name means; None where it is no name. Case is folded.

        Persons are known `by_sound` too: `Usama bin Ladin`, `Boris Jelzin`.
        """
        key = name_key(name)
        known = name_keys().folded.get(key)
        if known is None:
            found = self._own_meanings.get(key)
            if found is not None or not by_sound or key.count(" ") >= _MOST_OF_PERSON:
                return found
            known = transliterated(key)
        return None if known is None else self._aliases.key(exact_key(known.name))

    def knows(self, name: str) -> bool:
        """Whether a table has a name."""
        return self.meaning(name) is not None

    def names(self, meaning: str) -> Iterable[str]:
        """All names of an entity, as they are written."""
        shipped, own = written_names(), self._own.get(meaning, ())
        keys = dict.fromkeys((meaning, *self._aliases.same(meaning)))
        found = [name for key in keys if self._aliases.key(key) == meaning for name in shipped.get(key, ())]
        return [*found, *(name for name in own if name not in found)]
