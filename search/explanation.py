"""Why did this match: what each word gave to an article's score, how it was found, and as what it stands there.

The parts add up to the score that is shown, to its last digit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whoosh import query

from index.analysis import fold
from index.columnar.segment import Segment
from index.snapshot import Snapshot
from search.answer import Answer
from search.evaluate import Evaluation
from search.evaluation.found import Found
from search.marks import StoredPositions, marks, positions_in, wanted_in
from search.query.origins import How, Origin, key_of
from search.result import Hit, Reason

_FORMS = 3
"""Spellings in which a word stands in an article that are told."""

Given = tuple[query.Query, float]
"""A leaf of the question, and what it gave to a score."""


def explained(hits: Sequence[Hit], numbers: Sequence[int], found: Answer, snapshot: Snapshot) -> list[Hit]:
    """Hits, given with the numbers of their articles, with the reasons for their scores."""
    explainer = _Explainer(found, snapshot)
    return [
        replace(hit, reasons=_adding_up(list(explainer.reasons(number)), hit.score))
        for hit, number in zip(hits, numbers, strict=True)
    ]


def _adding_up(reasons: list[Reason], score: float) -> tuple[Reason, ...]:
    """Reasons, their scores rounded so that they add up to the rounded score."""
    if not reasons:
        return ()
    rounded = [round(each.score, 4) for each in reasons]
    most = max(range(len(rounded)), key=rounded.__getitem__)
    rounded[most] = round(rounded[most] + score - sum(rounded), 4)
    return tuple(replace(each, score=value) for each, value in zip(reasons, rounded, strict=True))


class _Explainer:
    """Goes through the tree of a question again, article by article; what each leaf finds is kept."""

    def __init__(self, found: Answer, snapshot: Snapshot) -> None:
        self._found = found
        self._snapshot = snapshot
        self._stored = StoredPositions(snapshot, "text")
        self._leaves: dict[tuple[Segment, int], Found] = {}
        self._kept: list[query.Query] = []

    def reasons(self, number: int) -> Iterator[Reason]:
        """What gave an article its score, the most first."""
        if isinstance(self._found.tree, query.Every):
            return
        segment, local = self._snapshot.segment_of(number)
        given = self._given(self._found.tree, segment, local) or []
        for leaf, score in sorted(given, key=lambda each: -each[1]):
            if score:
                yield self._reason(leaf, score, number)

    def _given(self, node: query.Query, segment: Segment, local: int) -> list[Given] | None:
        """What the leaves below a node gave to an article; None where it does not match."""
        match node:
            case query.And() | query.Or() | query.DisjunctionMax():
                return self._compound(node, segment, local)
            case query.Not():
                return None if self._given(node.query, segment, local) is not None else [(node, 1.0)]
            case query.Every():
                return [(node, float(node.boost))]
        score = self._score(node, segment, local)
        return None if score is None else [(node, score)]

    def _compound(
        self, node: query.And | query.Or | query.DisjunctionMax, segment: Segment, local: int
    ) -> list[Given] | None:
        parts = [self._given(part, segment, local) for part in node.subqueries]
        there = [part for part in parts if part is not None]
        if not there or (isinstance(node, query.And) and len(there) < len(parts)):
            return None
        if isinstance(node, query.DisjunctionMax):
            there = [max(there, key=lambda part: sum(score for _, score in part))]
        boost = node.boost if len(parts) > 1 else 1.0
        return [(leaf, score * boost) for part in there for leaf, score in part]

    def _score(self, leaf: query.Query, segment: Segment, local: int) -> float | None:
        """What a leaf gives to an article; None where it does not find it."""
        key = (segment, id(leaf))
        if key not in self._leaves:
            self._leaves[key] = Evaluation(self._snapshot, segment).found(leaf)
            self._kept.append(leaf)  # so that its identity is not given to another one
        found = self._leaves[key]
        place = int(found.numbers.searchsorted(local))
        if place == len(found.numbers) or found.numbers[place] != local:
            return None
        return 0.0 if found.scores is None else float(found.scores[place])

    def _reason(self, leaf: query.Query, score: float, number: int) -> Reason:
        if isinstance(leaf, query.Not | query.Every):
            return Reason("", How.REFUSAL, None, (), score)
        origin = self._found.question.origins.get(key_of(leaf), Origin("", How.WORD))
        forms = self._forms(leaf, number)
        how = origin.how
        if how is How.WORD and forms and fold(origin.typed) not in map(fold, forms):
            how = How.STEM
        return Reason(origin.typed, how, leaf.fieldname, forms, score)

    def _forms(self, leaf: query.Query, number: int) -> tuple[str, ...]:
        """As what it stands in the article."""
        document, edges = self._snapshot.tokenized(number)
        article = document.article
        if leaf.fieldname == "text":
            found = marks(wanted_in(leaf, "text"), self._stored.of(number))
            forms = [article.text[int(edges[mark.first][0]) : int(edges[mark.last][1])] for mark in found]
        elif leaf.fieldname == "title":
            analysis = self._snapshot.languages.of(article).analyse(article.title)
            found = marks(wanted_in(leaf, "title"), positions_in(analysis))
            forms = [article.title[analysis.spans[mark.first][0] : analysis.spans[mark.last][1]] for mark in found]
        else:
            forms = [leaf.text] if isinstance(leaf, query.Term) else []
        return tuple(dict.fromkeys(forms))[:_FORMS]
