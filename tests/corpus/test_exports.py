"""Exports of databases, interfaces and archives: their layouts, their names, their dates."""

import base64
import json
import quopri
from pathlib import Path

import pytest

from corpus.refusal import Refusal
from tests.files import PAGE, REST, STORY, articles, read, remarks

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


def test_no_article_of_a_document_by_days_or_sections_is_lost_nor_of_lines_as_old_macs_end_them(tmp_path: Path) -> None:
    rows = [{"headline": t, "body": STORY, "date": d} for t, d in ROWS]
    beside = {"count": len(rows), "arts": [], "menu": [{"title": t, "url": "/"} for t in "ABCDE"], "tags": ["harbour"]}
    (tmp_path / "a.json").write_text(json.dumps({"news": rows[:1], **beside, "sport": rows[1:]}))
    (tmp_path / "b.jsonl").write_text("\r".join(map(json.dumps, rows)))
    assert [(each.title, each.published.iso) for each in articles(tmp_path).values()] == [*ROWS, *ROWS]


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


WORDS = {"type": "paragraph", "children": [{"text": "The new harbour opened "}, {"text": STORY[23:], "bold": True}]}
IN_BLOCKS = [
    {"blocks": [{"type": "paragraph", "data": {"text": STORY}}, {"type": "image", "data": {"caption": "A ship"}}]},
    {"content_elements": [{"type": "text", "content": f"<p>{STORY}</p>"}, {"type": "image", "caption": "A ship"}]},
    {"contents": [{"type": "kicker", "content": "Ports"}, {"type": "sanitized_html", "content": STORY}]},
    {"content": [WORDS, {"type": "image", "url": "a.png", "children": [{"text": ""}]}]},
    {
        "body": {
            "en-US": {"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"value": STORY}]}]}
        }
    },
    {"body": {"summary": [], "sections": [{"headline": [], "paragraphs": [STORY]}]}},
    {"body": [{"value": f"<p>{STORY}</p>", "format": "basic_html", "processed": "other"}]},
    {"body": {"lead": []}, "plaintext": STORY},
    {"fields": {"section": "Ports"}, "blocks": {"body": [{"id": "7", "bodyHtml": f"<p>{STORY}</p>"}]}},
    {"text": ["The new harbour opened ", {"type": "bold", "text": STORY[23:]}]},
]


@pytest.mark.parametrize("fields", IN_BLOCKS)
def test_a_text_in_the_blocks_of_an_editor_is_read_without_what_is_no_text(tmp_path: Path, fields: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"title": "Harbour opens", **fields}]))  # type: ignore[dict-item]
    assert [(each.title, each.text) for each in articles(tmp_path).values()] == [("Harbour opens", STORY)]


ARTICLE = {"title": "Harbour opens", "text": STORY, "date": "2019-03-22", "author": "Maria Lund"}
LINKED = {"@type": "NewsArticle", "headline": "Harbour opens", "articleBody": STORY, "datePublished": "2019-03-22"}
ANSWERS = [
    {"request": {"api": "article"}, "objects": [{**ARTICLE, "humanLanguage": "en"}]},
    {"total": 1, "found": {"several": [ARTICLE]}, "facets": [{"name": "Ports", "count": 3}]},
    {"@graph": [{"@type": "WebPage", "name": "x", "description": "y"}, {**LINKED, "author": {"name": "Maria Lund"}}]},
    {"name": "Post", "messages": [{"id": 2, "date": "2019-03-22", "from": "Maria Lund", "text": STORY}]},
    {"data": [{"id": 1, "attributes": {**ARTICLE, "author": {"data": {"attributes": {"name": "Maria Lund"}}}}}]},
    [{**ARTICLE, "author": 3, "_embedded": {"author": [{"name": "Maria Lund"}]}}],
    {
        "docs": [
            {"title_t": ["Harbour opens"], "content_txt_en": [STORY], "date_dt": "2019-03-22", "author_s": "Maria Lund"}
        ]
    },
    {
        "items": [
            {"dc:title": "Harbour opens", "dcDescription": [STORY], "dc:date": "2019-03-22", "dcCreator": "Maria Lund"}
        ]
    },
    [{**ARTICLE, "author": None, "tags": [{"type": "tone"}, {"type": "contributor", "webTitle": "Maria Lund"}]}],
    [{**ARTICLE, "date": {"_seconds": 1553248800, "_nanoseconds": 0}}],
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_articles_are_found_in_whatever_list_an_interface_gives(tmp_path: Path, answer: object) -> None:
    (tmp_path / "a.json").write_text(json.dumps(answer))
    (found,) = articles(tmp_path).values()
    assert (found.text, found.published.iso, found.author) == (STORY, "2019-03-22", "Maria Lund")


def test_a_text_under_another_name_does_not_lose_to_what_readers_say_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps([{"corpo": BODY, "thoughts": [{"text": "Well said.", "author": "Bo"}]}])
    )
    assert [str(each.reason)[:12] for each in read(tmp_path) if isinstance(each, Refusal)] == ["article 1 ha"]


