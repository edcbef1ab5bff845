"""Fields as scrapers, data sets and interfaces name and write them."""

import json
import re
from pathlib import Path

import pytest

from corpus.enrichment.annotation import annotate
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.fields.names import FIELD_NAMES
from corpus.readers.fields.naming import field_of
from corpus.readers.records import records
from corpus.record import Record
from tests.files import REST, STORY, articles, remarks

TEXT = f"{STORY}\n\n{REST}"
DOCS = Path(__file__).parents[2] / "docs" / "fields.md"


def write(folder: Path, name: str, value: object) -> None:
    (folder / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


@pytest.mark.parametrize(
    "record",
    [
        {"maintext": TEXT, "title": "Harbour opens", "date_publish": "2019-03-22 16:03:00", "authors": ["Maria Lund"]},
        {"content": TEXT, "Headline": "Harbour opens", "publishedAt": "2019-03-22T10:00:00Z", "author": "Maria Lund"},
        {"body": TEXT, "headline": {"main": "Harbour opens"}, "pub_date": "2019-03-22", "byline": "By Maria Lund"},
        {"text": TEXT, "title": "Harbour opens", "publish_date": "03-22-2019", "authors": "['Maria Lund']"},
        {"articleBody": TEXT, "title": "Harbour opens", "datePublished": 1553248800, "author": {"name": "Maria Lund"}},
        {
            "webTitle": "Harbour opens",
            "webPublicationDate": "2019-03-22",
            "fields": {"bodyText": TEXT, "byline": "Maria Lund"},
        },
        {"_id": "7", "_source": {"title": "Harbour opens", "text": TEXT, "date": "22/03/2019", "author": "Maria Lund"}},
        {
            "headline": "Harbour opens",
            "body_html": f"<p>{STORY}</p><p>{REST}</p>",
            "versioncreated": "20190322T100000Z",
            "byline": "Maria Lund",
        },
        {
            "title": {"rendered": "Harbour opens"},
            "content": {"rendered": f"<p>{STORY}</p>\n<p>{REST}</p>"},
            "date": "2019-03-22T09:00:00",
            "author": "Maria Lund",
        },
        {"title": "Harbour opens", "text": TEXT, "year": 2019.0, "month": "3", "day": 22, "author": "Maria Lund"},
    ],
)
def test_the_fields_of_a_record_are_found_by_their_usual_names(tmp_path: Path, record: dict[str, object]) -> None:
    write(tmp_path, "a.json", record)
    (article,) = articles(tmp_path).values()
    assert (article.title, article.text) == ("Harbour opens", TEXT)
    assert (article.published.iso, article.author) == ("2019-03-22", "Maria Lund")


@pytest.mark.parametrize(
    "answer",
    [
        [{"title": "One", "text": STORY}, {"title": "Two", "text": REST}],
        {
            "response": {
                "docs": [{"headline": {"main": "One"}, "body": STORY}, {"headline": {"main": "Two"}, "body": REST}]
            }
        },
        {"status": "ok", "articles": [{"title": "One", "content": STORY}, {"title": "Two", "content": REST}]},
        {"hits": {"hits": [{"_source": {"title": t, "text": STORY}} for t in ("One", "Two")]}},
        {"response": {"results": [{"webTitle": t, "fields": {"bodyText": STORY}} for t in ("One", "Two")]}},
        {
            "response": {
                "zone": [{"records": {"article": [{"heading": t, "articleText": STORY} for t in ("One", "Two")]}}]
            }
        },
    ],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_the_answer_of_an_interface_is_its_articles(tmp_path: Path, answer: object, indent: int | None) -> None:
    (tmp_path / "answer.json").write_text(json.dumps(answer, indent=indent), encoding="utf-8")
    assert [each.title for each in articles(tmp_path).values()] == ["One", "Two"]


def test_indented_objects_one_behind_the_other_are_articles(tmp_path: Path) -> None:
    objects = (json.dumps({"title": title, "text": STORY}, indent=1) for title in ("One", "Two"))
    (tmp_path / "a.json").write_text("\n".join(objects), encoding="utf-8")
    assert [each.id for each in articles(tmp_path).values()] == ["a.json#1", "a.json#2"]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Fri, 22 Mar 2019 10:00:00 GMT", "2019-03-22"),
        ("Fri Mar 22 10:00:00 UTC 2019", "2019-03-22"),
        ("March 22, 2019", "2019-03-22"),
        ("22.03.2019 10:00", "2019-03-22"),
        ("3/22/2019", "2019-03-22"),
        ("2019/03/22 10:00:00", "2019-03-22"),
        ("2019-03-22 10:00:00 UTC", "2019-03-22"),
        ("2019-03-22T23:30:00-07:00", "2019-03-22"),
        ("20190322100000", "2019-03-22"),
        ("1553248800", "2019-03-22"),
        (1553248800.5, "2019-03-22"),
        (1553248800000, "2019-03-22"),
        (20190322, "2019-03-22"),
        ({"$date": {"$numberLong": "1553248800000"}}, "2019-03-22"),
        ([2019, 3, 22, 10, 0], "2019-03-22"),
        (2019, "2019"),
        ("2019年3月22日", "2019-03-22"),
        ("/Date(1553248800000+0200)/", "2019-03-22"),
        ("datetime.datetime(2019, 3, 22, 10, 0)", "2019-03-22"),
        (["2019-03-22"], "2019-03-22"),
        ({"year": 2019, "month": 3, "day": 22}, "2019-03-22"),
        ("Updated 2019-03-23; first published 2019-03-22", "2019-03-22"),
        ("Last updated on April 1, 2019. Published March 22, 2019", "2019-03-22"),
        ({"seconds": 1553248800, "nanos": 0}, "2019-03-22"),
        ("22/03/2562", "2019-03-22"),
        ("H31.3.22", "2019-03-22"),
        ("22.III.2019", "2019-03-22"),
        ("2019.0", "2019"),
        (43546, "2019-03-22"),
        ("43546.4375", "2019-03-22"),
        ("03.22.2019", "2019-03-22"),
        ("1.5532488e9", "2019-03-22"),
        (190322, None),
        (201903, None),
        ("636888492000000000", None),
        ("1970-01-01T00:00:00Z", None),
        ("0000-00-00", None),
        ("2999-01-01", None),
        ("N/A", None),
        ("soon", None),
        (True, None),
        (0, None),
    ],
)
def test_a_date_is_understood_or_left_empty(tmp_path: Path, value: object, day: str | None) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": TEXT, "published": value})
    (article,) = articles(tmp_path).values()
    assert (article.title, article.published.iso) == ("Harbour opens", day)
    assert bool(article.remarks) == (day is None and value != "N/A")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("6/15/21", "2021-06-15"),
        ("15.6.99 10:00", "1999-06-15"),
        ("15-JUN-21 07.10.00 AM", "2021-06-15"),
        ("05/06/21", "2021"),
        ("2021-06-00", "2021-06"),
        (["2021", "6", "15"], "2021-06-15"),
        ("ca. 1921", "1921"),
        ("1970-01-01 01:00:00", None),
        ("1601-01-01T00:00:00Z", None),
        ("20210615 10:11:12", "2021-06-15"),
        ("1623751200,0", "2021-06-15"),
        ("D:20210615101112+02'00'", "2021-06-15"),
        ("1969-12-31T19:00:00-05:00", None),
    ],
)
def test_a_date_of_two_digits_or_of_programs_is_understood(tmp_path: Path, value: object, day: str | None) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": TEXT, "published": value})
    (article,) = articles(tmp_path).values()
    assert article.published.iso == day


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"time": 43200}, None),
        ({"time": "43200"}, None),
        ({"time": 43200, "date": "2021-06-15"}, "2021-06-15"),
        ({"time": 1623751200}, "2021-06-15"),
        ({"time": 2021}, "2021"),
        ({"date": 44362}, "2021-06-15"),
    ],
)
def test_the_seconds_of_a_day_are_no_day(tmp_path: Path, fields: dict[str, object], day: str | None) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": TEXT, **fields})
    (article,) = articles(tmp_path).values()
    assert article.published.iso == day


