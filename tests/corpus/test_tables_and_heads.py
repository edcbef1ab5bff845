"""Tables as databases and spreadsheets write them, columns of objects, and what light markup has above a text."""

import json
from pathlib import Path

import pytest

from tests.files import REST, STORY, articles, outcome, read, remarks, zipped

BODY = f"{STORY}\n\n{REST}"
FLAT = f"{STORY} {REST}"


@pytest.mark.parametrize(
    "table",
    [
        *(f"title{sign}text{sign}date\nHarbour{sign}{FLAT}{sign}2019-03-22\n" for sign in "\x01\x1f~"),
        f'title,text,date\nHarbour,"{FLAT}",2019-03-22\ntitle,text,date\n',
        f'"title", "text", "date"\n"Harbour", "{FLAT}", "2019-03-22"\n',
        f"'title','text','date'\n'Harbour','{FLAT}','2019-03-22'\n",
        f"title,text,date\n'Harbour','{FLAT}','2019-03-22'\n",
        f'title,text,date\nHarbour,"[caption id=""7""]{FLAT}[/caption]",43546\n',
        f'title.rendered,content.rendered,date_gmt\nHarbour,"{FLAT}",2019-03-22T09:30:00\n',
        f'_source.title,_source.body,_source.date\nHarbour,"{FLAT}",2019-03-22\n',
    ],
)
def test_dialects_of_tables_are_understood(tmp_path: Path, table: str) -> None:
    (tmp_path / "a.csv").write_text(table)
    (found,) = articles(tmp_path).values()
    assert (found.title, found.published.iso, found.text) == ("Harbour", "2019-03-22", FLAT)


def test_line_ends_written_as_two_signs_are_true_ones_but_no_path_is_broken(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(
        f"title\ttext\nHarbour\t{STORY}\\n\\n{REST}\nPath\t{STORY} It is in C:\\notes\\new.\n"
    )
    assert [each.text for each in articles(tmp_path).values()] == [BODY, f"{STORY} It is in C:\\notes\\new."]


def test_a_table_without_rows_and_prose_of_an_unknown_column_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text\n")
    (tmp_path / "b.jsonl").write_text(json.dumps({"title": "Harbour", "zzz": f"{FLAT} {FLAT}"}))
    assert outcome(tmp_path) == {"a.csv": "names columns, but has no rows", "b.jsonl:1": "taken"}
    assert "zzz was read as the text" in " ".join(each.text for each in remarks(tmp_path / "b.jsonl"))


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(rows: str) -> bytes:
    texts = "".join(f"<si><r><t>{each[:3]}</t></r><r><t>{each[3:]}</t></r></si>" for each in ("title", "text", "date"))
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATED}"><sheets>'
        '<sheet name="News" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": LINKS,
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{texts}</sst>",
        "xl/styles.xml": f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    }
    return zipped({name: text.encode() for name, text in parts.items()})


NAMES = "".join(f'<c r="{column}2" t="s"><v>{at}</v></c>' for at, column in enumerate("ABD"))
ROW = f'<c r="A3" t="inlineStr"><is><t>Harbour</t></is></c><c r="B3" t="str"><v>{BODY}</v></c>'
ROW += '<c r="D3" s="1"><v>43546</v></c>'


def test_the_rows_of_a_workbook_are_articles_and_its_days_are_days(tmp_path: Path) -> None:
    note = '<row r="1"><c r="A1" t="inlineStr"><is><t>Export</t></is></c></row>'
    (tmp_path / "a.xlsx").write_bytes(workbook(f'{note}<row r="2">{NAMES}</row><row r="3">{ROW}</row>'))
    (tmp_path / "b.xlsx").write_bytes(workbook(note))
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04 cut")
    (found,) = articles(tmp_path / "a.xlsx").values()
    assert (found.id, found.title, found.published.iso, found.text) == ("a.xlsx#3", "Harbour", "2019-03-22", BODY)
    told = outcome(tmp_path)
    assert told["b.xlsx"].startswith("has no sheet with a column text")
    assert told["c.xlsx"].startswith("is a zip archive that is cut or damaged")


