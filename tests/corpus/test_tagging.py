"""The trained tagger: its tokens, its best paths against all paths, its model on disk, what holds of its names."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article, EntityType
from corpus.enrichment.annotation import annotate, annotate_all
from corpus.enrichment.tagging import word_ids
from corpus.enrichment.tagging.acronyms import acronyms_of
from corpus.enrichment.tagging.decoding import best_labels, best_paths
from corpus.enrichment.tagging.features import Features
from corpus.enrichment.tagging.model import TaggerModel
from corpus.enrichment.tagging.tagged_article import page_of
from corpus.enrichment.tagging.tagger import _model
from corpus.enrichment.tagging.tokens import stretches_of, tokens_of
from corpus.enrichment.tagging.word_features import spelled

LABELS = ["B-P", "L-P", "O", "U-P"]
WEIGHTS = np.zeros((1, 4), np.float32)


def model(transitions: list[list[int]]) -> TaggerModel:
    return TaggerModel.of(LABELS, ["0wiraq"], WEIGHTS, np.array(transitions, np.float32))


def names(text: str) -> list[tuple[str, str]]:
    return [(entity.name, entity.type.value) for entity in annotate(Article("a", "", text)).entities]


whole = st.integers(-5, 5)
matrices = st.lists(st.lists(whole, min_size=4, max_size=4), min_size=4, max_size=4)
stretches = st.lists(st.lists(st.lists(whole, min_size=4, max_size=4), min_size=1, max_size=4), min_size=1, max_size=4)


@settings(deadline=None)
@given(matrices, stretches)
def test_no_path_is_better_than_the_best(transitions: list[list[int]], scores: list[list[list[int]]]) -> None:
    crf = model(transitions)
    flat = np.array([row for stretch in scores for row in stretch], np.float32)
    path = best_paths(flat, list(map(len, scores)), crf)
    at = 0
    for stretch in scores:
        found = path[at : at + len(stretch)]
        at += len(stretch)
        assert worth(crf, stretch, found) == max(
            worth(crf, stretch, list(each)) for each in product(range(4), repeat=len(stretch))
        )


@settings(deadline=None)
@given(matrices, stretches, st.integers(0, 2**16 - 1))
def test_what_stands_outside_names_parts_a_stretch_and_changes_no_path(
    transitions: list[list[int]], scores: list[list[list[int]]], told: int
) -> None:
    crf = model(transitions)
    flat = np.array([row for stretch in scores for row in stretch], np.float32)
    outside = np.array([told >> place & 1 for place in range(len(flat))], np.bool_)
    path = best_labels(flat, list(map(len, scores)), outside, crf)
    at = 0
    for stretch in scores:
        found, forced = path[at : at + len(stretch)], outside[at : at + len(stretch)]
        at += len(stretch)
        allowed = [[2] if each else range(4) for each in forced]
        bare = [[0] * 4 if each else row for row, each in zip(stretch, forced, strict=True)]
        assert all(label == 2 for label, each in zip(found, forced, strict=True) if each)
        assert worth(crf, bare, found) == max(worth(crf, bare, list(each)) for each in product(*allowed))


def worth(crf: TaggerModel, stretch: list[list[int]], path: list[int]) -> float:
    steps = sum(float(crf.transitions[one, other]) for one, other in pairwise(path))
    ends = float(crf.beginnings[path[0]]) + float(crf.ends[path[-1]])
    return steps + ends + sum(row[label] for row, label in zip(stretch, path, strict=True))


def test_a_model_comes_back_from_its_file(tmp_path: Path) -> None:
    crf = TaggerModel.of(
        LABELS, ["0wiraq", "Bin Iraq"], np.array([[1, -2, 0, 3]] * 2, np.float32), np.ones((4, 4), np.float32)
    )
    crf.save(tmp_path / "model.npz")
    back = TaggerModel.load(tmp_path / "model.npz")
    assert (back.labels, back.rows) == (LABELS, {"0wiraq": 1, "Bin Iraq": 2})
    assert np.abs(back.weights - crf.weights).max() < 0.001
    assert (back.transitions == crf.transitions).all()


def test_names_can_stand_only_near_capitals_of_one_line() -> None:
    tokens = tokens_of("we all saw Tsai Ing-wen there and left at once\nPeru waits")
    assert [[tokens.words[at] for at in stretch] for stretch in stretches_of(tokens)] == [
        ["all", "saw", "Tsai", "Ing", "-", "wen", "there"],
        ["at", "once"],
        ["Peru", "waits"],
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The Food and Agriculture Organization (FAO) met.", "Food and Agriculture Organization"),
        ("The Ministry of Health (MoH) met.", None),
        ("The Global Fund (GF) met.", "Global Fund"),
        ("He left (USA).", None),
    ],
)
def test_what_an_acronym_stands_for_is_read_backwards(text: str, meant: str | None) -> None:
    tokens = tokens_of(text)
    found = [" ".join(tokens.words[first : last + 1]) for first, last in acronyms_of(tokens).meant.values()]
    assert found == ([meant] if meant else [])


def test_an_article_is_tagged_the_same_whatever_came_before_and_stands_beside() -> None:
    texts = [f"President Zelda Quimby{number} met envoys in Lima{number}." for number in range(40)]
    texts[7:7] = ["", "nothing here", "|", "Zelda-"]
    alone = [names(text) for text in texts]
    assert alone == [names(text) for text in reversed(texts)][::-1]
    articles = [Article(str(number), "", text) for number, text in enumerate(texts)]
    together = annotate_all(articles, None, [None] * len(articles))
    assert [[(entity.name, entity.type.value) for entity in each.entities] for each in together] == alone


def test_words_that_are_let_go_are_learned_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zorblax Holdings said its chairman Quentin Abernaty arrived in Mbwindi on Monday."
    before = names(text)
    monkeypatch.setattr(word_ids, "_MOST", 0)
    assert names("Quimby Textiles hired Mr. Fonseca Tembo in Wuppertal.") == names(
        "Quimby Textiles hired Mr. Fonseca Tembo in Wuppertal."
    )
    assert names(text) == before


words = st.sampled_from(["Iraq", "of", "_", "___", ">", "/", "-", "a", "’s", "Food", "(", "FAO", ")", "\n", "ern", "."])


@settings(deadline=None)
@given(st.lists(st.lists(words, max_size=12).map(" ".join), min_size=1, max_size=3))
def test_a_token_scores_what_its_features_weigh(texts: list[str]) -> None:
    crf, scorer = _model()
    found = Features([page_of(text, [], []) for text in texts], scorer.symbols)
    expected = np.zeros((found.count, len(crf.labels)), np.float32)
    for kind, tokens, parts in found.columns(found.places):
        for place, token in enumerate(tokens.tolist()):
            for name in spelled(kind, [scorer.symbols.strings[part[place]] for part in parts]):
                expected[token] += crf.weights[crf.rows.get(name, 0)]
    scores = scorer.scores(found.columns(found.places), found.places, found.count)
    assert np.abs(scores - expected).max(initial=0) < 1e-4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Photo by\n\nZELDA QUIMBY", []),
        ("ZELDA QUIMBY SPEAKS\n\nZelda Quimby spoke in Iraq on Monday.", ["Zelda Quimby", "Iraq"]),
        ("Envoys of Iraq, Syria and Iran met on Friday.", ["Iraq", "Syria", "Iran"]),
        ("Troops left northern Syria in December.", ["Syria"]),
        ("President Tsai Ing-wen spoke to reporters.", ["Tsai Ing-wen"]),
        ("LAGOS (Example Wire) - Nigerians voted in May.", ["Lagos"]),
    ],
)
def test_what_holds_whatever_the_tagger_says(text: str, expected: list[str]) -> None:
    assert [name for name, _ in names(text)] == expected


def test_names_unseen_in_training_are_typed_by_what_stands_around_them() -> None:
    found = dict(names("Zorblax Holdings said its chairman Quentin Abernaty arrived in Mbwindi on Monday."))
    assert found == {
        "Zorblax Holdings": EntityType.ORGANIZATION.value,
        "Quentin Abernaty": EntityType.PERSON.value,
        "Mbwindi": EntityType.PLACE.value,
    }