@pytest.mark.parametrize("printed", [repr([STORY, REST]), repr((STORY + "\n\n" + REST).encode())])
def test_a_text_as_python_prints_it_is_read(tmp_path: Path, printed: str) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": printed})
    (article,) = articles(tmp_path).values()
    assert article.text == TEXT


def test_bytes_without_escapes_are_read_as_python_prints_them(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": repr(STORY.encode())})
    assert [each.text for each in articles(tmp_path).values()] == [STORY]


@pytest.mark.parametrize(
    "written",
    [
        *("['Cut off, he said, and left the room.", "b'er of the crew is ill', she said."),
        r"['The files lay in C:\docs on the ship', 'he said']",
    ],
)
def test_what_only_begins_as_python_prints_stays(tmp_path: Path, written: str) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": written})
    assert [each.text for each in articles(tmp_path).values()] == [written]


@pytest.mark.parametrize(
    ("title", "value", "day"),
    [("港が開いた", "21/06/15", "2021-06-15"), ("تصویب طرح", "1400/03/25", "2021-06-15"), ("Port", "1400/03/25", None)],
)
def test_the_letters_of_a_title_tell_the_order_and_the_calendar(
    tmp_path: Path, title: str, value: str, day: str
) -> None:
    write(tmp_path, "a.jsonl", {"title": title, "text": TEXT, "published": value})
    (article,) = articles(tmp_path).values()
    assert article.published.iso == day


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("Texto del artículo", "text"),
        ("Fecha y hora de publicación", "published"),
        ("Titre du journal", "source"),
        ("Artikeltext", "text"),
        ("Publiceringsdatum", "published"),
        ("Название статьи", "title"),
        ("Tiêu đề bài báo", "title"),
        ("اسم الكاتب", "author"),
        ("新闻标题", "title"),
        ("媒体名称", "source"),
        ("เนื้อหาข่าว", "text"),
        ("Data de publicació", "published"),
        ("Tekst članka", "text"),
        ("Tarikh Terbit", "published"),
        ("新聞名", "source"),
        ("記事の見出し", "title"),
        ("Zeitungsname", "source"),
        ("Autorenname", "author"),
        ("Dateiname", None),
        ("article_type", None),
        ("author_url", None),
        ("date_modified", None),
        ("source_country", None),
        ("text_length", None),
        ("post_tag", None),
    ],
)
def test_a_name_of_several_words_is_understood(name: str, ours: str | None) -> None:
    assert field_of(name) == ours