def test_the_rows_of_an_open_document_spreadsheet_are_articles(tmp_path: Path) -> None:
    name = "urn:oasis:names:tc:opendocument:xmlns:"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    head = "".join(map(cell.format, ("title", "text", "date")))
    row = (
        cell.format("Harbour") + f"<table:table-cell><text:p>{STORY}</text:p><text:p>{REST}</text:p></table:table-cell>"
    ).replace("<text:p>The", "<office:annotation><text:p>Check!</text:p></office:annotation><text:p>The")
    row += '<table:table-cell office:date-value="2019-03-22"><text:p>22.3.</text:p></table:table-cell>'
    note = f"<table:table-row>{cell.format('note')}</table:table-row>"
    content = (
        f'<office:document-content xmlns:office="{name}office:1.0" xmlns:table="{name}table:1.0" '
        f'xmlns:text="{name}text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Notes">{note * 30}</table:table>'
        f'<table:table table:name="A"><table:table-header-rows><table:table-row>{head}'
        f"</table:table-row></table:table-header-rows><table:table-row>{row}</table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    (tmp_path / "a.ods").write_bytes(zipped({"content.xml": content.encode()}))
    (found,) = articles(tmp_path).values()
    assert (found.title, found.published.iso, found.text) == ("Harbour", "2019-03-22", f"{STORY}\n\n{REST}")


@pytest.mark.parametrize(
    "above",
    [
        "% Harbour\n% Ada Quill\n% March 22, 2019\n",
        "#+TITLE: Harbour\n#+AUTHOR: Ada Quill\n#+DATE: <2019-03-22 Fri>\n",
        "= Harbour\nAda Quill <ada@post.example>\nv1.0, 2019-03-22\n:lang: en\n",
        "=======\nHarbour\n=======\n\n:Author: Ada Quill\n:Date: 2019-03-22\n",
        '+++\ntitle = "Harbour"\ndate = 2019-03-22\n[params]\nauthor = "Ada Quill"\n+++\n',
        ';;;\n"title": "Harbour", "date": "2019-03-22", "author": "Ada Quill"\n;;;\n',
        "---\ntitle: 'Harbour' # the port\nauthor: {name: Ada Quill, id: 4}\ndate: 2019-03-22\n---\n",
    ],
)
def test_what_light_markup_has_above_a_text_are_fields(tmp_path: Path, above: str) -> None:
    (tmp_path / "a.txt").write_text(f"{above}\n{BODY}\n")
    (found,) = articles(tmp_path).values()
    assert (found.title, found.author, found.published.iso, found.text) == ("Harbour", "Ada Quill", "2019-03-22", BODY)


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Harbour", "date": "2019-03-22", "content": {"ops": [{"insert": f"{STORY}\n"}, {"insert": REST}]}},
        {
            "title": "Harbour",
            "date": "2019-03-22",
            "body": json.dumps({"blocks": [{"data": {"text": t}} for t in (STORY, REST)]}),
        },
        {
            "published_at": "2019-03-22",
            "name": "x",
            "content": {"component": "a", "headline": "Harbour", "body": [STORY, REST]},
        },
        {"first_publication_date": "2019-03-22", "id": "x", "data": {"title": "Harbour", "body": [STORY, REST]}},
        {
            "searchresult": {
                "document": [{"header": {"text": "Harbour"}, "body": {"text": BODY}, "unix_timestamp": 1553212800}]
            }
        },
        {"publish_date": "2020-01-01", "first_publish_date": "2019-03-22", "title": "Harbour", "root": 1, "text": BODY},
    ],
)
def test_records_as_editors_nest_them_are_whole(tmp_path: Path, record: dict[str, object]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record))
    (found,) = articles(tmp_path).values()
    assert (found.title, found.published.iso, found.text) == ("Harbour", "2019-03-22", BODY)


HEADER = "From: Ada <ada@post.example>\nTo: bo@post.example\nSubject: Harbour\nDate: Fri, 22 Mar 2019 09:30:00 +0100\n"
MAIL = f"{HEADER}\n{BODY}\n"


