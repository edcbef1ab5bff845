"""Exports of databases, interfaces and archives: their layouts, their names, their dates."""

import json
from pathlib import Path

import pytest

from tests.files import REST, STORY, articles, read

BODY = f"{STORY}\n\n{REST}"
ROWS = [("Harbour opens", "2019-03-22"), ("Bridge closes", "2019-03-21")]
TITLES = [title for title, _ in ROWS]
DAYS = [day for _, day in ROWS]
WESTLAW = "".join(
    f"3/{day[8:]}/19 Daily Post (Oslo) A4\n2019 WLNR {day[8:]}77\n\n{title}\n\nMaria Lund\n\n{BODY}\n\n"
    f"Copyright © 2019\n\n---- Index References ----\n\nNews Subject: (Ports)\nWord Count: 90\nEND OF DOCUMENT\n\n"
    for title, day in ROWS
)
EBSCO = "".join(
    f"Record: {n}\nTitle: {title}\nAuthors: Lund, Maria\nSource: Daily Post. Mar {day[8:]}, 2019, p4.\nFull Text: "
    f"{STORY}\n\n{REST}\nCopyright: Daily Post\nDatabase: Newspapers\n\n"
    for n, (title, day) in enumerate(ROWS, 1)
)
GALE = "".join(
    f"Title: {title}\nAuthor(s): Maria Lund\nPublication: Daily Post\nDate: {day}\nDocument Type: Article\nFull Text:"
    f" \n{STORY}\n\n{REST}\nGale Document Number: GALE|A{day[8:]}\n\n"
    for title, day in ROWS
)


@pytest.mark.parametrize("text", [WESTLAW, EBSCO, GALE], ids=["Westlaw", "EBSCO", "Gale"])
def test_records_of_press_databases_are_articles(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    found = [*articles(tmp_path).values()]
    assert [(each.title, each.published.iso) for each in found] == ROWS
    assert {(str(each.source)[:10], each.author, each.text) for each in found} == {("Daily Post", "Maria Lund", BODY)}


def test_a_text_with_labels_in_it_is_one_article(tmp_path: Path) -> None:
    speakers = "Anna: We open the harbour on Monday, after nine years.\n\nBo: The first ship came at noon.\n\n"
    (tmp_path / "a.txt").write_text(f"Title of the talk\n\n{speakers * 4}{BODY}")
    assert len(articles(tmp_path)) == 1


COLUMNS = {"title": dict(enumerate(TITLES)), "text": {0: STORY, 1: STORY}, "date": dict(enumerate(DAYS))}
TABLES = [
    COLUMNS,
    {name: [*column.values()] for name, column in COLUMNS.items()},
    {"columns": ["title", "text", "date"], "index": [0, 1], "data": [[t, STORY, d] for t, d in ROWS]},
    {f"key-{n}": {"headline": t, "content": STORY, "date": d} for n, (t, d) in enumerate(ROWS)},
    {"db": [{"data": {"posts": [{"title": t, "html": f"<p>{STORY}</p>", "published_at": d} for t, d in ROWS]}}]},
    {
        "data": {
            "items": [{"item": {"headline": t, "body_nitf": f"<p>{STORY}</p>", "firstcreated": d}} for t, d in ROWS]
        }
    },
]


@pytest.mark.parametrize("value", TABLES, ids=["columns by row", "lists", "split", "keys", "ghost", "agency"])
def test_json_by_columns_and_by_keys_is_its_articles(tmp_path: Path, value: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps(value))
    found = [*articles(tmp_path).values()]
    assert [(each.title, each.published.iso, each.text) for each in found] == [(t, d, STORY) for t, d in ROWS]


def test_the_key_of_a_document_is_its_id_and_actions_for_elasticsearch_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"k1": {"title": "Harbour opens", "text": STORY}}))
    bulk = [{"index": {"_index": "news", "_id": "7"}}, {"title": "Bridge closes", "text": STORY}, {"delete": {}}]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, bulk)))
    assert [*articles(tmp_path)] == ["k1", "b.jsonl#2"]
    (tmp_path / "c.json").write_text(json.dumps({"article": {"title": "Ferry sails", "paragraphs": [STORY, REST]}}))
    assert [each.title for each in articles(tmp_path).values()][2:] == ["Ferry sails"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"source": {"uri": "post.example", "title": "Daily Post"}}, {"source": "Daily Post"}),
        ({"source": {"domain": "post.example"}}, {"source": "post.example"}),
        ({"container-title": "Daily Post"}, {"source": "Daily Post"}),
        ({"author": "Lund, Maria"}, {"author": "Maria Lund"}),
        ({"author": "Lund, Maria K."}, {"author": "Maria K. Lund"}),
        ({"author": "Reuters, AFP"}, {"author": "Reuters, AFP"}),
        ({"author": "Maria Lund, Kofi Mensah"}, {"author": "Maria Lund, Kofi Mensah"}),
        ({"author": [{"family": "Lund", "given": "Maria"}]}, {"author": "Maria Lund"}),
        ({"authorsByline": "Maria Lund"}, {"author": "Maria Lund"}),
        ({"issued": {"date-parts": [[2019, 3, 22]]}}, {"published": "2019-03-22"}),
        ({"published": {"iso": "2019-03-22"}}, {"published": "2019-03-22"}),
        ({"created_utc": 1553248800}, {"published": "2019-03-22"}),
        ({"date": "2019-W12-5"}, {"published": "2019-03-22"}),
        ({"date": "2019W12"}, {"published": "2019-03"}),
        ({"date": "2019-081"}, {"published": "2019-03-22"}),
        ({"date": "2019-400"}, {"published": None}),
        ({"date": "2019-366"}, {"published": None}),
        ({"date": "Spring 2019"}, {"published": "2019"}),
        ({"date": "Q1/2019"}, {"published": "2019"}),
    ],
)
def test_fields_are_read_as_exports_write_them(tmp_path: Path, fields: object, expected: dict[str, str]) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Harbour opens", "text": BODY, **fields}))  # type: ignore[dict-item]
    (article,) = articles(tmp_path).values()
    found = {"source": article.source, "author": article.author, "published": article.published.iso}
    assert {name: found[name] for name in expected} == expected


GERMAN = "Der Spaß im Hafen von Århus für Zoë: über hundert Schiffe kamen, „größer“ als früher, in die naïve Bucht."
RUSSIAN = "Новая гавань открылась в понедельник. Я видел, как Чехия и Швеция ждали в бухте."


@pytest.mark.parametrize(
    ("text", "encoding"), [(GERMAN, "cp1252"), (GERMAN, "mac_roman"), (RUSSIAN, "mac_cyrillic"), (RUSSIAN, "cp1251")]
)
def test_names_of_other_languages_mislead_no_guess_of_an_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = articles(tmp_path).values()
    assert article.text == text


def test_a_text_that_stands_there_twice_is_read_once(tmp_path: Path) -> None:
    story = "新しい港は九年間の工事の後、月曜日に開港した。十一か国の船が湾で待っていた。最初の船は正午過ぎに入港した。"
    (tmp_path / "a.txt").write_text(f"{story}\n\n{story}")
    (article,) = articles(tmp_path).values()
    assert article.text == story
    assert len(read(tmp_path)) == 1
