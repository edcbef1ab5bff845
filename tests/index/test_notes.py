"""Tags and notes beside the index: a plain file, changed with care, found and counted as a facet."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.corrections.notes import Note, load, parsed
from index.corrections.noting import BadFile, CannotChange, Noting, last_noted, note, tags_of, undo_note
from index.ingest.pipeline import refresh
from index.storage.backup import backup
from search.searcher import Searcher
from search.types.request import Facet, Match, SearchRequest
from tests.archive import archive
from tests.newsroom import NEWSROOM

DOHA, AMMAN = "wire/doha.txt", "wire/amman.txt"


def told(location: Path) -> str:
    return (location / "notes.toml").read_text(encoding="utf-8")


def test_what_is_noted_is_a_plain_file_and_stays_the_users(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text('# mine\n\n["x.txt"]  # kept\ntags = ["old"]\n', encoding="utf-8")
    note(tmp_path, Noting("note", (DOHA,), ("to read", "Front page"), "Compare with\nthe agency."))
    note(tmp_path, Noting("tag", (DOHA, "x.txt"), ("OLD", "series")))
    assert told(tmp_path).startswith('# mine\n\n["x.txt"]  # kept\n')
    found = load(tmp_path)
    assert found[DOHA] == Note(("to read", "Front page", "OLD", "series"), "Compare with\nthe agency.")
    assert found["x.txt"].tags == ("old", "series")
    assert found["never"] == Note()


def test_each_change_is_taken_back_in_turn(tmp_path: Path) -> None:
    note(tmp_path, Noting("note", (DOHA,), ("one",)))
    first = told(tmp_path)
    note(tmp_path, Noting("note", (DOHA,), ("two",), "text"))
    said = last_noted(tmp_path)
    assert said is not None
    assert said[0] == f"{DOHA}: two"
    with pytest.raises(CannotChange, match="another note was made meanwhile"):
        undo_note(tmp_path, "0" * 16)
    undo_note(tmp_path, said[1])
    assert told(tmp_path) == first
    undo_note(tmp_path)
    assert told(tmp_path) == ""
    with pytest.raises(CannotChange, match="no note to take back"):
        undo_note(tmp_path)
    (tmp_path / "notes.toml").write_text("# by hand\n", encoding="utf-8")
    assert last_noted(tmp_path) is None


def test_without_tags_and_text_nothing_is_left_of_an_article(tmp_path: Path) -> None:
    note(tmp_path, Noting("note", (DOHA,), ("one",)))
    note(tmp_path, Noting("note", (DOHA,)))
    assert load(tmp_path).of == {}


@pytest.mark.parametrize("article_id", ['a "quoted" name.txt', "a\\b\nc\td.txt", "ü/日本.txt", "a.b.c", "]["])
def test_any_id_can_be_noted(tmp_path: Path, article_id: str) -> None:
    note(tmp_path, Noting("note", (article_id,), ('"quoted"', "#hash"), 'He said """no""".\nThen \\ left.'))
    assert load(tmp_path)[article_id] == Note(('"quoted"', "#hash"), 'He said """no""".\nThen \\ left.')


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tags = reading", "line 5: this is no TOML"),
        ("tags = 3", "line 5: tags is 3, and no list of words"),
        ("note = ['a']", "line 5: note is ['a'], and no text"),
        ("tag = ['a']", "line 5: there is no tag; write tags or note"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_holds(tmp_path: Path, line: str, said: str) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    (tmp_path / "notes.toml").write_text(f'["{AMMAN}"]\ntags = ["kept"]\n\n["{DOHA}"]\n{line}\n', encoding="utf-8")
    assert searcher.faults[0].startswith(f"notes.toml, {said}")
    assert searcher.search(SearchRequest(filters={Facet.TAG: ("kept",)})).total == 1
    with pytest.raises(BadFile, match="line 5"):
        note(tmp_path, Noting("note", (DOHA,), ("one",)))


def test_a_file_that_is_no_text_breaks_nothing(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    (tmp_path / "notes.toml").write_bytes(b"\xff\xfe\x00")
    assert searcher.search(SearchRequest()).total == len(NEWSROOM)
    assert "notes.toml, the file cannot be read" in searcher.faults[0]


@pytest.mark.parametrize("tags", [("a\nb",), ("x" * 101,), ("",), tuple(map(str, range(51)))])
def test_what_is_no_tag_is_refused(tags: tuple[str, ...]) -> None:
    with pytest.raises(CannotChange):
        Noting("note", (DOHA,), tags)


def test_tags_are_typed_with_commas() -> None:
    assert tags_of(" to  read, Front page,,TO READ ,") == ("to read", "Front page")


def test_tags_are_a_facet_that_narrows_and_goes_with_the_index(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *NEWSROOM)
    before = searcher.generation
    note(tmp_path, Noting("tag", (DOHA, AMMAN, "not there"), ("To read",)))
    note(tmp_path, Noting("tag", (DOHA,), ("later",)))
    assert searcher.generation != before
    found = searcher.search(SearchRequest(filters={Facet.TAG: ("to READ",)}))
    assert {hit.document.article.id for hit in found.hits} == {DOHA, AMMAN}
    assert {(each.label, each.count, each.selected) for each in found.facets[Facet.TAG]} == {
        ("To read", 2, True),
        ("later", 1, False),
    }
    both = SearchRequest(filters={Facet.TAG: ("to read", "later")}, facet_match={Facet.TAG: Match.ALL})
    assert searcher.search(both).total == 1
    assert searcher.search(SearchRequest(exclude={Facet.TAG: ("later",)})).total == len(NEWSROOM) - 1
    assert searcher.article(DOHA).document.tags == ("To read", "later")
    assert [each.label for each in searcher.facet(SearchRequest(), Facet.TAG, "rea")[0]] == ["To read"]


def test_notes_outlive_a_rebuild_and_go_into_a_backup(tmp_path: Path, folder: Path, index: Path) -> None:
    refresh(index, [folder])
    note(index, Noting("note", ("peace.txt",), ("kept",), "mine"))
    refresh(index, [folder], rebuild=True)
    assert Searcher(index).article("peace.txt").document.note == "mine"
    backup(index, tmp_path / "copy")
    assert Searcher(tmp_path / "copy").article("peace.txt").document.tags == ("kept",)


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: note(tmp_path, Noting("tag", (DOHA,), (f"tag {each}",))), range(24)))
    assert set(load(tmp_path)[DOHA].tags) == {f"tag {each}" for each in range(24)}
    assert len((tmp_path / "notes.log").read_text(encoding="utf-8").splitlines()) == 24


def test_a_change_that_was_logged_and_not_made_is_not_taken_back(tmp_path: Path) -> None:
    note(tmp_path, Noting("note", (DOHA,), ("one",)))
    kept = told(tmp_path)
    note(tmp_path, Noting("note", (DOHA,), ("two",)))
    (tmp_path / "notes.toml").write_text(kept, encoding="utf-8")  # as where the machine stopped before it was written
    said = last_noted(tmp_path)
    assert said is not None
    assert said[0] == f"{DOHA}: one"


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/dev/full").exists(), reason="no disk here is ever full")
def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.log").symlink_to("/dev/full")
    with pytest.raises(CannotChange, match="nothing was changed"):
        note(tmp_path, Noting("note", (DOHA,), ("one",)))
    assert not (tmp_path / "notes.toml").exists()


def test_the_file_is_read_as_it_is_written() -> None:
    assert json.dumps(parsed('["a"]\ntags = ["x", "X", "y"]\nnote = " n "\n')["a"].tags) == '["x", "y"]'
