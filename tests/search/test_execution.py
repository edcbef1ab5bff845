"""The evaluator against Whoosh's own searcher over the same index: the same articles and scores; counts by hand."""

from collections import Counter
from collections.abc import Iterator
from math import log1p
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query, scoring
from whoosh.index import open_dir
from whoosh.searching import SearchContext
from whoosh.searching import Searcher as StockSearcher

from corpus.document import Document
from index.arrays.doc_id_set import DocIdSet
from index.snapshots.snapshot import Snapshot
from search.execution import phrases as phrases_found
from search.execution.executor import Matches, execute
from search.query.tree import And, DisjunctionMax, Every, Near, Node, Not, Nothing, Or, Phrase, Term
from search.scoring.parameters import K1, B
from search.types.request import Facet
from tests.archive import document, write
from tests.search.whoosh_query import whoosh_query

WORDS = ("ant", "bee", "cat", "dog", "elk")
FIELDS = ("title", "text", "source", "entity", "year")


class OurRarity(scoring.BM25F):  # type: ignore[misc]  # Whoosh has no annotations
    """Whoosh's BM25F with the inverse document frequency and the constants of ours."""

    def __init__(self) -> None:
        super().__init__(B=B, K1=K1)

    def idf(self, searcher: StockSearcher, fieldname: str, text: str) -> float:
        held, size = searcher.reader().doc_frequency(fieldname, text), searcher.reader().doc_count_all()
        return log1p((size - held + 0.5) / (held + 0.5))


def stock(tree: Node, location: Path) -> dict[int, float]:
    """What Whoosh's own matchers find, and how they score it."""
    index = open_dir(str(location))
    searcher = StockSearcher(index.reader(), weighting=OurRarity(), fromindex=index)
    # With the current match needed, Whoosh takes no short cut that loses articles whose score is zero.
    context = SearchContext(weighting=searcher.weighting, needs_current=True)
    found: dict[int, float] = {}
    for leaf, base in searcher.leaf_searchers():
        matcher = whoosh_query(tree).matcher(leaf, context)
        while matcher.is_active():
            # Whoosh's own refusals let a deleted article through where the refused ones end before it.
            if not leaf.reader().is_deleted(matcher.id()):
                found[base + matcher.id()] = matcher.score()
            matcher.next()
    searcher.close()
    return found


def counted(matches: Matches, snapshot: Snapshot) -> dict[str, int]:
    """How many of the matches have each entity."""
    column = snapshot.facets[Facet.ENTITY]
    counts = column.counts(DocIdSet(snapshot.size, doc_ids=matches.doc_ids))
    return {column.value(number).label: int(counts[number]) for number in np.flatnonzero(counts).tolist()}


def excludes_an_exclusion(node: Node, *, excluded: bool = False) -> bool:
    match node:
        case Not():
            return excluded or excludes_an_exclusion(node.clause, excluded=True)
        case And() | Or() | DisjunctionMax():
            return any(excludes_an_exclusion(clause, excluded=excluded) for clause in node.clauses)
    return False


words = st.sampled_from(WORDS)
boosts = st.sampled_from([0.0, 0.5, 1.0, 2.0])
text_fields = st.sampled_from(FIELDS[:3])
terms = st.builds(Term, st.sampled_from(FIELDS), words, boosts)
phrases = st.builds(Phrase, text_fields, st.lists(words, min_size=2, max_size=3).map(tuple), st.integers(1, 4), boosts)
nears = text_fields.flatmap(
    lambda field: st.builds(
        Near,
        st.just(field),
        st.tuples(st.builds(Term, st.just(field), words), st.builds(Term, st.just(field), words)),
        st.integers(1, 4),
        st.booleans(),
        boosts,
    )
)


def joined(kind: type[And | Or], inner: st.SearchStrategy[Node], most: int) -> st.SearchStrategy[Node]:
    """Clauses with a boost; a single one without, as Whoosh leaves it out."""
    several: st.SearchStrategy[Node] = st.builds(kind, st.lists(inner, min_size=2, max_size=most).map(tuple), boosts)
    return several | st.builds(kind, st.tuples(inner))


trees: st.SearchStrategy[Node] = st.recursive(
    terms | phrases | nears | st.builds(Every) | st.builds(Nothing),
    lambda inner: st.one_of(
        joined(And, inner, 3),
        joined(Or, inner, 4),
        st.builds(Not, inner),
    ),
    max_leaves=8,
)
texts = st.lists(words, max_size=12).map(" ".join)
articles = st.lists(st.tuples(st.sampled_from("abcdefgh"), texts, texts, texts, st.sets(words)), max_size=8)


@pytest.fixture(autouse=True)
def no_array_of_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoosh's array of scores takes a score of zero for no match; its tree of matchers does not."""
    monkeypatch.setattr(query.Or, "matcher_type", query.Or.DEFAULT_MATCHER)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("laws")
    return (base / str(number) for number in range(10_000))


@pytest.fixture(params=["as it is", "in small windows"])
def windows(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Phrases of many words are found window by window; windows of seven places have many borders."""
    if request.param != "as it is":
        monkeypatch.setattr(phrases_found, "_MANY", 0)
        monkeypatch.setattr(phrases_found, "_WINDOW", 7)


@pytest.mark.usefixtures("windows")
@settings(
    max_examples=70,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    commits=st.lists(st.tuples(articles, st.sets(st.sampled_from("abcdefgh"))), min_size=1, max_size=7),
    questions=st.lists(trees, min_size=6, max_size=6),
)
def test_the_evaluator_answers_as_whoosh_does(
    folders: Iterator[Path],
    commits: list[tuple[list[tuple[str, str, str, str, set[str]]], set[str]]],
    questions: list[Node],
) -> None:
    location = next(folders)
    there: dict[str, Document] = {}
    for drawn, removed in commits:
        added = {
            each[0]: document(each[0], each[1], title=each[2], source=each[3] or None, entities=sorted(each[4]))
            for each in drawn
        }
        write(location, added.values(), remove=removed - added.keys())
        there = {key: each for key, each in there.items() if key not in removed} | added
    snapshot = Snapshot(location)
    for question in [*questions, *(Term(field, word) for field in FIELDS for word in WORDS[:2])]:
        if excludes_an_exclusion(question) and not snapshot.live.all():
            continue  # Whoosh loses its place there: it finds articles that match what is refused
        matches = execute(question, snapshot)
        found = [there[snapshot.ids[number]] for number in matches.doc_ids.tolist()]
        expected_counts = Counter(entity.name for each in found for entity in each.entities)
        assert counted(matches, snapshot) == expected_counts, question
        expected = stock(question, location)
        assert matches.doc_ids.tolist() == sorted(expected), question
        if not isinstance(question, Every):
            assert np.allclose(matches.scores, [expected[number] for number in sorted(expected)], atol=1e-4), question
