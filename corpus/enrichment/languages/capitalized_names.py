"""Find the names of a text in another language by its capitals: persons, organizations and places, by what is around.

German writes all nouns with capitals: there a name must be told by more than its capital.
"""

from collections.abc import Iterator, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Rank, lookup
from corpus.enrichment.gazetteer.person_names import is_given_name
from corpus.enrichment.gazetteer.towns import towns
from corpus.enrichment.languages.capital_runs import ACRONYM, AND, CASES, CapitalRuns
from corpus.enrichment.languages.russian_names import stem
from corpus.enrichment.names.name_parsing import Name
from corpus.late_pattern import late

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE

_LONG = 8
_WORDS_OF_A_PERSON = range(2, 5)
_ATTRIBUTE = late(r"\w{3,}(?:er|e|es|en)")
_DECLINED = late(r"(?<=\w)en (?=[A-ZÄÖÜ])")
"""The ending of an attribute behind `der`: `der Deutschen Telekom`."""
_ATTRIBUTES = frozenset(
    (
        "Nacional",
        "Nazionale",
        "Nationale",
        "Federal",
        "Federale",
        "Fédérale",
        "General",
        "Generale",
        "Europeo",
        "Europea",
    )
) | {"Regional", "Regionale", "Popular", "Legislativa", "Municipal", "Superior", "Superiore", "Suprema", "Supremo"}
"""What stands behind the name of a body and belongs to it."""
_ENDING = late(r"['’]\w*$")
_GIVEN_AND_NOUNS = frozenset(
    """
    Rose Wolf Ernst Will Mark Heide Linde Iris Flora August April Mai Juni Juli Sonne Stern Welt Perle Engel König
    Kaiser Herzog Graf Fürst Prinz Bischof Abt Mönch Gold Silber Opal Rubin Saphir Jade Ambra Viola Erika Jasmin
    Freie Frei Lange Große Kleine Alte Neue Gute Schöne Herbst Winter Sommer Lenz Mann Frau Kind Vater Mutter Bruder
    Bund Land Stadt Dorf Berg Wald Fluss Meer Ost West Nord Süd Sport Kultur Neues Erste Zweite
    Liebe Hoffnung Gloria Nova Lage
    """.split()  # noqa: SIM905 - words
)
"""Words that are given names somewhere and German nouns in the first place."""
_NOBLE = frozenset({"von", "van", "zu", "zum"})

_BARE = frozenset({"de", "di", "van"})
_OF_STATE = ("minist", "secrétaire", "secretari", "staatssecr", "министр", "міністр")
"""What begins the roles of those who answer for a part of the state's business."""

_LOCATIVE = frozenset({"en", "à", "in", "em", "naar", "uit", "в", "во", "из", "близ"})
"""What a single unknown name behind is a place of."""


