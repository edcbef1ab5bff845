import json
import os
from pathlib import Path

import pytest

from corpus.article import Article, Country, Entity, EntityType
from corpus.errors import NothingToRead, Refused
from corpus.extraction.extract import to_article
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import records
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

SENTENCE = "The ministers met in Oslo to talk about the harbour."


def sources(path: Path) -> list[SourceFile]:
    return [item for item in discover(path) if isinstance(item, SourceFile)]


def read(path: Path) -> list[Record | Refusal]:
    items = [item for source in sources(path) for item in records(source)]
    return [item for item in items if not isinstance(item, Remark)]


def article(path: Path) -> Article:
    (record,) = read(path)
    assert isinstance(record, Record)
    return to_article(record)


def reason(path: Path) -> str:
    """Why the one record of a file is not taken, wherever that turns out."""
    (record,) = read(path)
    if isinstance(record, Refusal):
        return record.reason
    with pytest.raises(Refused) as refused:
        to_article(record)
    return str(refused.value)


def jsonl(folder: Path, *rows: object) -> Path:
    path = folder / "feed.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_folder_is_walked_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a-b.txt", "a.txt", "notes.pdf", "README.md", ".hidden/c.txt", ".d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SENTENCE)
    assert [source.name for source in sources(tmp_path)] == ["a-b.txt", "a.txt", "a/z.txt", "b.txt", "notes.pdf"]
    assert all(source.path == tmp_path / source.name and source.size == 52 for source in sources(tmp_path))


def test_a_file_may_be_named_itself(tmp_path: Path) -> None:
    (tmp_path / "README.txt").write_text(SENTENCE)
    assert [source.name for source in sources(tmp_path / "README.txt")] == ["README.txt"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="gone cannot be read: No such file"):
        list(discover(tmp_path / "gone"))


def test_links_are_followed_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text(SENTENCE)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a" / "one.txt")
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    found = list(discover(tmp_path))
    assert [item.name for item in found if isinstance(item, SourceFile)] == ["a/one.txt", "b.txt"]
    assert [item.where for item in found if isinstance(item, Refusal)] == [str(tmp_path / "dangling.txt")]


def test_what_is_no_file_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (found,) = discover(tmp_path)
    assert isinstance(found, Refusal)
    assert found.reason.startswith("is not a regular file")


def test_a_file_that_vanishes_before_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE)
    (source,) = sources(path)
    path.unlink()
    (refusal,) = records(source)
    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith("cannot be read: No such file")


