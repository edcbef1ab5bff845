"""`dateline index` and `annotate`: the user's names of fields, remarks, and a disk that is full for a moment."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import main
from corpus.readers.discovery import SourceFile
from corpus.readers.records import Item, records
from corpus.record import Record
from corpus.remark import Remark
from index.ingest.pipeline import refresh
from index.ingest.summary import Summary
from tests.folders import PEACE, wire


def run(tmp_path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATELINE_INDEX": str(tmp_path / "index")})


def test_watching_goes_on_when_a_full_disk_has_room_again(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, "index", str(folder))
    faults: list[Exception] = [OSError(errno.ENOSPC, "No space left on device") for _ in range(2)]
    runs: list[Path] = []

    def refresh_on_a_full_disk(location: Path, *paths: Any, **options: Any) -> Summary:
        runs.append(location)
        if faults and len(runs) > 1:  # of the folders as they change
            raise faults.pop()
        return refresh(location, *paths, **options)

    def changed_once(*_: object) -> Iterator[None]:
        (folder / "late.txt").write_text(f"Late\n\n{PEACE}\n", encoding="utf-8")
        yield

    monkeypatch.setattr("cli.destinations.refresh", refresh_on_a_full_disk)
    monkeypatch.setattr("cli.destinations.changes", changed_once)
    monkeypatch.setattr("cli.indexing._RETRY", 0)
    result = run(tmp_path, "index", "--watch")
    assert result.exit_code == 0
    assert result.stderr.count("No space left on device; make room on that disk") == 1
    assert "Read 5 articles: 1 indexed, 4 unchanged, 0 refused." in result.stdout
    assert result.stdout.endswith("Stopped.\n")


def test_watching_goes_on_when_its_log_stands_on_a_full_disk(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, "index", str(folder))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def changed_once(*_: object) -> Iterator[None]:
        (folder / "late.txt").write_text(f"Late\n\n{PEACE}\n", encoding="utf-8")
        (folder / "empty.txt").write_bytes(b"")
        monkeypatch.setattr("cli.indexing.click.echo", full)
        yield

    monkeypatch.setattr("cli.destinations.changes", changed_once)
    assert run(tmp_path, "index", "--watch").exit_code == 0
    monkeypatch.undo()
    assert "Read 6 articles: 0 indexed, 5 unchanged, 1 refused." in run(tmp_path, "index").output


def test_fields_have_the_names_of_the_user_and_the_index_keeps_them(tmp_path: Path) -> None:
    line = {"id": "1", "q7": "Il porto", "q8": "The port of Oslo opened.", "clean": True}
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    named = ["--field", "text=q8", "--field", "title=q7"]
    assert run(tmp_path, "index", str(path)).exit_code == 1
    assert run(tmp_path, "index", str(path), *named).exit_code == 0
    assert "Il porto" in run(tmp_path, "search", "oslo").output
    assert "0 refused" in run(tmp_path, "index", "--rebuild").output, "the index keeps the names"
    annotated = CliRunner().invoke(main, ["annotate", str(path), *named])
    assert json.loads(annotated.stdout)["title"] == "Il porto"
    assert "1 refused" in run(tmp_path, "index", "--field", "text=").output, "and lets go of them"
    wrong = run(tmp_path, "index", "--field", "body=q8")
    assert (wrong.exit_code, "write FIELD=NAME, where FIELD is one of text, html" in wrong.stderr) == (2, True)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "https://post.example/a?b=1&c=2",
            "is an address, and Dateline reads files; save what is there first: wget",
        ),
        ("s3://archive/2019", "is an address, and Dateline reads files"),
        ("file:///srv/news/a%20b", "is the address of a file; name its path alone: /srv/news/a%20b"),
        ("", "a path is empty; name a file or folder, the current one as ."),
    ],
)
@pytest.mark.parametrize("command", ["index", "annotate"])
def test_an_address_or_nothing_is_no_path(tmp_path: Path, command: str, typed: str, told: str) -> None:
    result = run(tmp_path, command, typed)
    assert (result.exit_code, told in result.output) == (2, True)


@pytest.mark.parametrize(("name", "place"), [("a.json", ": article a.json#2"), ("a.jsonl", ":2")])
def test_what_is_told_of_one_of_several_articles_names_it(tmp_path: Path, name: str, place: str) -> None:
    several = [{"title": "Peace", "text": PEACE, "date": day} for day in ("2019-03-22", "soon")]
    path = tmp_path / name
    path.write_text("\n".join(map(json.dumps, several)) if name == "a.jsonl" else json.dumps(several))
    result = run(tmp_path, "annotate", str(path))
    assert result.stderr.startswith(f"{path}{place}: the field published is 'soon'")


def test_remarks_are_told_with_their_place_and_cost_nothing(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "wire.jsonl"
    path.write_text(wire(1) + wire(2), encoding="utf-8")
    os.utime(path, (1e9, 1e9))

    def reading(source: SourceFile, *options: Any) -> Iterator[Item]:
        if source.path == path:
            yield Remark(str(path), None, None, "the column byline was not used")
        for item in records(source, *options):
            if isinstance(item, Record) and item.line == 2:
                yield replace(item, remarks=("the date 'soon' was left empty",))
            else:
                yield item

    monkeypatch.setattr("index.ingest.run_settings.records", reading)
    told = [f"{path}: the column byline was not used", f"{path}:2: the date 'soon' was left empty"]
    report = tmp_path / "report.jsonl"
    result = run(tmp_path, "index", str(folder), "--report", str(report))
    assert (result.exit_code, result.stderr.splitlines()) == (0, told)
    lines = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert [(each["line"], each["remark"]) for each in lines] == [
        (None, "the column byline was not used"),
        (2, "the date 'soon' was left empty"),
    ]
    assert run(tmp_path, "index").stderr.splitlines() == told, "a file that is not read again is told of again"
    annotated = CliRunner().invoke(main, ["annotate", str(path)])
    assert (annotated.exit_code, annotated.stderr.splitlines()) == (0, told)


def test_a_run_imports_no_engine_and_nothing_of_a_terminal() -> None:
    lines = (
        "import sys, cli.index, cli.destinations, cli.indexing, cli.run_lines",
        "heavy = {'search.searcher', 'search.engine', 'nltk.parse', 'rich', 'watchfiles'} & sys.modules.keys()",
        "assert not heavy, heavy",
    )
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)