def test_what_a_newspaper_and_what_a_person_is_called_is_told_apart(tmp_path: Path) -> None:
    paper = {"heading": "HARBOUR OPENS", "title": {"id": "11", "title": "The Courier"}, "articleText": STORY}
    offer = {"name": "Bridge closes", "description": STORY, "url": "https://post.example/b", "datePublished": DAYS[1]}
    (tmp_path / "a.json").write_text(json.dumps({"category": [{"records": {"total": 1, "article": [paper]}}]}))
    (tmp_path / "b.json").write_text(json.dumps({"value": [{**offer, "provider": [{"name": "Daily Post"}]}]}))
    found = [(each.title, each.source) for each in articles(tmp_path).values()]
    assert found == [("HARBOUR OPENS", "The Courier"), ("Bridge closes", "Daily Post")]


def test_two_writers_of_a_field_are_two_and_a_ministry_is_one(tmp_path: Path) -> None:
    names = ["Maria Lund and Kofi Mensah", "Department of Health and Human Services", "By Ana de Souza & Bo Ek"]
    rows = [{"title": "Harbour opens", "text": STORY, "author": name} for name in names]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    assert [each.author for each in articles(tmp_path).values()] == [
        *("Maria Lund, Kofi Mensah", names[1], "Ana de Souza, Bo Ek"),
    ]


def test_a_text_that_its_interface_cut_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps([{"title": "Harbour opens", "content": f"{STORY} {REST[:40]}… [+2345 chars]"}])
    )
    (found,) = articles(tmp_path).values()
    assert (found.text, len(found.remarks)) == (f"{STORY} {REST[:40]}", 1)


def test_the_data_of_a_script_is_read(tmp_path: Path) -> None:
    tweet = {"tweet": {"id_str": "7", "full_text": STORY, "created_at": "Fri Mar 22 10:00:00 +0000 2019"}}
    (tmp_path / "a.js").write_text(f"window.YTD.tweets.part0 = {json.dumps([tweet], indent=1)};\n")
    (tmp_path / "b.js").write_text(f"callback({json.dumps({'articles': [ARTICLE]})});")
    assert [(each.text, each.published.iso) for each in articles(tmp_path).values()] == [(STORY, "2019-03-22")] * 2


def har(*pages: tuple[str, dict[str, object]]) -> str:
    entries = [
        {
            "startedDateTime": "2020-05-05T10:00:00Z",
            "request": {"url": url},
            "response": {"status": 200, "content": held},
        }
        for url, held in pages
    ]
    return json.dumps({"log": {"version": "1.2", "entries": entries}})


