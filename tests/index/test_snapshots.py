"""Many read while one writes: each reader sees a whole old index or a whole new one, and nothing is left open."""

import threading
from pathlib import Path

import pytest

from index.snapshots.facet_column import KINDS
from search.types.request import Facet, SearchRequest
from tests.archive import archive, document, write


def test_threads_search_while_commits_come(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *(document(f"0-{at}", "peace talks", year=2000) for at in range(5)))
    faults: list[BaseException | str] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            try:
                result = searcher.search(SearchRequest(q="peace", filters={Facet.YEAR: ("2000",)}))
                if result.total % 5 or len(result.hits) != min(result.total, 20):
                    faults.append(f"{result.total} articles, {len(result.hits)} shown")
            except BaseException as fault:  # noqa: BLE001 - whatever a thread meets is a fault of ours
                faults.append(fault)
                return

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for commit in range(1, 9):
        write(tmp_path, [document(f"{commit}-{at}", "peace talks", year=2000) for at in range(5)])
    done.set()
    for thread in threads:
        thread.join()
    assert faults == []
    assert searcher.count() == 45


OPEN = Path("/proc/self/fd")


@pytest.mark.skipif(not OPEN.is_dir(), reason="counts open files in /proc")
def test_old_snapshots_let_their_files_go(tmp_path: Path) -> None:
    searcher = archive(tmp_path, document("0", "peace"))

    def open_files() -> int:
        searcher.search(SearchRequest(q="peace"))
        return sum(1 for _ in OPEN.iterdir())

    before = open_files()
    for commit in range(1, 12):
        write(tmp_path, [document(str(commit), "peace")])
        open_files()
    assert open_files() <= before + 4


def test_a_replaced_article_is_there_once(tmp_path: Path) -> None:
    searcher = archive(tmp_path, document("a", "old words"), document("b", "peace"))
    write(tmp_path, [document("a", "new words")])
    assert [hit.document.article.text for hit in searcher.search(SearchRequest(q="words")).hits] == ["new words"]
    assert searcher.search(SearchRequest(q="old")).total == 0
    assert searcher.article("a").document.article.text == "new words"
    assert searcher.count() == 2


def test_types_of_names_are_told_apart_by_their_length() -> None:
    assert len(set(map(len, KINDS))) == len(KINDS)
