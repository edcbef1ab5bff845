"""Which forms of a word a query finds, and which first."""

from pathlib import Path

import pytest

from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.archive import archive, document

TEXTS = {
    "cosmos": "The universe grows, and the universe cools.",
    "campus": "The university opened. A university, and more universities.",
    "jet": "Boeing took orders for jets. Analysts say Boeing may take more.",
    "rates": "The BoE held rates, and the BoE governor spoke.",
    "bank": "Citi will cut staff, and Citi said so twice.",
    "town": "The city council met; other cities sent guests.",
    "shop": "Shares of Lowe's fell as Lowe’s closed shops.",
    "tide": "The low tide came lower than the lowest.",
    "ward": "Doctors treat AIDS in the north, and AIDS in the south.",
    "relief": "Relief workers aid the towns.",
    "heir": "Prince William met the choir, and William sang.",
    "singer": "Mr Williams met the choir, and Williams sang.",
    "agency": "The WHO warned of fever, the WHO said.",
    "inquest": "The man who fell was the one who spoke.",
    "vote": "Ministers said the elections were free.",
    "poll": "An election is due.",
    "arms": "They sold arms.",
    "arm": "She broke an arm.",
    "fund": "The hedge fund lost money, and other hedge funds won.",
    "funds": "Hedge funds lost money. A fund manager left; a hedge was cut.",
    "end": "Hedge funds won. The fund was a hedge",
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder: Path = tmp_path_factory.mktemp("forms") / "index"
    return archive(folder, *(document(name, text) for name, text in TEXTS.items()))


def found(searcher: Searcher, q: str) -> list[str]:
    result = searcher.search(SearchRequest(q))
    return [] if result.relaxed else [hit.document.article.id for hit in result.hits]


def test_the_form_that_was_typed_ranks_first(searcher: Searcher) -> None:
    assert found(searcher, "universe") == ["cosmos", "campus"]
    assert found(searcher, "universities") == ["campus", "cosmos"]


@pytest.mark.parametrize(
    ("q", "ids"),
    [
        ('"universe"', {"cosmos"}),
        ("=universe", {"cosmos"}),
        ('"arms"', {"arms"}),
        ("=arm", {"arm"}),
        ('="an election"', {"poll"}),
        ('="an elections"', set()),
        ('"an elections"', {"poll"}),
        ('"hedge fund"', {"fund", "funds", "end"}),
        ('="hedge fund"', {"fund"}),
        ('="hedge funds"', {"fund", "funds", "end"}),
        ('="fund hedge"', set()),
        ('="hedge fund" -money', set()),
    ],
)
def test_a_form_is_asked_for(searcher: Searcher, q: str, ids: set[str]) -> None:
    assert set(found(searcher, q)) == ids


@pytest.mark.parametrize(
    ("q", "ids"),
    [
        ("Boeing", {"jet"}),
        ("BoE", {"rates"}),
        ("Citi", {"bank"}),
        ("city", {"town"}),
        ("cities", {"town"}),
        ("Lowe's", {"shop"}),
        ("Lowes", {"shop"}),
        ("low", {"tide"}),
        ("AIDS", {"ward"}),
        ("Williams", {"singer"}),
        ("William", {"heir"}),
        ("election", {"poll", "vote"}),
        ("Elections", {"poll", "vote"}),
    ],
)
def test_names_are_no_words_with_the_same_stem(searcher: Searcher, q: str, ids: set[str]) -> None:
    assert set(found(searcher, q)) == ids


def test_an_acronym_in_capitals_is_first_and_small_letters_find_it_too(searcher: Searcher) -> None:
    assert found(searcher, "WHO")[0] == found(searcher, '"WHO"')[0] == found(searcher, "=WHO")[0] == "agency"
    assert set(found(searcher, "WHO")) <= set(found(searcher, "who"))
    assert set(found(searcher, "Boeing")) <= set(found(searcher, "boeing"))


def test_a_name_that_only_begins_sentences_is_a_name_in_small_letters_too(tmp_path: Path) -> None:
    jet = document("jet", "Boeing took orders. Boeing may take more.")
    searcher = archive(tmp_path, jet, document("rates", "Rates are for the BoE to hold, and the BoE governor spoke."))
    assert found(searcher, "boeing") == ["jet"]
    assert found(searcher, "boe") == ["rates"]


def test_a_form_that_is_asked_for_is_marked_alone(tmp_path: Path) -> None:
    text = "The hedge fund rose as other hedge funds fell. Arms of the fund sold arms to an arm of it."
    searcher = archive(tmp_path, document("one", text, title="Arms and an arm"))
    assert marked(searcher, '="hedge fund"') == ["hedge fund"]
    assert marked(searcher, '"hedge fund"') == ["hedge fund", "hedge funds"]
    assert marked(searcher, '"arms"') == ["Arms", "Arms", "arms"]
    assert marked(searcher, "=arm") == ["arm", "arm"]


def marked(searcher: Searcher, q: str) -> list[str]:
    [hit] = searcher.search(SearchRequest(q)).hits
    return [piece.text[start:end] for piece in (hit.title, *hit.snippets) for start, end in piece.highlights]
