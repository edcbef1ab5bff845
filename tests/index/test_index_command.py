"""`dateline index` as its users type it: what is refused, what is too large, and folders that are watched."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import main
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from tests.files import STORY, zipped
from tests.folders import add, ids, wire
from tests.index.test_indexing import age


def run(tmp_path: Path, *words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)), env={"DATELINE_INDEX": str(tmp_path / "index")})


def test_what_is_refused_is_exported(tmp_path: Path, folder: Path) -> None:
    add(folder / "wire.jsonl", '{"id": "bad", "text": "Bad.", "clean": true, "published": "soon"}\n{"text": 7}\n')
    (folder / "a.zip").write_bytes(zipped({"in.txt": b"", "taken.txt": STORY.encode()}))
    report = tmp_path / "refused.jsonl"
    result = run(tmp_path, "index", folder, "--report", report)
    assert result.exit_code == 3
    told = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert ["published" in json.dumps(each) for each in told[2:]] == [True], "a bad field costs no article"
    assert told[:2] == [
        {
            "origin": str(folder / "a.zip"),
            "entry": "in.txt",
            "line": None,
            "id": None,
            "reason": "is empty; leave it out or fill it",
        },
        {
            "origin": str(folder / "wire.jsonl"),
            "entry": None,
            "line": 4,
            "id": None,
            "reason": "the field text is not a string; write the article in quotes",
        },
    ]
    (folder / "wire.jsonl").write_text(wire(1), encoding="utf-8")
    (folder / "a.zip").unlink()
    assert run(tmp_path, "index", "--report", report).exit_code == 0
    assert report.read_text() == ""


def test_a_report_that_cannot_be_written_is_refused_before_anything_is_done(tmp_path: Path, folder: Path) -> None:
    for place, said in (
        (tmp_path / "nowhere" / "refused.jsonl", "No such file or directory; name a file in a folder that exists"),
        (tmp_path, "is no file"),
        (Path("/dev/null"), "is no file"),
        (folder / "refused.jsonl", "would be read as an article"),
    ):
        result = run(tmp_path, "index", folder, "--report", place)
        assert (result.exit_code, said in result.output) == (1, True), result.output
    assert not (tmp_path / "index").exists()


def test_an_index_of_another_format_is_built_anew_with_a_report_too(tmp_path: Path, folder: Path) -> None:
    run(tmp_path, "index", folder)
    (tmp_path / "index" / "dateline.json").write_text('{"format": 99}', encoding="utf-8")
    report = tmp_path / "refused.jsonl"
    assert "dateline index --rebuild PATH" in run(tmp_path, "index", folder, "--report", report).output
    assert run(tmp_path, "index", "--rebuild", folder, "--report", report).exit_code == 0
    assert report.read_text(encoding="utf-8") == ""


def test_how_large_an_article_may_be_is_set_and_kept(tmp_path: Path, folder: Path) -> None:
    (folder / "long.txt").write_text(f"Long\n\n{STORY}\n" * 20, encoding="utf-8")
    add(folder / "wire.jsonl", json.dumps({"id": "long", "text": STORY * 20}) + "\n")
    first = run(tmp_path, "index", folder, "--max-article", "1kB")
    assert "Read 6 articles: 4 indexed, 0 unchanged, 2 refused." in first.output
    assert "bytes, and an article may have 1,000; give each article a file or a line" in first.output
    assert "2 refused" in run(tmp_path, "index").output
    assert (
        "Read 6 articles: 2 indexed, 4 unchanged, 0 refused."
        in run(tmp_path, "index", "--max-article", "1.5MiB").output
    )
    assert run(tmp_path, "index", "--max-article", "huge").exit_code == 2


def test_a_file_with_a_bad_line_is_read_once_and_its_refusal_told_each_time(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(folder / "wire.jsonl", '{"text": 7}\n{"text": "Show More"}\n')
    (folder / "a.zip").write_bytes(zipped({"in.txt": b"", "taken.txt": STORY.encode()}))
    (folder / "empty.txt").write_bytes(b"")
    for path in folder.rglob("*.*"):
        age(path)
    first = refresh(index, [folder])
    monkeypatch.setattr("index.ingest.run_settings.records", None)  # nothing is read
    second = refresh(index)
    assert (first.indexed, second.unchanged) == (5, 5)
    assert second.read == first.read == 9
    assert second.refusals == first.refusals
    assert len(ids(index)) == 5


def test_what_may_be_read_another_time_is_read_again(folder: Path, index: Path) -> None:
    (folder / "a.jsonl").write_text(wire(1), encoding="utf-8")
    for path in folder.rglob("*.*"):
        age(path)
    assert [refusal.origin for refusal in refresh(index, [folder]).refusals] == [str(folder / "wire.jsonl")]
    (folder / "a.jsonl").unlink()
    summary = refresh(index)
    assert (summary.indexed, summary.refusals) == (1, [])
    assert ids(index) == {"peace.txt", "inner/talks.txt", "wire-1", "wire-2"}


def _until(count: int, searcher: Searcher) -> None:
    for _ in range(300):
        if searcher.count() == count:
            return
        time.sleep(0.1)
    pytest.fail(f"{searcher.count()} articles instead of {count}")


def test_folders_are_watched_until_someone_stops_it(folder: Path, index: Path, tmp_path: Path) -> None:
    single = tmp_path / "single.jsonl"
    single.write_text(wire(7), encoding="utf-8")
    refresh(index, [folder, single])
    searcher = Searcher(index)
    command = [sys.executable, "-c", "from cli.main import main; main()", "index", "--watch", "--index", str(index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith("Read 5 articles: 0 indexed, 5 unchanged, 0 refused.")
            assert process.stdout.readline() == "Watching the folders (Ctrl-C stops).\n"
            (folder / "new").mkdir()
            (folder / "new" / "story.txt").write_text(f"Harbour opens\n\n{STORY}\n", encoding="utf-8")
            (folder / "new" / ".hidden.txt").write_text(STORY, encoding="utf-8")
            _until(6, searcher)
            lines = [process.stdout.readline()]
            add(single, wire(8))
            _until(7, searcher)
            lines.append(process.stdout.readline())
            (folder / "peace.txt").unlink()
            _until(6, searcher)
            lines.append(process.stdout.readline())
            process.send_signal(signal.SIGINT)
            said, wrong = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, said, wrong) == (0, "Stopped.\n", "")
    assert ["gone from the folders and removed" in line for line in lines] == [False, False, True]
