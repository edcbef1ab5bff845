"""Every query of docs/query-language.md, and every one that the README and the page propose, finds what it promises."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Basis, PartialDate
from corpus.document import Document
from corpus.sample import EXAMPLES, SAMPLE
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.archive import archive, document
from tests.conftest import ROOT

MANUAL = (ROOT / "docs/query-language.md").read_text(encoding="utf-8")
PIPE = "\\|"


def cells(text: str, columns: int) -> list[list[str]]:
    """The rows of the tables with so many columns, without their heads."""
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines() if line.startswith("|")]
    there = [[cell.strip().replace(PIPE, "|") for cell in row] for row in rows if len(row) == columns]
    return [row for row in there if not row[0].startswith(("---", "you "))]


def queries(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


OF_OTHERS = [(queries(row[1])[0], queries(row[2])[0], row[3] == "yes") for row in cells(MANUAL, 4)]
OURS = [query for row in cells(MANUAL, 2) for query in queries(row[0])]
README = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Searching")[2].partition("## ")[0]
PROPOSED = [query for row in cells(README, 2) for query in queries(row[0])]


def dated(article: Document, date: PartialDate, author: str | None = None) -> Document:
    given = replace(article.article, published=date, author=author, language="en")
    return replace(article, article=given, published=date)


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    lehman = "Lehman Brothers, the bank with 25,000 staff, filed today for bankruptcy. Its staff went home."
    return archive(
        tmp_path_factory.mktemp("news"),
        dated(
            document(
                "a",
                lehman,
                title="Lehman files",
                source="Harbour Courier",
                entities=["Lehman Brothers"],
                countries=["US"],
            ),
            PartialDate(2008, 9, 15, Basis.STATED),
            "Jane Stempel",
        ),
        dated(
            document(
                "b", "Barclays, another bank, bought the rest. Lehman filed for bankruptcy.", source="Meridian Wire"
            ),
            PartialDate(2009, 4, 11, Basis.INFERRED),
        ),
        document("c", "The bank of the river was bankrupted. A title was lost.", title="Floods"),
        document(
            "d", f"Lehman was a governor. {'He spoke at length about lunch. ' * 20} Bankruptcy was no word of his."
        ),
    )


def found(searcher: Searcher, query: str) -> tuple[list[str], tuple[str, ...]]:
    """The articles that match in full, and the notices."""
    result = searcher.search(SearchRequest(q=query))
    return [] if result.relaxed else sorted(hit.document.article.id for hit in result.hits), result.notices


@pytest.mark.parametrize("query", OURS)
def test_each_construct_of_the_manual_finds_something(news: Searcher, query: str) -> None:
    articles, notices = found(news, query)
    assert articles
    assert len(articles) < 5
    assert notices == ()


@pytest.mark.parametrize(("typed", "read_as", "said"), OF_OTHERS)
def test_operators_of_other_engines_are_read_as_the_manual_says(
    news: Searcher, typed: str, read_as: str, *, said: bool
) -> None:
    articles, notices = found(news, typed)
    assert articles
    assert articles == found(news, read_as)[0]
    assert bool(notices) == said


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    location: Path = tmp_path_factory.mktemp("sample") / "index"
    refresh(location, [SAMPLE])
    return Searcher(location)


@pytest.mark.parametrize("query", [*EXAMPLES, *PROPOSED])
def test_what_the_readme_and_the_page_propose_finds_something(sample: Searcher, query: str) -> None:
    assert found(sample, query)[0]


def test_french_operators_are_read_where_articles_are_french(tmp_path: Path) -> None:
    texts = {"both": "Du kiwi, du citron.", "one": "Du kiwi seul.", "other": "Un citron seul."}
    documents = [document(name, text) for name, text in texts.items()]
    french = [replace(each, article=replace(each.article, language="fr")) for each in documents]
    searcher = archive(tmp_path / "fr", *french)
    assert found(searcher, "kiwi ET citron")[0] == ["both"]
    assert found(searcher, "kiwi OU citron")[0] == ["both", "one", "other"]
    assert found(searcher, "kiwi SAUF citron")[0] == ["one"]
    english = archive(tmp_path / "en", document("ou", "Texas beat OU."), document("texas", "Texas won."))
    assert found(english, "Texas OU beat") == (["ou"], ())


def test_the_tables_are_read() -> None:
    assert len(OF_OTHERS) > 40
    assert len(OURS) > 30
    assert len(PROPOSED) > 10
