"""The endpoint against its own description: every route is in it, every answer conforms, nothing fails."""

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from jsonschema_rs import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from search.types.request import Facet, Match, Sort
from tests.archive import archive
from tests.newsroom import NEWSROOM
from web.api.description import with_facets
from web.app import create_app
from web.http.headers import FOR_PROGRAMS

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
TOLD: dict[str, Any] = json.loads((Path(__file__).parents[2] / "web/openapi.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(archive(tmp_path_factory.mktemp("newsroom"), *NEWSROOM))


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize("path", sorted(TOLD["paths"]))
def test_whatever_is_asked_the_answer_conforms(app: Flask, path: str) -> None:
    operation = schemathesis.openapi.from_wsgi("/openapi.json", app)[path]["GET"]
    seen: set[int] = set()

    @settings(max_examples=50, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy())
    def ask(case: Any) -> None:
        # Its client in this process does not unpack what it asks to be packed.
        answer = case.call(headers={"Accept-Encoding": "identity"})
        seen.add(answer.status_code)
        case.validate_response(answer, checks=CHECKS)

    ask()
    assert seen & {200, 404}


def test_every_address_for_programs_is_described(app: Flask) -> None:
    rules = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith(FOR_PROGRAMS)}
    names = {"<article:article_id>": "{id}", "<name>": "{facet}"}
    described = set()
    for rule in rules:
        for typed, named in names.items():
            rule = rule.replace(typed, named)  # noqa: PLW2901 - one after the other
        described.add(rule)
    assert described - {"/opensearch.xml", "/suggest.json"} == set(TOLD["paths"])


def test_the_description_has_the_choices_of_the_code() -> None:
    parameters = TOLD["components"]["parameters"]
    assert parameters["match"]["schema"]["enum"] == list(Match)
    assert parameters["sort"]["schema"]["enum"] == list(Sort)
    assert {name for name in parameters if name in set(Facet)} == set(Facet)


def test_the_description_of_facets_is_that_of_their_table() -> None:
    assert with_facets(TOLD) == TOLD, "run make openapi"


def _closed(schema: Any) -> Any:
    """The same schema, in which an object has nothing that is not described."""
    if isinstance(schema, dict):
        closed = {name: _closed(part) for name, part in schema.items()}
        return closed | {"additionalProperties": False} if "properties" in schema else closed
    return [_closed(part) for part in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/api/search?q=coalition&country=SY&not_entity=x&year=2014..2019&per_page=1", "Search"),
        ("/api/search?q=coalition&explain=1&group=1", "Search"),
        ("/api/search?entity=NATO&entity_match=all&source=wire&author=x&language=en&basis=stated", "Search"),
        ("/api/articles/wire/washington.txt?q=coalition", "Article"),
        ("/api/articles/wire/washington.txt/similar", "Similar"),
        ("/api/suggest?q=ker", "Suggestions"),
        ("/api/cooccurrence?q=coalition", "Cooccurrence"),
        ("/api/trend?q=coalition", "Trend"),
        ("/api/trend?q=coalition&q2=Doha&by=source", "Trend"),
        ("/api/concordance?q=coalition&by=date", "Concordance"),
        ("/api/words?q=coalition", "TellingWords"),
        ("/api/articles/wire/washington.txt/versions", "Lineage"),
        ("/api/facets/year", "FacetPage"),
        ("/api/facets/entity?prefix=ker", "FacetPage"),
        ("/healthz", "Health"),
        ("/api/search?page=0", "Problem"),
    ],
)
def test_an_answer_has_nothing_that_is_not_described(client: FlaskClient, address: str, name: str) -> None:
    whole = _closed({"components": TOLD["components"], "$ref": f"#/components/schemas/{name}"})
    errors = [error.message for error in Draft202012Validator(whole).iter_errors(json.loads(client.get(address).data))]
    assert errors == []


def test_the_description_names_this_server(client: FlaskClient) -> None:
    answer = client.get("/openapi.json", headers={"Host": "archive.example"})
    assert answer.json["servers"] == [{"url": "http://archive.example"}]  # type: ignore[index]
    assert answer.json["openapi"] == "3.1.0"  # type: ignore[index]
