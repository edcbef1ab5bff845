"""How a story changed: versions in the order of their dates, each with the words that another has not."""

import random
from itertools import pairwise

import pytest

from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from index.analysis.analyzer import TOKENIZER
from search.lineage.word_diff import word_diff, words_of
from search.searcher import NoSuchArticle, Searcher
from search.types.lineage import Against, Change, Kind
from tests.archive import archive

SENTENCES = (
    "Ministers of nine nations met in the harbour town on Monday to speak about the coalition and its future.",
    "The chairman said that nobody would leave before the winter, and that two ships had been promised.",
    "Fishermen watched the meeting from the quay, where the price of cod had fallen by a third since the spring.",
    "A second round of talks is to be held in the capital next month, behind closed doors, officials added.",
    "Reporters were led to a hall without windows; the delegations came by the other door.",
)


def compared(before: str, after: str) -> list[Change]:
    return word_diff(*(words_of(text, list(TOKENIZER.span_tokenize(text))) for text in (before, after)))


def told(changes: list[Change]) -> str:
    marks = {Kind.SAME: "{}", Kind.ADDED: "+{}+", Kind.REMOVED: "-{}-"}
    return " ".join(marks[each.kind].format(each.text.strip()) for each in changes)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Troops leave on Monday.", "Troops left on Monday.", "Troops -leave- +left+ on Monday."),
        ("Nobody said so.", "Nobody said so. He did.", "Nobody said so. +He did.+"),
        ("“So,” he said – twice.", '"So," he   said - twice.', '"So," he   said - twice.'),
        ("首相は東京で", "首相は大阪で", "首相は -東京- +大阪+ で"),
        ("", "All new.", "+All new.+"),
        ("Gone.", "", "-Gone.-"),
        ("", "", ""),
        ("one two of six five", "four nine of ten two", "-one two of six five- +four nine of ten two+"),
    ],
)  # fmt: skip
def test_words_are_told_apart_as_a_reader_would(before: str, after: str, shown: str) -> None:
    assert told(compared(before, after)) == shown


def test_both_texts_can_be_read_from_their_changes() -> None:
    chance = random.Random(3)  # noqa: S311
    words = " ".join(SENTENCES).split(" ")
    for _ in range(60):
        before = " ".join(chance.choices(words, k=chance.randrange(80)))
        kept = [word for word in before.split(" ") if chance.random() > 0.2]
        after = " ".join(chance.choice([word, word, word, f"{word}. New\n\n{word}"]) for word in kept)
        changes = compared(before, after)
        texts = ["".join(each.text for each in changes if each.kind is not gone) for gone in (Kind.REMOVED, Kind.ADDED)]
        assert texts[0].split() == after.split()
        assert texts[1].split() == before.split()
        assert all(one.kind is not other.kind for one, other in pairwise(changes))


def test_what_would_take_too_long_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.lineage.word_diff._MOST", 10)
    assert told(compared("cod " * 20, "cod " * 21)).count("-") == 2


def version(name: str, text: str, date: PartialDate, title: str = "Ministers meet") -> Document:
    return Document(Article(name, title, text, source="wire"), (), (), date)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    story = " ".join(SENTENCES)
    stated = Basis.STATED
    return archive(
        tmp_path_factory.mktemp("story"),
        version("c/third.txt", story.replace("two ships", "three ships"), PartialDate(2019, 4, 10, stated)),
        version("a/undated.txt", story.replace("Monday", "Tuesday"), PartialDate()),
        version("b/first", story, PartialDate(2019, 4, 8, stated), "Ministers to meet"),
        version("d/second", f"{story} Nobody answered.", PartialDate(2019, 4, 9, Basis.INFERRED)),
        version("alone", "The price of bread rose in the villages beyond the hills.", PartialDate(2019)),
    )


def test_versions_stand_in_the_order_of_their_dates_each_beside_the_one_before(searcher: Searcher) -> None:
    found = searcher.lineage("c/third.txt")
    ids = [each.document.article.id for each in found.versions]
    assert ids == ["b/first", "d/second", "c/third.txt", "a/undated.txt"]
    assert [each.compared_with for each in found.versions] == [None, "b/first", "d/second", "c/third.txt"]
    assert [(each.added, each.removed) for each in found.versions] == [(0, 0), (2, 0), (1, 3), (2, 2)]
    assert told(list(found.versions[1].title)) == "Ministers -to- meet"
    assert "+three+" in told(list(found.versions[2].text))


def test_versions_may_all_be_compared_with_the_first_and_turned_like_pages(searcher: Searcher) -> None:
    found = searcher.lineage("c/third.txt", Against.FIRST, page=2, per_page=3)
    assert (found.total, [each.place for each in found.versions]) == (4, [4])
    assert found.versions[0].compared_with == "b/first"
    assert "-Monday- +Tuesday+" in told(list(found.versions[0].text))
    assert searcher.lineage("c/third.txt", page=9).versions == []


def test_an_article_without_others_is_its_only_version(searcher: Searcher) -> None:
    found = searcher.lineage("alone")
    assert (found.total, found.versions[0].compared_with) == (1, None)
    with pytest.raises(NoSuchArticle):
        searcher.lineage("nowhere")
