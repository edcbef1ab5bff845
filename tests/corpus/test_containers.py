"""Documents, saved pages and archives of many kinds."""

import bz2
import io
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import zstandard

from corpus.readers.streams.zip_directory import directory_of, entries_of, opened_entry
from tests.files import PAGE, REST, STORY, articles, compound, drawn_pdf, outcome, zipped

TEXT = f"{STORY}\n\n{REST}"
HEAD = b"Harbour opens\n\n"


def tarred(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("ending", "pack"),
    [("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstandard.ZstdCompressor().compress)],
)
def test_packed_texts_and_archives_are_read(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / f"a.txt.{ending}").write_bytes(pack(TEXT.encode()))
    (tmp_path / f"b.tar.{ending}").write_bytes(pack(tarred({"x/c.txt": TEXT.encode(), "d.html": PAGE.encode()})))
    (tmp_path / f"cut.txt.{ending}").write_bytes(pack(TEXT.encode())[:-9])
    found = outcome(tmp_path)
    assert not found.pop(f"cut.txt.{ending}").startswith("taken")
    assert found == dict.fromkeys((f"a.txt.{ending}", f"b.tar.{ending}/x/c.txt", f"b.tar.{ending}/d.html"), "taken")


def test_an_archive_without_a_file_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w"):
        pass
    assert "is an archive without a file" in outcome(tmp_path)["a.zip"]


def test_a_tar_archive_does_not_point_out_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred({"../../etc/a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    assert outcome(tmp_path) == {
        "a.tar/../../etc/a.txt": "has a name that points out of the archive",
        "a.tar/b.txt": "taken",
    }


def test_names_in_old_code_pages_are_read(tmp_path: Path) -> None:
    for name, encoding in (("新闻谈判", "gb18030"), ("новости", "cp866"), ("ニュース", "cp932"), ("Fähre", "cp437")):
        data = zipped({"#" * len(name.encode(encoding)): TEXT.encode()})
        (tmp_path / f"{encoding}.zip").write_bytes(
            data.replace(b"#" * len(name.encode(encoding)), name.encode(encoding))
        )
    assert {*articles(tmp_path)} == {
        *("gb18030.zip/新闻谈判", "cp866.zip/новости", "cp932.zip/ニュース", "cp437.zip/Fähre")
    }


def test_books_and_open_documents_are_read(tmp_path: Path) -> None:
    def book(kind: str, files: dict[str, str]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("mimetype", f"application/{kind}")
            for name, text in files.items():
                archive.writestr(name, text)
        return buffer.getvalue()

    facts = "<dc:title>Harbour Weekly</dc:title><dc:language>en</dc:language><dc:date>2019-03-22</dc:date>"
    package = f"<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>{facts}</metadata></package>"
    long = PAGE.replace("</body>", f"<p>{STORY} {REST}</p></body>")
    (tmp_path / "a.epub").write_bytes(
        book("epub+zip", {"cover.xhtml": "<html><h1>Cover</h1></html>", "one.xhtml": long, "content.opf": package})
    )
    office = (
        "<office:text xmlns:office='o' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
        f"<text:h>Harbour opens</text:h><text:p>{STORY}</text:p><text:p>Ships<text:s/>from "
        "<text:span>eleven</text:span> countries waited in the bay.</text:p></office:text>"
    )
    (tmp_path / "b.odt").write_bytes(book("vnd.oasis.opendocument.text", {"content.xml": office}))
    book_page, document = articles(tmp_path).values()
    assert (book_page.id, book_page.title) == ("a.epub/one.xhtml", "Harbour opens")
    assert (book_page.source, book_page.published.iso) == ("Harbour Weekly", "2019-03-22")
    assert (document.title, document.text) == (
        "Harbour opens",
        f"{STORY}\n\nShips from eleven countries waited in the bay.",
    )


def test_a_saved_page_has_its_own_address_and_no_date_of_the_browser(tmp_path: Path) -> None:
    (tmp_path / "a.mhtml").write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/a\nSubject: x\n"
        "Date: Tue, 4 Feb 2025 09:11:22 -0000\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n{PAGE}\n--b--\n'
    )
    (tmp_path / "c.mht").write_text(
        "From: <Saved by WebKit>\nSubject: x\nDate: Tue, 4 Feb 2025 09:11:22 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/css\n'
        "Content-Location: https://post.example/style.css\n\np {}\n--b\nContent-Type: text/html\n"
        f"Content-Location: https://post.example/a\n\n{PAGE}\n--b--\n"
    )
    comment = (
        "Page saved with SingleFile \n url: https://post.example/a \n saved date: Tue Feb 04 2025 10:11:22 GMT+0100"
    )
    (tmp_path / "b.html").write_text(f"<!DOCTYPE html><!--\n {comment} (CET)\n-->{PAGE}")
    for article in articles(tmp_path).values():
        assert (article.title, article.published.iso, article.url) == ("Harbour opens", None, "https://post.example/a")
        assert article.captured == date(2025, 2, 4)


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: 'Harbour opens'\ndate: 2019-03-22T10:00:00Z\nauthors:\n  - Maria Lund\ntags: [x]\n---\n",
        '+++\ntitle = "Harbour opens"\ndate = "2019-03-22"\nauthor = "Maria Lund"\n+++\n',
        "Title: Harbour opens\nDate: March 22, 2019\nBy: Maria Lund\nAuthor: Maria Lund\n\n",
        "---\ntitle: >-\n  Harbour\n  opens\ndate: 2019-03-22\nauthors:\n  - name: Maria Lund\n    url: x\n---\n",
        "---\ntitle: Harbour opens\npublished: 2019-03-22\nauthor:\n  - '[[Maria Lund]]'\ntags:\n  - x\n---\n",
        "---\ntitle: Harbour opens\ndate: 2019-03-22\nauthor:\n  name: Maria Lund\n  url: x\n---\n",
        "+++\ntitle = 'Harbour opens'\ndate = 2019-03-22T10:00:00Z\nauthors = ['Maria Lund']\n+++\n",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_what_stands_above_a_text_is_its_fields(tmp_path: Path, head: str, name: str) -> None:
    (tmp_path / name).write_text(head.replace("By: Maria Lund\n", "") + "\n" + TEXT)
    (article,) = articles(tmp_path).values()
    assert (article.title, article.published.iso, article.author) == ("Harbour opens", "2019-03-22", "Maria Lund")
    assert article.text == TEXT


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "first", ["北约秘书长说，联军将留在喀布尔。", "सेना काबुल में रहेगी।", "Talks go on", "The harbour opened on Monday."]
)
def test_a_given_title_takes_no_paragraph_from_the_text(tmp_path: Path, first: str, name: str) -> None:
    (tmp_path / name).write_text(f"---\ntitle: Harbour opens\n---\n{first}\n\n{TEXT}")
    (article,) = articles(tmp_path).values()
    assert (article.title, article.text) == ("Harbour opens", f"{first}\n\n{TEXT}")


def test_a_sentence_is_no_headline_in_any_script(tmp_path: Path) -> None:
    text = "北约秘书长说，联军将留在喀布尔。\n\n法国总统马克龙与德国总理默克尔在巴黎会面。"
    (tmp_path / "a.txt").write_text(text)
    (article,) = articles(tmp_path).values()
    assert (article.title, article.text) == ("北约秘书长说，联军将留在喀布尔。", text)


def test_what_stands_above_a_page_or_in_braces_is_its_fields_too(tmp_path: Path) -> None:
    head = '{"title": "Harbour opens", "date": "2019-03-22", "author": {"name": "Maria Lund"}}\n\n'
    (tmp_path / "a.md").write_text(head + TEXT)
    (tmp_path / "b.html").write_text(f"---\ntitle: Harbour opens\ndate: 2019-03-22\nauthor: Maria Lund\n---\n{PAGE}")
    for article in articles(tmp_path).values():
        assert (article.title, article.published.iso, article.author) == ("Harbour opens", "2019-03-22", "Maria Lund")
    (tmp_path / "c.md").write_text("{one} of the ships\n\n" + TEXT)
    assert (
        articles(tmp_path)["c.md"].text.startswith("{one}") or articles(tmp_path)["c.md"].title == "{one} of the ships"
    )


def test_texts_of_a_wet_file_and_pages_of_an_arc_file_are_read(tmp_path: Path) -> None:
    body = TEXT.encode()
    (tmp_path / "a.warc.wet").write_bytes(
        b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://post.example/a\r\n"
        b"WARC-Date: 2019-04-09T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"Content-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)
    )
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
    (tmp_path / "b.arc").write_bytes(
        b"filedesc://b.arc 0.0.0.0 20190409000000 text/plain %d\n%s\nhttps://post.example/a 192.0.2.1 20190409000000 "
        b"text/html %d\n%s\n" % (len(head), head, len(page), page)
    )
    found = articles(tmp_path)
    assert [*found] == ["a.warc.wet/1", "b.arc/2019-04-09T00:00:00Z/https://post.example/a"]
    assert {(each.url, each.text) for each in found.values()} == {("https://post.example/a", TEXT)}


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [
        "The new harbour opened",
        "on Monday after nine",
        "years of work on the",
        "quays and locks, the",
        "mayor said at noon.",
    ]
    right = [
        "Ships from eleven",
        "countries waited in",
        "the bay, and the first",
        "of them entered shortly",
        "after noon that day.",
    ]
    drawn = ["1 0 0 1 50 780 Tm (Harbour opens) Tj"]
    for row, (one, two) in enumerate(zip(left, right, strict=True)):
        drawn += [f"1 0 0 1 {x} {740 - 12 * row} Tm ({text}) Tj" for x, text in ((50, one), (320, two))]
    (tmp_path / "a.pdf").write_bytes(drawn_pdf("BT /F1 10 Tf " + " ".join(drawn) + " ET"))
    (article,) = articles(tmp_path).values()
    assert " ".join(article.text.split()).endswith(" ".join([*left, *right]))


def test_a_mail_of_outlook_has_its_date_without_a_header_and_its_attachments(tmp_path: Path) -> None:
    ticks = int((datetime(2019, 3, 22, 10, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    place = "__attach_version1.0_#00000000/__substg1.0_"
    streams = {
        "__properties_version1.0": b"\0" * 32 + struct.pack("<IIQ", 0x00390040, 6, ticks),
        "__substg1.0_0037001F": "Harbour opens".encode("utf-16-le"),
        "__substg1.0_1000001F": TEXT.encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Daily Post".encode("utf-16-le"),
        f"{place}3707001F": "statement.txt".encode("utf-16-le"),
        f"{place}37010102": REST.encode(),
    }
    (tmp_path / "a.msg").write_bytes(compound(streams))
    mail, attached = articles(tmp_path).values()
    assert (mail.title, mail.source, mail.published.iso) == ("Harbour opens", "Daily Post", "2019-03-22")
    assert (mail.text, attached.id, attached.text) == (TEXT, "a.msg/statement.txt", REST)


def test_notes_of_documents_come_behind_their_text(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(
        b"{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Harbour opens}{\\author Maria L\\'fcnd}}"
        b"The harbour{\\footnote \\chftn  Built in 1902.} opened on Monday.\\par It is deep.\\par}"
    )
    names = "xmlns:office='o' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Built in 1902.</text:p>"
    content = (
        f"<office:text {names}><text:p>The harbour{note}</text:note-body></text:note> opened on Monday.</text:p>"
        "<text:p>It is deep.</text:p></office:text>"
    )
    with zipfile.ZipFile(tmp_path / "b.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    rich, open_document = articles(tmp_path).values()
    assert (rich.title, rich.author) == ("Harbour opens", "Maria Lünd")
    assert rich.text == open_document.text == "The harbour opened on Monday.\n\nIt is deep.\n\nBuilt in 1902."


@pytest.mark.parametrize("name", ["news.2019-03-22", "letter.1", "page.lzma"])
def test_a_number_is_no_ending_and_lzma_is_unpacked(tmp_path: Path, name: str) -> None:
    data = TEXT.encode()
    (tmp_path / name).write_bytes(lzma.compress(data, lzma.FORMAT_ALONE) if name.endswith("lzma") else data)
    assert [each.text for each in articles(tmp_path).values()] == [TEXT]


def test_a_packed_tar_in_a_zip_in_a_packed_tar_is_read(tmp_path: Path) -> None:
    def tar(name: str, data: bytes, mode: str) -> bytes:
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        return out.getvalue()

    inner = zipped({"b.tgz": tar("c.txt", f"Harbour opens\n\n{TEXT}".encode(), "w:gz")})
    (tmp_path / "a.tar.xz").write_bytes(tar("a.zip", inner, "w:xz"))
    assert [*articles(tmp_path)] == ["a.tar.xz/a.zip/b.tgz/c.txt"]


def test_the_entries_of_a_zip_archive_are_those_of_the_standard_library(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            archive.writestr(f"ä{method}.txt", f"{method} {TEXT}", method)
        with archive.open("wide.txt", "w", force_zip64=True) as wide:
            wide.write(f"wide {TEXT}".encode())
        archive.comment = b"of the harbour"
    path.write_bytes(b"PK\x03\x04" + b" " * 60 + path.read_bytes())  # a program that unpacks itself stands before it
    with path.open("rb") as file, path.open("rb") as other, zipfile.ZipFile(path) as archive:
        found = [*entries_of(file, directory_of(file))]
        assert [each.filename for each in found] == archive.namelist()
        assert [opened_entry(other, each).read() for each in found] == [
            archive.read(name) for name in archive.namelist()
        ]
    assert len(articles(tmp_path)) == 5


def test_an_entry_with_a_broken_place_or_name_takes_no_other_with_it(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT.encode(), "\u00e9.txt": TEXT.encode()}).replace("\u00e9".encode(), b"\xc3\xff")
    at = data.index(b"PK\x01\x02") + 42  # of the first entry's place
    (tmp_path / "a.zip").write_bytes(data[:at] + b"\xfe\xff\xff\xff" + data[at + 4 :])
    assert sorted(outcome(tmp_path).values()) == ["cannot be unpacked (Bad magic number for file header)", "taken"]
