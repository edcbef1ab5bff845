"""Lines that stand in many articles of a publication are page furniture; what articles say is not."""

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction.boilerplate.plain_text import cleaned
from corpus.extraction.boilerplate.repeated_lines import SAMPLE, Repeated, Sample, digest
from index.ingest.pipeline import refresh
from index.snapshots.integrity import faults
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.index.test_indexing import age

HEAD = ["The Harbour Post Weekender", "Our paper is made by its readers and by nobody else in this town."]
FOOT = ["Founded by pilots in 1902", "The opinions of our columnists are their own and bind no one else."]
PLACES = ("harbour", "market", "bridge", "lock", "tower", "mill", "quay", "church", "school", "station")


def story(number: int) -> list[str]:
    """An article that shares no line with another one."""
    at = PLACES[number % 10]
    return [
        f"Council talks about {at} number {number}",
        f"The council of the town talked on Monday for {number} hours about the {at} and its costs.",
        f"A mason who has worked at the {at} for {number + 3} years said that its stones are older than the town.",
        f"Nobody knows who will pay the {number + 7} crowns that the repair of the {at} takes each year.",
    ]


def page(number: int) -> str:
    return "\n\n".join([*HEAD, *story(number), *FOOT])


def sample(texts: Iterable[str]) -> Sample:
    made = Sample()
    for number, text in enumerate(texts):
        made.add(digest(f"{number}"), text)
    return made


def texts(index: Path) -> dict[str, str]:
    return {each.article.id: each.article.text for each in Searcher(index).matches(SearchRequest())}


def test_what_every_page_has_is_furniture_and_what_one_has_is_not() -> None:
    repeated = sample(map(page, range(100))).repeated().of(page(3))
    assert {*repeated} == {*HEAD, *FOOT}
    draft = cleaned(page(3), None, repeated)
    assert (draft.title, draft.text.split("\n\n")) == (story(3)[0], story(3)[1:])
    assert draft.removed == (*HEAD, *FOOT)


def test_copies_and_versions_of_an_article_are_no_furniture() -> None:
    assert sample(["\n\n".join(story(1))] * 30).repeated() == Repeated()
    versions = ["\n\n".join([*story(1), f"It was {hour} o'clock when the council went on."]) for hour in range(30)]
    repeated = sample(versions).repeated().of(versions[0])
    assert {*repeated} == {*story(1)}, "they look like furniture,"
    for line in story(1)[1:]:
        assert line in cleaned(versions[0], None, repeated).text, "and stay"


def test_a_sentence_within_the_article_stays_however_often_it_is_printed() -> None:
    background = "The town has been without a mayor since the last one left it in the spring."
    pages = ["\n\n".join([*story(at)[:2], background, *story(at)[2:]]) for at in range(40)]
    repeated = sample(pages).repeated().of(pages[5])
    assert repeated == {background: False}
    assert background in cleaned(pages[5], None, repeated).text


@given(st.permutations(range(60)), st.sets(st.integers(0, 59), max_size=5))
def test_a_sample_does_not_depend_on_the_order_of_articles_nor_on_what_came_twice(
    order: list[int], again: set[int]
) -> None:
    one, other = Sample(), Sample()
    for number in range(60):
        one.add(digest(f"{number}"), f"Line\n{number}")
    for number in (*order, *again):
        other.add(digest(f"{number}"), f"Line\n{number}")
    assert (one.articles, one.limit, len(one.articles)) == (other.articles, other.limit, SAMPLE)


def write(folder: Path, numbers: Iterable[int]) -> None:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(page(number), encoding="utf-8")
        age(folder / f"{number}.txt")


def test_an_index_does_not_depend_on_how_its_articles_came(tmp_path: Path) -> None:
    folder, steps, whole = tmp_path / "post", tmp_path / "steps", tmp_path / "whole"
    numbers = random.Random(5).sample(range(40), 40)  # noqa: S311 - no secret
    write(folder, numbers[:6])
    refresh(steps, [folder])
    assert HEAD[1] in texts(steps)[f"{numbers[0]}.txt"], "six pages tell nothing yet"
    write(folder, numbers[6:35])
    second = refresh(steps)
    assert (second.indexed, second.unchanged) == (35, 0), "those that were indexed before are read again"
    write(folder, numbers[35:])
    third = refresh(steps)
    assert (third.indexed, third.unchanged) == (5, 35)
    refresh(whole, [folder])
    assert texts(steps) == texts(whole)
    assert texts(whole)[f"{numbers[0]}.txt"].split("\n\n") == story(numbers[0])[1:]
    assert list(faults(steps)) == []


def test_what_is_gone_does_not_count_for_ever(tmp_path: Path, index: Path) -> None:
    folder = tmp_path / "post"
    write(folder, range(40))
    refresh(index, [folder])
    for number in range(6, 40):
        (folder / f"{number}.txt").unlink()
    summary = refresh(index)
    assert (summary.indexed, summary.removed) == (6, 34)
    assert HEAD[1] in texts(index)["3.txt"]
    assert refresh(index).unchanged == 6


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.99])
def test_samples_that_are_damaged_are_taken_anew(tmp_path: Path, index: Path, kept: float) -> None:
    write(tmp_path / "post", range(12))
    refresh(index, [tmp_path / "post"])
    before, whole = texts(index), (index / "boilerplate_samples.npz").read_bytes()
    (index / "boilerplate_samples.npz").write_bytes(whole[: int(len(whole) * kept)])
    assert refresh(index).unchanged == 12
    assert (index / "boilerplate_samples.npz").stat().st_size == len(whole)
    assert texts(index) == before


@pytest.mark.parametrize(
    "moment", ["index.ingest.ledger.Ledger.missing", "index.ingest.boilerplate_samples.BoilerplateSamples.save"]
)
def test_a_killed_run_leaves_no_trace_of_articles_that_went(
    tmp_path: Path, index: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "post"
    write(folder, range(9))
    refresh(index, [folder])
    before = texts(index)
    write(folder, range(9, 30))
    with monkeypatch.context() as patched:
        patched.setattr("index.ingest.loader._CHECKPOINT", -1)
        patched.setattr(moment, killed)
        with pytest.raises(KeyboardInterrupt):
            refresh(index, [folder])
    assert texts(index)["3.txt"] != before["3.txt"]
    for number in range(9, 30):
        (folder / f"{number}.txt").unlink()
    refresh(index)
    assert texts(index) == before


def killed(*_: object) -> None:
    raise KeyboardInterrupt