def test_the_roles_of_an_export_are_kept(tmp_path: Path) -> None:
    credited = [{"name": "Maria Lund", "role": "reporter"}, {"name": "Jon Berg", "role": "editor"}]
    write(tmp_path, "a.jsonl", {"title": "Harbour", "text": TEXT, "author": None, "authors": credited, "clean": True})
    (article,) = articles(tmp_path).values()
    made_by = annotate(article).authors
    assert [(each.name, str(each.role)) for each in made_by] == [("Maria Lund", "reporter"), ("Jon Berg", "editor")]
    assert (article.author, remarks(tmp_path)) == (None, [])


def test_a_day_that_may_be_another_is_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": TEXT, "published": "03/04/2019"})
    (article,) = articles(tmp_path).values()
    assert (article.published.iso, len(article.remarks)) == ("2019", 1)
    assert "day and month may be either" in article.remarks[0]


@pytest.mark.parametrize(("language", "day"), [("fr", "2019-04-03"), ("pt_BR", "2019-04-03"), ("en-US", "2019-03-04")])
def test_the_language_of_a_record_tells_the_order_of_its_date(tmp_path: Path, language: str, day: str) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour", "text": TEXT, "published": "03/04/2019", "language": language})
    (article,) = articles(tmp_path).values()
    assert (article.published.iso, article.remarks) == (day, ())


@pytest.mark.parametrize(
    ("value", "author"),
    [
        ("Opinion: Maria Lund and Bo Ek", "Maria Lund, Bo Ek"),
        ("Maria Lund/Bo Ek", "Maria Lund, Bo Ek"),
        ("Maria Lund, Staff Writer, and Bo Ek, Photographer", "Maria Lund"),
        ("Bo Ek, Photographer", "Bo Ek"),
        ("Maria Fotograf, Bo Ek", "Maria Fotograf, Bo Ek"),
        ("Ann Lee <ann@post.example>", "Ann Lee"),
        ("ann@post.example (Ann Lee)", "Ann Lee"),
        ("Von Ann Lee", "Ann Lee"),
        ("Par Jeanne d&#39;Arcy", "Jeanne d'Arcy"),
        ("Автор: Иван Петров", "Иван Петров"),
        ("Von Trier", "Von Trier"),
        ("https://post.example/ann", None),
        ("By Ann Lee, Staff Writer, The Harbor Times", "Ann Lee"),
        ("ANN LEE AND OLAV BERG", "ANN LEE, OLAV BERG"),
        ("Ann Lee, Olav Berg, and Ida Moe", "Ann Lee, Olav Berg, Ida Moe"),
        ("Ann Lee (ann@post.example)", "Ann Lee"),
        ("Ann Lee | @ann_lee", "Ann Lee"),
        ("Ann Lee\nOlav Berg", "Ann Lee, Olav Berg"),
        ("Story by Ann Lee; Photos by Olav Berg", "Ann Lee"),
        ("Ann Lee for Harbor Times", "Ann Lee"),
        ("Martin Lee Jr.", "Martin Lee Jr."),
        ("Institute for War & Peace Reporting", "Institute for War & Peace Reporting"),
    ],
)
def test_an_author_is_a_name_whatever_stands_around_it(tmp_path: Path, value: str, author: str | None) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": TEXT, "author": value})
    (article,) = articles(tmp_path).values()
    assert (article.author, len(article.remarks)) == (author, author is None)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"en": "One.", "de": "Zwei."}, "One.\n\nZwei."),
        ([{"type": "paragraph", "content": "One."}, {"type": "list", "children": [{"text": "Two."}]}], "One.\n\nTwo."),
        ("&lt;p&gt;Tea &amp;amp; rum came.&lt;/p&gt;", "Tea & rum came."),
        ("<![CDATA[Tea & rum came.]]>", "Tea & rum came."),
        (7, ""),
    ],
)
def test_a_text_in_pieces_is_read_and_another_value_costs_no_article(tmp_path: Path, value: object, text: str) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": value})
    (article,) = articles(tmp_path).values()
    assert (article.text, len(article.remarks)) == (text, value == 7)


