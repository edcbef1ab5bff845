"""An index from somebody else: what is opened, searched, checked and brought up to date runs no code of it."""

import json
import pickle
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from cli.main import main
from index.arrays.array_file import _TAIL, ArrayWriter
from index.storage.location import NoIndex
from search.searcher import Searcher
from search.types.request import SearchRequest

RAN: list[str] = []


def spring() -> None:
    RAN.append("ran")


class Trap:
    """Notes that it was unpickled, which a worse one would use otherwise."""

    def __reduce__(self) -> tuple[Callable[[], None], tuple[()]]:
        return spring, ()


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "news").mkdir()
    for day in range(1, 6):
        text = f"Harbour {day}\n\nOslo, {day} May 2019. Envoys of Norway met for talk number {day}.\n"
        (tmp_path / "news" / f"{day}.txt").write_text(text, encoding="utf-8")
    assert run("index", str(tmp_path / "news"), "--index", str(tmp_path / "index")) == 0
    RAN.clear()
    yield tmp_path / "index"
    assert RAN == []


def run(*words: str) -> int:
    return CliRunner().invoke(main, list(words)).exit_code


def test_the_trap_works() -> None:
    pickle.loads(pickle.dumps(Trap()))  # noqa: S301 - our own
    assert RAN.pop() == "ran"


def test_pickles_in_an_index_are_never_opened(index: Path) -> None:
    opened = []
    watching = [True]
    sys.addaudithook(lambda event, _: opened.append(event) if watching and event == "pickle.find_class" else None)
    trap = pickle.dumps(Trap(), 2)
    [table] = index.glob("*.toc")
    whole = table.read_bytes()
    at = whole.index(b"\x80\x02")
    for path in (table, index / "_MAIN_99.toc", index / "year_classifier", index / "manifest.json"):
        path.write_bytes(whole[:at] + trap)
    np.savez(index / "boilerplate_samples.npz", stamp=np.array([Trap()], dtype=object))
    assert Searcher(index).search(SearchRequest(q="envoys")).total == 5
    assert run("search", "envoys", "--index", str(index)) == 0
    assert run("check", "--index", str(index)) == 1
    assert run("index", "--index", str(index)) == 0
    assert run("check", "--index", str(index)) == 0
    watching.clear()
    assert opened == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "MAIN_x/../../y", "", "MAIN_"])
def test_a_commit_names_no_file_elsewhere(index: Path, name: str) -> None:
    out = ArrayWriter(index / "commit.arrays")
    out.extend("deleted.0", np.empty(0, np.uint32))
    out.close({"number": 1, "segments": [{"name": name, "size": 1, "checksum": 0, "linked": None}]})
    with pytest.raises(NoIndex, match="damaged"):
        Searcher(index)
    assert run("check", "--index", str(index)) == 1


@pytest.mark.parametrize("about", [{}, {"number": "x", "segments": [{}]}, {"number": 1, "segments": 7}])
def test_a_commit_of_something_else_is_refused(index: Path, about: dict[str, object]) -> None:
    ArrayWriter(index / "commit.arrays").close(about)
    with pytest.raises(NoIndex, match="dateline index --rebuild"):
        Searcher(index)
    assert run("index", str(index.parent / "news"), "--rebuild", "--index", str(index)) == 0


@pytest.mark.parametrize("dtype", ["|O", "<U8", "|V8", "<M8[s]", "f4,(1000,1000)f8"])
def test_an_array_is_numbers_and_nothing_else(index: Path, dtype: str) -> None:
    commit = index / "commit.arrays"
    out = ArrayWriter(commit)
    out.extend("deleted.0", np.zeros(8, np.uint8))
    out.close({"number": 1, "segments": []})
    content = commit.read_bytes()
    begin, size, *rest = _TAIL.unpack(content[-_TAIL.size :])
    listing = content[begin : begin + size].replace(b'"|u1"', json.dumps(dtype).encode())
    tail = _TAIL.pack(begin, len(listing), zlib.crc32(listing), *rest[1:])
    commit.write_bytes(content[:begin] + listing + tail)
    with pytest.raises(NoIndex, match="none of ours"):
        Searcher(index)
