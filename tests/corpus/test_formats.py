"""Every kind of file that is read, with its articles as they should come out."""

import gzip
import json
from contextlib import suppress
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Country, Entity, EntityType
from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.readers.documents.docx import manuscript
from corpus.readers.documents.pdf import paper
from corpus.readers.formats.format_detection import Format, recognised
from corpus.readers.formats.http import answered
from corpus.record import Record
from tests.files import PAGE, REST, STORY, articles, docx, outcome, pdf, read, warc, zipped

TEXT = f"{STORY}\n\n{REST}"


def mail(subject: str = "Fwd: Harbour opens", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Daily Post <news@post.example>"
    message["Subject"] = subject
    message["Message-ID"] = "<1@post.example>"
    for name, value in headers.items():
        message[name] = value
    return message


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.php", PAGE.encode()),
        ("page", b"\xef\xbb\xbf<!-- saved -->\n" + PAGE.encode()),
        ("page.pdf", PAGE.encode()),
        ("page.txt", PAGE.encode()),
        ("feed.txt", json.dumps({"text": TEXT, "title": "Harbour opens"}).encode()),
        ("table.txt", f'title,text\nHarbour opens,"{TEXT}"\n'.encode()),
        ("document", docx("Harbour opens", STORY, REST)),
        ("paper.bin", pdf(["Harbour opens", STORY, REST], title="Harbour opens")),
        ("packed.bin", gzip.compress(PAGE.encode())),
        ("story.md.gz", gzip.compress(f"# Harbour opens\n\n{TEXT}".encode())),
    ],
)
def test_what_a_file_holds_decides_how_it_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (article,) = articles(tmp_path).values()
    assert (article.title, article.text.replace("\n\n", " ")) == ("Harbour opens", f"{STORY} {REST}")


def test_a_text_that_begins_like_a_mail_is_still_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"From: Oslo\nDate: 9 April 2019\n\n{TEXT}")
    (tmp_path / "b.txt").write_text(f"From Monday 22 March at 10:30 the quay is closed\nNote: by sea too\n\n{TEXT}")
    article, notice = articles(tmp_path).values()
    assert (article.title, article.text, article.source) == ("From: Oslo", TEXT, None)
    assert notice.title.startswith("From Monday")


@pytest.mark.parametrize(
    ("start", "ending", "reason"),
    [
        (b"Rar!\x1a\x07", ".rar", "is a RAR archive"),
        (b"<?xml version='1.0'?><mets xmlns='x'/>", ".xml", "is a METS file"),
        (b"\x89PNG\r\n", ".txt", "is a picture"),
        (b"hello", ".docx", "is named .docx, but does not begin as such a file does"),
        (b"hello", ".py", "has .py, which is not read"),
        (b"", ".pdf", "is empty"),
    ],
)
def test_what_is_not_read_is_named(start: bytes, ending: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        recognised(start, ending)


@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".pdf", ""]))
def test_any_bytes_are_recognised_or_refused(start: bytes, ending: str) -> None:
    with suppress(Refused):
        assert recognised(start, ending) in Format


def test_a_row_of_a_table_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "feed.csv").write_bytes(
        b"\xef\xbb\xbfID;Text;Countries;Entities;Published;Clean;Year;Author\r\n"
        b'x1;"One ""story"" in\r\ntwo lines; and more.";SY; Nato|org;2019-04-09;TRUE;1900;Maria Lund\r\n'
        b"\r\n"
        b'x2;\'=Another one.;"iq; XK";"Kofi Annan|person;Oslo|place";;true;;\r\n'
    )
    first, second = articles(tmp_path).values()
    assert (first.id, first.text) == ("x1", 'One "story" in\r\ntwo lines; and more.')
    assert (first.countries, first.published.iso, first.author) == ((Country("SY"),), "2019-04-09", "Maria Lund")
    assert first.entities == (Entity("Nato", EntityType.ORGANIZATION),)
    assert (second.id, second.text, second.published.iso) == ("x2", "=Another one.", None)
    assert second.countries == (Country("IQ"), Country("XK"))
    assert second.entities == (Entity("Kofi Annan", EntityType.PERSON), Entity("Oslo", EntityType.PLACE))


def test_bad_rows_are_named_by_their_line_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "feed.csv").write_text(
        f'text,countries\n"two\nlines",SY\nonly one cell\n,SY\n"a"b,SY\n{"long " * 40_000},IQ\nlast,"SY'
    )
    assert outcome(tmp_path) == {
        "feed.csv:2": "taken",
        "feed.csv:4": "taken",
        "feed.csv:5": "has neither text nor html nor title, but countries",
        "feed.csv:6": "is not a row of a table: ',' expected after '\"'",
        "feed.csv:7": "taken",
        "feed.csv:8": "is not a row of a table: unexpected end of data",
    }


