"""Make the clauses of a query tree from the words, phrases and fields of a query."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.folding import fold
from index.analysis.analyzer import TOKENIZER, form_of
from search.query.expansion import any_of
from search.query.field_names import FILTERS
from search.query.filter_clauses import FilterClauses, pattern
from search.query.lexer import Token, TokenKind
from search.query.lexicon import Lexicon
from search.query.origins import origin_of
from search.query.patterns import Truncation, fuzzy, pattern_parts, phrase_parts, truncation
from search.query.proximity import in_order
from search.query.tree import And, Every, Fuzzy, Near, Node, Or, Phrase, Term
from search.query.word_forms import FormChooser
from search.scoring.parameters import TITLE_BOOST
from search.types.result import How

MAX_PATTERNS = 10
"""Of one query: each may stand for hundreds of words."""

MAX_PHRASES = 50
"""Of one query, words with hyphens among them: the positions of all their words are read."""

MAX_PHRASE = 50
"""Words of a phrase."""

MAX_ROW = 20
"""Words of a phrase with patterns among them, each of which is looked for behind the one before."""

_TEXT_FIELDS: Mapping[str, float] = {"title": TITLE_BOOST, "text": 1.0}
_HYPHENS = re.compile("[-‐‑–—]+")
_SLASH = re.compile(r"[/,;+_=\\]")
_PART = r"(?=[^/,;+_=\\]*[^\W\d_])[^\W_](?:[^\W_]|['’.-])*[^\W_]"
_SLASHED = re.compile(rf"{_PART}(?:{_SLASH.pattern}{_PART})+")
"""Words of two and more letters that a sign joins without a blank: `Merkel/Sarkozy`, `tanker,spain`."""
_CHINESE = re.compile("[\u4e00-\u9fff]{4,}")
_PAIRS = re.compile("..(?:.$)?")
_YEARS = re.compile(r"\d{4}\.\.\d{4}")


def fields_of(field: str | None) -> Mapping[str, float]:
    """The fields that words are looked for in, with their weights: one that is named, or title and text."""
    return {field: _weight(field)} if field else _TEXT_FIELDS


def _weight(field: str | None) -> float:
    """By how much a score in a field is raised: title and text together are weighed by BM25F."""
    return 0.0 if field in FILTERS else _TEXT_FIELDS[field] if field else 1.0


class Clauses:
    """Makes the clauses of one query against one lexicon. `notices` collects what the user should know."""

    def __init__(self, lexicon: Lexicon, *, in_capitals: bool = False) -> None:
        """`in_capitals`: all words were typed in capitals, which tell no acronym or name then."""
        self._lexicon = lexicon
        self._readings = lexicon.languages.readings
        self._forms = FormChooser(lexicon)
        self._in_capitals = in_capitals
        self.notices: list[str] = []
        self._filters = FilterClauses(lexicon, self.notices)
        self._patterns = 0
        self._phrases: set[tuple[str, ...]] = set()

    def clause(self, token: Token, field: str | None) -> Node | None:
        """The clause of a word or phrase in a field, or in title and text; None where it has no letter or digit."""
        if field is None or field == "source" or field not in FILTERS:
            return self._text(token, field)
        if field == "entity" and re.search(r"[*?]", token.text) and self._one_too_many():
            token = replace(token, text=token.text.strip("*?"))
        return self._filters.clause(field, token)

    def loose(self, token: Token, field: str | None) -> Mapping[str, Node]:
        """What stands for words with hyphens, such as `two-dimensional`, where any word is enough: each of them.

        Of Chinese words in a row, which no blank parts, it is two signs each: `工人罢工` is `工人` and `罢工`.
        """
        signs = _SLASH if _SLASHED.fullmatch(token.text) else _HYPHENS
        pieces = _PAIRS.findall(token.text) if _CHINESE.fullmatch(token.text) else signs.split(token.text)
        parts = [part for part in pieces if any(map(str.isalnum, part))]
        if field is not None or origin_of(token).how is not How.WORD or len(parts) < 2:  # noqa: PLR2004 - one is itself
            return {}
        words = {part: self._text(replace(token, text=part), field) for part in parts}
        return {part: word for part, word in words.items() if word is not None}

    def _text(self, token: Token, field: str | None) -> Node | None:
        if token.literal:
            return self._words(token.text, field, token)
        if token.kind is TokenKind.PHRASE:
            return self._phrase(token, field)
        if near := fuzzy(token.text):
            if near.notice:
                self.notices.append(near.notice)
            return self._fuzzy(near.word, near.distance, field, token)
        if "*" in token.text or "?" in token.text:
            return self._pattern(token, field)
        if _SLASHED.fullmatch(token.text):
            words = [self._words(part, field, token) for part in _SLASH.split(token.text)]
            return And(tuple(word for word in words if word is not None))
        if _YEARS.fullmatch(token.text):
            self.notices.append(f"“{token.text}” was searched as words; for the years write year:{token.text}.")
        return self._truncated(token, field) or self._words(token.text, field, token)

    def _truncated(self, token: Token, field: str | None) -> Node | None:
        """`bankrup!`, as Nexis has it, stands for all words that begin so, if it is no word itself."""
        match truncation(token.text, self._lexicon):
            case Truncation(prefix, notice) if prefix and not self._one_too_many():
                self.notices.append(notice)
                return pattern(f"{fold(prefix)}*", field, _weight(field) * token.boost)
            case Truncation("", notice) if notice:
                self.notices.append(notice)
        return None

    def _phrase(self, token: Token, field: str | None) -> Node | None:
        parts = phrase_parts(token.text)
        if len(parts) == 1 and parts[0].pattern:
            return self._text(replace(token, kind=TokenKind.WORD, text=parts[0].text), field)
        if not any(part.pattern or part.gap for part in parts):
            return self._words(token.text, field, token)
        word = replace(token, kind=TokenKind.WORD, boost=1.0)
        row = [(replace(word, text=part.text), part.gap + token.slop) for part in parts]
        return self._in_row(row, field, token.boost)

    def _in_row(self, row: Sequence[tuple[Token, int]], field: str | None, boost: float) -> Node | None:
        """Words and patterns in this order, each at most so far behind the one before."""
        if len(row) > MAX_ROW:
            self.notices.append(f"A phrase with patterns is long: its first {MAX_ROW} words were searched.")
        found = [(self._text(token, None), distance) for token, distance in row[:MAX_ROW]]
        weights = {name: weight * boost for name, weight in fields_of(field).items()}
        return in_order([(node, distance) for node, distance in found if node is not None], weights)

    def _words(self, text: str, field: str | None, token: Token) -> Node | None:
        """A word or the words of a phrase, as the languages of the index read them: any reading will do."""
        readings = self._readings(text)
        if len(readings[0]) > MAX_PHRASE:
            self.notices.append(f"A phrase is long: its first {MAX_PHRASE} words were searched.")
            readings = list(dict.fromkeys(terms[:MAX_PHRASE] for terms in readings))
        if not readings[0]:
            return None
        if field == "source" and not any(self._stand("source", terms) for terms in readings):
            self.notices.append(f"No article has a source “{text}”.")
        if len(readings[0]) == 1:
            if field is None:
                return self._word(text, token)
            return any_of(field, [term for terms in readings for term in terms], _weight(field) * token.boost)
        if self._one_phrase_too_many(readings[0]):
            words = [any_of(field, list(dict.fromkeys(terms)), 1.0) for terms in zip(*readings, strict=True)]
            return And(tuple(words), token.boost)
        forms = tuple(map(form_of, TOKENIZER.tokenize(text)))[:MAX_PHRASE] if token.exact and token.slop == 1 else ()
        return _either(
            [
                _in_order(name, terms, token.slop, weight * token.boost, forms)
                for name, weight in fields_of(field).items()
                for terms in readings
            ]
        )

    def _stand(self, field: str, terms: tuple[str, ...]) -> bool:
        return all(self._lexicon.frequency(field, term) for term in terms)

    def _word(self, text: str, token: Token) -> Node | None:
        """A word in title or text: in quotation marks in this form, else in those that mean it."""
        [word] = TOKENIZER.tokenize(text)
        chosen = self._forms.exact if token.kind is TokenKind.PHRASE else self._forms.word
        return _either(chosen(word.lower() if self._in_capitals else word, token.boost))

    def _one_phrase_too_many(self, terms: tuple[str, ...]) -> bool:
        """Whether this phrase, not met before, is beyond the bound: equal ones are evaluated once."""
        if terms in self._phrases or len(self._phrases) < MAX_PHRASES:
            self._phrases.add(terms)
            return False
        self.notices.append(f"At most {MAX_PHRASES} phrases are searched in order; the others were searched as words.")
        return True

    def _one_too_many(self) -> bool:
        self._patterns += 1
        if self._patterns > MAX_PATTERNS:
            self.notices.append(
                f"At most {MAX_PATTERNS} words of a query may have “*”, “?” or “~”; the others were searched as words."
            )
        return self._patterns > MAX_PATTERNS

    def _pattern(self, token: Token, field: str | None) -> Node | None:
        text = re.sub(r"\*+", "*", fold(token.text))
        if text == "*":
            return Every()
        if not any(sign.isalnum() for sign in text):
            return None
        if self._one_too_many():
            return self._words(token.text, field, token)
        if len(parts := pattern_parts(token.text)) > 1:
            return self._in_row([(replace(token, text=part, boost=1.0), 1) for part in parts], field, token.boost)
        return pattern(text, field, _weight(field) * token.boost)

    def _fuzzy(self, word: str, distance: int, field: str | None, token: Token) -> Node | None:
        if len(self._readings(word)[0]) != 1 or self._one_too_many():
            return self._words(word, field, token)
        return Fuzzy(word, distance, field, _weight(field) * token.boost)


def _in_order(field: str, terms: tuple[str, ...], slop: int, boost: float, forms: tuple[str, ...]) -> Phrase | Near:
    """The words of a phrase; with a distance, a pair is near in either order."""
    if slop > 1 and len(terms) == 2:  # noqa: PLR2004 - a pair
        return Near(field, (Term(field, terms[0]), Term(field, terms[1])), slop, boost=boost)
    return Phrase(field, terms, slop, boost, forms)


def _either(clauses: Sequence[Node]) -> Node:
    return clauses[0] if len(clauses) == 1 else Or(tuple(clauses))
