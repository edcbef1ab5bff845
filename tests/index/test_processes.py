"""Many processes at one index: a large run shared by several, two writers, readers beside, a run stopped or killed."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from corpus.readers.discovery import SourceFile
from corpus.record import ContentKind, Record
from index.ingest import loader, work_queue
from index.ingest.meter import Meter
from index.ingest.pipeline import refresh
from index.ingest.summary import Summary
from index.ingest.work_queue import WorkQueue
from index.snapshots.integrity import faults
from index.storage.lock import IndexBusy, sole_writer
from index.writing.steps import Step
from index.writing.workers import Workers
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.folders import PEACE, add, ids, wire


def test_a_large_run_is_shared_by_processes_and_loses_nothing(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.writing.workers._ALONE", 0)
    monkeypatch.setattr("index.writing.workers._WORTH", 0)
    lines = [wire(at) for at in range(3_500)]
    lines[700] = '{"id": "bad", "text": "Bad.", "clean": true, "published": "soon"}\n'
    lines[3_100] = '{"id": "worse", "text": "Worse.", "clean": true, "countries": ["Atlantis"]}\n'
    lines[3_200] = wire(5)
    news = tmp_path / "news.jsonl"
    news.write_text("".join(lines), encoding="utf-8")
    summary = refresh(index, [news])
    assert [(refusal.line, refusal.reason.split(";")[0].split(" of ")[0]) for refusal in summary.refusals] == [
        (3_201, "has the id 'wire-5'"),
    ]
    assert (summary.indexed, summary.read) == (3_499, 3_500)
    assert Searcher(index).count() == 3_499
    assert Searcher(index).search(SearchRequest(q="title:3499")).total == 1
    assert len(list(index.glob("MAIN_*.arrays"))) == 1
    lines[3_000] = wire(9_999)
    news.write_text("".join(lines), encoding="utf-8")
    summary = refresh(index)
    assert (summary.indexed, summary.unchanged, summary.removed) == (1, 3_498, 1)
    assert list(faults(index)) == []


def test_a_little_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    with Workers(2) as workers:
        assert {workers.submit(os.getpid).result() for _ in range(3)} == {os.getpid()}
    monkeypatch.setattr("index.writing.workers._ALONE", 0)
    with Workers(2) as workers:
        assert workers.submit(sorted, range(9)).result() == list(range(9))
        assert workers.submit(os.getpid).result() != os.getpid()


def test_processes_begin_beside_the_first_of_much_work() -> None:
    with Workers(2) as workers:
        workers.left = lambda: 3  # times as much: too little for it
        workers.start(time.sleep, 0)
        assert [workers.submit(os.getpid).result() for _ in range(2)] == [os.getpid()] * 2
    with Workers(2) as workers:
        workers.left = lambda: 100
        workers.start(time.sleep, 0)
        assert workers.submit(os.getpid).result() == os.getpid()  # what it teaches is known to the others
        assert workers.submit(os.getpid).result() != os.getpid()


def test_what_is_nearly_done_is_finished_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.writing.workers._ALONE", 0)
    monkeypatch.setattr("index.writing.workers._WORTH", 1e-6)
    with Workers(2) as workers:
        workers.left = lambda: 0
        assert {workers.submit(os.getpid).result() for _ in range(3)} == {os.getpid()}
        workers.left = lambda: 1e6
        assert workers.submit(os.getpid).result() != os.getpid()
        workers.left = lambda: 0
        assert workers.submit(os.getpid).result() != os.getpid()


def test_how_much_is_left_leaves_out_what_need_not_be_read() -> None:
    sources = {
        name: SourceFile(Path(name), Path(), name, size, 0) for name, size in [("a", 100), ("b", 300), ("c", 900)]
    }
    meter = Meter(sources, {"c"}, lambda *_: None)
    meter.end(sources["c"], read=False)
    meter.at(50)
    assert meter.left() == 7
    meter.end(sources["a"])
    assert meter.left() == 3
    meter.end(sources["b"])
    assert meter.left() == 0


def test_processes_that_share_a_run_end_together_as_its_last_chunks_are_short() -> None:
    sizes: list[int] = []

    class Sizes:
        waiting = 0

        def send(self, chunk: Sequence[Record], _write: object, /, *, apart: bool = False) -> None:  # noqa: ARG002
            sizes.append(len(chunk))

        def finish(self) -> None: ...

        def discard(self) -> None: ...

    def left() -> float:
        return (10_000 / sum(sizes) - 1) / 2

    queue = WorkQueue(lambda _: Sizes(), None, lambda _records, _prepared: None, left=left)
    for at in range(10_000):
        queue.add(Record(str(at), "news.jsonl", at, ContentKind.TEXT, "Peace."))
    queue.finish()
    assert sum(sizes) == 10_000
    assert sizes[:2] == [256, 256]
    assert sizes == sorted(sizes, reverse=True)
    assert max(sizes[-3:]) <= 32


def test_an_index_does_not_depend_on_how_a_run_was_cut(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_queue, "_MOST", 3)
    add(folder / "more.jsonl", "".join(wire(at) for at in range(20, 60)))
    held = []
    for first in (1, 7, 100):
        monkeypatch.setattr(work_queue, "_FIRST", first)
        refresh(index := tmp_path / f"index-{first}", [folder])
        assert list(faults(index)) == []
        hits = Searcher(index).search(SearchRequest(per_page=100)).hits
        held.append({hit.document.article.id: hit.document for hit in hits})
    assert len(held[0]) == 44
    assert held[0] == held[1] == held[2]


def test_a_run_that_is_stopped_need_not_be_repeated(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "_CHECKPOINT", 0)
    news = tmp_path / "news.jsonl"
    news.write_text("".join(wire(at) for at in range(5_500)), encoding="utf-8")

    def stopped(_step: Step, _done: int, _size: int, summary: Summary) -> None:
        if summary.indexed >= 3_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(index, [news], progress=stopped)
    visible = Searcher(index).count()
    assert 0 < visible < 5_500
    assert list(faults(index)) == []
    summary = refresh(index)
    assert summary.unchanged >= visible
    assert summary.indexed + summary.unchanged == 5_500
    assert Searcher(index).count() == 5_500
    assert list(faults(index)) == []
    assert len(list(index.glob("MAIN_*.arrays"))) <= 3


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


def test_a_run_that_waited_for_another_does_not_undo_it(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(index, [folder])

    @contextmanager
    def late(location: Path) -> Iterator[None]:
        monkeypatch.undo()
        add(folder / "late.jsonl", wire(3))
        _index(index, folder)
        with sole_writer(location):
            yield

    monkeypatch.setattr("index.ingest.pipeline.sole_writer", late)
    assert refresh(index, [folder]).removed == 0
    assert "wire-3" in ids(index)


def test_a_run_that_is_killed_leaves_the_old_index_or_the_new(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    for at in range(300):
        (folder / f"more-{at}.txt").write_text(f"More {at}\n\n{PEACE}\n", encoding="utf-8")
    for wait in (0.6, 0.9, 1.2, 1.5, 1.8):
        code = "import sys, pathlib; from index.ingest.pipeline import refresh; refresh(pathlib.Path(sys.argv[1]))"
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