def test_notes_above_a_table_and_columns_of_one_name_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'# exported in 2019\n\ntitle,text,text\nOpens,"{REST}",other\n', encoding="utf-8")
    (article,) = articles(tmp_path).values()
    assert (article.id, article.title, article.text) == ("a.csv#4", "Opens", REST)


def test_a_table_without_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("name,born\nKofi Annan,1938\n")
    assert outcome(tmp_path) == {"a.csv": "has no column text, html or title, but name, born"}


def test_a_mail_gives_its_body_and_its_header(tmp_path: Path) -> None:
    message = mail(Date="Tue, 9 Apr 2019 23:30:00 -0700")
    message.set_content(TEXT)
    message.add_alternative("<p>Another form</p>", subtype="html")
    message.add_attachment(b"x", "image", "png", filename="a.png")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    article = articles(tmp_path)["a.eml"]
    assert (article.title, article.source, article.text) == ("Harbour opens", "Daily Post", TEXT)
    assert (article.published.iso, article.published.evidence) == (
        "2019-04-09",
        "Date: Tue, 09 Apr 2019 23:30:00 -0700",
    )


def test_a_mail_that_is_a_page_is_read_as_one(tmp_path: Path) -> None:
    message = mail("Ha\xfefen")
    message.set_content("Read this in a browser")
    message.add_alternative(
        PAGE.replace("</h1>", "</h1><p>Łódź is a town of many quays and locks.</p>"), "html", "iso-8859-2"
    )
    (tmp_path / "a.eml").write_bytes(bytes(message))
    article = articles(tmp_path)["a.eml"]
    assert article.title == "Ha\xfefen"
    assert article.text.split("\n\n") == ["Łódź is a town of many quays and locks.", STORY, REST]


def test_an_impossible_date_of_a_mail_says_nothing(tmp_path: Path) -> None:
    for number, day in enumerate(("Tue, 9 Apr 2999 10:00:00 +0000", "yesterday", "Tue, 99 Apr 2019 10:00:00 +0000")):
        data = f"From: a@b.example\nMIME-Version: 1.0\nDate: {day}\nSubject: Harbour\n\n{TEXT}"
        (tmp_path / f"{number}.eml").write_text(data)
    assert [article.published.iso for article in articles(tmp_path).values()] == [None] * 3


def test_a_mail_without_text_is_refused(tmp_path: Path) -> None:
    picture, sealed = mail(), mail()
    picture.set_content(b"x", "image", "png")
    sealed.set_content(b"x", "application", "pkcs7-mime")
    (tmp_path / "picture.eml").write_bytes(bytes(picture))
    (tmp_path / "sealed.eml").write_bytes(bytes(sealed))
    assert outcome(tmp_path) == {"picture.eml": "is a mail without text", "sealed.eml": "is an encrypted mail"}


def test_a_paper_loses_its_running_heads_and_broken_words(tmp_path: Path) -> None:
    pages = [
        [
            f"THE DAILY POST - page {number}",
            f"On the {day} day the har-",
            "bour master of the town of Oslo said that ships",
            "wait for hours in the bay before the lock is opened",
            f"to them, and that no captain knows the {day} hour.",
            f"{number}",
        ]
        for number, day in enumerate(("first", "second", "third"), 1)
    ]
    (tmp_path / "a.pdf").write_bytes(pdf(["Harbour opens", *pages[0]], *pages[1:], title="Harbour opens"))
    article = articles(tmp_path)["a.pdf"]
    assert (article.title, article.author) == ("Harbour opens", "Maria Lund")
    assert article.text.count("harbour master") == 3
    assert article.removed == tuple(
        f"{head}{number}" for number in (1, 2, 3) for head in ("THE DAILY POST - page ", "")
    )


