"""Resolve surnames and other short forms to the full name that the same article has."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from corpus.enrichment.aliases.aliases import canonical
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.folding import name_key

_ARTICLE = re.compile(r"(?:al|el|as|ash|ad|ar|an|at|az|ez|ul|ur)[- ]")

_DOUBLED = re.compile(r"(.)\1")
_LAST_VOWEL = re.compile(r"[aeiou](?=[^aeiou]$)")
_SHORT = 4
_REMEMBERED = 1 << 15
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})


class People:
    """The persons whom an article names in full."""

    def __init__(self, full_names: Iterable[str]) -> None:
        names = list(full_names)
        self._apart = namesakes(names)
        counts = Counter(self._called(name) for name in names)
        self._words = {name: words(name) for name in counts}
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for name, parts in self._words.items():
            for part in set(parts):
                self._by_word[part].append(name)
        self._first = {name: -place for place, name in enumerate(counts)}
        self._spelled = {name: spelled(parts) for name, parts in self._words.items()}
        self._by_spelling: dict[str, list[str]] = defaultdict(list)
        for name, parts in self._spelled.items():
            for part in set(parts):
                self._by_spelling[part].append(name)
        self._main = {name: self._fullest_form(name, counts) for name in counts}
        self._answers: dict[str, str | None] = {}

    def label(self, text: str) -> str:
        """What a person is called by these words: the full name where it is clear, or the words as they are.

        A surname that everybody knows (`Merkel`) means somebody else where the article has another bearer.
        """
        return self.full_name(text) or (text if self._fitting(words(text)) else self._called(text))

    def full_name(self, text: str) -> str | None:
        """The one person whom these words can mean; None where there is none, or more than one."""
        if text not in self._answers:
            fitting = {self._main[full] for full in self._fitting(words(text))}
            only = fitting.pop() if len(fitting) == 1 else None
            self._answers[text] = self._main.get(self._called(text), only)
        return self._answers[text]

    def _called(self, name: str) -> str:
        return name if name in self._apart else canonical(name)

    def has_surname(self, word: str) -> bool:
        """Whether somebody in the article is called by a given name and this word."""
        given = lexicon().given_names
        return any(
            self._words[full][-1:] == words(word) and full.partition(" ")[0] in given
            for full in self._fitting(words(word))
        )

    def _fitting(self, short: tuple[str, ...]) -> Sequence[str]:
        """The full names that these words can stand for; in another spelling (`Asad`) where there is none in this."""
        candidates = min((self._by_word.get(word, []) for word in short), key=len)
        found = [full for full in candidates if within(short, self._words[full])]
        return found or self._alike(spelled(short))

    def _alike(self, short: tuple[str, ...]) -> Sequence[str]:
        # Of many people with one surname, those who share the rarest of the words are few.
        candidates = min((self._by_spelling.get(part, ()) for part in short), key=len)
        return [
            full for full in candidates if self._spelled[full][-1] == short[-1] and within(short, self._spelled[full])
        ]

    def _fullest_form(self, name: str, counts: Mapping[str, int]) -> str:
        """The fullest form that the article has; an initial in the middle does not make one fuller.

        Where the forms that fit are two people's (`George W. Bush`, `George H.W. Bush`), the name stays as it is.
        """
        if self._is_alone(name):
            return name
        same = (full for full in self._alike(self._spelled[name]) if len(self._words[full]) == len(self._words[name]))
        fitting = dict.fromkeys((*self._fitting(self._words[name]), *same, *self._turned(name), name))
        forms = sorted(fitting, key=lambda full: (len(self._words[full]), counts[full], -len(full), self._first[full]))
        if any(differ(one, other) for one, other in combinations(forms, 2)):
            return name
        chain = all(self._is_within(one, other) for one, other in pairwise(forms))
        return forms[-1] if chain else name

    def _is_alone(self, name: str) -> bool:
        """Whether no other name has any of its words, in this spelling or in another."""
        return all(len(self._by_word[part]) == 1 for part in self._words[name]) and all(
            len(self._by_spelling[part]) == 1 for part in self._spelled[name]
        )

    def _turned(self, name: str) -> Sequence[str]:
        """The same two words the other way round, `Quimby Zelda`, unless both may be given names."""
        parts = self._words[name]
        if len(parts) != len(("Zelda", "Quimby")) or all(part.capitalize() in lexicon().given_names for part in parts):
            return ()
        candidates = min((self._by_word[part] for part in parts), key=len)
        return [full for full in candidates if self._words[full] == parts[::-1]]

    def _is_within(self, short: str, full: str) -> bool:
        return within(self._spelled[short], self._spelled[full]) or self._words[short] == self._words[full][::-1]


def namesakes(names: Iterable[str]) -> set[str]:
    """Those of some names that are several people's, though they would be shown alike: `Jo A. Barr`, `Jo B. Barr`."""
    alike: dict[str, set[str]] = defaultdict(set)
    for name in names:
        alike[canonical(name)].add(name)
    groups = (group for group in alike.values() if any(differ(one, other) for one, other in combinations(group, 2)))
    return set().union(*groups)


def differ(name: str, other: str) -> bool:
    """Whether initials or what tells a son from his father say that two names are two people's."""
    (one, son), (another, junior) = _initials(name), _initials(other)
    return son != junior or not (one.startswith(another) or another.startswith(one))


def _initials(name: str) -> tuple[str, str]:
    """The initials behind the first word, `hw` of `George H.W. Bush`, and `jr` or the like."""
    first, *others = name_key(name).replace(".", ". ").split()
    letters = (word[0] for word in others if len(word.rstrip(".")) == 1)
    last = others[-1].rstrip(".") if others else first
    return "".join(letters), last if last in _GENERATIONS else ""


@lru_cache(maxsize=_REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """The words of a person's name as they are compared: folded, without initials, `Jr.` and the Arabic article."""
    plain = [_ARTICLE.sub("", word) for word in name_key(name).split()]
    kept = tuple(word for word in plain if len(word.replace(".", "")) > 1 and not _is_spare(word))
    return kept or (name_key(name),)


def _is_spare(word: str) -> bool:
    """Whether this is a run of initials or what tells a son from his father."""
    return word.rstrip(".") in _GENERATIONS or (word.endswith(".") and "." in word[:-1])


@lru_cache(maxsize=_REMEMBERED)
def spelled(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name as other transliterations may have them: one letter for two, any vowel in the last syllable.

    `Assad` is `Asad` so, `Haider` is `Haidar`, `Khalid` is `Khaled`.
    """
    single = (_DOUBLED.sub(r"\1", part) for part in parts)
    return tuple(_LAST_VOWEL.sub("*", part) if len(part) > _SHORT else part for part in single)


def within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in another, in that order, up to its last word or from its first."""
    if short[-1] != full[-1] and short[0] != full[0]:
        return False
    rest = iter(full)
    return all(word in rest for word in short)
