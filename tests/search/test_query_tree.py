"""Laws of query trees: equal clauses are equal, print alike and are evaluated once; the normal form changes nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.snapshots.snapshot import Snapshot
from search.execution import executor, phrases
from search.execution.executor import execute
from search.query.normal_form import normal_form
from search.query.parser import read
from search.query.printing import printed
from search.query.tree import (
    And,
    CombinedTerm,
    Compound,
    Dates,
    DisjunctionMax,
    Every,
    Fuzzy,
    Near,
    Node,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
    leaves,
)
from search.types.date_ranges import DateRange
from tests.archive import document, write

WORDS = ("ant", "bee", '"', "a b")
boosts = st.sampled_from([0.5, 1.0, 2.0])
words = st.sampled_from(WORDS)
fields = st.sampled_from(["title", "text"])
no_field_or_one = st.none() | fields


def near_in(field: str) -> st.SearchStrategy[Node]:
    term: st.SearchStrategy[Node] = st.builds(Term, st.just(field), words)
    phrase = st.builds(Phrase, st.just(field), st.tuples(words, words))
    clause = st.recursive(term | phrase, lambda inner: st.builds(Or, st.tuples(inner, inner)), max_leaves=3)
    return st.builds(Near, st.just(field), st.tuples(clause, clause), st.integers(1, 3), st.booleans(), boosts)


near = fields.flatmap(near_in)
searched = st.one_of(
    st.builds(Term, fields, words, boosts),
    st.builds(CombinedTerm, words, boosts),
    st.builds(Phrase, fields, st.lists(words, min_size=2, max_size=3).map(tuple), st.integers(1, 2), boosts),
    near,
    st.builds(Dates, st.builds(DateRange, st.just(20140000), st.sampled_from([20150300, 20161231]))),
    st.builds(Every, boosts),
    st.builds(Nothing),
)
patterns = st.one_of(
    st.builds(Prefix, words, no_field_or_one, boosts),
    st.builds(Wildcard, words, no_field_or_one, boosts),
    st.builds(Fuzzy, words, st.integers(1, 2), no_field_or_one, boosts),
)


def grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    clauses = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(*(st.builds(kind, clauses, boosts) for kind in (And, Or, DisjunctionMax)), st.builds(Not, inner))


any_tree: st.SearchStrategy[Node] = st.recursive(searched | patterns, grown, max_leaves=5)
searched_tree: st.SearchStrategy[Node] = st.recursive(searched, grown, max_leaves=8)


@given(one=any_tree, other=any_tree)
def test_trees_print_alike_only_if_they_are_equal(one: Node, other: Node) -> None:
    assert (printed(one) == printed(other)) == (one == other)
    assert len({one, other}) == 1 + (one != other)


def below(node: Node) -> list[Node]:
    return list(node.clauses) if isinstance(node, Compound) else [node.clause] if isinstance(node, Not) else []


@given(tree=any_tree)
def test_the_normal_form_is_flat_and_its_own_normal_form(tree: Node) -> None:
    def check(node: Node) -> None:
        if isinstance(node, Compound):
            assert not any(type(clause) is type(node) and clause.boost == 1 for clause in node.clauses)
            assert not any(isinstance(clause, Nothing) for clause in node.clauses)
            assert len(node.clauses) > 1 or isinstance(node.clauses[0], Not)
        for clause in below(node):
            check(clause)

    check(normal_form(tree))
    assert normal_form(normal_form(tree)) == normal_form(tree)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    location = tmp_path_factory.mktemp("laws")
    write(
        location, [document("a", "ant bee ant"), document("b", "bee", title="ant bee"), document("c", "cat", year=2015)]
    )
    write(location, [document("d", "bee ant"), document("e", "ant", title="bee")])
    return Snapshot(location)


@given(tree=searched_tree)
def test_the_normal_form_finds_the_same_articles_with_the_same_scores(snapshot: Snapshot, tree: Node) -> None:
    found, again = execute(tree, snapshot), execute(normal_form(tree), snapshot)
    assert again.doc_ids.tolist() == found.doc_ids.tolist()
    if not isinstance(normal_form(tree), Every):
        assert np.allclose(again.scores, found.scores, atol=1e-4)


def test_equal_clauses_are_evaluated_once(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    evaluated: list[Phrase] = []

    def counting(node: Phrase, *arguments: object) -> object:
        evaluated.append(node)
        return phrases.phrase(node, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(executor, "phrase", counting)
    tree = read('"ant bee" OR ' * 100 + '"ant bee"', snapshot).all_words
    assert len(list(leaves(tree))) == 202
    assert execute(tree, snapshot).doc_ids.tolist() == [0, 1]
    assert len(evaluated) == 2 * len(snapshot.segments)


def test_patterns_stand_in_no_tree_that_is_executed(snapshot: Snapshot) -> None:
    tree = read("b* c?t -anz~ text", snapshot).all_words
    assert printed(tree) == 'AND("bee", "cat", "text", NOT("ant"))'
    with pytest.raises(TypeError, match="must be expanded"):
        execute(Prefix("b"), snapshot)
