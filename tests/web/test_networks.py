"""Names that stand together as graphs that other programs open, and what a result is counted by as tables."""

import csv
import io
from collections.abc import Mapping
from typing import Any

import networkx as nx  # type: ignore[import-untyped]
import pytest
from flask.testing import FlaskClient

from corpus.article import Article, Entity, PartialDate
from corpus.document import Document
from search.types.request import Facet
from tests.archive import archive, document
from tests.newsroom import NEWSROOM, PERSON
from web.app import create_app

ODD = 'Mc"Odd" <& Söhne> \x07\N{SNOWMAN}'


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    odd = Document(
        Article("odd", "Odd names", "A coalition of odd names."),
        (Entity(ODD, PERSON), Entity("=1+1", PERSON), Entity("NATO", PERSON)),
        (),
        PartialDate(2020),
    )
    guilds = (document(f"g{each}", "A coalition.", entities=[f"Guild {each}", "NATO"]) for each in range(30))
    return create_app(archive(tmp_path_factory.mktemp("newsroom"), *NEWSROOM, odd, *guilds)).test_client()


def edges(graph: Any) -> dict[frozenset[str], int]:
    label = graph.nodes(data="label")
    return {frozenset((label[one], label[other])): int(weight) for one, other, weight in graph.edges(data="weight")}


@pytest.mark.parametrize("names", ["frequent", "telling"])
@pytest.mark.parametrize("query", ["coalition", "", "nothing whatever"])
def test_graphs_open_in_networkx_with_the_pairs_of_the_endpoint(client: FlaskClient, names: str, query: str) -> None:
    asked = {"q": query, "names": names}
    told: Mapping[str, Any] = client.get("/api/cooccurrence", query_string=asked).json  # type: ignore[assignment]
    pairs = {frozenset(_clean(each) for each in pair["entities"]): pair["count"] for pair in told["pairs"]}
    entities = {_clean(each["name"]): (each["type"] or "", each["count"], each["total"]) for each in told["entities"]}
    for ending, read in (("graphml", nx.parse_graphml), ("gexf", _read_gexf)):
        answer = client.get(f"/export.{ending}", query_string=asked)
        assert (
            answer.headers["Content-Disposition"].endswith(f'.{ending}"')
            or ending in answer.headers["Content-Disposition"]
        )
        graph = read(answer.text)
        assert edges(graph) == pairs
        assert not graph.is_directed()
        assert {
            each["label"]: (each["type"], int(each["count"]), int(each["total"])) for _, each in graph.nodes(data=True)
        } == entities


def _read_gexf(text: str) -> Any:
    return nx.read_gexf(io.BytesIO(text.encode()))


def _clean(name: str) -> str:
    return name.replace("\x07", "")


def test_pairs_are_a_table_that_no_spreadsheet_runs(client: FlaskClient) -> None:
    answer = client.get("/export.pairs.csv?q=odd&bom=1", buffered=True)
    assert answer.text.startswith("\ufeffone,")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert {frozenset((row["one"], row["other"])) for row in rows} == {
        frozenset((ODD, "'=1+1")), frozenset((ODD, "NATO")), frozenset(("'=1+1", "NATO")),
    }  # fmt: skip
    assert {row["count"] for row in rows} == {"1"}


def test_facets_are_a_table_of_every_value(client: FlaskClient) -> None:
    text = client.get("/export.facets.csv?q=coalition&facet=entity&facet=year", buffered=True).text
    rows = list(csv.DictReader(io.StringIO(text)))
    found = client.get("/api/facets/entity?q=coalition&per_page=100").json
    assert {(row["label"].lstrip("'"), int(row["count"])) for row in rows if row["facet"] == "entity"} == {
        (each["label"], each["count"])
        for each in found["values"]  # type: ignore[index]
    }
    assert {row["facet"] for row in rows} == {"entity", "year"}
    assert next(row for row in rows if row["value"] == "2019")["inferred"] == "1"
    everything = csv.DictReader(io.StringIO(client.get("/export.facets.csv", buffered=True).text))
    assert {row["facet"] for row in everything} <= set(Facet)


def test_what_is_no_facet_is_refused(client: FlaskClient) -> None:
    answer = client.get("/export.facets.csv?facet=colour")
    assert (answer.status_code, answer.json["parameter"]) == (400, "facet")  # type: ignore[index]
