"""A folder of every kind of file becomes one index."""

import gzip
import json
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.enrichment.annotation import annotate
from index.ingest.pipeline import refresh
from tests.files import PAGE, REST, STORY, docx, pdf, warc, zipped
from tests.folders import ids

TEXT = f"Harbour opens\n\n{STORY}\n\n{REST}\n"


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Harbour opens"
    message.set_content(f"{STORY}\n\n{REST}\n")
    return message.as_bytes()


@pytest.mark.parametrize(("fetched", "published"), [(date(2022, 10, 1), "2022"), (date(2019, 4, 9), None)])
def test_no_year_is_inferred_after_the_page_was_fetched(fetched: date, published: str | None) -> None:
    page = Article("a", "", "Prime Minister Liz Truss spoke to President Joe Biden on the telephone.", captured=fetched)
    assert annotate(page).published.iso == published


def test_every_kind_of_file_is_found(tmp_path: Path, index: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    files = {
        "a.txt": TEXT.encode(),
        "b.md": f"# {TEXT}".encode(),
        "c.html": PAGE.encode(),
        "d.jsonl": json.dumps({"id": "d", "text": TEXT}).encode() + b"\n",
        "e.csv": f'id,title,text\ne,Harbour opens,"{TEXT}"\n'.encode(),
        "f.pdf": pdf(["Harbour opens", STORY, REST], title="Harbour opens"),
        "g.docx": docx("Harbour opens", STORY, REST),
        "h.eml": mail(),
        "i.warc.gz": warc(("https://post.example/harbour", "200 OK", "text/html", PAGE.encode())),
        "j.zip": zipped({"inner.txt": TEXT.encode()}),
        "k.txt.gz": gzip.compress(TEXT.encode()),
    }
    for name, data in files.items():
        (news / name).write_bytes(data)
    summary = refresh(index, [news])
    assert summary.refusals == []
    assert len(ids(index, "harbour")) == summary.indexed == len(files)
