"""Words over title and text, in the forms they are written in and together with others, against counting by hand."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.snapshots.snapshot import Snapshot
from search.execution import forms as forms_found
from search.execution import scored_docs
from search.execution.executor import execute
from search.query.tree import And, CombinedTerm, Node, Or, Term, WordForm
from tests.archive import document, write

FORMS = {"ant": ("ant", "ants"), "bee": ("bee", "bees"), "cat": ("cat",)}
texts = st.lists(st.sampled_from([form for forms in FORMS.values() for form in forms]), max_size=6).map(tuple)
articles = st.lists(st.tuples(texts, texts, st.booleans()), min_size=1, max_size=9)
words = st.builds(
    CombinedTerm,
    st.sampled_from([*FORMS, "dog"]),
    st.sampled_from([0.0, 0.5, 2.0]),
    st.sampled_from(["", "ant", "ants", "bees"]),
    st.sampled_from([0.0, 2.4]),
)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("words")
    return (base / str(number) for number in range(10_000))


@pytest.fixture(params=[0, 1_000], ids=["as few postings", "as many postings"])
def ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few postings are looked up, many are gone through: in a small archive, all of one kind."""
    monkeypatch.setattr(scored_docs, "_SPARSE", request.param)
    monkeypatch.setattr(scored_docs, "_LOOKED_UP", 0)
    monkeypatch.setattr(forms_found, "_SPARSE", request.param)


def written(location: Path, drawn: list[tuple[tuple[str, ...], tuple[str, ...], bool]]) -> Snapshot:
    """The articles, of which some are gone again, in two commits."""
    documents = [
        document(str(place), " ".join(text), title=" ".join(title), countries=["US"] if place % 2 else [])
        for place, (title, text, _) in enumerate(drawn)
    ]
    write(location, documents[: len(drawn) // 2])
    write(location, documents[len(drawn) // 2 :], remove=[str(place) for place, each in enumerate(drawn) if each[2]])
    return Snapshot(location)


def scores(tree: Node, snapshot: Snapshot) -> dict[int, float]:
    matches = execute(tree, snapshot)
    return dict(zip(matches.doc_ids.tolist(), matches.scores.tolist(), strict=True))


laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.usefixtures("ways")
@laws
@given(
    drawn=articles,
    wanted=st.lists(words, min_size=2, max_size=4),
    filters=st.just([]) | st.just([Term("country", "us", 0.0)]),
)
def test_several_words_find_and_score_what_each_does(
    folders: Iterator[Path],
    drawn: list[tuple[tuple[str, ...], tuple[str, ...], bool]],
    wanted: list[CombinedTerm],
    filters: list[Term],
) -> None:
    snapshot = written(next(folders), drawn)
    clauses: tuple[Node, ...] = (*wanted, *filters)
    each = [scores(clause, snapshot) for clause in clauses]
    in_all, in_any = set.intersection(*map(set, each)), set.union(*map(set, each))
    for tree, there in ((And(clauses), in_all), (Or(clauses), in_any)):
        found = scores(tree, snapshot)
        assert found.keys() == there, tree
        for doc_id, score in found.items():
            assert np.isclose(score, sum(one.get(doc_id, 0.0) for one in each), rtol=1e-5), tree


@pytest.mark.usefixtures("ways")
@laws
@given(drawn=articles, form=st.sampled_from([(word, form) for word, forms in FORMS.items() for form in forms]))
def test_a_form_is_found_where_it_is_written_and_raises_the_score_there(
    folders: Iterator[Path], drawn: list[tuple[tuple[str, ...], tuple[str, ...], bool]], form: tuple[str, str]
) -> None:
    snapshot = written(next(folders), drawn)
    word, typed = form
    there = {
        doc_id
        for doc_id in range(snapshot.size)
        if snapshot.live[doc_id] and typed in f"{(own := snapshot.document(doc_id).article).title} {own.text}".split()
    }
    assert scores(WordForm(word, (typed,)), snapshot).keys() == there
    plain, raised = (scores(CombinedTerm(word, 1.0, typed, by), snapshot) for by in (0.0, 2.4))
    assert {doc_id for doc_id in plain if raised[doc_id] > plain[doc_id]} == there
