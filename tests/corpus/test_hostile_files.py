"""Files that harm, lie, or end too early: each is refused with its reason, and the rest of the folder is read."""

import gzip
import os
import resource
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pypdf import PdfWriter

from corpus.extraction.html.page import extracted
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import records
from corpus.record import Record
from corpus.refusal import Refusal
from tests.files import PAGE, STORY, docx, outcome, pdf, read, warc, zipped

PAGES = [(f"https://b.example/{number}", "200 OK", "text/html", PAGE.encode() * 40) for number in range(5)]


READ = """
import sys
from pathlib import Path
from corpus.readers.discovery import discover
from corpus.readers.records import records
for source in discover(Path(sys.argv[1])):
    for item in records(source):
        print(item.line, getattr(item, "reason", "taken"))
"""


@contextmanager
def nobody() -> Iterator[None]:
    """As a user who may not read everything."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_each_bad_file_of_a_folder_gets_its_reason_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "0.txt").write_bytes(b"")
    (tmp_path / "1.txt").write_text(STORY)
    with (tmp_path / "line.jsonl").open("wb") as file:
        file.truncate(2 * 2**30)
    with (tmp_path / "line.txt").open("wb") as file:
        file.truncate(2 * 2**30)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "sealed.pdf").write_bytes(pdf([STORY], password="secret"))  # noqa: S106 - of no one
    (tmp_path / "broken.pdf").write_bytes(pdf([STORY])[:300])
    (tmp_path / "scan.pdf").write_bytes(pdf([]))
    (tmp_path / "sheet.docx").write_bytes(zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}))
    (tmp_path / "cut.docx").write_bytes(docx("Harbour", STORY)[:-40])
    (tmp_path / "z.md").write_text(STORY)
    assert outcome(tmp_path) == {
        "0.txt": "is empty",
        "1.txt": "taken",
        "broken.pdf": "is a damaged PDF (PdfStreamError)",
        "cut.docx": "is a damaged or encrypted document (File is not a zip file)",
        "line.jsonl": "looks like a binary file, not text",
        "line.txt": "has 2,147,483,648 bytes, and an article may have 20,000,000",
        "scan.pdf": "is a PDF of pictures without text",
        "sealed.pdf": "is an encrypted PDF",
        "self.txt": "cannot be read: Too many levels of symbolic links",
        "sheet.docx": "is an office document without text, such as a spreadsheet",
        "z.md": "taken",
    }


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    sources = [item for item in discover(tmp_path) if isinstance(item, SourceFile)]
    (tmp_path / "a.txt").chmod(0)
    with nobody():
        (refusal,) = (item for source in sources for item in records(source))
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "cannot be read: Permission denied; check that it exists and its permissions"


def test_a_line_of_two_gigabytes_takes_the_memory_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "One."}\n')
        file.write(b" " * 2**16)
        file.seek(2 * 2**30)
        file.write(b'\n{"text": "Two."}\n')

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))

    command = [sys.executable, "-c", READ, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, preexec_fn=bounded)
    one, two, three = run.stdout.splitlines()
    assert (one, three) == ("1 taken", "3 taken")
    assert two == (
        "2 has 2,147,483,632 bytes, and an article may have 20,000,000; "
        "give each article a file or a line of its own, or allow more with --max-article"
    )


def test_lines_that_are_none_end_the_patience(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n' + "x\n" * 5_000)
    found = read(tmp_path)
    assert len(found) == 1_002
    assert isinstance(found[-1], Refusal)
    assert found[-1].reason.startswith("has 1000 lines in a row that cannot be read")


def test_bombs_are_refused_and_their_neighbours_read(tmp_path: Path) -> None:
    zeros = b"0" * (80 * 2**20)
    (tmp_path / "a.zip").write_bytes(zipped({"bomb.txt": zeros, "story.txt": STORY.encode()}))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "One."}\n' + zeros))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(zeros))
    (tmp_path / "d.zip").write_bytes(zipped({"in.jsonl.gz": gzip.compress(b'{"text": "One."}\n' + zeros)}))
    assert outcome(tmp_path) == {
        "a.zip/bomb.txt": "unpacks to far more than its size, as a zip bomb does",
        "a.zip/story.txt": "taken",
        "b.jsonl.gz:1": "taken",
        "b.jsonl.gz": "unpacks to more than 200 times its size, as zip bombs do",
        "c.txt.gz": "unpacks to more than 200 times its size, as zip bombs do",
        "d.zip/in.jsonl.gz:1": "taken",
        "d.zip/in.jsonl.gz": "unpacks to more than 200 times its size, as zip bombs do",
    }


def test_entries_that_lie_about_their_place_or_are_sealed_are_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"../evil.txt": b"x", "/etc/passwd.txt": b"x", "C:\\evil.txt": b"x", "sealed.txt": b"x"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):  # the flag of encryption on the last entry
        place = data.rfind(mark) + (6 if mark[2] == 3 else 8)
        data[place : place + 2] = struct.pack("<H", 1)
    (tmp_path / "a.zip").write_bytes(data)
    points_out = "has a name that points out of the archive"
    assert outcome(tmp_path) == {
        "a.zip/../evil.txt": points_out,
        "a.zip//etc/passwd.txt": points_out,
        "a.zip/C:/evil.txt": points_out,
        "a.zip/sealed.txt": "is encrypted",
    }
    assert {each.name for each in tmp_path.iterdir()} == {"a.zip"}


def test_archives_within_archives_are_read_until_they_are_too_deep(tmp_path: Path) -> None:
    inner = zipped({"a.txt": STORY.encode()})
    (tmp_path / "a.zip").write_bytes(zipped({"b.zip": inner, "c.txt.gz": gzip.compress(STORY.encode())}))
    (tmp_path / "b.zip.gz").write_bytes(gzip.compress(inner))
    deep = inner
    for _ in range(4):
        deep = zipped({"d.zip": deep})
    (tmp_path / "deep.zip").write_bytes(deep)
    assert outcome(tmp_path) == {
        "a.zip/b.zip/a.txt": "taken",
        "a.zip/c.txt.gz": "taken",
        "b.zip.gz/a.txt": "taken",
        "deep.zip/d.zip/d.zip/d.zip/d.zip": "is an archive within 4 others",
    }


def test_damaged_entries_are_refused_and_the_others_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": STORY.encode(), "b.txt": STORY.encode()}))
    data[45:60] = bytes(15)
    (tmp_path / "a.zip").write_bytes(data)
    (tmp_path / "cut.zip").write_bytes(zipped({"a.txt": STORY.encode()})[:-30])
    found = outcome(tmp_path)
    assert found.pop("a.zip/b.txt") == "taken"
    assert [reason.partition(":")[0].partition(" (")[0] for reason in found.values()] == [
        "is damaged",
        "is a zip archive that is cut or damaged",
    ]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.99])
def test_a_web_archive_that_is_cut_keeps_the_pages_before(tmp_path: Path, share: float, packed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    whole = warc(*PAGES, packed=packed)
    (tmp_path / "a.warc").write_bytes(whole[: int(len(whole) * share)])
    found = read(tmp_path)
    assert isinstance(found[-1], Refusal)
    assert found[-1].reason.startswith("is cut off")
    assert [item.id for item in found[:-1] if isinstance(item, Record)] == [
        f"a.warc/{number:08d}" for number in range(int(5 * share))
    ]


def test_a_cut_gzip_of_lines_keeps_those_before(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "%d %s"}\n' % (number, os.urandom(40).hex().encode()) for number in range(2_000))
    packed = gzip.compress(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found = read(tmp_path)
    assert 800 < len(found) < 1_200
    assert isinstance(found[-1], Refusal)
    assert found[-1].where == f"{tmp_path}/a.jsonl.gz"


@pytest.mark.parametrize("how", ["a", "w"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n' * 5_000)
    (source,) = discover(tmp_path)
    assert isinstance(source, SourceFile)
    items = records(source)
    assert isinstance(next(items), Record)
    with path.open(how) as file:
        file.write('{"text": "An')
    *_, last = items
    assert isinstance(last, Refusal)
    assert last.reason == "changed while it was read; index it again when it is complete"


def test_an_xml_bomb_within_a_document_does_not_go_off(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    document = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><w:document xmlns:w="w">&a9;</w:document>'
    (tmp_path / "a.docx").write_bytes(zipped({"[Content_Types].xml": b"", "word/document.xml": document.encode()}))
    ((where, reason),) = outcome(tmp_path).items()
    assert where == "a.docx"
    assert reason.startswith(("is a damaged document", "nothing is left"))


def test_a_paper_of_many_pages_ends(tmp_path: Path) -> None:
    writer = PdfWriter()
    for _ in range(3_000):
        writer.add_blank_page(10, 10)
    writer.write(tmp_path / "a.pdf")
    assert outcome(tmp_path) == {"a.pdf": "is a PDF of pictures without text"}
    assert zipfile.is_zipfile(tmp_path / "a.pdf") is False


def test_a_page_of_a_hundred_thousand_paragraphs_is_read_as_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "corpus.extraction.html.page.bare_extraction", lambda *_, **__: pytest.fail("it would take minutes")
    )
    paragraphs = "".join(f"<p>The delegates spoke of harbour {number} for hours.</p>" for number in range(100_000))
    text = extracted(f"<html><body><h1>Harbours</h1>{paragraphs}</body></html>").text
    assert text.startswith("The delegates spoke of harbour 0 for hours.")
    assert text.endswith("The delegates spoke of harbour 99999 for hours.")
