"""Look up the kinds of the words by which sites speak to their readers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from corpus.extraction.boilerplate.other_words import OTHERS
from corpus.extraction.boilerplate.western_words import WESTERN

Kinds = Mapping[str, frozenset[str]]
"""By language, the kinds that a word is of; words of all languages stand under the empty one."""
_NONE: Kinds = {}
TELLING = frozenset(("thing", "part", "text", "member"))
SPEAKING = frozenset(("call", "turn", "ask", "last", "own", "only", "this", "use"))
"""Of each of these kinds a line must have a word."""
BEGINNING = 5
"""Letters by which it is told whether a line may have one."""
_FEW = 5
"""Words of a line that may be a call alone: `Follow us`."""
_HEAD = 3
"""Letters that every stem has."""
_BEHIND = ".,!?:;)…»"
_JOINED = {
    "ar": ("", "و", "ب", "ل", "ال", "وال", "بال", "لل", "وبال"),
    "he": ("", "ה", "ב", "ל", "ו", "ש", "כ", "מ", "וה", "שה", "לה"),
}
"""What is written together with the word that follows."""
_FOLDED = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ّ": None, "ё": "е", "’": "'", "\u0307": None}
)


def folded(text: str) -> str:
    """A text in small letters, in the spelling of the tables."""
    lower = text.casefold()
    return lower if lower.isascii() else lower.translate(_FOLDED)


class Vocabulary:
    """The words of all languages: whole ones, and those of which any end may follow."""

    def __init__(self) -> None:
        """Read the tables."""
        whole: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        begun: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for language, kind, word in _entries():
            words = begun if word.endswith("*") else whole
            words[word.rstrip("*")][language].add(kind)
        self._begun = {word: _frozen(kinds) for word, kinds in begun.items()}
        self._stems: dict[str, list[str]] = defaultdict(list)
        for stem in sorted(begun, key=len, reverse=True):
            self._stems[stem[:_HEAD]].append(stem)
        self._whole = {word: _merged(kinds, self._stem(word)) for word, kinds in whole.items()}
        tables = (self._whole, self._begun)
        every = (TELLING, SPEAKING, frozenset(("own", "you")))
        self._telling, self._speaking, self._own = (frozenset(_beginnings(tables, kinds)) for kinds in every)

    def may_tell(self, words: Iterable[str]) -> bool:
        """Whether words of a line, parted at its blanks, begin like those that a site says of itself to its readers."""
        begun = {word[:BEGINNING] for word in words}
        if self._speaking.isdisjoint(begun):
            return False
        return not (self._telling.isdisjoint(begun) and (len(begun) > _FEW or self._own.isdisjoint(begun)))

    def kinds(self, word: str) -> Kinds:
        """The kinds of a word in each language that has it."""
        return self._whole.get(word) or self._stem(word)

    def _stem(self, word: str) -> Kinds:
        """The kinds of the longest beginning that any end may follow."""
        stems = self._stems.get(word[:_HEAD], ())
        return next((self._begun[stem] for stem in stems if word.startswith(stem)), _NONE)


@cache
def vocabulary() -> Vocabulary:
    """The one vocabulary, read when a line first asks for it."""
    return Vocabulary()


def _entries() -> Iterator[tuple[str, str, str]]:
    """Language, kind and word of each entry."""
    for language, table in (WESTERN | OTHERS).items():
        for line in filter(None, map(str.strip, table.splitlines())):
            kind, _, words = line.partition(": ")
            for word in folded(words).split():
                for joined in _JOINED.get(language, ("",)) if kind != "call" else ("",):
                    yield language, kind, joined + word


def _frozen(kinds: Mapping[str, Iterable[str]]) -> Kinds:
    return {language: frozenset(each) for language, each in kinds.items()}


def _merged(one: Mapping[str, Iterable[str]], other: Kinds) -> Kinds:
    return {language: frozenset((*one.get(language, ()), *other.get(language, ()))) for language in {*one, *other}}


def _beginnings(tables: Sequence[Mapping[str, Kinds]], of: frozenset[str]) -> Iterator[str]:
    """How words of some kinds begin; of a short one also with the mark behind it."""
    for words in tables:
        for word, kinds in words.items():
            if any(not of.isdisjoint(each) for each in kinds.values()):
                yield word[:BEGINNING]
                if len(word) < BEGINNING:
                    yield from (word + mark for mark in _BEHIND)
