"""When articles entered the index: kept by the commits, whatever becomes of segments and files."""

import time
from pathlib import Path

import numpy as np
import pytest

from index.ingest.pipeline import refresh
from index.segments.added_times import unpacked
from index.storage.commit_file import read_commit
from search.searcher import Searcher
from search.types.request import SearchRequest, Sort
from tests.archive import document, write


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time that commits are made at; a test sets it."""
    now = [1_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def added(location: Path) -> dict[str, int]:
    """The second at which each article was first shown."""
    found = Searcher(location).search(SearchRequest(per_page=100))
    return {hit.document.article.id: int(hit.added.timestamp()) if hit.added else 0 for hit in found.hits}


def test_an_article_has_the_time_of_the_commit_that_showed_it_first(index: Path, clock: list[float]) -> None:
    write(index, [document("a", "One."), document("b", "Two.")])
    clock[0] = 2_000
    write(index, [document("c", "Three."), document("a", "One, and more.")])
    assert added(index) == {"a": 1_000, "b": 1_000, "c": 2_000}


def test_a_commit_is_later_than_the_last_whatever_the_clock_says(index: Path, clock: list[float]) -> None:
    write(index, [document("a", "One.")])
    clock[0] = 500
    write(index, [document("b", "Two.")])
    write(index, [document("c", "Three.")])
    assert added(index) == {"a": 1_000, "b": 1_001, "c": 1_002}


def test_times_go_with_their_articles_through_merges(index: Path, clock: list[float]) -> None:
    for number in range(30):
        clock[0] = 1_000 + number
        write(index, [document(f"{number}-{each}", f"Text {each}.") for each in range(3)], remove=[f"{number - 4}-1"])
    found = added(index)
    assert len(read_commit(index).segments) < 10
    assert len(found) == 90 - 26
    assert all(second == 1_000 + int(article_id.partition("-")[0]) for article_id, second in found.items())


def test_what_is_read_anew_is_not_new(index: Path, folder: Path, clock: list[float]) -> None:
    refresh(index, [folder])
    before = added(index)
    assert set(before.values()) == {1_000}
    clock[0] = 2_000
    (folder / "peace.txt").write_text("Peace at last\n\nIt was signed, and it held.\n", encoding="utf-8")
    (folder / "new.txt").write_text("News\n\nSomething else happened.\n", encoding="utf-8")
    refresh(index)
    assert added(index) == {**before, "new.txt": 2_000}
    clock[0] = 3_000
    refresh(index, [folder], rebuild=True)
    assert added(index) == {**before, "new.txt": 2_000}


def test_segments_know_no_time(tmp_path: Path, clock: list[float]) -> None:
    documents = [document(str(number), f"Text {number}.") for number in range(9)]
    write(tmp_path / "one", documents)
    clock[0] = 2_000
    write(tmp_path / "other", documents)
    one, other = (next(location.glob("MAIN_*")).read_bytes() for location in (tmp_path / "one", tmp_path / "other"))
    assert one == other


@pytest.mark.parametrize(
    "runs", [[5], [5, 1], [5, 3, 6, -1], [5, 2**62, 5, 2**62, 5, 2**62, 5, 2**62, 5, 2], [2**40, 2]]
)
def test_times_that_are_none_are_refused(runs: list[int]) -> None:
    with pytest.raises(ValueError, match=r"no times of 2 articles|cannot reshape"):
        unpacked(np.array(runs, np.int64), 2)


def test_the_last_that_came_stand_first_and_alone_where_a_moment_is_given(index: Path, clock: list[float]) -> None:
    write(index, [document("a", "A coalition."), document("b", "Rain.")])
    looked = Searcher(index).search(SearchRequest("coalition")).last_added
    clock[0] = 2_000
    write(index, [document("c", "A coalition."), document("d", "Rain.")])
    found = Searcher(index).search(SearchRequest("coalition", sort=Sort.ADDED))
    assert [hit.document.article.id for hit in found.hits] == ["c", "a"]
    newer = Searcher(index).search(SearchRequest("coalition", added_since=looked))
    assert ([hit.document.article.id for hit in newer.hits], newer.total) == (["c"], 1)