@pytest.mark.parametrize(
    ("name", "data", "reason_starts"),
    [
        ("a.txt", b"", "is empty"),
        ("a.jsonl", b"", "is empty"),
        ("a.jsonl", b"\n\n", "is empty"),
        ("a.txt", b"\x7fELF\x02\x01\x00\x00" * 50, "looks like a binary file"),
        ("a.txt", bytes(range(1, 32)) * 9, "looks like a binary file"),
        ("a.jsonl", b"\x7fELF\x00\x00", "looks like a binary file"),
        ("a.py", b"import os", "has .py, which is not read"),
        ("a.html", b"<!-- nothing -->", "is not a web page"),
        ("a.txt", b"Show More\n\nRelated Articles\n", "nothing is left after cleaning"),
        ("a.md", b"   \n", "nothing is left after cleaning"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(
    tmp_path: Path, name: str, data: bytes, reason_starts: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason(tmp_path / name).startswith(reason_starts)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("Ünïcode with a mark.", b"\xef\xbb\xbf" + "Ünïcode with a mark.".encode()),
        ("Ümlaute in two bytes each.", "Ümlaute in two bytes each.".encode("utf-16")),
        ("Ümlaute without a mark.", "Ümlaute without a mark.".encode("utf-16-le")),
        (
            "Die Minister tagten über Nacht in München; danach müssen die Gespräche für eine Woche ruhen.",
            "Die Minister tagten über Nacht in München; danach müssen die Gespräche für eine Woche ruhen.".encode(
                "cp1252"
            ),
        ),
        (
            "Министры встретились в Москве, чтобы обсудить новое соглашение о границе.",
            "Министры встретились в Москве, чтобы обсудить новое соглашение о границе.".encode("cp1251"),
        ),
        (
            "“Mostly” whole — but \ufffd here, “all the same”.",
            "“Mostly” whole — but ".encode() + b"\x93" + " here, “all the same”.".encode(),
        ),
    ],
)
def test_old_encodings_are_read(tmp_path: Path, text: str, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert article(tmp_path / "a.txt").text == text


def test_a_page_is_read_as_it_declares(tmp_path: Path) -> None:
    page = (
        f'<html><head><meta charset="iso-8859-2"><title>Łódź</title></head><body><p>{SENTENCE} Łódź.</p></body></html>'
    )
    (tmp_path / "a.html").write_bytes(page.encode("iso-8859-2"))
    assert article(tmp_path / "a.html").title == "Łódź"


def test_a_line_nested_too_deep_is_refused_and_the_others_read(tmp_path: Path) -> None:
    # Somewhere here lies the depth at which Python still reads a line but no longer writes it.
    depths = [*range(500, 1_000), 100_000]
    rows = [f'{{"text": "One.", "x": {"[" * depth}"\\ud83d"{"]" * depth}}}\n' for depth in depths]
    (tmp_path / "feed.jsonl").write_text("".join(rows), encoding="utf-8")
    found = read(tmp_path / "feed.jsonl")
    assert [item.line for item in found] == list(range(1, len(depths) + 1))
    last = found[-1]
    assert isinstance(last, Refusal)
    assert last.reason == "is not JSON that can be read: a number too long, or nested too deep"


def test_broken_lines_are_refused_and_the_others_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "One article.", "clean": true}\r\n'
        b"\n"
        b'{"text": "cut o\n'
        b'{"text": "caf\xe9"}\n'
        b"[1]\n"
        b'{"title": "no text"}\n'
        b'{"text": 7}\n'
        b'{"id": 7, "text": "Another \\ud83d article.", "clean": true}'
    )
    found = read(path)
    assert [(item.line, item.id if isinstance(item, Record) else item.reason.partition(";")[0]) for item in found] == [
        (1, "feed.jsonl#1"),
        (3, "is not JSON: Unterminated string starting at at character 10"),
        (4, "is not UTF-8 at byte 14 of the line"),
        (5, "is not a JSON object"),
        (6, "feed.jsonl#6"),
        (7, "the field text is not a string"),
        (8, "7"),
    ]
    assert isinstance(found[1], Refusal)
    assert found[1].where == f"{path}:3"
    assert isinstance(found[-1], Record)
    assert to_article(found[-1]).text == "Another \ufffd article."


def test_given_fields_win(tmp_path: Path) -> None:
    row = {
        "id": "x1",
        "text": "Show More\n Aung  San Suu Kyi spoke.",
        "title": "Spoken",
        "source": "Wire",
        "url": "https://example.org/1",
        "language": "en-GB",
        "published": "2019-04-09T10:00:00Z",
        "entities": [{"name": "Aung San Suu Kyi", "type": "PER", "mentions": [[11, 27]]}],
        "countries": ["mm", {"code": "XK", "mentions": 3}],
        "clean": True,
        "unknown": [1],
    }
    read_back = article(jsonl(tmp_path, row))
    assert read_back.text == row["text"]
    assert (read_back.id, read_back.title, read_back.source, read_back.language) == ("x1", "Spoken", "Wire", "en")
    assert (read_back.published.iso, read_back.published.basis) == ("2019-04-09", "stated")
    assert read_back.entities == (Entity("Aung San Suu Kyi", EntityType.PERSON, ((11, 27),)),)
    assert read_back.countries == (Country("MM"), Country("XK", 3))
    assert read_back.removed == ()


def test_null_means_absent(tmp_path: Path) -> None:
    row = dict.fromkeys(("id", "html", "title", "published", "entities", "countries", "clean", "language"))
    read_back = article(jsonl(tmp_path, {**row, "text": SENTENCE}))
    assert (read_back.id, read_back.title, read_back.entities) == ("feed.jsonl#1", SENTENCE, None)


def test_an_export_is_read_back_with_its_basis(tmp_path: Path) -> None:
    row = {
        "text": SENTENCE,
        "clean": True,
        "published": "2019",
        "published_basis": "inferred",
        "published_evidence": "w",
    }
    date = article(jsonl(tmp_path, row)).published
    assert (date.iso, date.basis, date.evidence) == ("2019", "inferred", "w")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"published": "2019-02-30"}, "published is '2019-02-30', which is no date"),
        ({"published": "last week"}, "published is 'last week'"),
        ({"published": "2999"}, "lies in the future"),
        ({"published": [2019, "x"]}, "published is [2019, 'x'], which is no date"),
        ({"countries": ["ZZ"]}, "countries has 'ZZ', which is no country"),
        ({"countries": 7}, "countries is not a list"),
        ({"entities": [{"name": "X", "type": "thing"}]}, "type 'thing'; write person, organization or place"),
        ({"entities": [{"name": "X", "type": "org", "mentions": [[5, 2]]}]}, "mention [5, 2]"),
        ({"entities": [{"name": "X", "type": "org", "mentions": [[5, 9999]]}]}, "a mention beyond the text"),
        ({"language": "Klingon"}, "language is 'Klingon'"),
        ({"title": {"x": 1}}, "title is not a string"),
        ({"clean": "yes"}, "clean is not true or false"),
        ({"id": 1.5}, "the id 1.5 is not a string or a whole number"),
        ({"id": ".."}, "the id '..' is not a string or a whole number, or no address can hold it"),
    ],
)
def test_a_bad_field_is_named_and_does_not_cost_the_article(
    tmp_path: Path, fields: dict[str, object], says: str
) -> None:
    read_back = article(jsonl(tmp_path, {"text": SENTENCE, "clean": True, **fields}))
    assert (read_back.text, read_back.published.iso, read_back.countries) == (SENTENCE, None, None)
    assert says in "; ".join(read_back.remarks)


