"""What a form for putting names right shows besides the names: what was ticked, typed and refused, and likely pairs."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from corpus.article import EntityType
from corpus.errors import DatelineError
from corpus.folding import exact_key
from index.corrections.corrections import Correction
from search.types.result import FacetValue

LOOKED_AT = 400
"""The most frequent names, among which pairs are looked for: every name is compared with every other."""

_MOST_PAIRS = 10
_LONG = 6
"""Letters from which names that differ in one are thought to be the same."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^the |['’]s$")


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
class Correcting:
    """The state of the form; `fault` says at the field why the last correction was refused."""

    ticked: Sequence[str]
    ticked_elsewhere: Sequence[str]
    to: str
    fault: str | None
    alike: Sequence[Alike] = ()


def correcting(arguments: MultiDict[str, str], shown: Sequence[str], alike: Sequence[Alike] = ()) -> Correcting:
    """The form as the address has it, for these names that it lists itself."""
    ticked = list(dict.fromkeys(arguments.getlist("name")))
    to, action = arguments.get("to", ""), arguments.get("action", "")
    elsewhere = [name for name in ticked if name not in shown]
    return Correcting(ticked, elsewhere, to, _fault(action, ticked, to) if action else None, alike)


def read(action: str, names: Sequence[str], to: str) -> Correction:
    """A correction as a form asks for it. Raises `CannotCorrect`."""
    kind, _, given = action.partition(":")
    return Correction(kind, tuple(dict.fromkeys(names)), given or ("" if kind == "hide" else to.strip()))


def _fault(action: str, names: Sequence[str], to: str) -> str | None:
    # What is said is derived anew: an address could say anything.
    try:
        read(action, names, to)
    except DatelineError as fault:
        return f"{str(fault)[:1].upper()}{str(fault)[1:]}."
    return None


def alike(values: Sequence[FacetValue]) -> list[Alike]:
    """Pairs of names of one type that are perhaps the same, those of the most articles first."""
    found = []
    for place, value in enumerate(values):
        for other in values[:place]:
            if value.type == other.type and _same(value.label, other.label, value.type, values):
                into, name = sorted((value, other), key=lambda each: (_completeness(each.label), each.count))[::-1]
                found.append((other.count, Alike(name.label, into.label)))
                break
    return [pair for _, pair in sorted(found, key=lambda each: -each[0])][:_MOST_PAIRS]


def _same(one: str, other: str, kind: str | None, values: Sequence[FacetValue]) -> bool:
    first, second = _plain(one), _plain(other)
    if first == second or (min(len(first), len(second)) >= _LONG and _one_letter_apart(first, second)):
        return True
    if kind == EntityType.PERSON:
        short, long = sorted((first.split(), second.split()), key=len)
        bearers = [each for each in values if each.type == kind and _plain(each.label).split()[-1:] == short]
        # A surname is that of a person where it is that of no other.
        return len(short) == 1 < len(long) and short[0] == long[-1] and len(bearers) == len((one, other))
    short_name, long_name = sorted((one, other), key=len)
    initials = "".join(word[0] for word in re.findall(r"\w+", long_name) if word[0].isupper())
    return len(short_name) > len("EU") and short_name.isupper() and short_name == initials


def _plain(name: str) -> str:
    return " ".join(_NOT_LETTERS.sub(" ", _ARTICLE.sub("", exact_key(name))).split())


def _completeness(name: str) -> int:
    return len(_plain(name).split())


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter is put in, left out or exchanged; numbers that differ are not the same."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0] or any(map(str.isdigit, one + other)):
        return False
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
