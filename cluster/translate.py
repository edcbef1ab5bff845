"""Translate query trees into OpenSearch's query language, over fields whose tokens are analysed already.

What matches is the same as in an embedded index; what it scores is as near as Lucene comes: a word over title and text
is one word of `combined_fields` (BM25F), a phrase scores what its words do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from cluster.mapping import ANY_TERM, SEPARATOR
from index.segments.fields import TEXTS
from index.segments.written_form import SEPARATOR as BEFORE_FORM
from search.query.tree import (
    And,
    CombinedTerm,
    Dates,
    DisjunctionMax,
    Every,
    Leaf,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    WordForm,
    leaves,
)
from search.query.tree import Fuzzy as FuzzyNode
from search.scoring.idf import Frequencies, idf
from search.scoring.parameters import K1, WEIGHTS
from search.types.date_ranges import DateRange

Query = dict[str, Any]

EVERYTHING: Query = {"match_all": {}}
NOTHING: Query = {"match_none": {}}

_FIELDS = [f"{field}^{weight:g}" for field, weight in WEIGHTS.items()]
_SCALE = K1 + 1
"""By what the scores of Lucene's BM25 are lower than ours."""

_MOST_LEAVES = 300
"""Words of a query that are scored one by one: of more, alternatives of one kind are looked for as a set."""

_MOST_ROWS = 512
"""Rows of distances that a phrase with a distance is spelled out as."""

_MANY = 64


@dataclass(slots=True)
class Translator:
    """Translates trees. `nearly`: whether a clause was met that a cluster matches by nearest neighbours alone."""

    lexicon: Frequencies
    nearly: bool = False
    _large: bool = False

    def query(self, tree: Node) -> Query:
        """What finds the articles that match a tree, and scores them."""
        self._large = sum(1 for _ in leaves(tree)) > _MOST_LEAVES
        return self._node(tree)

    def _node(self, node: Node) -> Query:
        match node:
            case And():
                return self._all(node)
            case Or():
                return self._any(node)
            case DisjunctionMax():
                return _boosted({"dis_max": {"queries": list(map(self._node, node.clauses))}}, node.boost)
            case Not() | Every() | Nothing():
                return self._of_every(node)
            case _:
                return self._leaf(node)

    def _of_every(self, node: Not | Every | Nothing) -> Query:
        match node:
            case Not():
                return {"bool": {"must": [_constant(EVERYTHING, 1.0)], "must_not": [self._node(node.clause)]}}
            case Every():
                return _constant(EVERYTHING, node.boost)
            case Nothing():
                return NOTHING

    def _leaf(self, leaf: Leaf) -> Query:
        match leaf:
            case CombinedTerm():
                return self._preferring(leaf, combined(leaf.text, leaf.boost))
            case WordForm():
                wanted = _bool(must=[combined(leaf.text, leaf.boost)], filter=[in_forms(leaf.text, leaf.forms)])
                return self._preferring(leaf, wanted)
            case Term():
                return _term(leaf)
            case Phrase():
                return _bool(must=[_term(each) for each in _terms(leaf)], filter=self._in_order(leaf))
            case Near():
                return self._near(leaf)
            case Dates():
                return _constant(dated(leaf.dates), 0.0)
            case Prefix() | Wildcard() | FuzzyNode():
                raise TypeError(f"{leaf} must be expanded before it is translated")

    def _all(self, node: And) -> Query:
        if not node.clauses:
            return NOTHING
        wanted = [self._node(clause) for clause in node.clauses if not isinstance(clause, Not)]
        excluded = [self._node(clause.clause) for clause in node.clauses if isinstance(clause, Not)]
        return _boosted(_bool(must=wanted or [_constant(EVERYTHING, 1.0)], must_not=excluded), node.boost)

    def _any(self, node: Or) -> Query:
        clauses = list(node.clauses)
        sets: list[Query] = []
        if self._large or len(clauses) > _MANY:
            sets, clauses = _as_sets(clauses)
        return _boosted(_bool(should=[*sets, *map(self._node, clauses)], minimum_should_match=1), node.boost)

    def _preferring(self, leaf: CombinedTerm | WordForm, query: Query) -> Query:
        """The same where those that have the preferred form come first."""
        if not leaf.preferred or not leaf.preference:
            return query
        weight = leaf.boost * idf(self.lexicon, WEIGHTS, leaf.text) * leaf.preference
        return _bool(must=[query], should=[_constant(in_forms(leaf.text, (leaf.preferred,)), weight)])

    def _near(self, near: Near) -> Query:
        if near.phrases:
            each = [self._leaf(phrase) for phrase in near.phrases]
            return each[0] if len(each) == 1 else _bool(should=each, minimum_should_match=1)
        found = _bool(must=list(map(self._node, near.clauses)), filter=[{"intervals": {near.field: self._spans(near)}}])
        return _boosted(found, near.boost)

    def _in_order(self, phrase: Phrase) -> list[Query]:
        """What a phrase asks for besides its terms."""
        found = [self._row(phrase)]
        if phrase.forms:
            keys = (f"{term}{BEFORE_FORM}{form}" for term, form in zip(phrase.terms, phrase.forms, strict=True))
            found.append({"match_phrase": {f"{phrase.field}.form": SEPARATOR.join(keys)}})
        return found

    def _row(self, phrase: Phrase) -> Query:
        field, terms, slop = phrase.field, phrase.terms, phrase.slop
        if slop == 1:
            return {"match_phrase": {field: SEPARATOR.join(terms)}}
        if len(terms) == 2 or slop ** (len(terms) - 1) > _MOST_ROWS:  # noqa: PLR2004 - of a pair the nearest decides
            self.nearly |= len(terms) > 2  # noqa: PLR2004
            return {"intervals": {field: self._spans(phrase)}}
        rows = [_with_gaps(terms, gaps) for gaps in product(range(1, slop + 1), repeat=len(terms) - 1)]
        each = [{"match_phrase": {field: {"query": row, "analyzer": "gaps"}}} for row in rows]
        return _bool(should=each, minimum_should_match=1)

    def _spans(self, node: Node) -> Query:
        """Where a clause matches, as intervals: of those that hold another one, the shortest alone are known."""
        match node:
            case Term():
                return {"match": {"query": node.text}}
            case Phrase():
                found: Query = {"match": {"query": node.terms[0]}}
                for term in node.terms[1:]:
                    found = _follows(found, {"match": {"query": term}}, node.slop)
                return found
            case Or():
                return {"any_of": {"intervals": list(map(self._spans, node.clauses))}}
            case Near():
                first, second = map(self._spans, node.clauses)
                self.nearly |= node.distance > 1 and any(isinstance(each, Near) for each in node.clauses)
                ordered = _follows(first, second, node.distance)
                if node.ordered:
                    return ordered
                return {"any_of": {"intervals": [ordered, _follows(second, first, node.distance)]}}
        raise TypeError(f"{node} has no positions")