def test_a_fingerprint_changes_with_the_bytes(tmp_path: Path) -> None:
    path = jsonl(tmp_path, {"text": "One."}, {"text": "Two."})
    before = [item.fingerprint for item in read(path) if isinstance(item, Record)]
    jsonl(tmp_path, {"text": "One."}, {"text": "Two!"})
    after = [item.fingerprint for item in read(path) if isinstance(item, Record)]
    assert before[0] == after[0] != before[1] != after[1]


PAGE = """<html lang="de-AT"><head><title>Harbour opens - The Daily Post</title>
<meta property="og:site_name" content="The Daily Post"><link rel="canonical" href="https://example.org/harbour">
<meta property="article:published_time" content="2016-11-24T08:00:00+01:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Harbour opens</h1><p>The new harbour opened on Monday after nine years of work on the quays and locks.</p>
<p>Ships from eleven countries waited in the bay, and the first of them entered shortly after noon.</p></article>
<footer><p>© 2024 The Daily Post</p></footer></body></html>"""


def test_a_page_gives_its_text_and_its_facts(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    page = article(tmp_path / "a.html")
    assert page.text.split("\n\n") == [
        "The new harbour opened on Monday after nine years of work on the quays and locks.",
        "Ships from eleven countries waited in the bay, and the first of them entered shortly after noon.",
    ]
    assert (page.title, page.source, page.language) == ("Harbour opens", "The Daily Post", "de")
    assert (page.url, page.published.iso) == ("https://example.org/harbour", "2016-11-24")
    assert page.removed == ("Home", "World", "© 2024 The Daily Post")


def test_the_year_of_a_copyright_is_no_date_of_publication(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace("article:published_time", "viewport"))
    assert article(tmp_path / "a.html").published.iso is None


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Truce *holds*\n\nDate: 2016-11-24\n\nThe **truce** [held](https://example.org) on\nMonday, "
        "both sides said.\n\n- The first point of it stands.\n"
    )
    read_back = article(tmp_path / "a.md")
    assert (read_back.title, read_back.published.iso) == ("Truce holds", "2016-11-24")
    assert read_back.text == "The truce held on Monday, both sides said.\n\nThe first point of it stands."
