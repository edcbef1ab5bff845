"""Names that are perhaps the same: a surname and its one bearer, an acronym and its words, a letter more or less."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from corpus.article import EntityType
from corpus.enrichment.aliases.country_names import territories
from corpus.folding import exact_key
from search.types.result import FacetValue

LOOKED_AT = 400
"""The most frequent names, among which pairs are looked for."""

_MOST_PAIRS = 10
_LONG = 6
"""Letters from which names that differ in one are thought to be the same."""

_SHORTEST_ACRONYM = 3
_NOT_LETTERS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the |['’]s$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Alike:
    """A name that is perhaps another name for one that is more frequent or more complete."""

    name: str
    into: str

    @property
    def value(self) -> str:
        """Both, as a form sends them."""
        return json.dumps([self.name, self.into], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class _Form:
    """A name with its letters alone."""

    value: FacetValue
    plain: str

    @property
    def words(self) -> list[str]:
        return self.plain.split()


def alike(values: Sequence[FacetValue]) -> list[Alike]:
    """Pairs of names of one type that are perhaps the same, those of the most articles first; each name once.

    Two countries are two, however alike they are written.
    """
    forms = [_Form(each, _plain(each.label)) for each in values]
    buckets: dict[tuple[str, ...], list[_Form]] = defaultdict(list)
    for form in forms:
        for key in _keys(form):
            buckets[key].append(form)
    found: dict[str, tuple[int, Alike]] = {}
    countries = set(territories().values())
    for key, bucket in buckets.items():
        for one, other in _pairs(key[0], bucket):
            if {one.value.label, other.value.label} <= countries:
                continue
            into, name = sorted((one, other), key=lambda each: (len(each.words), each.value.count))[::-1]
            counts = min(one.value.count, other.value.count)
            found.setdefault(name.value.label, (counts, Alike(name.value.label, into.value.label)))
    return [pair for _, pair in sorted(found.values(), key=lambda each: -each[0])][:_MOST_PAIRS]


def _keys(form: _Form) -> Iterator[tuple[str, ...]]:
    """Under which it meets names that may be the same."""
    kind, plain, label = form.value.type or "", form.plain, form.value.label
    yield "letters", kind, plain
    if len(plain) >= _LONG and not any(map(str.isdigit, plain)):
        # Names that differ in one letter are the same without it; numbers that differ are not.
        yield "nearly", kind, plain
        yield from {("nearly", kind, plain[:at] + plain[at + 1 :]) for at in range(1, len(plain))}
    if kind == EntityType.PERSON and form.words:
        yield "surname", form.words[-1]
    initials = "".join(word[0] for word in _WORD.findall(label) if word[0].isupper())
    for short in (label, initials):
        if len(short) >= _SHORTEST_ACRONYM and short.isupper():
            yield "initials", kind, short


def _pairs(rule: str, bucket: Sequence[_Form]) -> Iterator[tuple[_Form, _Form]]:
    if rule == "surname":
        # It is that of a person where it is that of no other.
        bearers = sorted(bucket, key=lambda each: len(each.words))
        if len(bearers) == len(("the surname", "its bearer")) and len(bearers[0].words) == 1 < len(bearers[1].words):
            yield bearers[0], bearers[1]
        return
    for one, other in combinations(bucket, 2):
        if rule == "letters" or (rule == "nearly" and _one_letter_apart(one.plain, other.plain)):
            yield one, other
        if rule == "initials" and len(one.words) != len(other.words) and 1 in (len(one.words), len(other.words)):
            yield one, other


def _plain(name: str) -> str:
    return " ".join(_NOT_LETTERS.sub(" ", _ARTICLE.sub("", exact_key(name))).split())


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is put in, left out or exchanged."""
    begin = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return any(one[begin + skip :] == other[begin + jump :] for skip, jump in ((1, 1), (1, 0), (0, 1)))


def pairs(given: Sequence[str]) -> Iterator[Alike]:
    """Pairs as a form sends them; what is none is left out."""
    for value in given:
        try:
            name, into = json.loads(value)
        except (ValueError, TypeError):
            continue
        if isinstance(name, str) and isinstance(into, str):
            yield Alike(name, into)
