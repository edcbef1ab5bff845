"""The dated articles of an index date its undated ones, whenever there are enough of them."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from corpus.article import Basis, PartialDate
from index.arrays.array_file import Arrays
from index.ingest import redating
from index.ingest.pipeline import refresh
from index.snapshots.integrity import faults
from index.storage.location import NoIndex
from search.searcher import Searcher
from search.types.request import Facet, SearchRequest

SEASONS = {
    2003: "Okafor Lindqvist Marlow",
    2004: "Petrosyan Adeyemi Castell",
    2005: "Vasquez Thornbury Ilves",
    2006: "Brandvold Nakamura Osei",
    2007: "Haverkamp Sissoko Wray",
}
QUESTION = "The mayor {0} met {1} in the council, and {2} spoke of the bridge at length."


def told(year: int, at: int) -> str:
    return QUESTION.format(*SEASONS[year].split()) + f" Report {at} ends here."


def dated(years: Iterable[int], count: int) -> list[str]:
    records = [
        {"id": f"{year}-{at}", "title": f"Council {at}", "text": told(year, at), "published": f"{year}-03-01"}
        for year in years
        for at in range(count)
    ]
    return [json.dumps({**each, "clean": True}) + "\n" for each in records]


def undated(*years: int) -> list[str]:
    return [
        json.dumps({"id": f"asked-{year}", "title": "Council", "text": told(year, 999), "clean": True}) + "\n"
        for year in years
    ]


def dates(index: Path) -> dict[str, PartialDate]:
    asked = (each for each in Searcher(index).matches(SearchRequest()) if each.article.id.startswith("asked"))
    return {each.article.id: each.published for each in sorted(asked, key=lambda each: each.article.id)}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


def test_undated_articles_are_dated_by_the_dated_ones_beside_them(news: Path, index: Path) -> None:
    (news / "asked.jsonl").write_text("".join(undated(2003, 2005)))
    refresh(index, [news])
    assert {each.basis for each in dates(index).values()} == {Basis.UNKNOWN}
    (news / "told.jsonl").write_text("".join(dated(SEASONS, 100)))
    assert refresh(index).redated == 2
    found = dates(index)
    assert [(each.iso, each.basis) for each in found.values()] == [("2003", Basis.INFERRED), ("2005", Basis.INFERRED)]
    assert "in this index" in found["asked-2003"].evidence
    assert Searcher(index).search(SearchRequest(filters={Facet.YEAR: ("2003",)})).total == 101
    assert Searcher(index).search(SearchRequest(filters={Facet.YEAR: ("unknown",)})).total == 0
    assert list(faults(index)) == []
    summary = refresh(index)
    assert (summary.redated, summary.unchanged) == (0, 502)


def test_what_is_damaged_goes_into_no_new_segment(news: Path, index: Path) -> None:
    (news / "asked.jsonl").write_text("".join(undated(2003, 2005)))
    refresh(index, [news])
    [path] = index.glob("MAIN_*.arrays")
    begin, size = Arrays(path).place("fingerprint.bytes")
    content = bytearray(path.read_bytes())
    content[begin + size - 1] ^= 1
    path.write_bytes(content)
    (news / "told.jsonl").write_text("".join(dated(SEASONS, 100)))
    with pytest.raises(NoIndex, match=r"damaged in its array fingerprint\.bytes"):
        refresh(index)
    assert list(faults(index))


def test_new_articles_are_dated_by_what_was_learned_and_all_when_more_is_learned(news: Path, index: Path) -> None:
    (news / "told.jsonl").write_text("".join(dated([2003, 2004, 2006, 2007], 60)))
    (news / "asked.jsonl").write_text("".join(undated(2003)))
    refresh(index, [news])
    generation = Searcher(index).generation
    (news / "later.jsonl").write_text("".join(undated(2004, 2005)))
    assert refresh(index).redated == 0
    assert Searcher(index).generation != generation
    assert {name: each.year for name, each in dates(index).items()}["asked-2004"] == 2004
    assert dates(index)["asked-2005"].year != 2005
    (news / "more.jsonl").write_text("".join(dated([2005], 80)))
    assert refresh(index).redated == 1
    assert [each.year for each in dates(index).values()] == [2003, 2004, 2005]


def test_what_the_witnesses_told_goes_with_them(news: Path, index: Path) -> None:
    (news / "told.jsonl").write_text("".join(dated(SEASONS, 100)))
    (news / "asked.jsonl").write_text("".join(undated(2003)))
    refresh(index, [news])
    (news / "told.jsonl").write_text("".join(dated(SEASONS, 10)))
    assert refresh(index).redated == 1
    assert dates(index)["asked-2003"] == PartialDate()


def test_a_run_killed_before_its_articles_were_dated_is_made_good_by_the_next(
    news: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "told.jsonl").write_text("".join(dated(SEASONS, 100)))
    (news / "asked.jsonl").write_text("".join(undated(*SEASONS)))
    with monkeypatch.context() as patched:
        patched.setattr(redating, "learned", interrupted)
        with pytest.raises(KeyboardInterrupt):
            refresh(index, [news])
    assert {each.basis for each in dates(index).values()} == {Basis.UNKNOWN}
    assert refresh(index).redated == 5
    undisturbed = index.with_name("undisturbed")
    refresh(undisturbed, [news])
    assert dates(index) == dates(undisturbed)


def interrupted(_segments: object) -> None:
    raise KeyboardInterrupt


def test_a_rebuild_dates_as_the_first_build_did_and_annotates_nothing_twice(
    news: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "told.jsonl").write_text("".join(dated(SEASONS, 100)))
    (news / "asked.jsonl").write_text("".join(undated(*SEASONS)))
    refresh(index, [news])
    before, generation = dates(index), Searcher(index).generation

    def derived_again(articles: list[object]) -> list[object]:
        assert articles == [], "annotated again"
        return []

    monkeypatch.setattr("corpus.enrichment.annotation._derived", derived_again)
    assert refresh(index, [news], rebuild=True).indexed == 505
    assert Searcher(index).generation != generation
    assert dates(index) == before


def test_a_model_that_was_damaged_is_learned_anew(news: Path, index: Path) -> None:
    (news / "told.jsonl").write_text("".join(dated(SEASONS, 100)))
    (news / "asked.jsonl").write_text("".join(undated(*SEASONS)))
    refresh(index, [news])
    kept = (index / "year_classifier").read_bytes()
    (index / "year_classifier").write_bytes(kept[:-9])
    refresh(index)
    assert (index / "year_classifier").read_bytes() == kept


def test_a_date_that_was_given_as_inferred_stays_as_it_was_given(news: Path, index: Path) -> None:
    given = {"published": "1999", "published_basis": "inferred", "published_evidence": "a librarian"}
    record = {"id": "asked", "title": "Council", "text": told(2003, 1), "clean": True, **given}
    (news / "asked.jsonl").write_text(json.dumps(record) + "\n")
    (news / "told.jsonl").write_text("".join([*dated(SEASONS, 100), *undated(2004)]))
    assert refresh(index, [news]).redated == 1
    assert dates(index)["asked"] == PartialDate(1999, basis=Basis.INFERRED, evidence="a librarian")


def test_witnesses_of_other_years_are_heard_anew_though_they_are_as_many(news: Path, index: Path) -> None:
    (news / "told.jsonl").write_text("".join(dated([2003, 2004, 2005, 2006], 80)))
    (news / "asked.jsonl").write_text("".join(undated(2003, 2007)))
    refresh(index, [news])
    assert dates(index)["asked-2003"].year == 2003
    (news / "told.jsonl").write_text("".join(dated([2004, 2005, 2006, 2007], 80)))
    refresh(index)
    found = dates(index)
    refresh(index, rebuild=True)
    assert found == dates(index)
    assert (found["asked-2003"].year != 2003, found["asked-2007"].year) == (True, 2007)