def test_the_pages_of_a_browsers_record_are_read_and_the_day_of_the_visit_is_no_date(tmp_path: Path) -> None:
    coded = base64.b64encode(PAGE.encode("utf-16")).decode()
    pages = har(
        ("https://post.example/a", {"mimeType": "text/html; charset=utf-8", "text": PAGE}),
        ("https://post.example/a.js", {"mimeType": "application/javascript", "text": "var a = {};"}),
        ("https://post.example/b", {"mimeType": "text/html", "encoding": "base64", "text": coded}),
    )
    for name in ("a.har", "a.json"):
        (tmp_path / name).write_text(pages)
    found = [*articles(tmp_path).values()]
    assert [each.url for each in found] == ["https://post.example/a", "https://post.example/b"] * 2
    assert {(each.title, each.source, each.published.iso) for each in found} == {
        ("Harbour opens", "post.example", None)
    }
    assert {str(each.captured) for each in found} == {"2020-05-05"}


def test_a_browsers_record_without_bodies_is_refused_with_advice(tmp_path: Path) -> None:
    (tmp_path / "a.har").write_text(har(("https://post.example/a", {"mimeType": "text/html"})))
    (refusal,) = read(tmp_path)
    assert isinstance(refusal, Refusal)
    assert "save it with content" in refusal.reason


def test_a_notebook_is_its_text_and_the_code_is_told(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Harbour opens\n", "\n", STORY]},
        {"cell_type": "code", "metadata": {}, "outputs": [{"text": ["7\n"]}], "source": ["print(7)"]},
        {"cell_type": "markdown", "metadata": {}, "source": REST},
    ]
    notebook = {"cells": cells, "metadata": {"authors": [{"name": "Maria Lund"}]}, "nbformat": 4}
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook))
    (found,) = articles(tmp_path).values()
    assert (found.title, found.author, found.text) == ("Harbour opens", "Maria Lund", BODY)
    assert [each.text for each in remarks(tmp_path)] == ["cells of code were passed over: 1"]


@pytest.mark.parametrize(
    "between", ["", " ", ", ", "\n\x1e"], ids=["nothing", "a blank", "a comma", "a sign of RFC 7464"]
)
def test_objects_of_json_are_parted_by_whatever_stands_between_them(tmp_path: Path, between: str) -> None:
    rows = [json.dumps({"title": title, "text": f"{BODY} }} {{", "published": day}) for title, day in ROWS]
    (tmp_path / "a.jsonl").write_text(("\x1e" if "\x1e" in between else "") + between.join(rows) + "\n")
    found = [*articles(tmp_path).values()]
    assert [(each.title, each.published.iso, each.text) for each in found] == [(*row, f"{BODY} }} {{") for row in ROWS]


def test_a_record_within_objects_of_one_member_has_its_title(tmp_path: Path) -> None:
    inner = {"article": {"headline": "Harbour opens", "body": BODY}}
    (tmp_path / "a.jsonl").write_text(json.dumps({"data": inner, "meta": {"published": "2019-03-22"}}))
    (found,) = articles(tmp_path).values()
    assert (found.title, found.text, found.published.iso) == ("Harbour opens", BODY, "2019-03-22")


@pytest.mark.parametrize("other", ["related", "image"])
def test_a_title_within_objects_beside_a_text_is_that_of_something_else(tmp_path: Path, other: str) -> None:
    item = {"title": "The lighthouse", "url": "https://post.example/other", "author": "Bo Ek", "date": "2001-01-01"}
    (tmp_path / "a.jsonl").write_text(json.dumps({"headline": "Harbour opens", other: {"item": item}, "text": BODY}))
    (found,) = articles(tmp_path).values()
    assert (found.title, found.text, found.author, found.url, found.published.iso) == (
        "Harbour opens", BODY, None, None, None
    )  # fmt: skip


def test_the_name_of_the_newspaper_leaves_the_title_of_a_record(tmp_path: Path) -> None:
    titles = [
        "Harbour opens - Daily Post",
        "Harbour opens | DAILY POST",
        "Harbour opens - Evening Post",
        "Chief leaves for: Daily Post",
    ]
    (tmp_path / "a.json").write_text(json.dumps([{"title": t, "text": BODY, "source": "Daily Post"} for t in titles]))
    assert [each.title for each in articles(tmp_path).values()] == ["Harbour opens"] * 2 + titles[2:]


