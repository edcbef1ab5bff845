"""Read the tables in `data`: who held which office when, and what was spoken of when. Anybody may extend them."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from corpus.errors import DatelineError

_FOREVER = "2027-01"
_MONTH = 1 / 12
_YEAR = 4
"""Digits: a shorter number names nothing."""


class BadTable(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A line of a table that cannot be read."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's time in an office; `words` are those that the office goes by in a text, in lower case.

    `start` and `end` in years: 2013.5 is the beginning of July 2013.
    """

    name: str
    title: str
    words: tuple[str, ...]
    start: float
    end: float
    place: str = ""
    """A company whose name stands in a text that names its head by the surname alone."""

    @property
    def told(self) -> str:
        """For a reader: `John Kerry, US Secretary of State (2013–2017)`."""
        return f"{self.name}, {self.title} ({self._period})"

    @property
    def told_as_former(self) -> str:
        """For a reader: `John Kerry as former US Secretary of State (2013–2017)`."""
        return f"{self.name} as former {self.title} ({self._period})"

    @property
    def _period(self) -> str:
        return _period(int(self.start), int(self.end - _MONTH / 2))


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that was spoken of from `start`, most until `until`; after `fade` years more a third as much.

    `term` is the first of its names; it is meant only where one of each of the `others` stands in the same text. Nobody
    spoke of what was `sudden` before it came; of others they did at times. `label` says to a reader what the words
    stand for.
    """

    term: str
    start: float
    until: float
    fade: float
    sudden: bool
    others: tuple[tuple[str, ...], ...] = ()
    label: str = ""
    product: bool = False

    @property
    def kind(self) -> str:
        """Of clues, for it counts as much as such things do: a scene of several, a product, an event, a theme."""
        if self.others:
            return "scene"
        if self.sudden:
            return "product" if self.product else "event"
        return "theme"

    @property
    def told(self) -> str:
        """For a reader: `“fiscal cliff” (2012)`."""
        label = self.label or f"“{' … '.join((self.term, *(each[0] for each in self.others)))}”"
        return f"{label} ({_period(int(self.start), int(self.until - _MONTH / 2))})"


@lru_cache(maxsize=1)
def tenures() -> Mapping[str, tuple[Tenure, ...]]:
    """Name, as written in full, -> its times in office."""
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in (*_held(), *_succeeded()):
        found[tenure.name].append(tenure)
    return {name: tuple(times) for name, times in found.items()}


def _held() -> Iterator[Tenure]:
    """Those of the tables of offices: `John Kerry 2013-02 2017-01`."""
    for file, table in read_tables("offices"):
        for office in table["office"]:
            words = tuple(office["words"])
            for line in lines(office["held"]):
                names, start, end = columns(line, 3, file)
                for name in names.split("/"):
                    yield Tenure(name, office["title"], words, _moment(start, file), _moment(end, file) + _MONTH)


def _succeeded() -> Iterator[Tenure]:
    """Those of the tables of successions: `Ford: Alan Mulally 2006-09, Mark Fields 2014-07, - 2017-05`."""
    for file, table in read_tables("successions"):
        for office in table["succession"]:
            words, company = tuple(office["words"]), office["company"]
            for line in lines(office["held"]):
                where, _, people = line.partition(": ")
                held = [columns(person, 2, file) for person in people.split(", ")]
                for (names, start), (_, end) in pairwise([*held, ["-", "-"]]):
                    for name in names.split("/") if names != "-" else []:
                        title, place = f"{office['title']} {where}", where if company else ""
                        yield Tenure(name, title, words, _moment(start, file), _moment(end, file) + _MONTH, place)


@lru_cache(maxsize=1)
def topics() -> Mapping[str, tuple[Topic, ...]]:
    """Term, as written, -> what it may stand for, and when that was spoken of."""
    found: dict[str, list[Topic]] = defaultdict(list)
    for file, table in read_tables("topics"):
        for group in table["topics"]:
            for line in lines(group["terms"]):
                terms, start, until = columns(line, 3, file)
                words, _, label = terms.partition(" | ")
                names, *others = words.split(" + ")
                first, *variants = _named(names, file)
                times = _moment(start, file), _moment(until, file) + _MONTH
                product = "companies" in file
                beside = tuple(tuple(other.split("/")) for other in others)
                topic = Topic(first, *times, group["fade"], group["sudden"], beside, label, product)
                for name in (first, *variants):
                    found[name].append(topic)
    return {name: tuple(each) for name, each in found.items()}


def _named(names: str, file: str) -> list[str]:
    """The names of one thing, between slashes: so that none can hold one, as `9/11` does."""
    found = names.split("/")
    if wrong := [name for name in found if not name or (name.isdecimal() and len(name) < _YEAR)]:
        raise BadTable(f"{file}: “{wrong[0]}” in “{names}” is no name; a slash parts two names of one thing")
    return found


def read_tables(kind: str) -> Iterator[tuple[str, dict[str, list[dict[str, Any]]]]]:
    """The tables whose files are named so, with the names of the files."""
    folder = files("corpus.enrichment.dating") / "data"
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.startswith(kind):
            yield file.name, tomllib.loads(file.read_text(encoding="utf-8"))


def lines(block: str) -> list[str]:
    """The lines of a table that hold something."""
    return [line for line in block.splitlines() if line.strip()]


def columns(line: str, count: int, file: str) -> list[str]:
    """A name of any number of words, then the other columns."""
    columns = line.rsplit(maxsplit=count - 1)
    if len(columns) != count:
        raise BadTable(f"{file}: “{line}” has not {count} columns; write: John Kerry 2013-02 2017-01")
    return columns


def _moment(written: str, file: str) -> float:
    """`2013-07` as 2013.5; `-` as no end in sight."""
    year, _, month = (_FOREVER if written == "-" else written).partition("-")
    try:
        return int(year) + (int(month or 1) - 1) / 12
    except ValueError as fault:
        raise BadTable(f"{file}: “{written}” is no month; write a year and a month: 2013-07") from fault


def _period(first: int, last: int) -> str:
    if last >= int(_FOREVER[:4]) - 1:
        return f"since {first}"
    return str(first) if first >= last else f"{first}–{last}"
