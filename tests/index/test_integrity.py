"""A damaged index is told from a sound one, and never answered from."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main
from index.snapshots.integrity import faults
from index.storage.location import NoIndex
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.archive import document, write


@pytest.fixture
def index(tmp_path: Path) -> Path:
    location = tmp_path / "index"
    for commit in range(3):
        articles = [
            document(
                f"{commit}-{number}", f"Envoys met for talk number {number}.", entities=["Envoy"], countries=["FR"]
            )
            for number in range(40)
        ]
        write(location, articles, remove=["0-3"] if commit else [])
    return location


def check(location: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", "--index", str(location)])
    return result.exit_code, result.output


def tables(location: Path) -> Iterator[Path]:
    yield from sorted([*location.glob("*.arrays"), *location.glob("*.toc")])


def test_a_sound_index_is_said_to_be_sound(index: Path) -> None:
    assert check(index) == (0, f"The index at {index} is sound: 119 articles.\n")


def test_there_must_be_an_index(tmp_path: Path) -> None:
    assert check(tmp_path / "none")[0] == 1
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.8, 0.999])
def test_one_wrong_byte_anywhere_is_found_at_opening(index: Path, part: float) -> None:
    for path in tables(index):
        whole = path.read_bytes()
        place = int(part * len(whole))
        while whole[place : place + 1] == b"\0" and place < len(whole) - 1:
            place += 1  # room between two arrays is nobody's
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        with pytest.raises(NoIndex, match="damaged"):
            Searcher(index)
        status, said = check(index)
        assert status == 1, path
        assert "dateline index --rebuild" in said
        path.write_bytes(whole)
    assert Searcher(index).search(SearchRequest(q="envoys")).total == 119


@pytest.mark.parametrize("part", [0.0, 0.3, 0.99])
def test_a_file_cut_short_is_found_at_opening(index: Path, part: float) -> None:
    for path in tables(index):
        whole = path.read_bytes()
        path.write_bytes(whole[: int(part * len(whole))])
        with pytest.raises(NoIndex, match="damaged"):
            Searcher(index)
        assert check(index)[0] == 1, path
        path.write_bytes(whole)


def test_a_file_that_is_missing_is_found(index: Path) -> None:
    next(tables(index)).unlink()
    assert check(index)[0] == 1
    with pytest.raises(NoIndex, match="damaged"):
        Searcher(index)


def test_what_was_damaged_without_a_trace_in_its_time_is_found_by_the_check(index: Path) -> None:
    path = next(tables(index))
    times = path.stat()
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 0x10
    path.write_bytes(bytes(whole))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert list(faults(index))
