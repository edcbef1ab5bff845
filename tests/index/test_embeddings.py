"""Vectors of articles: words cut into pieces, summed, kept with each article through merges, and doubted by a check."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.document import Document
from index.embeddings.embedding_table import WIDTH, EmbeddingTable, embedding_table
from index.embeddings.token_pieces import TokenPieces
from index.embeddings.word_pieces import WordPieces
from index.merging.merge import merge
from index.segments.segment import Segment
from index.segments.segment_builder import SegmentBuilder
from tests.archive import document

PIECES = ["ship", "ya", "##ship", "##rd", "##s", "un", "é", "e", "'", "東", "-"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ship ships", ["ship", "ship", "##s"]),
        ("SHIP-ship", ["ship", "-", "ship"]),
        ("yards", ["ya", "##rd", "##s"]),
        ("e\u0301 É", ["e", "e"]),  # without accents, however they are written
        ("ship東ship", ["ship", "東", "ship"]),
        ("ship\x00s \x85 ya\u200bs", ["ship", "##s", "ya", "##s"]),  # signs that are not seen part no words
        ("unknown ship", ["ship"]),  # what cannot be cut into pieces has none
        ("s" * 101, []),
        ("", []),
    ],
)
def test_words_are_cut_into_the_longest_pieces(text: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in WordPieces(PIECES).split(text)] == pieces


def test_an_article_is_the_sum_of_its_words_the_title_counting_three_times() -> None:
    vectors = np.zeros((2, WIDTH), np.int8)
    vectors[0, 0], vectors[1, 1] = 100, 50
    table = EmbeddingTable(vectors, np.array([1, 2], np.float32), ["ship", "sea"])
    pieces = TokenPieces(table)
    pieces.learn({"Ship": 0, "sea": 2, "nothing": 3}, 5)  # 1 and 4 are words of another language
    titles, texts = np.array([0]), np.array([2, 2, 3, 1, 3, 4])
    article, empty = table.articles(pieces.of(titles, np.array([1, 0])), pieces.of(texts, np.array([4, 2])))
    assert (article[0], article[1]) == (127, round(127 * 200 / 300))
    assert not article[2:].any()
    assert not empty.any()


def test_the_table_that_ships_knows_what_words_mean() -> None:
    def likeness(one: str, other: str) -> float:
        ones, others = (embedding_table().vector([word]) for word in (one, other))
        return float(ones @ others / np.linalg.norm(ones) / np.linalg.norm(others))

    for near, word, far in [("ship", "vessel", "budget"), ("war", "battle", "recipe"), ("doctor", "hospital", "tax")]:
        assert likeness(near, word) > likeness(word, far) + 0.1


def segment(path: Path, *documents: Document) -> Path:
    builder = SegmentBuilder("en")
    for each in documents:
        builder.add(each, "", "")
    builder.write(path, b"")
    return path


def test_a_token_may_have_any_number_of_pieces(tmp_path: Path) -> None:
    assert Segment(segment(tmp_path / "one", document("sums", "1," * 70_000 + "1"))).vectors.any()


def test_merging_keeps_the_vectors_of_the_articles_that_are_left(tmp_path: Path) -> None:
    ship, tax, sea = (document(text, text) for text in ("the ship sank", "a new tax", "the sea is high"))
    german = document("de", "Das Schiff sank")
    german = replace(german, article=replace(german.article, language="de"))
    one = segment(tmp_path / "one", ship, tax, german)
    two = segment(tmp_path / "two", sea)
    merge([(one, np.array([True, False, True])), (two, None)], tmp_path / "both")
    before = [*Segment(one).vectors[[0, 2]], *Segment(two).vectors]
    assert np.array_equal(Segment(tmp_path / "both").vectors, before)
    assert before[0].any()
    assert not before[1].any()  # the table knows English alone