def dated(dates: DateRange) -> Query:
    """The articles whose date lies in a range wholly, as far as it is known."""
    return _bool(
        filter=[{"range": {"day": {"gte": max(dates.first, 1), "lte": dates.last}}}],
        must_not=[{"terms": {"day": dates.vague()}}] if dates.vague() else [],
    )


def in_forms(term: str, forms: Sequence[str]) -> Query:
    """The articles that have a term in one of some forms in title or text; an acronym is a form in capitals."""
    acronyms = [f"{term}{BEFORE_FORM}{form}" for form in forms if form.isupper()]
    written = [f"{term}{BEFORE_FORM}{form}" for form in forms]
    either: list[Query] = [{"terms": {f"{field}.form": written}} for field in WEIGHTS]
    return _bool(should=[*either, *([{"terms": {"acronym": acronyms}}] if acronyms else [])], minimum_should_match=1)


def combined(text: str, boost: float) -> Query:
    """A word over title and text."""
    if not boost:
        return _constant(_bool(should=[{"term": {field: text}} for field in WEIGHTS], minimum_should_match=1), 0.0)
    return {"combined_fields": {"query": text, "fields": _FIELDS, "boost": boost * _SCALE}}


def _term(term: Term) -> Query:
    """A term in a field: in facets every article scores alike."""
    found = {"term": {term.field: {"value": term.text}}}
    if term.field not in TEXTS or not term.boost:
        return _constant(found, term.boost)
    return {"term": {term.field: {"value": term.text, "boost": term.boost * _SCALE}}}


def _terms(phrase: Phrase) -> Iterator[Term]:
    for term in phrase.terms:
        yield Term(phrase.field, term, phrase.boost)


def _as_sets(clauses: Sequence[Node]) -> tuple[list[Query], list[Node]]:
    """Words among some alternatives as sets, one for each boost: they find the same, and score alike."""
    by_boost: dict[float, list[str]] = {}
    of_field: dict[tuple[str, float], list[str]] = {}
    others: list[Node] = []
    for each in clauses:
        if isinstance(each, CombinedTerm):
            by_boost.setdefault(each.boost, []).append(each.text)
        elif isinstance(each, Term):
            of_field.setdefault((each.field, each.boost), []).append(each.text)
        else:
            others.append(each)
    sets = [
        _constant(_bool(should=[{"terms": {field: texts}} for field in WEIGHTS], minimum_should_match=1), boost)
        for boost, texts in by_boost.items()
    ]
    sets += [_constant({"terms": {field: texts}}, boost) for (field, boost), texts in of_field.items()]
    return sets, others


def _follows(first: Query, second: Query, distance: int) -> Query:
    return {"all_of": {"ordered": True, "max_gaps": distance - 1, "intervals": [first, second]}}


def _with_gaps(terms: Sequence[str], steps: Sequence[int]) -> str:
    """Terms of which each stands so many places behind the one before."""
    row = [terms[0]]
    for term, step in zip(terms[1:], steps, strict=True):
        row += [ANY_TERM] * (step - 1) + [term]
    return SEPARATOR.join(row)


def _constant(query: Query, score: float) -> Query:
    return {"constant_score": {"filter": query, "boost": score}}


def _bool(**clauses: Any) -> Query:
    return {"bool": {name: value for name, value in clauses.items() if value}}


def _boosted(query: Query, boost: float) -> Query:
    if boost != 1:
        [(kind, told)] = query.items()
        query = {kind: {**told, "boost": boost}}
    return query
