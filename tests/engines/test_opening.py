"""An engine is opened by its location, and what goes wrong is said without where the index is."""

import sys
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from cluster import indices
from cluster.connection import open_cluster
from cluster.engine import ClusterEngine
from cluster.errors import ClusterError, ClusterRed
from cluster.opening import NoClusterClient, open_engine
from search.types.deadline import SearchTimeout
from search.types.request import SearchRequest
from tests.archive import archive, document
from tests.engines.on_cluster import archive as on_cluster
from tests.newsroom import NEWSROOM
from tests.opensearch.nodes import Nodes
from web.app import create_app


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [each for each in sys.modules if each == "cluster" or each.startswith("cluster.")]:
        if module not in ("cluster", "cluster.opening", "cluster.location", "cluster.errors"):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "opensearchpy", None)
    with pytest.raises(NoClusterClient, match=r"pip install .*dateline\[cluster\]"):
        open_engine("opensearch+http://127.0.0.1:1/news")


def test_a_location_that_is_none_is_refused_with_the_form() -> None:
    with pytest.raises(ClusterError, match="opensearch\\+http://localhost:9200/news"):
        open_engine("opensearch+ftp://127.0.0.1/news")


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (ClusterRed("the cluster at http://a.local:9200, http://b.local:9200 has no node for it"), 503),
        (ClusterError("the cluster at http://a.local:9200 does not do what is asked: 500"), 503),
    ],
)
def test_faults_of_a_cluster_are_problems_that_name_no_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, status: int
) -> None:
    searcher = archive(tmp_path / "index", document("1", "peace"))

    def fails(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(searcher, "search", fails)
    for path in ("/api/search", "/"):
        answer = create_app(searcher).test_client().get(path, query_string={"q": "peace"})
        assert answer.status_code == status
        assert "a.local" not in answer.text
        assert "http://b" not in answer.text


@pytest.fixture(scope="module")
def news(opensearch: Nodes) -> Iterator[ClusterEngine]:
    location = opensearch.location("engines-opening")
    yield on_cluster(location, NEWSROOM)
    indices.remove_all(open_cluster(location))


@pytest.mark.cluster
def test_a_search_is_given_up_when_its_time_is_over(news: ClusterEngine) -> None:
    hurried = open_engine(str(news.location), seconds=0.000_01)
    with pytest.raises(SearchTimeout, match="was stopped"):
        hurried.search(SearchRequest("coalition OR syria*"))


@pytest.mark.cluster
def test_aliases_are_read_anew_when_their_file_changes(news: ClusterEngine, tmp_path: Path) -> None:
    file = tmp_path / "names.toml"
    engine = open_engine(str(news.location), aliases=file)
    before = engine.generation
    file.write_text('hide = ["Islamic State"]\n', encoding="utf-8")
    assert engine.generation != before
    names = [value.value for values in engine.search(SearchRequest()).names.values() for value in values]
    assert names
    assert "Islamic State" not in names
    file.write_text("hide = [", encoding="utf-8")
    assert engine.search(SearchRequest()).notices[0].startswith("aliases.toml, line 1")
    assert create_app(engine).test_client().get("/healthz").status_code == HTTPStatus.OK
