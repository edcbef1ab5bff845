"""A damaged index is told from a sound one, and never answered from."""

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from bench.rot import Outcome, flips
from cli.main import main
from index.arrays.array_file import Arrays, ArrayWriter, Damaged
from index.arrays.strings import OrderedStrings, Strings, write_strings
from index.ingest.pipeline import refresh
from index.snapshots.integrity import faults
from index.storage.location import NoIndex
from index.storage.lock import sole_writer
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.archive import document, write
from web.app import create_app


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
    yield from sorted(location.glob("*.arrays"))


def test_a_sound_index_is_said_to_be_sound(index: Path) -> None:
    assert check(index) == (0, f"The index at {index} is sound: 119 articles.\n")


def test_there_must_be_an_index(tmp_path: Path) -> None:
    assert check(tmp_path / "none")[0] == 1
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.8, 0.999])
def test_one_wrong_byte_anywhere_is_found_and_no_answer_is_another_one(index: Path, part: float) -> None:
    everything = [each.article.id for each in Searcher(index).matches(SearchRequest(q="envoys"))]
    for path in tables(index):
        whole, times = path.read_bytes(), path.stat()
        place = int(part * len(whole))
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        with suppress(NoIndex):
            assert [each.article.id for each in Searcher(index).matches(SearchRequest(q="envoys"))] == everything
        status, said = check(index)
        assert status == 1, path
        assert "dateline index --rebuild" in said
        path.write_bytes(whole)
    assert Searcher(index).search(SearchRequest(q="envoys")).total == 119


def test_bits_that_flip_on_the_disk_are_found_wherever_they_are(tmp_path: Path) -> None:
    assert {outcome for outcome, _ in flips(tmp_path, articles=60, times=60, seed=3)} == {
        Outcome.REFUSED,
        Outcome.FOUND,
    }


def test_an_article_whose_record_is_damaged_is_refused_and_says_so(index: Path) -> None:
    for path in sorted(index.glob("MAIN_*.arrays")):
        begin, size = Arrays(path).place("record.bytes")
        content = bytearray(path.read_bytes())
        content[begin : begin + size] = bytes(each ^ 1 for each in content[begin : begin + size])
        path.write_bytes(content)
    client = create_app(Searcher(index)).test_client()
    answer = client.get("/api/search?q=envoys")
    assert (answer.status_code, "damaged" in answer.text) == (503, True)
    assert str(index) not in answer.text


@pytest.mark.parametrize(
    ("array", "runs"),
    [("id.bytes", 1), ("print.total", 1), ("reading.key.bytes", 1), ("vector", 2)],  # the second copies the segments
)
def test_a_run_neither_reads_nor_copies_what_is_damaged(index: Path, tmp_path: Path, array: str, runs: int) -> None:
    path = next(index.glob("MAIN_*.arrays"))
    begin, size = Arrays(path).place(array)
    content = bytearray(path.read_bytes())
    content[begin : begin + size] = bytes(each ^ 1 for each in content[begin : begin + size])
    path.write_bytes(content)
    for run in range(runs):
        (tmp_path / f"{run}.txt").write_text(
            f"Harbour opens\n\nThe harbour number {run} of Oslo was opened on Monday.\n"
        )
        words = ["index", str(tmp_path / f"{run}.txt"), "--index", str(index)]
        ended = CliRunner().invoke(main, words)
        assert (ended.exit_code, f"damaged in its array {array}" in ended.output) == (
            (1, True) if run == runs - 1 else (0, False)
        )
    assert "dateline index --rebuild" in ended.output


@pytest.mark.parametrize("array", ["terms.bytes", "day", "entity.total", "form.bytes"])
def test_the_terminal_answers_nothing_from_what_is_damaged(index: Path, array: str) -> None:
    path = next(index.glob("MAIN_*.arrays"))
    begin, _ = Arrays(path).place(array)
    content = bytearray(path.read_bytes())
    content[begin] ^= 1
    path.write_bytes(content)
    ended = CliRunner().invoke(main, ["search", "envoys OR envois", "--index", str(index)])
    assert (ended.exit_code, f"damaged in its array {array}" in ended.output) == (1, True)
    assert f"the index at {index}" in ended.output
    assert "dateline index --rebuild" in ended.output


def test_what_rots_while_it_is_searched_is_found_by_a_scrub_and_answered_from_no_more(index: Path) -> None:
    searcher = Searcher(index)
    searcher.scrub()
    path = max(index.glob("MAIN_*.arrays"), key=lambda each: each.stat().st_size)
    begin, size = Arrays(path).place("doc_freq")
    with path.open("r+b") as file:
        file.seek(begin)
        flipped = bytes(each ^ 1 for each in file.read(size))
        file.seek(begin)
        file.write(flipped)
    with pytest.raises(NoIndex, match="damaged"):
        searcher.scrub()
    with pytest.raises(NoIndex, match="damaged"):
        searcher.search(SearchRequest(q="envoys"))
    shutil.rmtree(index)
    write(index, [document("new", "Envoys met anew.")])
    assert searcher.search(SearchRequest(q="envoys")).total == 1


