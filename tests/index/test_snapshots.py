"""Many read while one writes: each reader sees a whole old index or a whole new one, and nothing is left open."""

import threading
from pathlib import Path

import pytest

from index.snapshots.facet_column import KINDS
from search.types.request import Facet, SearchRequest, Sort
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


def test_an_article_that_was_shown_is_shown_as_it_is_by_now(tmp_path: Path) -> None:
    long = document("long", "peace " * 4_000)
    searcher = archive(tmp_path, long, *(document(str(at), "peace", title=f"Talks {at}") for at in range(300)))

    def titles(page: int) -> list[str]:
        found = searcher.search(SearchRequest(q="peace", sort=Sort.NEWEST, per_page=100, page=page)).hits
        return [hit.document.article.title for hit in found]

    shown = [title for page in (1, 2, 3, 4) for title in titles(page)]
    assert sorted(shown) == sorted(["", *(f"Talks {at}" for at in range(300))])
    assert [title for page in (1, 2, 3, 4) for title in titles(page)] == shown
    (tmp_path / "notes.toml").write_text('["7"]\ntags = ["seen"]\n', encoding="utf-8")
    write(tmp_path, [document("8", "peace", title="Talks resumed")])
    again = {
        hit.document.article.id: hit.document
        for hit in searcher.search(SearchRequest(q="title:talks", per_page=100)).hits
    }
    again |= {
        hit.document.article.id: hit.document
        for hit in searcher.search(SearchRequest(filters={Facet.TAG: ("seen",)})).hits
    }
    assert again["7"].tags == ("seen",)
    assert searcher.article("8").document.article.title == "Talks resumed"
    assert "Talks resumed" in [title for page in (1, 2, 3, 4) for title in titles(page)]


def test_types_of_names_are_told_apart_by_their_length() -> None:
    assert len(set(map(len, KINDS))) == len(KINDS)
