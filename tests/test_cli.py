"""The command line as its users type it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from web.cli import main

TALKS = "Ministers from France and Jordan held talks about a border crossing.\n\nThey will meet again in the spring."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "talks.txt").write_text(f"Border talks\n\n{TALKS}\n", encoding="utf-8")
    (folder / "peace.md").write_text("# Peace\n\nEnvoys signed a treaty in Amman on Friday.\n", encoding="utf-8")
    return folder


def run(tmp_path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATELINE_INDEX": str(tmp_path / "index")})


def test_index_says_what_it_did_in_numbers_that_add_up(tmp_path: Path, folder: Path) -> None:
    first = run(tmp_path, "index", str(folder))
    assert first.exit_code == 0
    assert "Read 2 articles: 2 indexed, 0 unchanged, 0 refused." in first.output
    (folder / "empty.txt").write_text("", encoding="utf-8")
    second = run(tmp_path, "index")
    assert second.exit_code == 3
    assert "Read 3 articles: 0 indexed, 2 unchanged, 1 refused." in second.output
    assert f"refused: {folder / 'empty.txt'}: " in second.output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["index", "NOWHERE"], 1, "NOWHERE"),
        (["index", "EMPTY"], 1, "there is no article in"),
        (["index", "--wrong"], 2, "No such option"),
        (["search", "peace"], 1, "build one with: dateline index FOLDER"),
        (["search", "peace", "--sort", "best"], 2, "is not one of"),
        (["search", "peace", "--year", "soon"], 1, "write a year (2019), a range (2014..2019) or unknown"),
        (["annotate", "NOWHERE"], 1, "NOWHERE"),
        (["serve", "--port", "99999"], 2, "99999"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, words: list[str], code: int, said: str) -> None:
    (tmp_path / "EMPTY").mkdir()
    placed = [str(tmp_path / word) if word.isupper() else word for word in words]
    result = run(tmp_path, *placed)
    assert result.exit_code == code
    assert said in result.output
    assert "Traceback" not in result.output


def test_search_prints_results_and_facets(tmp_path: Path, folder: Path) -> None:
    run(tmp_path, "index", str(folder))
    result = run(tmp_path, "search", "talks")
    assert result.exit_code == 0
    assert run(tmp_path, "search", "talks OR treaty", "--sort", "oldest", "--match", "any").exit_code == 0
    assert "1 article\n" in result.output
    assert "1. Border talks" in result.output
    assert "country France 1 · Jordan 1" in result.output


def test_search_json_is_what_the_endpoint_returns(tmp_path: Path, folder: Path) -> None:
    run(tmp_path, "index", str(folder))
    found = json.loads(run(tmp_path, "search", "talks", "--country", "JO", "--json").output)
    assert found["query"] == {
        "q": "talks",
        "match": "all",
        "filters": {"country": ["JO"]},
        "exclude": {},
        "sort": "relevance",
    }
    assert [each["id"] for each in found["results"]] == ["talks.txt"]
    assert {each["value"]: each["selected"] for each in found["facets"]["country"]} == {"FR": False, "JO": True}


def test_annotate_prints_what_is_derived_in_the_order_of_the_input(tmp_path: Path, folder: Path) -> None:
    lines = [json.loads(line) for line in run(tmp_path, "annotate", str(folder)).output.splitlines()]
    assert [line["id"] for line in lines] == ["peace.md", "talks.txt"]
    talks = lines[1]
    assert talks["text"] == TALKS
    assert {country["code"] for country in talks["countries"]} == {"FR", "JO"}
    assert set(talks) >= {"title", "removed", "published", "published_basis", "published_evidence", "year", "entities"}
    for entity in talks["entities"]:
        assert all(talks["text"][start:end] for start, end in entity["mentions"])


def test_export_gives_records_that_can_be_indexed_again(tmp_path: Path, folder: Path) -> None:
    run(tmp_path, "index", str(folder))
    exported = run(tmp_path, "export", "talks OR treaty").output
    (tmp_path / "again.jsonl").write_text(exported, encoding="utf-8")
    again = CliRunner().invoke(main, ["index", str(tmp_path / "again.jsonl"), "--index", str(tmp_path / "copy")])
    assert "Read 2 articles: 2 indexed" in again.output
    assert run(tmp_path, "export", "talks", "--format", "csv").output.startswith("id,title,source")