COUNCIL = "Der Rat der Stadt über dem Fluß stimmte für Züge, die nachts fahren."


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a.txt", "".join(each if each < "\x7f" else f"&#{ord(each)};" for each in COUNCIL)),
        ("a.txt", COUNCIL.encode("ascii", "backslashreplace").decode().replace("\\x", "\\u00")),
        ("a.txt", quopri.encodestring(COUNCIL.encode()).decode()),
        ("a.txt", f"[b]{COUNCIL}[/b]"),
        ("a.jsonl", json.dumps({"text": COUNCIL.replace("ü", "\\u00fc").replace("ß", "\\u00df")})),
    ],
)
def test_characters_that_a_program_wrote_as_codes_are_read(tmp_path: Path, name: str, written: str) -> None:
    (tmp_path / name).write_text(written)
    assert [each.text for each in articles(tmp_path).values()] == [COUNCIL]


@pytest.mark.parametrize(
    "line",
    [
        r"The filter was written as [\u0400-\u04ff]+ and let through every word in Cyrillic.",
        r"The worm copied itself to C:\users\nina and to C:\uface\beef.",
        "The address was https://post.example/?a=1&para=2&sect=3 for years.",
        "The address was https://post.example/?id=7&a=C3=BC&b=C3=9F for years.",
        "The loop reads a[i] = b[i] + u[s] and ends; the sounds are [b], [s] and [u].",
        "“The [video of the attack] was hidden,” he said. “They have [audio from the cockpit].”",
        "The template {{name}} stands for a name and {{ date }} for a day, and the shell has if [[ -f notes ]]; then.",
        "The set is {{1, 2}, {3}} and the matrix [[1, 2]] has one row, whence {{x}} = 3.",
    ],
)
def test_a_text_about_programs_and_formulas_stays_as_it_is(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(f"Harbour opens\n\n{STORY}\n\n{line}\n\n{REST}\n")
    (found,) = articles(tmp_path).values()
    assert found.text == f"{STORY}\n\n{line}\n\n{REST}"


def test_a_byline_has_people_who_are_called_like_newspapers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Harbour opens\nBy Maria Lund, Ida Post and Daily Post Staff\n\n{BODY}\n")
    (found,) = articles(tmp_path).values()
    assert found.author == "Maria Lund, Ida Post"


def test_lines_that_end_with_two_signs_are_lines_in_a_text_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Harbour opens\\n\\n{STORY}\\n\\n{REST}")
    (found,) = articles(tmp_path).values()
    assert (found.title, found.text) == ("Harbour opens", BODY)


def test_a_page_of_a_wiki_in_a_text_is_read_without_its_markup(tmp_path: Path) -> None:
    linked = STORY.replace("harbour", "[[Harbour of Oslo|harbour]]").replace("Monday", "{{w|Monday (day)|Monday}}")
    head = "'''Harbour opens'''\n\n{{date|March 22, 2019}}"
    text = f"{head}\n\n{linked}\n\n{REST}\n\n== Sources ==\n* {{{{source|x}}}}\n"
    (tmp_path / "a.txt").write_text(text)
    (found,) = articles(tmp_path).values()
    assert (found.title, found.text, found.published.iso) == ("Harbour opens", BODY, "2019-03-22")


def test_the_drawers_of_org_are_no_text_and_an_address_above_a_text_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.org").write_text(f"#+TITLE: Harbour opens\n\n:PROPERTIES:\n:ID: 7\n:END:\n{STORY}\n\n{REST}\n")
    (tmp_path / "b.txt").write_text(f"https://post.example/harbour\nHarbour opens\n\n{STORY}\n\n{REST}\n")
    org, text = articles(tmp_path).values()
    assert (org.title, org.text) == (text.title, text.text) == ("Harbour opens", BODY)
    assert text.url == "https://post.example/harbour"
