"""What matches, printed for other programs: citations, graphs, and only what is new."""

import io
import json
import re
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner

from cli.main import main
from tests.archive import archive, document, write
from tests.newsroom import NEWSROOM

DOUBTFUL = [
    ["Quimby|place"],
    *[["Quimby Quimby Quimby|organization", "Quimby|place"]] * 2,
    ["Quimby Quimby Quimby|organization", "Quimby and Quimby|person"],
]
"""Names of articles. Read as an export shows them, these were once settled otherwise with each turn."""


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    location = tmp_path_factory.mktemp("newsroom")
    archive(location, *NEWSROOM)
    return location


def entity(written: str) -> dict[str, str]:
    name, _, kind = written.partition("|")
    return {"name": name, "type": kind}


def printed(location: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["export", *words, "--index", str(location)])
    assert result.exit_code == 0, result.output
    return result.output


def test_citations_are_printed_for_bibliographies(location: Path) -> None:
    entries = printed(location, "coalition", "--format", "bib")
    keys = re.findall(r"^@article\{(\w+),$", entries, re.MULTILINE)
    assert set(keys) == {"kerryleaves2014", "washingtonworks2019"}
    assert printed(location, "coalition", "--format", "ris").count("TY  - NEWS") == 2


def test_what_is_said_of_a_query_goes_to_standard_error(location: Path) -> None:
    told = CliRunner().invoke(main, ["export", "KERRY NOT COALITION", "--index", str(location)])
    assert "“NOT” at character 7 was searched as a word" in told.stderr
    assert all(line.startswith("{") for line in told.stdout.splitlines())
    assert CliRunner().invoke(main, ["export", "coalition", "--index", str(location)]).stderr == ""


def test_names_are_printed_as_graphs(location: Path) -> None:
    graph = nx.parse_graphml(printed(location, "coalition", "--format", "graphml"))
    other = nx.read_gexf(io.BytesIO(printed(location, "coalition", "--format", "gexf").encode()))
    assert "Islamic State" in dict(graph.nodes(data="label")).values()
    assert graph.number_of_edges() == other.number_of_edges() > 0


def test_only_what_came_later_is_printed(tmp_path: Path) -> None:
    write(tmp_path, [document("a", "A coalition.")])
    assert printed(tmp_path, "coalition", "--added-since", "2999-01-01") == ""
    assert '"id": "a"' in printed(tmp_path, "coalition", "--added-since", "2020-01-01T00:00:00Z", "--sort", "added")
    result = CliRunner().invoke(main, ["export", "--added-since", "soon", "--index", str(tmp_path)])
    assert (result.exit_code, "write 2026-11-29T17:10:00Z" in result.output) == (2, True)


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_names_of_an_export_are_the_same_however_often_it_is_indexed(tmp_path: Path, form: str) -> None:
    lines = [
        {"id": f"{at}", "text": "A firm spoke.", "clean": True, "countries": [], "entities": list(map(entity, names))}
        for at, names in enumerate(DOUBTFUL)
    ]
    read = tmp_path / "given.jsonl"
    read.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    shown = []
    for turn in range(3):
        location = tmp_path / f"index {turn}"
        assert CliRunner().invoke(main, ["index", str(read), "--index", str(location)]).exit_code == 0
        records = map(json.loads, printed(location).splitlines())
        shown.append({each["id"]: (each["entities"], each["countries"]) for each in records})
        read = tmp_path / f"export {turn}.{form}"
        read.write_text(printed(location, "--format", form), encoding="utf-8")
    assert shown[0] == shown[1] == shown[2]
