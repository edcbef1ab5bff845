"""What matches, printed for other programs: citations, graphs, and only what is new."""

import io
import re
from pathlib import Path

import networkx as nx  # type: ignore[import-untyped]
import pytest
from click.testing import CliRunner

from cli.main import main
from tests.archive import archive, document, write
from tests.newsroom import NEWSROOM


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    location = tmp_path_factory.mktemp("newsroom")
    archive(location, *NEWSROOM)
    return location


def printed(location: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["export", *words, "--index", str(location)])
    assert result.exit_code == 0, result.output
    return result.output


def test_citations_are_printed_for_bibliographies(location: Path) -> None:
    entries = printed(location, "coalition", "--format", "bib")
    keys = re.findall(r"^@article\{(\w+),$", entries, re.MULTILINE)
    assert set(keys) == {"kerryleaves2014", "washingtonworks2019"}
    assert printed(location, "coalition", "--format", "ris").count("TY  - NEWS") == 2


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