@pytest.mark.parametrize(
    "names",
    [
        ("titel", "tekst", "datum", "auteur", "bron"),
        ("tytuł", "treść", "data publikacji", "autor", "źródło"),
        ("Başlık", "Metin", "Tarih", "Yazar", "Kaynak"),
        ("judul", "isi", "tanggal", "penulis", "sumber"),
        ("見出し", "本文", "公開日", "著者", "媒体"),
        ("Заголовок", "Текст", "Дата публикации", "Автор", "Источник"),
        ("Titulo", "Conteudo", "Data de Publicacao", "Autor", "Veiculo"),
    ],
)
def test_columns_are_known_in_many_languages(tmp_path: Path, names: tuple[str, ...]) -> None:
    (tmp_path / "a.csv").write_text(f"{';'.join(names)}\nOpens;{REST};2019-03-22;Ann Lee;Post\n", encoding="utf-8")
    (found,) = articles(tmp_path).values()
    assert (found.title, found.text, found.published.iso) == ("Opens", REST, "2019-03-22")
    assert (found.author, found.source) == ("Ann Lee", "Post")


@pytest.mark.parametrize(
    ("value", "code"),
    [("English", "en"), ("deutsch", "de"), ("eng", "en"), ("ger", "de"), ("pt_BR", "pt"), ("und", "en"), ("?", "en")],
)
def test_a_language_is_a_code_or_a_name(tmp_path: Path, value: str, code: str) -> None:
    write(tmp_path, "a.jsonl", {"title": "Harbour opens", "text": TEXT, "language": value})
    (article,) = articles(tmp_path).values()
    assert (article.language, article.remarks) == (code, ())


def test_what_was_not_used_is_told_once_a_file(tmp_path: Path) -> None:
    rows = [{"text": STORY, "tags": ["x"], "rank": 1, "image": None}, {"text": REST, "tags": ["y"], "mood": "nan"}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (remark,) = remarks(tmp_path)
    assert (remark.where, remark.text.partition(" were")[0]) == (f"{tmp_path}/a.jsonl", "the columns tags, rank")


def test_markup_in_fields_is_read_as_such(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.jsonl",
        {"title": "Ministers&#8217; talks", "text": f"<p>{STORY}</p><p>Tea &amp; rum&nbsp;came.</p>"},
    )
    write(tmp_path, "b.jsonl", {"title": "3 < 4", "text": f"{STORY} Is 3 < 4 > 2?"})
    marked, plain = articles(tmp_path).values()
    assert (marked.title, marked.text) == ("Ministers’ talks", f"{STORY}\n\nTea & rum came.")
    assert (plain.title, plain.text) == ("3 < 4", f"{STORY} Is 3 < 4 > 2?")


def test_the_names_that_a_user_gives_win(tmp_path: Path) -> None:
    write(tmp_path, "a.json", {"text": REST, "corpo": STORY, "Titolo": "Harbour opens"})
    (source,) = discover(tmp_path)
    assert isinstance(source, SourceFile)
    found = [item for item in records(source, fields={"corpo": "text", "Titolo": "title"}) if isinstance(item, Record)]
    assert [(each.content, each.fields["title"]) for each in found] == [(STORY, "Harbour opens")]


def test_an_address_as_source_is_the_url(tmp_path: Path) -> None:
    write(tmp_path, "a.json", {"text": TEXT, "source": "https://post.example/a", "hostname": "post.example"})
    (article,) = articles(tmp_path).values()
    assert (article.url, article.source) == ("https://post.example/a", "post.example")


def test_a_column_named_day_may_hold_the_whole_date(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'titel;tekst;dag\nOpent;"{REST}";22 maart 2019\n', encoding="utf-8")
    (article,) = articles(tmp_path).values()
    assert article.published.iso == "2019-03-22"


def test_the_documents_list_every_name() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    told = {ours: tuple(re.findall(r"`([^`]+)`", names)) for ours, names in rows}
    assert told == {ours: tuple(name for name in names if name != ours) for ours, names in FIELD_NAMES.items()}
