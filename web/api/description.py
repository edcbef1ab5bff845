"""Describe in openapi.json the facets, from their table, and refusals: `python -m web.api.description` writes them."""

import json
from pathlib import Path
from typing import Any

from corpus.article import EntityType
from index.segments.facets import Values
from search.types.request import Facet, Match
from web.links.parameters import MAX_VALUES, match_name

DESCRIPTION = Path(__file__).parents[1] / "openapi.json"

_REFUSALS = {"401": "Unauthorized", "403": "Forbidden", "429": "TooManyRequests", "503": "Busy"}
_OPEN, _ASKED_OF_OTHERS = "/healthz", ("401", "429")
"""What a supervisor asks needs no password and has no rate."""
_YEAR, _MONTH, _DAY = r"\d{1,4}", r"\d{4}-(0[1-9]|1[0-2])", r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])"
_TIMES = "|".join(["", "unknown", *(f"{each}|{each}\\.\\.|({each})?\\.\\.{each}" for each in (_YEAR, _MONTH, _DAY))])
_EXAMPLES = ["2019", "2014..2019", "2019-04", "2019-04-09", "2019-04-09..2019-04-16", "unknown"]


def with_facets(description: dict[str, Any]) -> dict[str, Any]:
    """The description of the endpoint with the parameters and answers of every facet, and of no other one.

    What may be refused of whatever is asked is described with every path.
    """
    described: dict[str, Any] = json.loads(json.dumps(description))
    parts = described["components"]
    kept = {name: each for name, each in parts["parameters"].items() if not _of_facet(name)}
    made = _parameters()
    parts["parameters"] = {**kept, **made}
    for path in described["paths"].values():
        listed = path["get"].get("parameters", [])
        names = [each.get("$ref", "").rpartition("/")[2] for each in listed]
        if "match" in names:
            others = [each for each, name in zip(listed, names, strict=True) if name in kept or not name]
            at = others.index({"$ref": "#/components/parameters/match"}) + 1
            others[at:at] = [{"$ref": f"#/components/parameters/{name}"} for name in made]
            path["get"]["parameters"] = others
    for path in described["paths"].values():
        for parameter in path["get"].get("parameters", []):
            if parameter.get("name") == "facet":
                schema = parameter["schema"]
                schema.get("items", schema)["enum"] = list(Facet)
    _describe_answers(parts["schemas"])
    for name, path in described["paths"].items():
        path["get"]["responses"] = _with_refusals(path["get"]["responses"], open_to_all=name == _OPEN)
    return described


def _with_refusals(answers: dict[str, Any], *, open_to_all: bool) -> dict[str, Any]:
    """The answers of a path with what comes before any of them: names, passwords, rates, and too much to do."""
    refused = {status: {"$ref": f"#/components/responses/{name}"} for status, name in _REFUSALS.items()}
    for status in _ASKED_OF_OTHERS if open_to_all else ():
        del refused[status]
    both = {**answers, **refused}
    return {status: both[status] for status in sorted(both)}


def _of_facet(name: str) -> bool:
    return name in set(Facet) or name.startswith("not_") or name.endswith("_match")


def _parameters() -> dict[str, Any]:
    chosen = {
        str(facet): _values(facet, facet, f"Only articles with one of these values of {facet}; repeat for OR.")
        for facet in Facet
    }
    refused = {
        f"not_{facet}": _values(facet, f"not_{facet}", f"No article with any of these values of {facet}.")
        for facet in Facet
    }
    told = "Whether an article must have all the values of `{}` that are asked for, or any of them (the default)."
    matches = {
        match_name(facet): {
            "name": match_name(facet),
            "in": "query",
            "description": told.format(facet),
            "schema": {"type": "string", "enum": list(Match)},
        }
        for facet in Facet
        if facet.field.several
    }
    return {**chosen, **refused, **matches}


def _values(facet: Facet, name: str, told: str) -> dict[str, Any]:
    item: dict[str, Any] = {"type": "string"}
    if facet.field.values is Values.TIMES:
        item |= {"pattern": rf"^\s*({_TIMES})\s*$", "examples": _EXAMPLES}
        told += " A value is a year, a month, a day, or a range of two of one kind; `unknown` for what is undated."
    elif facet.field.choices:
        item["enum"] = list(facet.field.choices)
    schema = {"type": "array", "items": item, "maxItems": MAX_VALUES}
    return {"name": name, "in": "query", "description": told, "schema": schema}


def _describe_answers(schemas: dict[str, Any]) -> None:
    values = {"type": "array", "items": {"$ref": "#/components/schemas/FacetValue"}}
    facets, totals = schemas["Search"]["properties"]["facets"], schemas["Search"]["properties"]["facet_totals"]
    facets["properties"] = {str(facet): values for facet in Facet}
    totals["properties"] = {str(facet): {"type": "integer"} for facet in Facet}
    facets["required"] = totals["required"] = list(Facet)
    schemas["Search"]["properties"]["names"] = {
        "type": "object",
        "description": "The first names of each type, people first; places without countries. A name that a quarter of "
        "all articles have, and these no oftener, stands last.",
        "required": list(EntityType),
        "properties": {str(kind): values for kind in EntityType},
    }
    strings = {"type": "array", "items": {"type": "string"}}
    schemas["Selection"]["properties"] = {str(facet): strings for facet in Facet}
    schemas["FacetPage"]["properties"]["facet"]["enum"] = list(Facet)
    schemas["Query"]["properties"]["facet_match"] = {
        "type": "object",
        "description": "What was asked for with `entity_match` and the like; absent where nothing was.",
        "properties": {
            str(facet): {"type": "string", "enum": list(Match)} for facet in Facet if facet.field.several
        },
    }  # fmt: skip


def text_of(description: dict[str, Any]) -> str:
    """The description as its file has it."""
    return json.dumps(description, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    DESCRIPTION.write_text(text_of(with_facets(json.loads(DESCRIPTION.read_text(encoding="utf-8")))), encoding="utf-8")
