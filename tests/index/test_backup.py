"""A backup is a whole index of one commit, made while others write; from it an index is restored."""

import errno
import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import main
from index.snapshots.integrity import damaged_notes, faults
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.archive import document, write


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    for day in range(1, 9):
        (news / f"{day}.txt").write_text(f"Talks {day}\n\nOslo, {day} May 2019. Envoys met.\n", encoding="utf-8")
    assert run("index", news, "--index", tmp_path / "index").exit_code == 0
    (tmp_path / "index" / "aliases.toml").write_text('hide = ["Oslo"]\n', encoding="utf-8")
    return tmp_path / "index"


def test_an_index_is_restored_from_its_backup_as_it_was(index: Path, tmp_path: Path) -> None:
    before = Searcher(index).search(SearchRequest(q="envoys"))
    result = run("backup", tmp_path / "copy", "--index", index)
    assert (result.exit_code, "bytes, verified" in result.output) == (0, True)
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o700
    for path in index.iterdir():
        path.unlink()
    index.rmdir()
    assert run("backup", index, "--index", tmp_path / "copy").exit_code == 0
    after = Searcher(index).search(SearchRequest(q="envoys"))
    assert [each.document for each in after.hits] == [each.document for each in before.hits]
    assert [*faults(index), *damaged_notes(index)] == []
    assert "0 indexed, 8 unchanged" in run("index", "--index", index).output


def test_backups_made_while_others_commit_are_each_sound(tmp_path: Path) -> None:
    index = tmp_path / "index"
    write(index, [document(f"{number}", "Envoys met for talks.") for number in range(30)])
    enough = threading.Event()
    commits: list[int] = []

    def commit() -> None:
        for number in itertools.takewhile(lambda _: not enough.is_set(), itertools.count(30)):
            write(index, [document(f"{number}", "Envoys met for talks.")], remove=[f"{number - 30}"])
            commits.append(number)

    made = [tmp_path / f"copy-{number}" for number in range(4)]
    with ThreadPoolExecutor(1) as pool:
        writer = pool.submit(commit)
        try:
            for copy in made:
                before = len(commits)
                assert run("backup", copy, "--index", index).exit_code == 0
                while len(commits) == before and not writer.done():
                    time.sleep(0.001)
        finally:
            enough.set()
        writer.result()
    for copy in made:
        assert list(faults(copy)) == []
        assert Searcher(copy).count() == 30
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["index", *(path.name for path in made)])


def test_nothing_is_overwritten_and_nothing_damaged_is_copied(index: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "thesis.tex").write_text("years of work", encoding="utf-8")
    taken = run("backup", tmp_path / "taken", "--index", index)
    assert (taken.exit_code, "exists already" in taken.output) == (1, True)
    assert run("backup", tmp_path / "none" / "copy", "--index", index).exit_code == 1
    assert run("backup", tmp_path / "copy", "--index", tmp_path / "nowhere").exit_code == 1
    segment = next(index.glob("MAIN_*.arrays"))
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 1
    segment.write_bytes(content)
    damaged = run("backup", tmp_path / "copy", "--index", index)
    assert (damaged.exit_code, "is damaged" in damaged.output) == (1, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index", "news", "taken"]


def test_a_backup_is_not_put_into_the_index_itself(index: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(index)
    for destination in (index / "copy", tmp_path / "link" / "copy"):
        result = run("backup", destination, "--index", index)
        assert (result.exit_code, "lies in the index; name a folder elsewhere" in result.stderr) == (1, True)
    assert not (index / "copy").exists()


def test_a_disk_without_room_is_the_one_that_is_named(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: Path, copy: Path) -> None:
        fault = OSError(errno.ENOSPC, "No space left on device", str(source))
        fault.filename2 = str(copy)  # as shutil does
        raise fault

    monkeypatch.setattr("index.storage.backup.shutil.copyfile", full)
    (tmp_path / "disk").mkdir()
    result = run("backup", tmp_path / "disk" / "copy", "--index", index)
    assert result.stderr.startswith(f"Error: {tmp_path / 'disk'}: No space left on device; make room")
    assert list((tmp_path / "disk").iterdir()) == []
