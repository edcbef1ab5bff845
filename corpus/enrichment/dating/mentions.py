"""Make clues of the people and things of the tables that a text names."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

import numpy as np

from corpus.enrichment.dating.name_matching import Index, found, indexed, stands
from corpus.enrichment.dating.tables import Tenure, tenures, topics
from corpus.enrichment.dating.timeline import Clue, in_office, known, out_of_office, soon_after, spoken_of
from corpus.late_pattern import late

_MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_LAST_MONTH = late(rf"\b[Ll]ast ({'|'.join(_MONTHS)})\b")
_BEFORE, _AFTER = 48, 60
_WITHOUT_LAST = late(r"(?:\b(?:and|with|by|to|of|for|against|from|between|said|but|as|while)\b|[,;.:(])[^,;.:(]*$")
"""What leads to the next person."""
_SOUGHT = late(r"\b(?:for|become|becoming|elected|as) $")
"""Before an office that somebody runs for."""
_LASTED = 3
"""Years: what is in a table for longer than these did not happen in a month; it is a name, or an age."""
_FORMER = late(
    r"\b(?:former|formerly|ex|late|previous|one-time|onetime|predecessor|succeeded|replaced|succeeds|replaces)\b"
    r"[^.;,]{0,40}$",
    re.IGNORECASE,
)


def people_clues(text: str, words: set[str]) -> Iterator[Clue]:
    """A clue for each person of office that a text names; with the office it says more than without."""
    named = found(text, words, _people())
    others = sorted(place for places in named.values() for place in places)
    whole = {name.rpartition(" ")[2] for name in named if name in tenures()}
    for name, places in named.items():
        full = name in tenures()
        if (full or name not in whole) and (
            clue := _person(_there(name, text), [_Mention.of(text, each, others) for each in places], full=full)
        ):
            yield clue


def topic_clues(text: str, words: set[str]) -> Iterator[Clue]:
    """A clue for each thing of the tables that a text speaks of, and for `last December` beside what began in one."""
    terms = found(text, words, _terms())
    meant = [
        topic
        for topic in dict.fromkeys(topic for term in terms for topic in topics()[term])
        if all(any(stands(text, name) for name in names) for names in topic.others)
    ]
    for each in meant:
        curve = spoken_of(each.start, each.until, each.fade, sudden=each.sudden)
        yield Clue(curve, each.told, each.kind)
    months = {_MONTHS.index(match[1]): match[0] for match in _LAST_MONTH.finditer(text)}
    for each in meant:
        month = round(each.start % 1 * 12)
        if each.sudden and month in months and each.until - each.start < _LASTED:
            yield Clue(soon_after(each.start), f"“{months[month]}” beside {each.told}", "month")


@dataclass(frozen=True, slots=True)
class _Mention:
    """What stands around a name, in small letters: up to the persons before and behind it, whose offices are theirs."""

    before: str
    after: str

    @classmethod
    def of(cls, text: str, place: tuple[int, int], others: list[tuple[int, int]]) -> "_Mention":
        """The surroundings of one place, where `others` are the places of all persons, in their order."""
        start, end = place
        number = bisect_left(others, place)
        begin = others[number - 1][1] if number else 0
        stop = others[number + 1][0] if number + 1 < len(others) else len(text)
        before, after = text[max(begin, start - _BEFORE) : start], text[end : min(stop, end + _AFTER)]
        if stop < end + _AFTER:  # `Merkel and President Obama`
            after = _WITHOUT_LAST.sub("", after)
        return cls(before.lower(), after.lower())


def _person(times: tuple[Tenure, ...], mentions: Iterable[_Mention], *, full: bool) -> Clue | None:
    """What all mentions of one name say: the first one with an office decides; a surname alone says nothing."""
    for mention in mentions:
        titled = [each for each in times if _called(each, mention, full=full)]
        if titled and _FORMER.search(mention.before):
            return _one_of([Clue(out_of_office(each.end), each.told_as_former, "former") for each in titled])
        if titled:
            return _one_of([Clue(in_office(each.start, each.end), each.told, "office") for each in titled])
    return (
        _one_of([Clue(known(each.start, each.end), each.told, "person") for each in times]) if full and times else None
    )


def _there(name: str, text: str) -> tuple[Tenure, ...]:
    """The times of all of a name; those at the head of a company only where the text names the company too."""
    return tuple(each for each in _holders()[name] if each.place in text)


def _called(tenure: Tenure, mention: _Mention, *, full: bool) -> bool:
    """Whether an office stands beside a name; right before it, where the name is a surname alone."""
    beside, last = _titles(tenure.words)
    if not full:
        return last.search(mention.before) is not None
    behind = beside.search(mention.after.partition(".")[0])
    sought = behind and _SOUGHT.search(mention.after[: behind.start()])
    return beside.search(mention.before) is not None or (behind is not None and not sought)


@cache
def _titles(words: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds an office by its words, anywhere and at the end; a candidate or a deputy does not hold it."""
    held = rf"(?<!vice )(?<!vice-)(?<!deputy )(?<!prime )\b(?:{'|'.join(map(re.escape, words))})\b"
    return re.compile(rf"{held}(?!-elect|[ -](?:candidate|nominee|hopeful|contender))"), re.compile(rf"{held}\s*$")


def _one_of(readings: list[Clue]) -> Clue:
    """A clue that may be any of several."""
    return Clue(
        np.max([clue.curve for clue in readings], axis=0), readings[0].evidence, readings[0].kind, tuple(readings)
    )


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
def _people() -> Index:
    return indexed(_holders())


@lru_cache(maxsize=1)
def _terms() -> Index:
    return indexed(topics())
