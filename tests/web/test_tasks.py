"""What people come for, from the start page to its end in a real browser: in four clicks at the most."""

import csv
import io
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Locator, Page, expect

from cli.main import main
from corpus.article import Article, Basis, Entity, EntityType, PartialDate
from corpus.document import Document
from corpus.sample import EXAMPLES
from search.searcher import Searcher
from tests.archive import archive
from tests.chromium import browser, served, window
from web.app import create_app
from web.views.edit import Editing

__all__ = ["browser"]

MERKEL, SARKOZY, BROWN = "Angela Merkel", "Nicolas Sarkozy", "Gordon Brown"
SURNAMES = ["Abend", "Birk", "Cramer", "Dorn", "Ehlers", "Falk", "Gerlach", "Hansen", "Ibsen", "Jensen"]


@dataclass
class Walk:
    """A reader at work, whose clicks are counted."""

    page: Page
    clicks: int = 0

    def click(self, there: Locator) -> None:
        self.clicks += 1
        there.click()


def article(at: int, *names: str, basis: Basis = Basis.STATED) -> Document:
    people = tuple(Entity(name, EntityType.PERSON, ()) for name in names)
    text = f"They met in the harbour town, for the {at}th time."
    return Document(Article(f"wire/{at}", f"Meeting {at}", text), people, (), PartialDate(2010 + at % 4, basis=basis))


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    both = [article(at, MERKEL, SARKOZY) for at in range(30)]
    one = [article(at, MERKEL, BROWN, basis=Basis.INFERRED) for at in range(30, 50)]
    other = [article(at, SARKOZY, BROWN) for at in range(50, 60)]
    twice = [
        article(60 + at, name)
        for at, name in enumerate([*(f"Maria {each}" for each in SURNAMES), *SURNAMES, *(SURNAMES[:5])])
    ]
    archive(tmp_path, *both, *one, *other, *twice)
    app = create_app(Searcher(tmp_path), examples=EXAMPLES, editing=Editing(tmp_path))
    with served(app) as address:
        yield address


@pytest.fixture(params=[False, True], ids=["plain", "script"])
def walk(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Walk]:
    with window(browser, address, script=request.param) as page:
        walk = Walk(page)
        yield walk
        assert walk.clicks <= 4


def total(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_who_met_whom(walk: Walk) -> None:
    people = walk.page.get_by_role("navigation", name="Narrow the results")
    walk.click(people.get_by_role("button", name=f"{MERKEL} 50", exact=True))
    total(walk.page, "50 articles")
    walk.click(people.get_by_role("button", name=f"{SARKOZY} 30", exact=True))
    total(walk.page, "30 articles")
    chosen = walk.page.get_by_role("navigation", name="Chosen filters")
    expect(chosen).to_contain_text(f"{MERKEL} and {SARKOZY}")
    walk.click(chosen.get_by_role("link", name="any of them"))
    total(walk.page, "60 articles")
    expect(chosen).to_contain_text(f"{MERKEL} or {SARKOZY}")


def test_a_dated_corpus_without_its_inferred_dates(walk: Walk) -> None:
    walk.click(walk.page.get_by_role("button", name="stated 65", exact=True))
    total(walk.page, "65 articles")
    walk.click(walk.page.get_by_text("export, save, follow"))
    expect(walk.page.get_by_text("export 65 articles:")).to_be_visible()
    with walk.page.expect_download() as download:
        walk.click(walk.page.get_by_role("link", name="CSV"))
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert len(rows) == 65
    assert {row["published_basis"] for row in rows} == {"stated"}
    assert all(row["published_evidence"] for row in rows)


def test_ten_merges_of_names(walk: Walk) -> None:
    walk.click(walk.page.get_by_role("link", name="put names right"))
    pairs = walk.page.get_by_role("group", name="Perhaps the same").get_by_role("listitem")
    expect(pairs).to_have_count(10)
    expect(pairs.first).to_contain_text("Abend → Maria Abend")
    walk.click(walk.page.get_by_role("button", name="Merge all 10"))
    expect(walk.page.get_by_role("link", name="Maria Abend, 3 articles, add filter")).to_be_visible()
    expect(walk.page.get_by_role("link", name="Maria Jensen, 2 articles, add filter")).to_be_visible()
    expect(walk.page.get_by_role("group", name="Perhaps the same")).to_have_count(0)


def test_a_newcomers_own_folder(walk: Walk, tmp_path_factory: pytest.TempPathFactory) -> None:
    expect(walk.page.get_by_text("Sample corpus: 85 articles, 2010–2013. Your own:")).to_be_visible()
    command = walk.page.locator(".examples code").inner_text()
    mine = tmp_path_factory.mktemp("mine")
    (mine / "cod.txt").write_text("The price of cod fell by a third on the quay.", encoding="utf-8")
    name, *words = shlex.split(command.replace("FOLDER", shlex.quote(str(mine))))
    assert name == "dateline"
    run = CliRunner().invoke(main, words)
    assert run.exit_code == 0, run.output
    walk.page.get_by_label("Search the articles", exact=True).fill("cod")
    walk.click(walk.page.get_by_role("button", name="Search"))
    total(walk.page, "1 article")