def test_mails_of_other_programs_and_mails_within_mails_are_read(tmp_path: Path) -> None:
    (tmp_path / "1.emlx").write_text(f"{len(MAIL)}\n{MAIL}<?xml version='1.0'?><plist/>")
    (tmp_path / "1553243400.M1.host:2,S").write_text(MAIL)
    outer = "From: Desk <d@post.example>\nSubject: see\nDate: Sat, 23 Mar 2019 09:30:00 +0100\nMIME-Version: 1.0\n"
    outer += 'Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/plain\n\nSee below.\n--B\n'
    (tmp_path / "3.eml").write_text(f"{outer}Content-Type: message/rfc822\n\n{MAIL}--B--\n")
    found = articles(tmp_path)
    inner = [each for name, each in found.items() if name != "3.eml"]
    assert len(found) == 4
    assert {(each.title, each.published.iso, each.text) for each in inner} == {("Harbour", "2019-03-22", BODY)}


def test_lines_in_two_encodings_are_each_read_in_theirs(tmp_path: Path) -> None:
    french, german = (
        "Le port a rouvert après dix ans, déjà très près de l'été.",
        "Der Hafen öffnet für große Schiffe, größer als früher.",
    )
    (tmp_path / "a.csv").write_bytes(
        b"title,text\n" + f'Été,"{french}"\n'.encode() + f'Öffnung,"{german}"\n'.encode("cp1252")
    )
    (tmp_path / "b.txt").write_bytes(f"{french}\n\n".encode() + german.encode("cp1252"))
    (tmp_path / "c.txt").write_bytes(f"{french}\n\n".encode() * 1000 + german.encode("cp1252"))
    (tmp_path / "d.txt").write_bytes(f"{french}\n\nét".encode() + "é".encode()[:1])
    *found, late, cut = [each.text for each in articles(tmp_path).values()]
    assert found == [french, german, f"{french}\n\n{german}"]
    assert (late.endswith(german), cut) == (True, f"{french}\n\nét\ufffd")


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        ("a.parquet", b"PAR1\0\0", "Parquet file; save it as .jsonl or .csv"),
        ("a.sql", b"INSERT INTO", "dump of a database; export the table"),
        ("a.db", b"SQLite format 3\0", "SQLite database; save the table as .csv"),
        ("a.pst", b"!BDN\0", "mail store of Outlook; export its mails"),
        ("a.mp3", b"ID3\x03\0", "recording; leave it out"),
        ("a.yaml", b"title: x", "YAML; save it as .json"),
    ],
)
def test_a_refusal_says_what_the_file_is_and_what_to_do(tmp_path: Path, name: str, data: bytes, advice: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert advice in str(read(tmp_path)[0])


def test_a_text_that_begins_with_the_letters_of_another_format_is_a_text(tmp_path: Path) -> None:
    for name, begin in (
        ("a.txt", "ORCA whales"),
        ("b.txt", "ID3 tags"),
        ("c.txt", "PAR1 golf"),
        ("d", "ORCHESTRE d'été"),
    ):
        (tmp_path / name).write_text(f"{begin} returned to the bay. {STORY}")
    assert set(outcome(tmp_path).values()) == {"taken"}


def test_the_last_sign_of_a_table_in_two_encodings_is_whole(tmp_path: Path) -> None:
    french, chinese = (
        "Après la fermeture du théâtre la ville a rouvert l'été dernier.",
        "港口星期一开放，人们都很高兴，海湾里有十一个国家的船",
    )
    (tmp_path / "a.csv").write_bytes(f"title,text\nÉté,{french}\n".encode() * 2 + f"港口,{chinese}".encode("gb18030"))
    assert [*articles(tmp_path).values()][-1].text == chinese


@pytest.mark.parametrize(
    "above", ["% of the vote\n% of the seats\n% of the mandates\n", "= Harbour =\nThe mayor speaks out\n"]
)
def test_lines_that_begin_like_light_markup_stay(tmp_path: Path, above: str) -> None:
    (tmp_path / "a.txt").write_text(f"{above}\n{BODY}\n")
    (found,) = articles(tmp_path).values()
    assert found.author is None
    assert all(line.strip("= ") in f"{found.title} {found.text}" for line in above.splitlines())
