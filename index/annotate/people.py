"""The person of an article whom a surname means."""

import re
from collections.abc import Iterable

from corpus.article import EntityType

_PARTICLE = re.compile(
    r"^(?:[AaEe]l[- ]|[Bb]in |ibn |van der |van den |van |von |de la |de |del |della |di |da |dos |du )"
)
_INITIAL = re.compile(r" [A-Z]\.?(?= )")


class People:
    """The persons that an article names in full, to be met again by one of their names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._full: dict[str, str] = {}
        self._by_part: dict[str, set[str]] = {}
        for name in names:
            if " " in name:
                plain = self._full.setdefault(_key(name), name)
                for part in _parts(name):
                    self._by_part.setdefault(part, set()).add(plain)

    def full(self, name: str, kind: EntityType | None) -> tuple[str, EntityType | None]:
        """The name in full where one person alone can be meant; a lone word that is nobody's name stays untyped."""
        if _PARTICLE.sub("", name).count(" ") and _key(name) in self._full:
            return self._full[_key(name)], EntityType.PERSON
        alone = " " not in _PARTICLE.sub("", name)
        bearers = self._by_part.get(_surname(name), set()) if alone else set()
        if len(bearers) == 1:
            return next(iter(bearers)), EntityType.PERSON
        return name, kind


def _key(name: str) -> str:
    """First and last name without initials and particles: `Donald J. Trump` is `Donald Trump`."""
    first, *rest = _INITIAL.sub("", name).split(" ")
    return f"{first} {_surname(' '.join(rest))}".casefold()


def _surname(name: str) -> str:
    return _PARTICLE.sub("", name).casefold()


def _parts(name: str) -> set[str]:
    first, *rest = name.split(" ")
    last = rest[-1]
    return {_surname(first), _surname(" ".join(rest)), _surname(last)}