def test_a_document_keeps_what_is_seen_and_no_more(tmp_path: Path) -> None:
    raw = (
        "<w:p><w:ins><w:r><w:t>The mayor</w:t></w:r></w:ins><w:del><w:r><w:delText>lied</w:delText></w:r></w:del>"
        "<w:sdt><w:sdtContent><w:r><w:tab/><w:t>spoke at noon.</w:t></w:r></w:sdtContent></w:sdt></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A table says more than words do.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    (tmp_path / "a.docx").write_bytes(docx("Harbour opens", STORY, raw=raw))
    article = articles(tmp_path)["a.docx"]
    assert (article.title, article.author) == ("Harbour opens", "Maria Lund")
    assert article.text.split("\n\n") == [STORY, "The mayor spoke at noon.", "A table says more than words do."]


def test_pages_of_a_web_archive_are_articles(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(
        warc(
            ("https://www.post.example/harbour", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
            ("https://post.example/gone", "404 Not Found", "text/html", PAGE.encode()),
            ("https://post.example/a.png", "200 OK", "image/png", b"x"),
            ("https://b.example/2", "200 OK", "application/xhtml+xml", PAGE.encode()),
        )
    )
    first, second = articles(tmp_path).values()
    assert (first.id, second.id) == ("a.warc.gz/00000000", "a.warc.gz/00000003")
    assert (first.url, first.source) == ("https://www.post.example/harbour", "post.example")
    assert (first.text, first.captured, first.published.iso) == (TEXT, date(2019, 4, 9), None)


def test_no_page_is_published_after_it_was_fetched(tmp_path: Path) -> None:
    for day in ("2019-04-08", "2019-04-10", "2019-04-12"):
        page = PAGE.replace("<title>", f'<meta property="article:published_time" content="{day}"><title>')
        (tmp_path / f"{day}.warc").write_bytes(
            warc(("https://b.example/", "200 OK", "text/html", page.encode()), packed=False)
        )
    dates = [article.published.iso for article in articles(tmp_path).values()]
    assert dates == ["2019-04-08", "2019-04-10", None]


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(b"<html>ships")),
        ("Content-Encoding: gzip", b"<html>ships"),
        ("Transfer-Encoding: chunked", b"6\r\n<html>\r\n5;x=y\r\nships\r\n0\r\n\r\n"),
        ("Transfer-Encoding: chunked", b"<html>ships"),
        ("X-Crawl-Content-Encoding: br", b"<html>ships"),
    ],
)
def test_an_answer_is_decoded_where_it_is_coded(coding: str, body: bytes) -> None:
    answer = answered(f"HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset='x'\r\n{coding}\r\n\r\n".encode() + body)
    assert (answer.status, answer.media_type, answer.charset, answer.body) == (200, "text/html", "x", b"<html>ships")


def test_articles_within_archives_have_ids_of_their_own(tmp_path: Path) -> None:
    archive = {
        "inner/a.txt": TEXT.encode(),
        "inner/.hidden/b.txt": b"x",
        "README.txt": b"x",
        "feed.jsonl.gz": gzip.compress(b'{"text": "One."}\n{"text": "Two.", "id": "two"}\n{}\n'),
        "c.docx": docx("Harbour opens", STORY),
        "d.warc.gz": warc(("https://b.example/", "200 OK", "text/html", PAGE.encode())),
        "e.csv": b"text\n\nOne more.\nx,y\n",
        "f.png": b"\x89PNG",
    }
    (tmp_path / "archive.zip").write_bytes(zipped(archive))
    found = read(tmp_path)
    assert [item.id if isinstance(item, Record) else item.where.removeprefix(f"{tmp_path}/") for item in found] == [
        "archive.zip/inner/a.txt",
        "archive.zip/feed.jsonl.gz#1",
        "two",
        "archive.zip/feed.jsonl.gz:3",
        "archive.zip/c.docx",
        "archive.zip/d.warc.gz/00000000",
        "archive.zip/e.csv#3",
        "archive.zip/e.csv:4",
        "archive.zip/f.png",
    ]
    assert all(item.origin == str(tmp_path / "archive.zip") for item in found)
    assert len({item.fingerprint for item in found if isinstance(item, Record)}) == 6


@given(st.binary(max_size=200))
def test_broken_documents_are_refused(data: bytes) -> None:
    for reader in (manuscript, paper):
        with pytest.raises(Refused):
            reader(data)


def test_a_refused_article_within_an_archive_is_named_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": b"Show More\n\nRelated Articles\n"}))
    (record,) = read(tmp_path)
    assert isinstance(record, Record)
    with pytest.raises(Refused, match="nothing is left after cleaning") as refused:
        to_article(record)
    assert record.refusal(str(refused.value)).where == f"{tmp_path}/a.zip/b.txt"


def test_a_headline_alone_is_an_article(tmp_path: Path) -> None:
    lines = [{"id": "a", "title": "Harbour opens", "text": " "}, {"id": "b", "title": "Harbour opens", "html": ""}]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert {(each.title, each.text) for each in articles(tmp_path).values()} == {("Harbour opens", "")}