class CapitalizedNames(CapitalRuns):
    """The names of one text in a language with word lists; `atoms` are what the tables found there."""

    def names(self) -> list[Name]:
        """The names, in order, without those of the tables; a place of the tables may be a part of one."""
        runs = [part for run in self.runs() for part in self.apart(*run)]
        found = [name for run in runs for name in self._of_run(*run)]
        return self._repeated([*(name for name in found if name.text), *self._of_compounds()])

    def _of_compounds(self) -> Iterator[Name]:
        """The bodies that compounds begin with: `Siemens-Chef`."""
        for token in self._tokens if self._nouns else ():
            head, hyphen, _ = token.text.partition("-")
            entry = lookup(head) if hyphen and token.start not in self._taken else None
            if entry is not None and entry.type is ORGANIZATION and not entry.weak:
                yield Name(head, token.start, token.start + len(head), ORGANIZATION, entry)

    def _of_run(self, first: int, end: int) -> Iterator[Name]:
        """The names of a run: titles and words that only begin the sentence are left out."""
        title = kind = False
        opens = self._begins_sentence(first)
        while first < end:
            word = self._tokens[first].text
            if self._words.is_role(word) or word.lower() in self._words.roles:
                title = True
            elif self._words.is_kind(word) and first + 1 < end and not self._words.is_body(word):
                kind = True
            elif not (opens and (word in self._words.openers or word.lower() in self._small)):
                break
            first, opens = first + 1, False
        while end > first and self._tokens[end - 1].text.islower():
            end -= 1
        if all(map(self._atom, range(first, end))):
            return
        first = self._behind_seat(first, end)
        if self._language == "tr" and (role := self._role_within(first, end)):
            yield from self._of_run(first, role)
            first, title = role + 1, True
        if person := self._person_within(first, end):
            yield from self._of_run(first, person)
            first = person
        before = self._before(first)
        title = title or before in self._words.roles
        kind = kind or (before.islower() and self._words.is_kind(before)) or self._is_quoted(first)
        if self._nouns:
            yield from self._of_nouns(first, end, before, title=title)
        else:
            yield self._typed(first, end, self._type(first, end, before, title=title, kind=kind))

    def _behind_seat(self, first: int, end: int) -> int:
        """Where a person's name of two words at least begins behind the seat of his office, where one is named."""
        if not self._is_seat(first):
            return first
        at = first
        while at < end and self._tokens[at].text in {*self._words.seats, *self._words.between}:
            at += 1
        seated = any(self._tokens[place].text in self._words.seats for place in range(first, at))
        person = end - at in _WORDS_OF_A_PERSON and self._tokens[at].text not in _ATTRIBUTES
        return at if seated and person else first

    def _role_within(self, first: int, end: int) -> int:
        """Where the role stands that is named between a body and a person: `TBMM Başkanı Numan Kurtulmuş`; else 0."""
        roles = (at for at in range(end - 2, first, -1) if self._tokens[at].text in self._words.roles)
        return next(roles, 0)

    def _person_within(self, first: int, end: int) -> int:
        """Where a person's name begins behind a body's (`главой Сбербанка Игорем Заречным`); 0 where none does.

        Bodies are called after persons, too; but not where a place is named before (`Banca d'Italia Ignazio Visco`).
        """
        if self._nouns or self._given(self._tokens[first].text):
            return 0
        anywhere = self._language in CASES or self._is_seat(first)
        parted = (at for at in range(first + 1, end - 1) if anywhere or self._is_named(at - 1))
        return next((at for at in parted if self._given(self._tokens[at].text)), 0)

    def _is_seat(self, first: int) -> bool:
        """Whether a run tells of what somebody is the head: `presidente della Camera Lorenzo Fontana`."""
        place = first if self._tokens[first].text in self._words.between else first - 1
        while place > 0 and self._tokens[place].text in self._words.between and self._joined(place + 1):
            place -= 1
        word = self._tokens[place].text if 0 <= place < first or place == first - 1 else ""
        behind = place + 1 < len(self._tokens) and self._tokens[place + 1].text in self._words.between
        return behind and (word in self._words.roles or word.lower() in self._words.roles)

    def _type(self, first: int, end: int, before: str, *, title: bool, kind: bool) -> EntityType | None:
        words = [self._tokens[at].text for at in range(first, end)]
        acronym, several = bool(ACRONYM.fullmatch(words[0])), len(words) > 1
        body = any(map(self._words.is_body, (words[0], words[-1]))) and (several or acronym)
        if body or any(map(self._is_named, range(first, end))):
            return ORGANIZATION
        if (title and not acronym) or (several and self._given(words[0])):
            return PERSON
        if kind or (acronym and not several):
            return ORGANIZATION
        if self._is_place(first, end, before):
            return PLACE
        if several:
            return PERSON if len(words) in _WORDS_OF_A_PERSON else None
        return self._type_of_one(first, before)

    def _type_of_one(self, at: int, before: str) -> EntityType | None:
        """The type of a single unknown word: none where it begins a sentence, as any word would."""
        word = self._tokens[at].text
        after = self._tokens[at + 1].text if self._joined(at + 1) else ""
        if word.lower() in self._small or word in self._words.openers or self._words.is_body(word):
            return None
        if self._is_of_role(at):
            return None
        if after in self._words.speech or before in self._words.speech:
            return PERSON
        return None if self._begins_sentence(at) else ORGANIZATION

    def _is_of_role(self, at: int) -> bool:
        """Whether a word says what somebody's office is for: `ministre du Travail`, not `patron de Quimbart`."""
        place = at - 1
        while place > 0 and self._tokens[place].text in self._words.between:
            place -= 1
        if not 0 <= place < at - 1 or self._tokens[place].text not in self._words.roles:
            return False
        bare = place == at - 2 and self._tokens[at - 1].text in _BARE and self._joined(at)
        return not bare or self._tokens[place].text.startswith(_OF_STATE)

    def _is_place(self, first: int, end: int, before: str) -> bool:
        text = self._text[self._tokens[first].start : self._tokens[end - 1].end]
        text = _ENDING.sub("", text) if self._has_ending(end - 1) else text
        entry = lookup(text)
        known = entry is not None and entry.rank is not Rank.PEOPLE and entry.type is PLACE
        listed = before in AND and first > 1 and self._is_named(first - 2)
        if before.lower() in self._words.before_places or listed:
            unknown = first + 1 == end and before.lower() in _LOCATIVE and not self._nouns
            return known or bool(towns(text)) or (unknown and not text.isupper())
        return known and entry is not None and not entry.weak and (not self._nouns or len(text) > _LONG)

    def _of_nouns(self, first: int, end: int, before: str, *, title: bool) -> Iterator[Name]:
        """The names of a run of German nouns: acronyms, bodies by their words, persons by title or given name."""
        at = first
        while at < end:
            size, kind = self._noun(at, end, before, title=title)
            if size:
                yield self._typed(at, at + size, kind)
            title = not size and self._words.is_role(self._tokens[at].text)
            before = self._tokens[at].text
            at += size or 1

    def _noun(self, at: int, end: int, before: str, *, title: bool) -> tuple[int, EntityType | None]:
        """How many words from a place on are one name, and its type; 0 where none is."""
        word = self._tokens[at].text
        if word.islower() and word not in _NOBLE:
            return 0, None
        if ACRONYM.fullmatch(word):
            return 1, ORGANIZATION
        if title or (at + 1 < end and (self._given(word) or self._begins_person(at))):
            size = min(end - at, _WORDS_OF_A_PERSON[-1])
            while self._tokens[at + size - 1].text.islower():
                size -= 1
            return size, PERSON if size else None
        bodies = [place for place in range(at, min(at + 3, end)) if self._words.is_body(self._tokens[place].text)]
        if bodies and bodies[0] > at and _ATTRIBUTE.fullmatch(word) and word.lower() not in self._small:
            names_kind = self._words.is_kind(self._tokens[bodies[0]].text) and self._is_known_behind(bodies[0])
            return (0, None) if names_kind else (bodies[0] - at + 1, ORGANIZATION)
        if self._words.is_kind(before):
            return end - at, ORGANIZATION
        return (1, PLACE) if self._is_place(at, at + 1, before) else (0, None)

    def _begins_person(self, at: int) -> bool:
        """Whether a word that is a given name somewhere begins a person's name, and is no German noun before one."""
        word, following = self._tokens[at].text, self._tokens[at + 1].text
        nouns = (
            word in _GIVEN_AND_NOUNS
            or not following.istitle()
            or self._words.is_body(following)
            or self._words.is_kind(following)
        )
        return is_given_name(word) and not nouns and lookup(word) is None and f"{word}s" != following

    def _is_known_behind(self, at: int) -> bool:
        """Whether a name of the tables stands right behind a word: `der Schweizer Konzern Nestlé`."""
        return at + 1 < len(self._tokens) and self._joined(at + 1) and self._tokens[at + 1].start in self._taken

    def _typed(self, first: int, end: int, kind: EntityType | None) -> Name:
        start, stop = self._tokens[first].start, self._tokens[end - 1].end
        text = self._text[start:stop]
        if self._has_ending(end - 1):
            text = _ENDING.sub("", text)
            stop = start + len(text)
        if self._nouns and kind is ORGANIZATION and self._before(first) == "der":
            text = _DECLINED.sub("e ", text)
        return Name(text if kind else "", start, stop, kind, lookup(text) if kind is PLACE else None)

    def _key(self, word: str) -> str:
        """What all cases of a name have in common, in Russian; the word itself elsewhere."""
        return stem(word) if self._language in CASES else word

    def _repeated(self, names: Sequence[Name]) -> list[Name]:
        """The names, and the single words of them that stand once more: surnames, and bodies of one word."""
        kinds = {self._key(name.text): name.type for name in names if " " not in name.text}
        for name in names:
            if name.type is PERSON and " " in name.text:
                kinds[self._key(name.text.rpartition(" ")[2])] = PERSON
        taken = self._taken | {place for name in names for place in range(name.start, name.end)}
        more = [
            Name(token.text, token.start, token.end, kinds[self._key(token.text)])
            for token in self._tokens
            if self._key(token.text) in kinds and token.text[0].isupper() and token.start not in taken
        ]
        kept = [name._replace(type=kinds.get(self._key(name.text), name.type)) for name in names]
        return sorted([*kept, *more], key=lambda name: name.start)
