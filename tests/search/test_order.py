"""The order of results against sorting all of them: the best first, and the lowest id where scores are the same."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.snapshots.snapshot import Snapshot
from search.execution.executor import Matches
from search.execution.ordering import best, page_of
from search.types.request import Sort
from tests.archive import document, write

ARTICLES = 300


@pytest.fixture(scope="module", params=[1, 3], ids=["one segment", "several segments"])
def snapshot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    location = tmp_path_factory.mktemp("order")
    names = np.random.default_rng(7).permutation(ARTICLES).tolist()
    for part in np.array_split(names, request.param):
        write(location, [document(f"a{name:03}", f"word{name}") for name in part.tolist()])
    return Snapshot(location)


@settings(deadline=None)
@given(
    scores=st.lists(st.integers(0, 3) | st.floats(0, 9, width=32), min_size=ARTICLES, max_size=ARTICLES),
    missing=st.sets(st.integers(0, ARTICLES - 1)),
    start=st.sampled_from([0, 1, 7]),
    count=st.sampled_from([1, 2, 4, 40, 400]),
)
def test_a_page_is_a_piece_of_the_whole_order(
    snapshot: Snapshot, scores: Sequence[float], missing: set[int], start: int, count: int
) -> None:
    there = np.array([place for place in range(snapshot.size) if place not in missing], np.int64)
    for matches in (Matches(there, np.array(scores, np.float64)[there]), Matches.unscored(there)):
        score_of = dict(zip(there.tolist(), matches.scores.tolist(), strict=True))
        whole = sorted(there.tolist(), key=lambda doc_id: (-score_of[doc_id], snapshot.ids[doc_id]))
        page = page_of(matches, Sort.RELEVANCE, snapshot, start=start, count=count)
        assert page.doc_ids.tolist() == whole[start : start + count]
        assert page.scores.tolist() == [score_of[doc_id] for doc_id in page.doc_ids.tolist()]
        assert page.more == (start + count < len(whole))
        assert there[best(matches, snapshot, count)].tolist() == sorted(whole[:count])
