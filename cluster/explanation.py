"""Why did this match, on a cluster: what each word gave to an article's score, worked out here from the article itself.

The cluster says the score; which share of it each leaf of the question has is reckoned as an embedded index does
(`search.answers.explanation`), by BM25F over the text that came back. The parts add up to the score that is shown.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from cluster.articles import Articles
from cluster.pages import Row
from cluster.reader import Reader, Understood
from cluster.reranking import Reranked
from corpus.folding import exact_key, fold
from index.analysis.analyzer import Analysis, form_of
from index.segments import stored_article
from index.segments.date_columns import day_number
from index.segments.facets import Facet
from index.segments.written_form import acronym_term, form_term
from search.answers.explanation import FORMS, Given, adding_up
from search.highlighting.hits import Text
from search.highlighting.match_positions import in_their_forms, match_spans, positions_in, wanted_in
from search.query.origins import Origin, key_of
from search.query.tree import (
    And,
    CombinedTerm,
    Compound,
    Dates,
    DisjunctionMax,
    Every,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Term,
    WordForm,
)
from search.ranking.feedback import beside
from search.ranking.meaning import Nearness
from search.ranking.proximity import neighbours
from search.scoring.idf import idf
from search.scoring.parameters import K1, MOST_PAIRS, PAIR, WEIGHTS, B
from search.types.result import Hit, How, Reason


class _Article:
    """An article as its leaves see it."""

    def __init__(self, text: Text, stored: dict[str, Any], reader: Reader) -> None:
        self.text = text
        self.raw = stored_article.from_json(stored)
        self._reader = reader
        article = text.document.article
        languages = reader.lexicon.languages
        self.analyses: dict[str, Analysis] = {
            "title": languages.of(article).analyse(article.title),
            "text": languages.of(article).analyse(article.text),
            "source": reader.lexicon.analyzer.analyse(article.source or ""),
        }
        self.written = {"title": article.title, "text": article.text, "source": article.source or ""}
        self.counted = {field: Counter(analysis.terms) for field, analysis in self.analyses.items()}
        self.day = day_number(self.raw.published)

    @cached_property
    def facets(self) -> dict[str, set[str]]:
        """The keys of its values in each facet, by column."""
        return {facet.field.column: {exact_key(each) for each, _ in facet.field.of(self.raw)} for facet in Facet}

    @cached_property
    def forms(self) -> set[str]:
        """What stands for the forms of its terms, and for its acronyms."""
        found = set()
        for field in WEIGHTS:
            analysis, written = self.analyses[field], self.written[field]
            for term, (begin, end) in zip(analysis.terms, analysis.spans, strict=True):
                token = written[begin:end]
                found |= {form_term(term, form_of(token)) or f"{term}\t{term}", acronym_term(term, token)}
        return found

    def spans(self, leaf: Node, field: str) -> list[str]:
        """As what a clause stands in a field."""
        analysis, written = self.analyses[field], self.written[field]
        wanted = wanted_in(leaf, field)
        found = in_their_forms(match_spans(wanted, positions_in(analysis)), wanted, written, analysis.spans)
        return [written[analysis.spans[mark.first][0] : analysis.spans[mark.last][1]] for mark in found]


@dataclass(slots=True)
class Explainer:
    """Explains the hits of one answer."""

    found: Understood
    again: Reranked
    reader: Reader

    def explained(self, hits: Sequence[Hit], rows: Sequence[Row]) -> list[Hit]:
        """Hits with the reasons for their scores."""
        if isinstance(self.found.tree, Every):
            return list(hits)
        articles = Articles(self.reader)
        stored = articles.stored(rows)
        hits = [hit for hit in hits if hit.document.article.id in stored]  # some may have gone
        shown = {hit.document.article.id for hit in hits}
        rows = [row for row in rows if row.id in shown]
        seen = [_Article(articles.text(stored[row.id]), stored[row.id], self.reader) for row in rows]
        reasons = self.reader.lexicon.settled(
            lambda: [list(self._reasons(article, row)) for article, row in zip(seen, rows, strict=True)]
        )
        return [
            replace(hit, reasons=adding_up(_scaled(each, hit.score), hit.score))
            for hit, each in zip(hits, reasons, strict=True)
        ]

    def _reasons(self, article: _Article, row: Row) -> Iterator[Reason]:
        given = self._given(self.found.tree, article) or []
        reasons = [self._reason(leaf, score, article) for leaf, score in given if score]
        reasons += [*self._pairs(article), *self._expansions(article)]
        if row.gain and self.again.words:
            near = Nearness(self.again.words, np.array([row.gain]), np.array([any(row.vector)]))
            reasons += near.reasons(0, article.text.document)
        yield from sorted(reasons, key=lambda reason: -reason.score)

    def _given(self, node: Node, article: _Article) -> list[Given] | None:
        """What the leaves below a node gave to an article; None where it does not match."""
        match node:
            case CombinedTerm() | WordForm():
                return self._combined(node, article)
            case And() | Or() | DisjunctionMax() | Near():
                return self._compound(node, article)
            case Not() | Every():
                return self._constant(node, article)
            case Dates():
                return [] if node.dates.among(np.array([article.day]))[0] else None
            case Term() | Phrase() if (score := self._score(node, article)) is not None:
                return [(node, score)]
        return None

    def _constant(self, node: Not | Every, article: _Article) -> list[Given] | None:
        if isinstance(node, Every):
            return [(node, node.boost)]
        return [(node, 1.0)] if self._given(node.clause, article) is None else None

    def _combined(self, node: CombinedTerm | WordForm, article: _Article) -> list[Given] | None:
        counted = [self._weighed(field, node.text, article) for field in WEIGHTS]
        if not sum(counted):
            return None
        if isinstance(node, WordForm) and not _has_form(node.text, node.forms, article):
            return None
        weight = node.boost * idf(self.reader.lexicon, WEIGHTS, node.text)
        score = weight * _saturated(sum(counted))
        if node.preferred and node.preference and _has_form(node.text, (node.preferred,), article):
            score += weight * node.preference
        return [(leaf, score * each / sum(counted)) for leaf, each in zip(node.by_field, counted, strict=True) if each]

    def _compound(self, node: Compound | Near, article: _Article) -> list[Given] | None:
        if isinstance(node, Near):
            if not article.spans(node, node.field):
                return None
            node = Or(node.phrases) if node.phrases else Or(node.clauses, node.boost)
        parts = [self._given(part, article) for part in node.clauses]
        there = [part for part in parts if part is not None]
        if not there or (isinstance(node, And) and len(there) < len(parts)):
            return None
        if isinstance(node, DisjunctionMax):
            there = [max(there, key=lambda part: sum(score for _, score in part))]
        return [(leaf, score * node.boost) for part in there for leaf, score in part]

    def _score(self, leaf: Term | Phrase, article: _Article) -> float | None:
        """What a leaf of one field gives; None where it does not match."""
        if isinstance(leaf, Term) and leaf.field not in article.analyses:
            return leaf.boost if leaf.text in article.facets.get(leaf.field, ()) else None
        terms = (leaf.text,) if isinstance(leaf, Term) else leaf.terms
        there = all(article.counted[leaf.field][term] for term in terms)
        if not there or (isinstance(leaf, Phrase) and not article.spans(leaf, leaf.field)):
            return None
        lexicon, weights = self.reader.lexicon, WEIGHTS.get(leaf.field, 1.0)
        return sum(
            leaf.boost
            * idf(lexicon, (leaf.field,), term)
            * _saturated(self._weighed(leaf.field, term, article) / weights)
            for term in terms
        )

    def _weighed(self, field: str, term: str, article: _Article) -> float:
        """How often a term stands in a field, set off against its length, and weighted."""
        return self._relative(field, article.counted[field][term], article)

    def _relative(self, field: str, count: int, article: _Article) -> float:
        average = self.reader.archive.lengths[field] / max(self.reader.archive.count, 1) or 1
        norm = (1 - B) + B * len(article.analyses[field].terms) / average
        return count * WEIGHTS.get(field, 1.0) / norm

    def _pairs(self, article: _Article) -> Iterator[Reason]:
        """What words that stand together as in the question gave."""
        counted: dict[tuple[str, str], tuple[str, int]] = {}
        for run in self.found.runs:
            for first, second, typed in neighbours(run):
                before = counted.get((first, second), (typed, 0))
                counted[first, second] = (before[0], before[1] + 1)
        for pair, (typed, count) in list(counted.items())[:MOST_PAIRS]:
            rare = sum(idf(self.reader.lexicon, WEIGHTS, term) for term in pair) / 2
            yield from self._gained(typed, How.PAIR, pair, PAIR * count * rare, article)

    def _expansions(self, article: _Article) -> Iterator[Reason]:
        """What words gave that the best articles have in common."""
        weight = beside(sum(map(len, self.found.runs)))
        for each in self.again.terms:
            rare = weight * each.share * idf(self.reader.lexicon, WEIGHTS, each.term)
            yield from self._gained(each.form, How.EXPANSION, (each.term,), rare, article)

    def _gained(
        self, typed: str, how: How, terms: tuple[str, ...], weight: float, article: _Article
    ) -> Iterator[Reason]:
        found = {field: article.spans(Phrase(field, terms), field) for field in WEIGHTS}
        counted = {field: self._relative(field, len(each), article) for field, each in found.items()}
        total = sum(counted.values())
        for field, count in counted.items():
            if count:
                forms = tuple(dict.fromkeys(found[field]))[:FORMS]
                yield Reason(typed, how, field, forms, weight * _saturated(total) * count / total)

    def _reason(self, leaf: Term | Phrase | Not | Every, score: float, article: _Article) -> Reason:
        if isinstance(leaf, Not | Every):
            return Reason("", How.REFUSAL, None, (), score)
        origin = self.found.question.origins.get(key_of(leaf), Origin("", How.WORD))
        forms = _forms(leaf, article)
        how = origin.how
        if how is How.WORD and forms and fold(origin.typed) not in map(fold, forms):
            how = How.STEM
        return Reason(origin.typed, how, leaf.field, forms, score)


def _forms(leaf: Leaf, article: _Article) -> tuple[str, ...]:
    """As what a leaf stands in the article."""
    if isinstance(leaf, Term | Phrase) and leaf.field in WEIGHTS:
        return tuple(dict.fromkeys(article.spans(leaf, leaf.field)))[:FORMS]
    return (leaf.text,) if isinstance(leaf, Term) else ()


def _has_form(term: str, forms: Sequence[str], article: _Article) -> bool:
    return any(f"{term}\t{form}" in article.forms for form in forms)


def _saturated(frequency: float) -> float:
    return frequency / (frequency + K1) * (K1 + 1)


def _scaled(reasons: Sequence[Reason], score: float) -> list[Reason]:
    """Reasons whose scores add up to a score, in proportion."""
    total = sum(each.score for each in reasons)
    return [replace(each, score=each.score * score / total) for each in reasons] if total else list(reasons)
