"""From folders to an index: what is new, changed or gone, and nothing else; what is wrong is listed, the rest is in."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from corpus.errors import NothingToRead
from index import run
from index.location import NoIndex, describe
from index.lock import IndexBusy, sole_writer
from index.pipeline import refresh
from index.run import Summary
from index.soundness import faults
from search.request import SearchRequest
from search.searcher import Searcher

PEACE = (
    "Delegates signed a peace agreement on Friday.\n\nObservers from nine countries watched the ceremony in silence."
)
TALKS = (
    "Ministers held talks about a border crossing.\n\nThey will meet again in the spring, officials said afterwards."
)


def wire(at: int) -> str:
    return json.dumps({"id": f"wire-{at}", "title": f"Wire {at}", "text": f"Report number {at}.", "clean": True}) + "\n"


def add(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(line)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "inner").mkdir(parents=True)
    (folder / "peace.txt").write_text(f"Peace at last\n\n{PEACE}\n", encoding="utf-8")
    (folder / "inner" / "talks.txt").write_text(f"Border talks\n\n{TALKS}\n", encoding="utf-8")
    (folder / "wire.jsonl").write_text(wire(1) + wire(2), encoding="utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def ids(index: Path, q: str = "") -> set[str]:
    return {hit.document.article.id for hit in Searcher(index).search(SearchRequest(q=q, per_page=100)).hits}


def age(path: Path) -> None:
    """Give a file the time of an hour ago, as a file has that nobody is writing to."""
    past = time.time() - 3600
    os.utime(path, (past, past))


def test_a_folder_becomes_an_index_and_a_second_run_touches_nothing(folder: Path, index: Path) -> None:
    first = refresh(index, [folder])
    assert (first.read, first.indexed, first.unchanged, first.refusals) == (4, 4, 0, [])
    assert ids(index) == {"peace.txt", "inner/talks.txt", "wire-1", "wire-2"}
    generation = Searcher(index).generation
    second = refresh(index)
    assert (second.indexed, second.unchanged, second.removed) == (0, 4, 0)
    assert Searcher(index).generation == generation


def test_only_what_changed_is_read_again(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    (folder / "peace.txt").write_text(f"War again\n\n{TALKS}\n", encoding="utf-8")
    (folder / "inner" / "talks.txt").unlink()
    (folder / "new.txt").write_text(f"News\n\n{PEACE}\n", encoding="utf-8")
    add(folder / "wire.jsonl", wire(3))
    summary = refresh(index)
    assert (summary.indexed, summary.unchanged, summary.removed) == (3, 2, 1)
    assert ids(index) == {"peace.txt", "new.txt", "wire-1", "wire-2", "wire-3"}
    assert ids(index, "title:war") == {"peace.txt"}
    assert ids(index, "agreement") == {"new.txt"}


def test_files_that_are_known_are_not_opened(folder: Path, index: Path) -> None:
    for path in folder.rglob("*.*"):
        age(path)
    refresh(index, [folder])
    unreadable = "\x00" * (folder / "peace.txt").stat().st_size
    (folder / "peace.txt").write_text(unreadable, encoding="utf-8")
    age(folder / "peace.txt")
    assert refresh(index).unchanged in (3, 4)
    os.utime(folder / "peace.txt")
    changed = refresh(index)
    assert [refusal.where for refusal in changed.refusals] == [str(folder / "peace.txt")]
    assert "peace.txt" in ids(index), "what the index held of a file that cannot be read now stays"


def test_another_folder_is_added_and_both_are_known(folder: Path, index: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "extra.txt").write_text(f"Extra\n\n{PEACE}\n", encoding="utf-8")
    refresh(index, [folder])
    assert refresh(index, [other]).indexed == 1
    assert len(ids(index)) == 5
    assert describe(index).roots == (str(folder), str(other))
    assert refresh(index).unchanged == 5
    assert refresh(index, [other], rebuild=True).indexed == 1
    assert ids(index) == {"extra.txt"}


def test_one_id_is_one_article(folder: Path, index: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "peace.txt").write_text(f"Other peace\n\n{TALKS}\n", encoding="utf-8")
    refresh(index, [folder])
    summary = refresh(index, [other])
    assert [refusal.reason for refusal in summary.refusals] == [
        f"has the id 'peace.txt' of {folder / 'peace.txt'}; give it another id"
    ]
    assert ids(index, "title:other") == set()


def test_what_cannot_be_read_is_listed_and_the_rest_is_in(folder: Path, index: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "broken.txt").write_bytes(b"Caf\xe9 talks resume\n\n" + TALKS.encode())
    add(folder / "wire.jsonl", '{"id": "wire-3", "text": \n' + wire(4))
    summary = refresh(index, [folder, folder / "nowhere"])
    refused = {refusal.where.removeprefix(str(folder)) for refusal in summary.refusals}
    assert refused == {"/empty.txt", "/photo.txt", "/wire.jsonl:3", "/nowhere"}
    assert summary.read == summary.indexed + summary.unchanged + 4
    assert {"wire-4", "broken.txt", "peace.txt"} <= ids(index)


def test_what_cannot_be_read_any_more_keeps_what_was_indexed_of_its_file(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    (folder / "wire.jsonl").write_text(wire(1) + '{"id": "wire-2", "text": \n', encoding="utf-8")
    [refusal] = refresh(index).refusals
    assert refusal.reason.endswith("what the index held of the file stays")
    assert {"wire-1", "wire-2"} <= ids(index)
    (folder / "wire.jsonl").write_text(wire(1), encoding="utf-8")
    assert refresh(index).removed == 1


def test_a_folder_is_forgotten_when_the_user_says_so(folder: Path, index: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "extra.txt").write_text(f"Extra\n\n{PEACE}\n", encoding="utf-8")
    refresh(index, [folder, other])
    (other / "extra.txt").unlink()
    other.rmdir()
    summary = refresh(index, forget=[other])
    assert (summary.removed, summary.refusals) == (1, [])
    assert describe(index).roots == (str(folder),)
    assert refresh(index).unchanged == 4


def test_an_id_does_not_depend_on_which_folder_was_named_last(folder: Path, index: Path) -> None:
    refresh(index, [folder / "inner"])
    refresh(index, [folder])
    (index / "manifest.json").unlink()
    refresh(index, [folder])
    assert ids(index) == {"talks.txt", "peace.txt", "wire-1", "wire-2"}


def test_a_large_run_is_shared_by_processes_and_loses_nothing(tmp_path: Path, index: Path) -> None:
    lines = [wire(at) for at in range(3_500)]
    lines[700] = '{"id": "bad", "text": "Bad.", "clean": true, "published": "soon"}\n'
    lines[3_100] = '{"id": "worse", "text": "Worse.", "clean": true, "countries": ["Atlantis"]}\n'
    lines[3_200] = wire(5)
    news = tmp_path / "news.jsonl"
    news.write_text("".join(lines), encoding="utf-8")
    summary = refresh(index, [news])
    assert [(refusal.line, refusal.reason.split(";")[0].split(" of ")[0]) for refusal in summary.refusals] == [
        (701, "the field published is 'soon'"),
        (3_101, "the field countries has 'Atlantis', which is no country"),
        (3_201, "has the id 'wire-5'"),
    ]
    assert (summary.indexed, summary.read) == (3_497, 3_500)
    assert Searcher(index).count() == 3_497
    assert Searcher(index).search(SearchRequest(q="title:3499")).total == 1
    assert len(list(index.glob("*.arrays"))) == 1
    lines[3_000] = wire(9_999)
    news.write_text("".join(lines), encoding="utf-8")
    summary = refresh(index)
    assert (summary.indexed, summary.unchanged, summary.removed) == (1, 3_496, 1)
    assert list(faults(index)) == []


def test_a_run_that_is_stopped_need_not_be_repeated(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_CHECKPOINT", 0)
    news = tmp_path / "news.jsonl"
    news.write_text("".join(wire(at) for at in range(5_500)), encoding="utf-8")

    def stopped(_done: int, _files: int, summary: Summary) -> None:
        if summary.indexed >= 3_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(index, [news], progress=stopped)
    assert Searcher(index).count() in (1_000, 3_000)
    assert list(faults(index)) == []
    summary = refresh(index)
    assert summary.unchanged >= 1_000
    assert summary.indexed + summary.unchanged == 5_500
    assert Searcher(index).count() == 5_500
    assert list(faults(index)) == []
    assert len(list(index.glob("*.arrays"))) <= 3


def test_nothing_to_read_says_so_and_makes_no_index(tmp_path: Path, index: Path) -> None:
    with pytest.raises(NothingToRead, match="nowhere"):
        refresh(index, [tmp_path / "nowhere"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToRead, match="no article in"):
        refresh(index, [tmp_path / "empty"])
    assert not index.exists()


def test_a_folder_that_is_gone_keeps_its_articles(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    folder.rename(folder.with_name("unmounted"))
    summary = refresh(index)
    assert (len(summary.refusals), summary.removed) == (1, 0)
    assert len(ids(index)) == 4
    with pytest.raises(NothingToRead):
        refresh(index, rebuild=True)
    assert len(ids(index)) == 4


# Whoosh leaves a damaged file that it opened to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_index_that_cannot_be_read_says_how_to_mend_it_and_is_mended(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    [toc] = index.glob("*.toc")
    toc.write_bytes(b"")
    with pytest.raises(NoIndex, match="dateline index --rebuild"):
        Searcher(index)
    assert refresh(index, [folder], rebuild=True).indexed == 4
    (index / "dateline.json").write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(NoIndex, match="dateline index --rebuild"):
        refresh(index)
    assert refresh(index, [folder], rebuild=True).indexed == 4
    assert len(ids(index)) == 4


def test_a_folder_of_other_things_is_never_made_an_index(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.tex").write_text("years of work", encoding="utf-8")
    for rebuild in (False, True):
        with pytest.raises(NoIndex, match="other files"):
            refresh(mine, [folder], rebuild=rebuild)
    assert [path.name for path in mine.iterdir()] == ["thesis.tex"]


def test_an_index_within_the_folder_is_no_article_of_it(folder: Path) -> None:
    within = folder / "index"
    refresh(within, [folder])
    summary = refresh(within)
    assert (summary.unchanged, summary.refusals) == (4, [])


def test_a_second_writer_waits_and_readers_do_not(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    searcher = Searcher(index)
    with sole_writer(index):
        with pytest.raises(IndexBusy, match="another process"), sole_writer(index, wait=0.2):
            pass
        assert searcher.count() == 4


def _index(index: Path, folder: Path) -> None:
    refresh(index, [folder])


def _started(target: Callable[[Path, Path], None], *args: Path) -> SpawnProcess:
    process = multiprocessing.get_context("spawn").Process(target=target, args=args)
    process.start()
    return process


def test_two_that_index_at_once_both_end_well(folder: Path, index: Path) -> None:
    processes = [_started(_index, index, folder) for _ in range(2)]
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]
    assert len(ids(index)) == 4


def test_a_run_that_is_killed_leaves_the_old_index_or_the_new(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    for at in range(300):
        (folder / f"more-{at}.txt").write_text(f"More {at}\n\n{PEACE}\n", encoding="utf-8")
    for wait in (0.6, 0.9, 1.2, 1.5, 1.8):
        code = "import sys; from pathlib import Path; from index.pipeline import refresh; refresh(Path(sys.argv[1]))"
        process = subprocess.Popen([sys.executable, "-c", code, str(index)])
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert Searcher(index).count() in (4, 304)
    refresh(index)
    assert Searcher(index).count() == 304


def test_a_searcher_sees_each_commit_whole(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    searcher = Searcher(index)
    assert searcher.search(SearchRequest(q="number")).total == 2
    add(folder / "wire.jsonl", wire(3))
    refresh(index)
    assert searcher.search(SearchRequest(q="number")).total == 3