@pytest.mark.parametrize("array", ["reading.key.bytes", "positions.8", "print.total", "id.rank"])
def test_what_no_question_has_read_is_verified_soon_after_and_answered_from_no_more(index: Path, array: str) -> None:
    everything = [each.article.id for each in Searcher(index).matches(SearchRequest(q="envoys"))]
    path = max(index.glob("MAIN_*.arrays"), key=lambda each: each.stat().st_size)
    begin, size = Arrays(path).place(array)
    content = bytearray(path.read_bytes())
    content[begin + size - 1] ^= 1
    path.write_bytes(content)
    searcher = Searcher(index)
    with suppress(NoIndex):
        assert [each.article.id for each in searcher.matches(SearchRequest(q="envoys"))] == everything
    for _ in range(2):
        with pytest.raises(NoIndex, match=f"damaged in its array {array}"):
            searcher.verify_unread()
        with pytest.raises(NoIndex, match=f"damaged in its array {array}"):
            searcher.search(SearchRequest(q="envoys"))


def test_what_is_sound_is_verified_once(index: Path) -> None:
    searcher = Searcher(index)
    assert [searcher.verify_unread(), searcher.verify_unread()] == [True, False]
    write(index, [document("new", "Envoys met anew.")])
    assert [searcher.verify_unread(), searcher.verify_unread()] == [True, False]
    assert searcher.search(SearchRequest(q="envoys")).total == 120


def test_of_a_large_array_no_more_is_verified_than_what_is_read(tmp_path: Path) -> None:
    path, numbers = tmp_path / "large", np.arange(3 << 20).astype(np.uint16)
    out = ArrayWriter(path)
    out.extend("numbers", numbers)
    out.extend("numbers", numbers[:5])
    out.close({})
    begin, _ = Arrays(path).place("numbers")
    content = bytearray(path.read_bytes())
    content[begin + 2 * (2 << 20)] ^= 1  # of the fifth MiB
    path.write_bytes(content)
    arrays = Arrays(path)
    arrays.verify_later()
    first, last = 2 << 20, (2 << 20) + (1 << 19)
    assert np.array_equal(arrays.range("numbers", 5, first), numbers[5:first])
    assert arrays.take("numbers", np.array([0, last, len(numbers) + 4])).tolist() == [0, numbers[last], 4]
    for read in (
        lambda: arrays.range("numbers", 5, first + 1),
        lambda: arrays.take("numbers", np.array([0, last - 1])),
        lambda: arrays["numbers"],
        arrays.verify_unread,
        arrays.verify,
    ):
        with pytest.raises(Damaged, match="numbers"):
            read()


def test_a_string_is_looked_up_without_verifying_all_others(tmp_path: Path) -> None:
    path, words = tmp_path / "words", [b"%07d" % number for number in range(300_000)]
    out = ArrayWriter(path)
    write_strings(out, "words", words)
    out.close({})
    begin, size = Arrays(path).place("words.bytes")
    content = bytearray(path.read_bytes())
    content[begin + size - 1] ^= 1
    path.write_bytes(content)
    arrays = Arrays(path)
    arrays.verify_later()
    table = Strings(arrays, "words")
    backwards = OrderedStrings(arrays, "words", np.arange(len(words))[::-1])
    assert (len(table), table[7], backwards[len(words) - 8]) == (len(words), words[7], words[7])
    assert (table.place(words[99], 0, 9_000), table.all(5, 8)) == (99, words[5:8])
    with pytest.raises(IndexError):
        table[len(words)]
    for read in (
        lambda: table[len(words) - 1],
        lambda: backwards[0],
        lambda: table.place(b"9", 0, len(words)),
        table.all,
        lambda: [table[place] for place in range(2_000)],  # of so many, all others are verified, too
    ):
        with pytest.raises(Damaged, match=r"words\.bytes"):
            read()


@pytest.mark.parametrize("array", ["id.bytes", "id.order", "fingerprint.ends", "origin.of", "record.bytes", "day"])
def test_whatever_is_damaged_an_index_can_be_built_anew(tmp_path: Path, array: str) -> None:
    folder, index = tmp_path / "news", tmp_path / "index"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text(f"Envoys met for talk number {number} in the harbour of Quimport.\n")
    refresh(index, [folder])
    [path] = index.glob("MAIN_*.arrays")
    begin, size = Arrays(path).place(array)
    content = bytearray(path.read_bytes())
    content[begin + size // 2] ^= 1
    path.write_bytes(content)
    assert list(faults(index))
    refresh(index, [folder], rebuild=True)
    assert not list(faults(index))
    assert Searcher(index).search(SearchRequest(q="envoys")).total == 20


def test_the_check_takes_no_lock_and_writes_nothing(index: Path) -> None:
    with sole_writer(index):
        (index / "dateline.lock").unlink()
        before = {path: path.stat().st_mtime_ns for path in (index, *index.iterdir())}
        assert check(index)[0] == 0
        assert {path: path.stat().st_mtime_ns for path in (index, *index.iterdir())} == before


def test_a_note_that_is_damaged_is_told_and_made_anew_by_the_next_run(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "story.txt").write_text("Harbour opens\n\nThe harbour of Oslo was opened on Monday.\n")
    words = ["index", str(tmp_path / "news"), "--index", str(tmp_path / "index")]
    assert CliRunner().invoke(main, words).exit_code == 0
    names = ["manifest.json", next((tmp_path / "index").glob("*.toc")).name]
    for name in names:
        path = tmp_path / "index" / name
        path.write_bytes(path.read_bytes().replace(b"e", b"f", 1))
    status, said = check(tmp_path / "index")
    assert (status, [name in said for name in names], "dateline index" in said) == (1, [True, True], True)
    assert CliRunner().invoke(main, ["index", "--index", str(tmp_path / "index")]).exit_code == 0
    assert check(tmp_path / "index")[0] == 0


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
