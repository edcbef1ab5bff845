"""Which forms of a word are meant: its inflections, but no name that merely has the same stem, and first the typed one.

`Boeing` and `BoE` have one stem, as have `Citi` and `city`. Names are told from words by how the collection writes
them: with a capital within sentences, in capitals, never in small letters.
"""

from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from os.path import commonprefix

from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.folding import fold
from corpus.number_signs import sign_of
from index.analysis.analyzer import Analyzer, form_of
from search.query.lexicon import Lexicon
from search.query.tree import CombinedTerm, DisjunctionMax, Node, Or, WordForm
from search.scoring.parameters import K1

_MOSTLY = 0.9
"""A form is a name where so much of what tells it from a word speaks for it."""

_MANY = 5
"""Occurrences with a capital within a sentence that leave no doubt."""

_NOUN_CAPITALS = "de"
"""The language that writes every noun with a capital."""

_ENDINGS = frozenset(("", "e", "s", "es", "d", "ed", "ing", "ings", "er", "ers", "ly", "y", "ies", "ied"))
_STEM = 3


ALONE = K1 + 1
"""What the typed form counts for, beside the word, in a query of one word: as much as the word may at most."""


class Evidence(IntEnum):
    """How sure it is that a form is a name."""

    NONE = 0
    POSSIBLE = 1  # it stands only where any word has a capital
    LIKELY = 2
    CERTAIN = 3


class FormChooser:
    """Makes the leaves of words in title or text against one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._forms = lexicon.word_forms
        self._analyzers = lexicon.languages.analyzers

    def word(self, token: str, boost: float) -> list[CombinedTerm | WordForm]:
        """A word as each language of the index reads it, with those of its forms that mean it."""
        found: dict[str, CombinedTerm | WordForm] = {}
        for analyzer in self._analyzers:
            term = analyzer.term(token)
            leaf = self._leaf(token, term, boost, analyzer)
            if not isinstance(found.get(term), CombinedTerm):
                found[term] = leaf
        return list(found.values())

    def exact(self, token: str, boost: float) -> list[WordForm]:
        """A word in the form that was typed, as each language of the index reads it; an acronym first as one."""
        form, has_sign = form_of(token), bool(sign_of(token))
        terms = {analyzer.term(token): "" for analyzer in self._analyzers}
        terms = {term: self._acronym(token, term) or "" for term in terms}
        return [WordForm(term, (own if own and has_sign else form,), boost, own) for term, own in terms.items()]

    def _acronym(self, token: str, term: str) -> str | None:
        """A token in capitals that the collection has as an acronym, or the sign of a number that it has so."""
        acronym = sign_of(token) or token.replace(".", "")
        return acronym if _is_acronym(acronym) and acronym in self._forms.of(term) else None

    def _leaf(self, token: str, term: str, boost: float, analyzer: Analyzer) -> CombinedTerm | WordForm:
        acronym = self._acronym(token, term)
        if acronym and not token.isalpha():  # who types `U.S.` does not mean `us`, nor who types `7%` seven
            return WordForm(term, (acronym,), boost, acronym)
        typed = self._without_possessive(form_of(token), term)
        own = self._forms.of(term)
        forms = [each for each in own if not _is_acronym(each)]
        if term in self._forms and term not in forms:
            forms.append(term)
        preferred = acronym or typed
        if len(forms) < 2 and preferred == typed:  # noqa: PLR2004 - nothing is to be told apart
            return CombinedTerm(term, boost)
        meant = tuple(each for each in forms if each == typed or not self._apart(token, typed, each, term))
        if len(meant) == len(forms) or typed not in forms or analyzer.language == _NOUN_CAPITALS:
            return CombinedTerm(term, boost, preferred if preferred in forms or preferred in own else "")
        return WordForm(term, meant, boost, preferred)

    def _without_possessive(self, typed: str, term: str) -> str:
        """The name of which a typed form, which is nowhere itself, is the possessive: `Lowe` of `Lowes`."""
        name = typed[:-1]
        is_possessive = typed.endswith("s") and typed not in self._forms and name in self._forms.of(term)
        return name if is_possessive and self._evidence(name, term) else typed

    def _apart(self, token: str, typed: str, other: str, term: str) -> bool:
        """Whether the typed form and another one of its stem are a name and a word, or two names."""
        mine, theirs = self._evidence(typed, term), self._evidence(other, term)
        if mine == Evidence.POSSIBLE and not token[0].isupper() and theirs < Evidence.LIKELY:
            mine = Evidence.NONE
        if mine and theirs and _given_names() & {typed, other}:
            return True
        if mine and theirs:
            return max(mine, theirs) >= Evidence.LIKELY and not _is_plural(typed, other)
        name, word = (mine, theirs) if mine else (theirs, mine)
        if word or not name or (name is theirs and name < Evidence.LIKELY):
            return False
        return name == Evidence.CERTAIN or not self._are_one_word(typed, other, term)

    def _are_one_word(self, one: str, other: str, term: str) -> bool:
        """Whether two forms are inflections of a word; `cities` is none of `Citi`, being one of `city`."""
        if not _is_inflected(one, other):
            return False
        rest = {each for each in (term, *self._forms.of(term)) if each in self._forms} - {one, other}
        return all(_is_inflected(one, each) == _is_inflected(other, each) for each in rest)

    def _evidence(self, form: str, term: str) -> Evidence:
        counts = self._forms.counts(form)
        if not counts.occurrences or counts.capital < _MOSTLY * (counts.capital + counts.lower):
            return Evidence.NONE
        acronyms, of_form = self._forms.of(term).get(form.upper(), 0), self._forms.of(term).get(form, 0)
        if counts.capital >= _MANY or (acronyms and acronyms >= _MOSTLY * of_form and form != term):
            return Evidence.CERTAIN
        return Evidence.LIKELY if counts.capital else Evidence.POSSIBLE


def by_form(tree: Node) -> Node:
    """A query of one word so that every article with its typed form is before those with other forms alone."""
    match tree:
        case CombinedTerm() | WordForm() if tree.preferred:
            return replace(tree, preference=ALONE)
        case DisjunctionMax():
            return replace(tree, clauses=(by_form(tree.clauses[0]), *tree.clauses[1:]))
        case Or() if all(isinstance(clause, CombinedTerm | WordForm) for clause in tree.clauses):
            return replace(tree, clauses=tuple(map(by_form, tree.clauses)))
    return tree


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(map(fold, lexicon().given_names))


def _is_acronym(form: str) -> bool:
    return len(form) > 1 and form.isupper() and form.isalpha()


def _is_plural(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in (f"{short}s", f"{short}es")


def _is_inflected(one: str, other: str) -> bool:
    """Whether two forms differ by endings alone that any verb, noun or adjective may have."""
    prefix = commonprefix((one, other))  # noqa: RUF071 - of strings, not of paths
    endings = {one[len(prefix) :], other[len(prefix) :]}
    return len(prefix) >= _STEM and endings <= _ENDINGS and endings != {"", "e"}
