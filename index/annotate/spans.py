"""Where does a text name somebody or something, as far as one name alone can tell?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus.article import EntityType, Span
from index.annotate.gazetteer import Atom, gazetteer
from index.annotate.headlines import headlines
from index.annotate.words import begins_sentence, capitalised, word_lists

_JOINTS = frozenset({" ", "-", "\u00a0", "‑", " & "})
_OF = frozenset({" of ", " of the ", " for ", " for the ", " on ", " de ", " do ", " du "})
_AND = frozenset({" and ", ", ", ", and ", " & "})
_LONGEST_PERSON = 4
_LONGEST_ACRONYM = 6
_ALSO_GIVEN = frozenset(
    {"Jordan", "Chad", "Georgia", "Israel", "Paris", "Sydney", "Florence", "Victoria", "Charlotte", "Austin"}
)
_AFTER_PLACE = re.compile(r"(?:'s|’s)? (\w+)")
_BEFORE_PLACE = re.compile(r"(\w+) of (?:the )?$|\b(in|near|outside) $")
_BEFORE_TOWN = (" from ", " of ", " at ")


@dataclass(slots=True)
class Found:
    """A name where it stands. `type` is None while the article must still tell; `sure` where something beside it told."""

    start: int
    end: int
    name: str
    type: EntityType | None
    sure: bool = False


class Scan:
    """A text as the annotator reads it: its atoms (capitalised words and known names), and the names made of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.atoms = gazetteer().atoms(text, capitalised(text))
        self.headlines = headlines(text)
        lists = word_lists()
        self._stop, self._dates, self._loose = lists["stop"], lists["dates"], lists["loose"] | lists["directions"]
        self._titles, self._modifiers = lists["titles"], lists["modifiers"]
        self._heads, self._press, self._topics = lists["heads"] | lists["press"], lists["press"], lists["topics"]
        self._places, self._places_first = lists["places"], lists["places_first"]
        self._places_lower, self._given = lists["places_lower"], lists["given"]
        self.closed: list[Span] = []

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the text has in lower case: a capital at the start of a sentence tells nothing about them."""
        return frozenset(re.findall(r"\b[a-z]+\b", self.text))

    def names(self) -> list[Found]:
        """Every name in the order of the text, none overlapping another."""
        found: list[Found] = []
        at = 0
        while at < len(self.atoms):
            atom = self.atoms[at]
            if self._breaks(atom):
                at += 1
            elif self.headlines.has(atom.start):
                if not self._is_personal(at, self._run_end(at)):
                    found.extend(self._known(atom))
                at += 1
            else:
                at = self._run(at, found)
        return found

    def _breaks(self, atom: Atom) -> bool:
        return atom.entry is None and (atom.text in self._stop or atom.text in self._dates)

    def _known(self, atom: Atom) -> Iterator[Found]:
        entry = atom.entry
        if entry is None or entry.type is None:
            return
        if atom.text.isupper() and self.headlines.capitals(atom.start):
            return
        lead = len("The ") if atom.text.startswith("The ") and entry.name.split()[0] != "The" else 0
        yield Found(atom.start + lead, atom.end, entry.name, entry.type, sure=True)

    def _run_end(self, at: int) -> int:
        at += 1
        while at < len(self.atoms) and self.atoms[at].gap in _JOINTS and not self._breaks(self.atoms[at]):
            at += 1
        return at

    def _run(self, at: int, found: list[Found]) -> int:
        """Reads the names of the run of capitalised words that begins here; gives where to go on."""
        end = self._run_end(at)
        at = self._skip_opening(at, end)
        head = self._head(at, end)
        if head is None and self._names_its_country(at, end):
            head = end - 1
            self.closed.append((self.atoms[at].start, self.atoms[head].end))
        if head is None:
            self._people_and_places(at, end, found)
            return end
        start = self._organization_start(at, head)
        if start > at:
            self._people_and_places(at, start, found)
        stop = self._organization_end(head, end)
        if stop - start > 1:
            self._organization(start, stop, found)
        return stop

    def _organization(self, start: int, stop: int, found: list[Found]) -> None:
        first, last = self.atoms[start], self.atoms[stop - 1]
        found.append(self._found(start, stop, EntityType.ORGANIZATION, sure=True))
        if any(atom.text in self._press for atom in self.atoms[start:stop]):
            self.closed.append((first.start, last.end))

    def _skip_opening(self, at: int, end: int) -> int:
        """Past the first word of a sentence, where the article has it in lower case too."""
        atom = self.atoms[at]
        opens = end - at > 1 and atom.entry is None and atom.text not in self._titles and atom.text not in self._given
        if opens and atom.text.lower() in self.lower_words and begins_sentence(self.text, atom.start):
            return at + 1
        return at

    def _head(self, at: int, end: int) -> int | None:
        """The word of a run that makes it an organization: the last of the first row of such words."""
        for k in range(at, end):
            atom = self.atoms[k]
            if atom.text in self._heads and atom.entry is None and (k > at or self._of(k + 1)):
                while k + 1 < end and self.atoms[k + 1].text in self._heads:
                    k += 1
                return k
        return None

    def _names_its_country(self, at: int, end: int) -> bool:
        """Whether a country ends the name of a publication or a branch: `Islamic Invitation Turkey`."""
        country = self.atoms[end - 1].entry
        if end - at <= 2 or country is None or country.type is not EntityType.PLACE or not country.sure:
            return False
        words = self.atoms[at : end - 1]
        others = self._titles | self._modifiers | self._given | self._places
        return all(word.entry is None and word.text not in others and not word.text.isupper() for word in words)

    def _of(self, at: int) -> bool:
        return at < len(self.atoms) and self.atoms[at].gap in _OF and not self._breaks(self.atoms[at])

    def _organization_start(self, at: int, head: int) -> int:
        """Past a title with a name or a known person, when these stand before the organization."""
        for k in range(head - 1, at - 1, -1):
            atom = self.atoms[k]
            is_person = atom.entry is not None and atom.entry.type is EntityType.PERSON
            if is_person or (atom.text in self._titles and atom.text not in self._modifiers and k < head - 1):
                return k + 1
        return at

    def _organization_end(self, head: int, end: int) -> int:
        """Past `of ...` and `for ... and ...` behind the head."""
        stop = head + 1
        if stop < end and self.atoms[stop].text in self._places and self.atoms[stop].entry is None:
            stop += 1
        while self._of(stop) and self.atoms[stop].text not in self._titles:
            stop = self._tail_end(stop)
            while stop < len(self.atoms) and self.atoms[stop].gap in _AND and self.atoms[stop].text in self._topics:
                stop = self._tail_end(stop)
        return stop

    def _tail_end(self, at: int) -> int:
        end = self._run_end(at)
        for k in range(at + 1, end):
            if self.atoms[k].text in self._titles and self.atoms[k].text not in self._modifiers:
                return k
        return end

    def _people_and_places(self, at: int, end: int, found: list[Found]) -> None:
        titled = False
        while at < end:
            atom = self.atoms[at]
            if atom.text in self._titles or (atom.text in self._modifiers and atom.entry is None):
                titled = titled or atom.text in self._titles
                at += 1
            elif atom.entry is not None and not self._is_personal(at, end):
                found.extend(self._known(atom))
                at += 1
            else:
                stop = self._words_end(at, end)
                self._words(at, stop, found, titled=titled)
                at, titled = stop, False

    def _is_personal(self, at: int, end: int) -> bool:
        """Whether a place's name is part of a person's here: `Michael Jordan`, `Chad Smith`, `Jack London`."""
        atom = self.atoms[at]
        entry = atom.entry
        if entry is None or entry.type is not EntityType.PLACE or " " in atom.text or atom.text.isupper():
            return False
        if at and atom.gap == " " and self.atoms[at - 1].text in self._given:
            self.closed.append((atom.start, atom.end))
            return True
        beside = at + 1 < end and self.atoms[at + 1].entry is None and self.atoms[at + 1].gap == " "
        after = self.atoms[at + 1].text if beside else ""
        free = bool(after) and after not in self._titles | self._modifiers | self._loose | self._places
        personal = free and (atom.text in _ALSO_GIVEN or atom.text in self._given)
        if personal:
            self.closed.append((atom.start, atom.end))
        return personal

    def _words_end(self, at: int, end: int) -> int:
        at += 1
        while at < end and self.atoms[at].text not in self._titles:
            if self.atoms[at].entry is not None and not self._is_personal(at, end):
                break
            at += 1
        return at

    def _words(self, at: int, stop: int, found: list[Found], *, titled: bool) -> None:
        """Types a group of words that no table knows."""
        while at < stop and self.atoms[at].entry is None and self.atoms[at].text in self._loose:
            at += 1
        while stop > at and self.atoms[stop - 1].entry is None and self.atoms[stop - 1].text in self._loose:
            stop -= 1
        if at == stop:
            return
        first, last = self.atoms[at], self.atoms[stop - 1]
        if stop - at > 1 and (last.text in self._places or first.text in self._places_first):
            found.append(self._found(at, stop, EntityType.PLACE, sure=True))
        elif titled and stop - at <= _LONGEST_PERSON and not first.text.isupper():
            found.append(self._found(at, stop, EntityType.PERSON, sure=True))
        elif stop - at == 1:
            found.extend(self._single(at))
        else:
            self._several(at, stop, found)

    def _several(self, at: int, stop: int, found: list[Found]) -> None:
        words = self.atoms[at:stop]
        capitals = [len(word.text) > 1 and word.text.isalpha() and word.text.isupper() for word in words]
        if all(capitals):
            return
        if any(capitals):
            for k in range(at, stop):
                found.extend(self._single(k))
        elif words[0].text in self._given and len(words) <= _LONGEST_PERSON:
            found.append(self._found(at, stop, EntityType.PERSON, sure=True))
        elif len(words) < _LONGEST_PERSON:
            found.append(self._found(at, stop, EntityType.PERSON))

    def _single(self, at: int) -> Iterator[Found]:
        atom = self.atoms[at]
        if atom.text in self._heads or atom.text in self._places:
            return
        if 1 < len(atom.text) <= _LONGEST_ACRONYM and atom.text.isupper() and not self.headlines.capitals(atom.start):
            yield self._found(at, at + 1, EntityType.ORGANIZATION)
        elif self._place_beside(at):
            yield self._found(at, at + 1, EntityType.PLACE)
        elif not atom.text.isupper():
            yield self._found(at, at + 1, None)

    def _place_beside(self, at: int) -> bool:
        """Whether a single word is a place by what stands beside it: `Diyala province`, `the village of Darbasiyah`."""
        atom = self.atoms[at]
        after = _AFTER_PLACE.match(self.text, atom.end)
        if after and after[1] in self._places_lower:
            return True
        before = _BEFORE_PLACE.search(self.text, max(0, atom.start - 24), atom.start)
        if before and (before[2] or before[1] in self._places_lower):
            return True
        beside = self.atoms[at + 1] if at + 1 < len(self.atoms) else None
        if beside is None or beside.gap != ", " or beside.entry is None or beside.entry.type is not EntityType.PLACE:
            return False
        return self.text.endswith(_BEFORE_TOWN, 0, atom.start)

    def _found(self, at: int, stop: int, kind: EntityType | None, *, sure: bool = False) -> Found:
        start, end = self.atoms[at].start, self.atoms[stop - 1].end
        return Found(start, end, " ".join(self.text[start:end].split()), kind, sure)
