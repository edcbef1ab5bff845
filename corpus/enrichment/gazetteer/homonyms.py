"""Tell which country a name means that may mean another, or none: Georgia, Congo, the bird, the language."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from corpus.enrichment.gazetteer.gazetteer import Atom, Entry, Rank, lookup
from corpus.late_pattern import late

_AFTER = late(r"-?(?: ?(\w+))?")
_BEFORE_BACKWARDS = late(r"\n? (\w+)")
_NEAR = 20
_LINE = 400
"""As much of a line is looked at as is before a name in any sentence."""
_ACRONYM = late(r"[A-Z]{4,7}")
_LABEL = late(r"\s*(?:[:/–—]|-\s|\(|, [\w .]{1,20}\()")
_QUARTERS = ("Little ", "Great ")
"""Before a people: a quarter of a town, or a dog."""
_SCHOOL = late(r" (?:(?:Senior |Junior )?High|Middle|Elementary|Primary|Grammar) School\b")
_TELLING = frozenset("ACcf")
"""What the words behind a people begin with that say that no country is meant."""
_DESCENT = late(
    r"[- ](?:Americans|Canadians|Australians)\b|-(?:American|Canadian|Australian) (?:communit|famil|heritage|neighbo)"
)
"""What says that a people is one's forebears: `Italian-Americans`; not `Russian-American talks`."""
_FOOD = late(
    r" (?:chocolate cake|food(?: (?:trucks?|stalls?|courts?|festivals?|sells|is|was|and|in|at|with|for)\b|[.,;]))"
)
_QUOTES = " ,\"“‘'"
_SMALL = late(r"\b[a-z]{2,}")
_LAST_WORD = late(r"([^\W\d_]+)\W*$")
_TITLE_BEFORE = late(r"(?:[a-z,;] |[“\"‘'])The $")
_CAPITAL = late(r" [A-Z][a-z]")
_PARTNER_BEHIND = late(r" (?:&|& the) ([A-Z][\w'-]+)")
_PARTNER_BEFORE = late(r"([A-Z][\w'-]+) & $")
_FIRST_WORD = late(r"\W*([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class _Tables:
    otherwise: Mapping[str, tuple[str, frozenset[str], frozenset[str]]]
    never_before: Mapping[str, frozenset[str]]
    before_language: frozenset[str]
    after_language: frozenset[str]
    units: frozenset[str]
    verbs: frozenset[str]
    settlements: frozenset[str]
    ships: frozenset[str]
    treaties: frozenset[str]
    treaty_of: re.Pattern[str]
    peoples: frozenset[str]
    past_wars: frozenset[str]
    nouns: frozenset[str]
    things: frozenset[str]
    thing_behind: re.Pattern[str]


class Homonyms:
    """Tells homonyms apart by the other names of one article and by the words around."""

    def __init__(self, atoms: Sequence[Atom], text: str) -> None:
        self._there = {atom.text for atom in atoms}
        self._written = {atom.entry.code for atom in atoms if atom.entry and not atom.text.isupper()}
        self._text = text
        self._atoms = atoms

    @cached_property
    def _codes(self) -> Counter[str | None]:
        return Counter(atom.entry.code for atom in self._atoms if atom.entry)

    @cached_property
    def _things(self) -> frozenset[str]:
        """What things of the article are called, too."""
        return frozenset(atom.text for atom in self._atoms if atom.entry and atom.entry.code and self._is_called(atom))

    def code(self, atom: Atom) -> str | None:
        """The ISO code of the country that a known name means here; None where it means none."""
        if atom.entry is None:
            return None
        tables = _tables()
        name = atom.text.capitalize() if atom.text.isupper() else atom.text
        if any(self._signs_of_another_meaning(atom, atom.entry, name)):
            return None
        if name in tables.otherwise:
            code, where, unless = tables.otherwise[name]
            if self._there & where and not self._there & unless:
                return code or None
        return atom.entry.code

    def _signs_of_another_meaning(self, atom: Atom, entry: Entry, name: str) -> Iterator[bool]:
        """What speaks against a country, the cheapest to find first."""
        tables, after = _tables(), self._after(atom)
        yield atom.text in self._things or after in tables.settlements or is_thing(name, after)
        yield self._is_money(atom, after.lower()) or self.is_acronym(atom)
        yield self._is_ship(atom) or self._is_treaty(atom, after) or self._is_past(atom)
        yield self._is_noun(name, entry.code) or is_partner(self._text, atom.start, atom.end)
        yield self._text.endswith(_QUARTERS, 0, atom.start) or self._is_school(atom)
        if entry.rank is Rank.PEOPLE and self._text[atom.end + 1 : atom.end + 2] in _TELLING:
            yield _DESCENT.match(self._text, atom.end) is not None or _FOOD.match(self._text, atom.end) is not None
        if entry.rank is Rank.PEOPLE:
            yield self._is_language(atom) or after in tables.peoples or self._titles(atom)

    def is_acronym(self, atom: Atom) -> bool:
        """Whether a name in capitals among words in small letters is an acronym: the Greek party `LAOS`.

        It is none where the article has the country in small letters too, or where a dateline or label may stand.
        """
        if not atom.text.isupper() or not may_be_acronym(atom.text) or atom.entry is None:
            return False
        if atom.entry.code in self._written or lookup(atom.text.capitalize()) is None:  # `USSR` is a name itself
            return False
        line = self._text.rfind("\n", max(0, atom.start - _LINE), atom.start) + 1 or max(0, atom.start - _LINE)
        before, after = self._text[line : atom.start], self._text[atom.end : atom.end + _NEAR].partition("\n")[0]
        if not before.strip() or _LABEL.match(after) or not _SMALL.search(before + after):
            return False
        around = (_LAST_WORD.search(before), _FIRST_WORD.match(after))
        return not any(word and word[1].isupper() and len(word[1]) > 1 for word in around)

    def _is_called(self, atom: Atom) -> bool:
        """Whether a thing of the article is called so: `the band Japan`; `Iceland, the supermarket`."""
        tables, near = _tables(), self._text[max(0, atom.start - _NEAR) : atom.start]
        before = near.rstrip(_QUOTES).rpartition(" ")[2]
        if before in tables.things or (before == "storm" and near.endswith("ropical storm ")):
            return True
        apart = "," in self._text[atom.end : atom.end + len('",')]
        return apart and tables.thing_behind.match(self._text, atom.end) is not None

    def _is_noun(self, name: str, code: str | None) -> bool:
        """Whether the article has a name in small letters too, and its country by no other: `turkey`."""
        if name not in _tables().nouns:
            return False
        others = self._codes[code] - sum(atom.text.capitalize() == name for atom in self._atoms)
        return not others and re.search(rf"\b{name.lower()}s?\b", self._text) is not None

    def _is_school(self, atom: Atom) -> bool:
        """Whether a school is called so, whose article names the country by nothing else: `Cyprus High School`."""
        if atom.entry is None or not _SCHOOL.match(self._text, atom.end):
            return False
        return self._codes[atom.entry.code] == len(
            re.findall(rf"\b{re.escape(atom.text)}{_SCHOOL.pattern}", self._text)
        )

    def _titles(self, atom: Atom) -> bool:
        """Whether a people begins a title within a sentence: `in The Italian Job`."""
        return _TITLE_BEFORE.search(self._text[max(0, atom.start - _NEAR) : atom.start]) is not None and (
            _CAPITAL.match(self._text, atom.end) is not None
        )

    def _is_past(self, atom: Atom) -> bool:
        """Whether this is a part of the name of a war of other days, and all that the article has of its country."""
        if atom.entry is None or atom.text not in _tables().past_wars or not self._text.startswith(" War", atom.end):
            return False
        return self._codes[atom.entry.code] == self._text.count(f"{atom.text} War")

    def _is_money(self, atom: Atom, after: str) -> bool:
        tables = _tables()
        if after == "won":
            return "Korea" in atom.text
        is_people = atom.entry is not None and atom.entry.rank is Rank.PEOPLE
        return after in tables.units or (is_people and after in tables.verbs)

    def _is_ship(self, atom: Atom) -> bool:
        return self._text[max(0, atom.start - 2) : atom.start - 1].isupper() and self._before(atom) in _tables().ships

    def _is_treaty(self, atom: Atom, after: str) -> bool:
        if atom.entry is None or atom.entry.rank not in {Rank.CITY, Rank.SEAT}:
            return False
        before = self._text[max(0, atom.start - _NEAR) : atom.start]
        return after in _tables().treaties or (before[-4:] == " of " and bool(_tables().treaty_of.search(before)))

    def _before(self, atom: Atom) -> str:
        found = _BEFORE_BACKWARDS.match(self._text[max(0, atom.start - _NEAR) : atom.start][::-1])
        return found[1][::-1] if found else ""

    def _after(self, atom: Atom) -> str:
        found = _AFTER.match(self._text[atom.end : atom.end + _NEAR])
        return (found[1] or "") if found else ""

    def _is_language(self, atom: Atom) -> bool:
        tables = _tables()
        if self._text[atom.end : atom.end + 1] == "-":
            return self._after(atom) in {"language", "speaking", "speaker", "speakers"}
        after = self._after(atom)
        if self._before(atom) not in tables.before_language:
            return after in {"language", "lessons"}
        return not after or after in tables.after_language


def is_thing(name: str, after: str) -> bool:
    """Whether a country's name is that of a thing before this word: `Panama hats`, `Guinea fowl`."""
    listed = _tables().never_before.get(name)
    if not listed:
        return False
    return after in listed or after.lower() in listed or after.lower().removesuffix("s") in listed


def may_be_acronym(name: str) -> bool:
    """Whether a name in capitals is as long as the acronyms that look like one: `US` is not."""
    return _ACRONYM.fullmatch(name) is not None


def may_be_thing(name: str) -> bool:
    """Whether there are words before which a name is that of a thing."""
    return name in _tables().never_before


def is_money(after: str) -> bool:
    """Whether this word behind a country's name is its money: `US dollars`."""
    return after.lower() in _tables().units


def is_partner(text: str, start: int, end: int) -> bool:
    """Whether a place's name is a partner's in a firm: `Holland & Barrett`; not beside another place."""
    if "&" not in text[max(0, start - len("& ")) : end + len(" &")]:  # most places, in less time
        return False
    behind, before = _PARTNER_BEHIND.match(text, end), _PARTNER_BEFORE.search(text[max(0, start - _NEAR) : start])
    return any(found is not None and lookup(found[1]) is None for found in (behind, before))


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    raw = tomllib.loads(files("corpus.enrichment.gazetteer").joinpath("data/homonyms.toml").read_text(encoding="utf-8"))
    things = "|".join(raw["kinds"]["things"].split())
    return _Tables(
        {
            name: (row["code"], frozenset(row["where"]), frozenset(row["unless"]))
            for name, row in raw["otherwise"].items()
        },
        {name: frozenset(words.split()) for name, words in raw["never_before"].items()},
        frozenset(raw["languages"]["before"].split()),
        frozenset(raw["languages"]["after"].split()),
        frozenset(raw["money"]["units"].split()),
        frozenset(raw["money"]["verbs"].split()),
        frozenset(raw["never"]["settlements"].split()),
        frozenset(raw["never"]["ships"].split()),
        frozenset(raw["never"]["treaties"].split()),
        re.compile(rf"\b(?:{raw['never']['treaty_of'].replace(' ', '|')}) of $"),
        frozenset(raw["peoples"]["never_before"].split()),
        frozenset(raw["wars"]["past"].split()),
        frozenset(raw["nouns"]["small"].split()),
        frozenset(raw["kinds"]["things"].split()),
        re.compile(rf"[\"”’']?, (?:an?|the) (?:[a-z-]+ ){{0,2}}(?:{things})\b"),
    )
