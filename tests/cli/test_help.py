"""The panel of examples: each of them does what the panel says."""

import re
from pathlib import Path

from flask.testing import FlaskClient

from tests.archive import archive, document
from web.app import create_app

FOUND = {
    "coalition troops": {"troops"},
    '"special forces"': {"forces"},
    '"coalition leave"~5': {"leave"},
    "Kerry OR Lavrov": {"kerry", "lavrov"},
    "Syria -Turkey": {"syria"},
    "title:summit": {"summit"},
    "year:2014..2019": {"summit"},
    "diploma* wom?n": {"women"},
    "ISIS": {"daesh"},
    "Erdogen~": {"erdogan"},
}


def test_every_example_finds_what_it_says(tmp_path: Path) -> None:
    client = create_app(
        archive(
            tmp_path,
            document("troops", "The coalitions sent a troop."),
            document("forces", "Special forces landed; special talks of forces."),
            document("other forces", "Forces with special orders."),
            document("leave", "They leave the great coalition."),
            document("kerry", "John Kerry spoke."),
            document("lavrov", "Sergei Lavrov answered."),
            document("syria", "Syria answered."),
            document("both", "Syria answered Turkey."),
            document("summit", "They met.", title="A summit", year=2016),
            document("late", "A summit of late.", year=2021),
            document("women", "Diplomats, all women."),
            document("daesh", "Daesh fled."),
            document("erdogan", "Erdoğan spoke."),
        )
    ).test_client()
    page = client.get("/").text
    examples = re.findall(r"<div><dt>(.*?)</dt>", page)
    assert len(examples) == len(FOUND)
    assert {example: found(client, example) for example in FOUND} == FOUND
    assert {example.replace("&#34;", '"') for example in examples} == set(FOUND)


def found(client: FlaskClient, typed: str) -> set[str]:
    answer = client.get("/api/search", query_string={"q": typed}).get_json()
    assert (answer["relaxed"], answer["notices"]) == (False, []), typed
    return {hit["id"] for hit in answer["results"]}


def test_a_pasted_paragraph_finds_its_article_and_says_what_was_bounded(tmp_path: Path) -> None:
    words = [f"longname{number}" for number in range(700)]
    searcher = archive(tmp_path, document("whole", " ".join(words)), document("some", " ".join(words[:100])))
    client = create_app(searcher).test_client()
    short = client.get("/api/search", query_string={"q": " ".join(words[:300]), "per_page": "1"}).get_json()
    assert [hit["id"] for hit in short["results"]] == ["whole"]
    assert (short["relaxed"], short["notices"]) == (False, [])
    long = client.get("/api/search", query_string={"q": " ".join(f"a{number}" for number in range(600))}).get_json()
    assert long["notices"] == ["The query is long: its first 500 words were searched."]
    longer = client.get("/api/search", query_string={"q": " ".join(words)}).get_json()
    assert longer["notices"] == ["The query is long: its first 4,000 characters were searched."]
    assert [hit["id"] for hit in longer["results"]] == ["whole"]
