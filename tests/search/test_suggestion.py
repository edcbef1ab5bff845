"""Did you mean: what is proposed for words that the collection does not have, and that nothing is for those it has."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sample import SAMPLE
from index.analysis.edit_distance import distances
from index.ingest.pipeline import refresh
from index.snapshots.word_forms import FormCounts, WordForms
from search.searcher import Searcher
from search.suggest.correction import MAX_WORDS
from search.types.request import SearchRequest
from tests.archive import archive, document
from tests.newsroom import NEWSROOM, browse, visit


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    text = (
        "Patrick Shanahan said that the coalition in Syria holds. The White House welcomed Erdoğan on the Straße, "
        "and journalists wrote of a ceasefire. Переговоры прошли в Женеве."
    )
    return archive(tmp_path_factory.mktemp("words"), document("one", text, source="herald.example"))


@pytest.mark.parametrize("sign", ["ﬃ", "\ufdfa", "x"])
def test_what_is_longer_than_any_word_is_not_put_right(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    counted = []

    def counts(_: WordForms, form: str) -> FormCounts:
        counted.append(form)
        return FormCounts(0, 0, 0, 0)

    monkeypatch.setattr(WordForms, "counts", counts)
    result = searcher.search(SearchRequest(q=sign * 4_000))
    assert (result.total, result.suggestion, len(counted) < 20) == (0, None, True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Shanahn", "Shanahan"),
        ("coaliton syria", "coalition syria"),
        ("SYRAI", "SYRIA"),
        ('"coaliton in Syria" Shanahn', '"coalition in Syria" Shanahan'),
        ("title:coaliton OR (syira)", "title:coalition OR (syria)"),
        ("Erdogn", "Erdogan"),
        ("Erdoğn", "Erdogan"),
        ("jornalsts", "journalists"),
        ("ceasef", "ceasefire"),
        ("Переговори", "Переговоры"),
        ("source:herald.example coaliton", "source:herald.example coalition"),
        ("<b>coaliton</b>", "coalition"),
        ("wc>100 and coaliton syria", "coalition syria"),
    ],
)
def test_a_misspelt_word_is_put_right(searcher: Searcher, typed: str, meant: str) -> None:
    assert searcher.search(SearchRequest(q=typed)).suggestion == meant


def test_a_word_of_another_language_with_the_same_stem_does_not_make_it_right(tmp_path: Path) -> None:
    french = document("loi", "Le Parlement a voté la loi.")
    searcher = archive(
        tmp_path,
        document("law", "Parliament passed the law."),
        replace(french, article=replace(french.article, language="fr")),
    )
    assert searcher.search(SearchRequest("parliment law")).suggestion == "parliament law"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Shanahan",
        "shanahan's",
        "white house",
        "coalitions",
        "coalit*",
        "Shanahn~",
        "xylophone",
        "2014",
        "entity:Shanahn",
        "whitehouse",  # its other spellings are searched anyway
        "cease fire",
        "coal ition",
        "strase",
        "source:herld.example coaliton",  # nothing is found so either
        "coalition -Shanahn",  # fewer would be found
    ],
)
def test_nothing_is_proposed_for_what_is_right_or_like_nothing(searcher: Searcher, typed: str) -> None:
    assert searcher.search(SearchRequest(q=typed)).suggestion is None


def test_no_query_of_the_sample_corpus_own_words_gets_a_suggestion(tmp_path: Path) -> None:
    refresh(tmp_path / "index", [SAMPLE])
    searcher = Searcher(tmp_path / "index")
    texts = [each.article.text + " " + each.article.title for each in searcher.matches(SearchRequest())]
    words = sorted({word for text in texts for word in text.split()})
    chance = random.Random(6)  # noqa: S311 - no secret
    for _ in range(400):
        typed = " ".join(chance.sample(words, chance.randint(1, MAX_WORDS // 2)))
        assert searcher.search(SearchRequest(q=typed, per_page=1)).suggestion is None, typed


def test_a_rare_spelling_is_doubted_only_beside_a_far_more_frequent_one(tmp_path: Path) -> None:
    once = document("a", "goverment " + "government " * 1500 + "minister " * 20 + "minster")
    searcher = archive(tmp_path, once, document("b", "The government and the minister."))
    assert searcher.search(SearchRequest(q="goverment")).suggestion == "government"
    assert searcher.search(SearchRequest(q="minster")).suggestion is None


def test_a_word_that_is_right_elsewhere_is_doubted_beside_its_neighbours(tmp_path: Path) -> None:
    bank = [document(f"bank{number}", "Goldman Sachs raised its forecast.") for number in range(12)]
    searcher = archive(tmp_path, *bank, document("sacks", "The troops left sacks of rice."))
    assert searcher.search(SearchRequest(q="Goldman Sacks")).suggestion == "Goldman Sachs"
    assert searcher.search(SearchRequest(q='"Goldman Sacks" -rice')).suggestion == '"Goldman Sachs" -rice'
    assert searcher.search(SearchRequest(q="sacks rice")).suggestion is None
    assert searcher.search(SearchRequest(q="Goldman rice")).suggestion is None


def test_a_word_of_grammar_is_not_proposed_for_one_that_tells(tmp_path: Path) -> None:
    houses = [document(f"house{number}", "The White House spoke with them of a tier.") for number in range(3)]
    searcher = archive(tmp_path, *houses, *(document(f"with{n}", "They left with their cake. " * 20) for n in range(9)))
    assert searcher.search(SearchRequest(q="whit house")).suggestion == "white house"
    assert searcher.search(SearchRequest(q="thme")).suggestion is None
    assert searcher.search(SearchRequest(q="spoke thme")).suggestion == "spoke them"
    assert searcher.search(SearchRequest(q="thier tier")).suggestion == "their tier"


@pytest.mark.parametrize("typed", ["Shanahn", "coaliton syria", '"coaliton in Syria" Shanahn', "syrai -war"])
def test_a_suggestion_finds_more_than_what_was_typed(searcher: Searcher, typed: str) -> None:
    result = searcher.search(SearchRequest(q=typed))
    assert result.suggestion
    meant = searcher.search(SearchRequest(q=result.suggestion))
    assert (not meant.relaxed, meant.total) > (not result.relaxed, result.total)


def test_the_page_offers_the_search_that_was_meant(tmp_path: Path) -> None:
    client = browse(tmp_path, *NEWSROOM)
    page = visit(client, "/?q=coaliton&country=SY")
    assert page.links["coalition"] == "/?q=coalition&country=SY"
    assert client.get("/api/search?q=coaliton").get_json()["suggestion"] == "coalition"


words = st.text("abc", min_size=1, max_size=6)


@given(word=words, others=st.lists(words, min_size=1, max_size=5))
def test_distances_are_those_of_the_textbook(word: str, others: list[str]) -> None:
    assert distances(word, others).tolist() == [textbook(word, other) for other in others]


def textbook(one: str, other: str) -> int:
    table = np.zeros((len(one) + 1, len(other) + 1), np.int64)
    table[:, 0], table[0, :] = range(len(one) + 1), range(len(other) + 1)
    for i, a in enumerate(one, 1):
        for j, b in enumerate(other, 1):
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a != b))
            if i > 1 and j > 1 and (one[i - 2], a) == (b, other[j - 2]):
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return int(table[-1, -1])
