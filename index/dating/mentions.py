"""Which people and things of the tables does a text name, and as what? Each becomes a clue to its year."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache

import numpy as np

from index.dating.tables import Tenure, tenures, topics
from index.dating.timeline import Clue, in_office, known, out_of_office, soon_after, spoken_of

_WORD = re.compile(r"\w+(?:[.&+-]\w+)*")
_MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_LAST_MONTH = re.compile(rf"\b[Ll]ast ({'|'.join(_MONTHS)})\b")
_BEFORE, _AFTER = 48, 60
_FORMER = re.compile(
    r"\b(?:former|formerly|ex|late|previous|one-time|onetime|predecessor|succeeded|replaced|succeeds|replaces)\b"
    r"[^.;,]{0,40}$",
    re.IGNORECASE,
)


def people_clues(text: str) -> Iterator[Clue]:
    """A clue for each person of office that a text names; with the office it says more than without."""
    found = _found(text, _starts())
    whole = {name.rpartition(" ")[2] for name in found if name in tenures()}
    for name, places in found.items():
        full = name in tenures()
        if (full or name not in whole) and (clue := _person(text, _holders()[name], places, full=full)):
            yield clue


def topic_clues(text: str) -> Iterator[Clue]:
    """A clue for each thing of the tables that a text speaks of, and for `last December` beside what began in one."""
    found = _found(text, _topic_starts())
    named = dict.fromkeys(topic for term in found for topic in topics()[term])
    meant = [topic for topic in named if all(other in text for other in topic.others)]
    for each in meant:
        yield Clue(spoken_of(each.start, each.until, each.fade, sudden=each.sudden), each.told)
    months = {_MONTHS.index(match[1]): match[0] for match in _LAST_MONTH.finditer(text)}
    for each in meant:
        month = round(each.start % 1 * 12)
        if each.sudden and month in months:
            yield Clue(soon_after(each.start), f"“{months[month]}” beside {each.told}")


def _found(text: str, starts: Mapping[str, tuple[str, ...]]) -> Mapping[str, list[tuple[int, int]]]:
    """The names that stand in a text, with their places; of several at one place the longest."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    done = 0
    for match in _WORD.finditer(text):
        at = match.start()
        if at < done:
            continue
        if name := next((name for name in starts.get(match[0], ()) if _stands(text, name, at)), None):
            done = at + len(name)
            found[name].append((at, done))
    return found


def _person(text: str, times: tuple[Tenure, ...], places: list[tuple[int, int]], *, full: bool) -> Clue | None:
    """What all mentions of one name say: the first one with an office decides; a surname alone says nothing."""
    for start, end in places:
        before = text[max(0, start - _BEFORE) : start].lower()
        after = text[end : end + _AFTER].lower() if full else ""
        titled = [each for each in times if _called(each, before, after, full=full)]
        if titled and _FORMER.search(before):
            return _one_of([Clue(out_of_office(each.end), f"former: {each.told}") for each in titled])
        if titled:
            return _one_of([Clue(in_office(each.start, each.end), each.told) for each in titled])
    return _one_of([Clue(known(each.start, each.end), each.told) for each in times]) if full else None


def _called(tenure: Tenure, before: str, after: str, *, full: bool) -> bool:
    """Whether an office stands beside a name; right before it, where the name is a surname alone."""
    beside, last = _titles(tenure.words)
    if not full:
        return last.search(before) is not None
    return beside.search(before) is not None or beside.search(after.partition(".")[0]) is not None


@cache
def _titles(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds an office by its words, anywhere and at the end; a candidate or a deputy does not hold it."""
    held = rf"(?<!vice )(?<!vice-)(?<!deputy )(?<!prime )\b(?:{'|'.join(map(re.escape, words))})\b"
    return re.compile(rf"{held}(?!-elect|[ -](?:candidate|nominee|hopeful|contender))"), re.compile(rf"{held}\s*$")


def _one_of(readings: list[Clue]) -> Clue:
    """A clue that may be any of several."""
    return Clue(np.max([clue.curve for clue in readings], axis=0), readings[0].evidence, tuple(readings))


def _stands(text: str, name: str, at: int) -> bool:
    """Whether a whole name stands at a place."""
    end = at + len(name)
    return text.startswith(name, at) and not text[end : end + 1].isalnum()


@lru_cache(maxsize=1)
def _holders() -> Mapping[str, tuple[Tenure, ...]]:
    """Full names and surnames -> times in office of all who have them."""
    by_name: dict[str, list[Tenure]] = defaultdict(list)
    for name, times in tenures().items():
        by_name[name] += times
        surname = name.rpartition(" ")[2]
        if surname != name:
            by_name[surname] += times
    return {name: tuple(times) for name, times in by_name.items()}


@lru_cache(maxsize=1)
def _starts() -> Mapping[str, tuple[str, ...]]:
    return _by_first_word(_holders())


@lru_cache(maxsize=1)
def _topic_starts() -> Mapping[str, tuple[str, ...]]:
    return _by_first_word(topics())


def _by_first_word(names: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """First word -> the names that begin with it, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        first = _WORD.search(name)
        found[first[0] if first else name].append(name)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}
