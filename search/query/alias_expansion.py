"""Expand names by their aliases: `ISIS` also finds Daesh, Islamic State, ISIL.

What an article that has the typed name scores is not changed by this. Another name counts less than it: it is weighed
as if it were no rarer, and then by `OTHER_NAME`; and of several names in one article the best counts alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.enrichment.aliases.country_names import country_code
from corpus.folding import exact_key
from index.analysis.analyzer import TOKENIZER
from index.corrections.synonyms import MOST_WORDS
from search.query.expansion import any_of
from search.query.lexer import Token, TokenKind
from search.query.lexicon import Lexicon
from search.query.tree import Node, Or, Phrase, Term
from search.query.word_forms import FormChooser
from search.scoring.idf import idf
from search.scoring.parameters import WEIGHTS

OTHER_NAME = 0.7
MAX_NAMES = 5
"""Names of one query that are looked up."""

MAX_OTHERS = 10
"""Other names that are searched for one."""

_SHORT = 3
_LITTLE_WORDS = frozenset(
    """
    a act age aid all am an and any are arm as at be but by can do end er es et fed few for get go had has he
    her him his how i if im in is it its la le let may me mr my new no nor not now of off oh ok old on one or
    our out own per pm put re sea see set she so the to too top two up us use war was way we who why yet you
    """.split()  # noqa: SIM905 - a hundred words read better so
)
_OFTEN = 3
"""A single word that stands in so many times more articles than the entity mostly means something else."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another name: its terms, how it counts beside the typed one; without terms, it is sought among the entities."""

    name: str
    terms: tuple[str, ...]
    boost: float


@dataclass(slots=True)
class Names:
    """The names in one query. `also` gathers the other names that are searched."""

    lexicon: Lexicon
    is_long: bool = False
    """Whether the query is a sentence rather than a few words: `is` and `who` in it are no names."""
    also: list[str] = field(default_factory=list)
    _met: int = 0

    def run(self, tokens: Sequence[Token], *, alone: bool) -> tuple[int, str] | None:
        """How many of these tokens, from the first on, are the longest name, and what it means.

        `alone`: what stands before the first binds it alone, so that it is no part of a longer name.
        """
        words = _row(tokens[:1] if alone else tokens)
        if self._met >= MAX_NAMES:
            return None
        for count in range(len(words), 0, -1):
            if count == 1 and self.is_long and words[0] in _LITTLE_WORDS:
                return None
            meaning = self.lexicon.synonyms.meaning(" ".join(words[:count]), by_sound=not self.is_long)
            if meaning is not None:
                return count, meaning
        return None

    def others(self, typed: str, meaning: str, fields: Mapping[str, float]) -> list[Node]:
        """The clauses of the other names that stand in the collection."""
        terms = tuple(self.lexicon.analyzer.terms(typed))
        typed_weight = self._weight(terms)
        found = _least(self._candidates(meaning, terms), terms)
        entities = self.lexicon.aliases.keys(meaning)
        clauses: list[Node] = []
        for other in found[:MAX_OTHERS]:
            if other.terms:
                clauses.append(_clause(other.name, self.lexicon, fields, other.boost))
            elif "text" in fields:
                clauses += [Term("entity", key, other.boost * typed_weight / 2) for key in entities]
        self.also += [other.name for other in found[:MAX_OTHERS] if other.terms or "text" in fields]
        self._met += bool(clauses)
        return clauses

    def _candidates(self, meaning: str, typed: tuple[str, ...]) -> list[Other]:
        tagged, weight = self._tagged(meaning), self._weight(typed)
        found: dict[tuple[str, ...], Other] = {}
        for name in self.lexicon.synonyms.names(meaning):
            terms = tuple(self.lexicon.analyzer.terms(name))
            if terms in (*found, typed) or not terms or not all(map(self._stands, terms)):
                continue
            if len(terms) == 1 and self._ambiguous(terms[0], tagged):
                if tagged:
                    found[terms] = Other(name, (), OTHER_NAME)
                continue
            found[terms] = Other(name, terms, OTHER_NAME * min(1.0, weight / self._weight(terms)))
        return list(found.values())

    def _tagged(self, meaning: str) -> int:
        """In how many articles it was understood to be meant."""
        entities = sum(self.lexicon.frequency("entity", key) for key in self.lexicon.aliases.keys(meaning))
        code = country_code(meaning)
        return max(entities, self.lexicon.frequency("country", exact_key(code)) if code else 0)

    def _ambiguous(self, term: str, tagged: int) -> bool:
        if len(term) <= _SHORT and term in _LITTLE_WORDS:
            return True
        return self.lexicon.frequency("text", term) > _OFTEN * (tagged + 1)

    def _stands(self, term: str) -> bool:
        return any(self.lexicon.frequency(name, term) for name in ("text", "title"))

    def _weight(self, terms: Sequence[str]) -> float:
        return sum(idf(self.lexicon, WEIGHTS, term) for term in terms)


def _row(tokens: Sequence[Token]) -> list[str]:
    """The words or the one phrase at the beginning, as far as nothing comes between them."""
    if tokens and tokens[0].kind is TokenKind.PHRASE and tokens[0].slop == 1:
        return [] if tokens[0].exact else [tokens[0].text]
    words: list[str] = []
    for token in tokens[: MOST_WORDS + 1]:
        if token.kind in (TokenKind.AND, TokenKind.OR, TokenKind.NEAR) and len(words) > 1:
            return words[:-1]  # the operator binds the last of them
        if token.kind is not TokenKind.WORD or token.boost != 1:
            break
        words.append(token.text.strip(",;:!"))
    return words[:MOST_WORDS]


def _clause(name: str, lexicon: Lexicon, fields: Mapping[str, float], boost: float) -> Node:
    """A name as the languages of the index read it; one word as it is written, never another form of its stem."""
    readings, forms = lexicon.languages.readings(name), FormChooser(lexicon)
    words = [terms[0] for terms in readings if len(terms) == 1]
    phrases = [
        Phrase(field, terms, boost=weight * boost)
        for field, weight in fields.items()
        for terms in readings
        if len(terms) > 1
    ]
    if len(fields) == 1:
        [(field, weight)] = fields.items()
        return Or((any_of(field, words, weight * boost), *phrases))
    return Or((*(forms.exact(TOKENIZER.tokenize(name)[0], boost) if words else ()), *phrases))


def _least(others: Sequence[Other], typed: tuple[str, ...]) -> list[Other]:
    """Those names that hold no other one of them: `Islamic State` finds `Islamic State group`, too."""
    named = [other.terms for other in others if other.terms] + [typed]
    kept = []
    for other in others:
        within = any(each != other.terms and _holds(other.terms, each) for each in named)
        surname = len(other.terms) == 1 and _holds(typed, other.terms)
        if not within and not surname:
            kept.append(other)
    return kept


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    places = range(len(long) - len(short) + 1)
    return bool(short) and any(long[place : place + len(short)] == short for place in places)
