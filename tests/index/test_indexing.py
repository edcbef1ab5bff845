"""From folders to an index: what is new, changed or gone, and nothing else; what is wrong is listed, the rest is in."""

import os
import time
from pathlib import Path

import pytest

from corpus.errors import NothingToRead
from index.ingest import seen_ids
from index.ingest.pipeline import refresh
from index.storage.location import NoIndex, describe
from search.searcher import Searcher
from tests.files import zipped
from tests.folders import PEACE, TALKS, add, ids, wire


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


def test_an_id_that_comes_again_is_told_however_many_came_between(
    folder: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen_ids, "_RECENT", 3)  # ids of which digests are kept
    add(folder / "wire.jsonl", "".join(wire(at) for at in range(3, 20)) + wire(4) + wire(21))
    summary = refresh(index, [folder])
    told = [(refusal.line, refusal.reason) for refusal in summary.refusals]
    assert told == [(20, f"has the id 'wire-4' of {folder / 'wire.jsonl'}:4; give it another id")]
    assert len(ids(index)) == 22


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


def test_what_is_gone_of_an_archive_goes_although_another_entry_is_refused(folder: Path, index: Path) -> None:
    entries = {name: f"{name}\n\n{PEACE}\n".encode() for name in ("a.txt", "b.txt", "c.txt")}
    (folder / "a.zip").write_bytes(zipped(entries))
    assert refresh(index, [folder]).indexed == 7
    (folder / "a.zip").write_bytes(zipped({"a.txt": entries["a.txt"], "b.txt": b""}))
    summary = refresh(index)
    assert summary.removed == 1
    assert [refusal.reason.partition("; ")[2] for refusal in summary.refusals] == [
        "leave it out or fill it; what the index held of the file stays"
    ]
    assert {each for each in ids(index) if each.startswith("a.zip")} == {"a.zip/a.txt", "a.zip/b.txt"}


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


def test_ids_follow_when_the_folder_around_is_forgotten(folder: Path, index: Path) -> None:
    age(folder / "inner" / "talks.txt")
    refresh(index, [folder, folder / "inner"])
    assert "inner/talks.txt" in ids(index)
    refresh(index, forget=[folder])
    assert ids(index) == {"talks.txt"}
    refresh(index, rebuild=True)
    assert ids(index) == {"talks.txt"}


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


def test_an_index_that_cannot_be_read_says_how_to_mend_it_and_is_mended(folder: Path, index: Path) -> None:
    refresh(index, [folder])
    (index / "commit.arrays").write_bytes(b"")
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
