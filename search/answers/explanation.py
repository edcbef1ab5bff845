"""Why did this match: what each word gave to an article's score, how it was found, and as what it stands there.

The parts add up to the score that is shown, to its last digit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.folding import fold
from index.segments.segment import Segment
from index.snapshots.snapshot import Snapshot
from search.answers.answer import Answer
from search.execution.executor import SegmentExecutor
from search.execution.scored_docs import ScoredDocs
from search.execution.words import total_term_freqs
from search.highlighting.match_positions import in_their_forms, match_spans, positions_in, wanted_in
from search.highlighting.stored_positions import StoredPositions
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
from search.ranking.rerank import Ranked
from search.types.result import Hit, How, Reason

FORMS = 3
"""Spellings in which a word stands in an article that are told."""

Given = tuple[Term | Phrase | Not | Every, float]
"""What gave something to a score, and how much."""


def explained(
    hits: Sequence[Hit], numbers: Sequence[int], found: Answer, ranked: Ranked, snapshot: Snapshot
) -> list[Hit]:
    """Hits, given with the numbers of their articles, with the reasons for their scores."""
    explainer = _Explainer(found, ranked, snapshot)
    return [
        replace(hit, reasons=adding_up(list(explainer.reasons(number)), hit.score))
        for hit, number in zip(hits, numbers, strict=True)
    ]


def adding_up(reasons: list[Reason], score: float) -> tuple[Reason, ...]:
    """Reasons, their scores rounded so that they add up to the rounded score."""
    if not reasons:
        return ()
    rounded = [round(each.score, 4) for each in reasons]
    most = max(range(len(rounded)), key=rounded.__getitem__)
    rounded[most] = round(rounded[most] + score - sum(rounded), 4)
    return tuple(replace(each, score=value) for each, value in zip(reasons, rounded, strict=True))


class _Explainer:
    """Goes through the tree of a question again, article by article; what each leaf finds is kept."""

    def __init__(self, found: Answer, ranked: Ranked, snapshot: Snapshot) -> None:
        self._found = found
        self._ranked = ranked
        self._snapshot = snapshot
        self._stored = StoredPositions(snapshot, "text")
        self._leaves: dict[tuple[Segment, Leaf], ScoredDocs] = {}
        self._occurrences: dict[tuple[Segment, str], list[ScoredDocs]] = {}

    def reasons(self, number: int) -> Iterator[Reason]:
        """What gave an article its score, the most first."""
        if isinstance(self._found.tree, Every):
            return
        segment, local = self._snapshot.articles.segment_of(number)
        reasons = [
            self._reason(leaf, score, number)
            for leaf, score in self._given(self._found.tree, segment, local) or []
            if score
        ]
        yield from sorted([*reasons, *self._gained(number)], key=lambda reason: -reason.score)

    def _gained(self, number: int) -> Iterator[Reason]:
        """What a second look gave to it."""
        place = int(self._ranked.candidates.searchsorted(number))
        if place == len(self._ranked.candidates) or self._ranked.candidates[place] != number:
            return
        for gain in self._ranked.gains:
            for field, scores in gain.by_field.items():
                if scores[place]:
                    leaf = Phrase(field, gain.terms)
                    yield Reason(gain.typed, gain.how, field, self._forms(leaf, number), float(scores[place]))
        if self._ranked.nearness is not None:
            yield from self._ranked.nearness.reasons(place, self._snapshot.document(number))

    def _given(self, node: Node, segment: Segment, local: int) -> list[Given] | None:
        """What the leaves below a node gave to an article; None where it does not match."""
        match node:
            case CombinedTerm() | WordForm():
                return self._combined(node, segment, local)
            case And() | Or() | DisjunctionMax() | Near():
                return self._compound(node, segment, local)
            case Not() | Every():
                return self._constant(node, segment, local)
            case Term() | Phrase() | Dates() if (score := self._score(node, segment, local)) is not None:
                return [] if isinstance(node, Dates) else [(node, score)]
        return None

    def _constant(self, node: Not | Every, segment: Segment, local: int) -> list[Given] | None:
        if isinstance(node, Every):
            return [(node, node.boost)]
        return [(node, 1.0)] if self._given(node.clause, segment, local) is None else None

    def _combined(self, node: CombinedTerm | WordForm, segment: Segment, local: int) -> list[Given] | None:
        """A word's score, shared by its fields as its occurrences are."""
        score = self._score(node, segment, local)
        if score is None:
            return None
        key = (segment, node.text)
        if key not in self._occurrences:
            self._occurrences[key] = [each for _, each in total_term_freqs(node.text, self._snapshot, segment)]
        counted = [_at(found, local) or 0.0 for found in self._occurrences[key]]
        return [(leaf, score * each / sum(counted)) for leaf, each in zip(node.by_field, counted, strict=True) if each]

    def _compound(self, node: Compound | Near, segment: Segment, local: int) -> list[Given] | None:
        if isinstance(node, Near):
            if self._score(node, segment, local) is None:
                return None
            node = Or(node.phrases) if node.phrases else Or(node.clauses, node.boost)
        parts = [self._given(part, segment, local) for part in node.clauses]
        there = [part for part in parts if part is not None]
        if not there or (isinstance(node, And) and len(there) < len(parts)):
            return None
        if isinstance(node, DisjunctionMax):
            there = [max(there, key=lambda part: sum(score for _, score in part))]
        return [(leaf, score * node.boost) for part in there for leaf, score in part]

    def _score(self, leaf: Leaf, segment: Segment, local: int) -> float | None:
        """What a leaf gives to an article; None where it does not find it."""
        key = (segment, leaf)
        if key not in self._leaves:
            self._leaves[key] = SegmentExecutor(self._snapshot, segment).found(leaf)
        return _at(self._leaves[key], local)

    def _reason(self, leaf: Term | Phrase | Not | Every, score: float, number: int) -> Reason:
        if isinstance(leaf, Not | Every):
            return Reason("", How.REFUSAL, None, (), score)
        origin = self._found.question.origins.get(key_of(leaf), Origin("", How.WORD))
        forms = self._forms(leaf, number)
        how = origin.how
        if how is How.WORD and forms and fold(origin.typed) not in map(fold, forms):
            how = How.STEM
        return Reason(origin.typed, how, leaf.field, forms, score)

    def _forms(self, leaf: Term | Phrase, number: int) -> tuple[str, ...]:
        """As what it stands in the article."""
        document, edges = self._snapshot.tokenized(number)
        article = document.article
        if leaf.field == "text":
            wanted = wanted_in(leaf, "text")
            found = in_their_forms(match_spans(wanted, self._stored.of(number)), wanted, article.text, edges)
            forms = [article.text[int(edges[mark.first][0]) : int(edges[mark.last][1])] for mark in found]
        elif leaf.field == "title":
            analysis = self._snapshot.languages.of(article).analyse(article.title)
            wanted = wanted_in(leaf, "title")
            found = in_their_forms(match_spans(wanted, positions_in(analysis)), wanted, article.title, analysis.spans)
            forms = [article.title[analysis.spans[mark.first][0] : analysis.spans[mark.last][1]] for mark in found]
        else:
            forms = [leaf.text] if isinstance(leaf, Term) else []
        return tuple(dict.fromkeys(forms))[:FORMS]


def _at(found: ScoredDocs, article: int) -> float | None:
    """The score of an article; None where it is not found."""
    place = int(found.doc_ids.searchsorted(article))
    if place == len(found.doc_ids) or found.doc_ids[place] != article:
        return None
    return 0.0 if found.scores is None else float(found.scores[place])
