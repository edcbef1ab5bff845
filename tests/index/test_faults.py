"""What may go wrong with a run, all at once: it is killed, and its folder holds everything that harms."""

import json
import os
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.crashes import crashes
from bench.faults import kills
from cli.main import main
from index.snapshots.integrity import faults
from tests.files import PAGE, STORY, pdf, warc, zipped
from tests.folders import ids, wire


def test_an_index_is_the_same_whenever_a_run_was_killed(tmp_path: Path) -> None:
    for told, right in kills(tmp_path, articles=120, times=2, seed=7):
        assert right, told


def test_an_index_is_the_same_at_whichever_step_a_run_ends(tmp_path: Path) -> None:
    outcomes = set(crashes(tmp_path, articles=6, most=5))
    assert {how for how, _ in outcomes} == {"killed", "disk full"}
    assert {outcome for _, outcome in outcomes} == {"sound, and as undisturbed after the next run"}


def harmful(folder: Path) -> None:
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "story.txt").write_text(f"Harbour opens\n\n{STORY}\n", encoding="utf-8")
    with (folder / "line.jsonl").open("wb") as file:
        file.write(b'{"id": "before", "text": "One."}\n' + b" " * 2**16)
        file.seek(2 * 2**30)
        file.write(b'\n{"id": "after", "text": "Two."}\n')
    (folder / "bomb.zip").write_bytes(zipped({"bomb.txt": b"0" * (80 * 2**20), "fuse.txt": STORY.encode()}))
    (folder / "names.zip").write_bytes(zipped({"../evil.txt": b"x", "good.txt": STORY.encode()}))
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "sealed.pdf").write_bytes(pdf([STORY], password="secret"))  # noqa: S106 - of no one
    pages = [(f"https://b.example/{at}", "200 OK", "text/html", PAGE.encode() * 40) for at in range(3)]
    (folder / "cut.warc").write_bytes(warc(*pages, packed=False)[:20_000])


def test_each_harmful_file_is_reported_and_the_rest_is_in_the_index(tmp_path: Path) -> None:
    folder, index, report = tmp_path / "news", tmp_path / "index", tmp_path / "refused.jsonl"
    harmful(folder)
    growing, ended = folder / "growing.jsonl", threading.Event()
    growing.write_text("".join(map(wire, range(2_000))), encoding="utf-8")

    def grow() -> None:
        with growing.open("a", encoding="utf-8") as file:
            while not ended.wait(0.01):
                file.write("\n")
                file.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        words = ["index", str(folder), "--report", str(report), "--index", str(index)]
        assert CliRunner().invoke(main, words).exit_code == 3
    finally:
        ended.set()
        writer.join()
    told = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert {
        f"{Path(each['origin']).name}/{each['entry'] or ''}:{each['line'] or ''}": each["reason"].partition(";")[0]
        for each in told
    } == {
        "bomb.zip/bomb.txt:": "unpacks to far more than its size, as a zip bomb does",
        "cut.warc/:": "is cut off or damaged",
        "empty.txt/:": "is empty",
        "growing.jsonl/:": "changed while it was read",
        "line.jsonl/:2": "has 2,147,483,616 bytes, and an article may have 20,000,000",
        "names.zip/../evil.txt:": "has a name that points out of the archive",
        "sealed.pdf/:": "is an encrypted PDF",
        "self.txt/:": "cannot be read: Too many levels of symbolic links",
    }
    assert {"story.txt", "before", "after", "bomb.zip/fuse.txt", "names.zip/good.txt"} <= ids(index, "NOT title:wire")
    assert ids(index, "source:b.example") == {"cut.warc/00000000"}
    assert "wire-1998" in ids(index, "title:1998")
    assert list(faults(index)) == []


def test_a_file_without_permission_is_reported_and_read_when_it_may_be(tmp_path: Path) -> None:
    if not os.geteuid():
        pytest.skip("root may read everything")
    folder, index = tmp_path / "news", tmp_path / "index"
    folder.mkdir()
    for name in ("closed.txt", "open.txt"):
        (folder / name).write_text(f"Harbour opens\n\n{STORY}\n", encoding="utf-8")
        os.utime(folder / name, (1e9, 1e9))
    (folder / "closed.txt").chmod(0)
    first = CliRunner().invoke(main, ["index", str(folder), "--index", str(index)])
    assert (first.exit_code, "cannot be read: Permission denied" in first.output) == (3, True)
    (folder / "closed.txt").chmod(0o600)
    assert CliRunner().invoke(main, ["index", "--index", str(index)]).exit_code == 0
    assert ids(index) == {"closed.txt", "open.txt"}


def test_a_clock_that_goes_back_hides_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, index = tmp_path / "news", tmp_path / "index"
    folder.mkdir()
    story = folder / "story.txt"
    words = ["index", str(folder), "--index", str(index)]
    for number, years in enumerate((0, -20, 5, -1)):
        now = 1_700_000_000 + years * 31_557_600
        with monkeypatch.context() as clock:
            clock.setattr("time.time_ns", lambda now=now: now * 10**9)
            story.write_text(f"Harbour {number}\n\n{STORY}\n", encoding="utf-8")
            os.utime(story, (now, now))
            assert CliRunner().invoke(main, words).exit_code == 0
        assert ids(index, f"title:{number}") == {"story.txt"}
    assert list(faults(index)) == []
