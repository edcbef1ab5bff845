"""In which year was an undated article published? By its text and the tables, and by the dated articles of an index."""

import json
from datetime import date as day
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main
from corpus.article import Article, Basis
from corpus.enrichment.dating import YearClassifier, infer

HARVESTS = {2009: "Brandt", 2010: "Okafor", 2011: "Lindholm", 2012: "Marchetti"}
"""Who was minister of a country that no table knows."""


def year(text: str, witnesses: YearClassifier | None = None) -> int | None:
    date = infer(Article("a", "", text), witnesses)
    return date.year if date else None


def harvest(season: int, number: int) -> str:
    return (
        f"Farm Minister {HARVESTS[season]} opened barn {number} in Norholm and praised the barley of village {number}."
    )


@pytest.fixture(scope="module")
def witnesses() -> YearClassifier:
    model = YearClassifier.train([(harvest(season, number), season) for number in range(100) for season in HARVESTS])
    assert model is not None
    return model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acting Defense Secretary Patrick Shanahan and President Donald Trump met the generals.", 2019),
        ("Prime Minister Liz Truss spoke to reporters.", 2022),
        ("Prime Minister Boris Johnson and President Barack Obama will never have met in office.", None),
        ("President Barack Obama spoke to reporters.", None),
        ("Former Prime Minister Liz Truss spoke to reporters.", None),
        ("President Donald Trump and Joe Biden argued over the pandemic and its stay-at-home orders.", 2020),
        ("Joe Biden, who wants to become president, spoke of stay-at-home orders.", None),
        ("The harvest was good, farmers said.", None),
    ],
)
def test_offices_tell_a_year_or_nothing(text: str, expected: int | None) -> None:
    assert year(text) == expected


def test_evidence_names_who_held_which_office_when() -> None:
    date = infer(Article("a", "", "Prime Minister Liz Truss spoke to President Joe Biden on the telephone."))
    assert date is not None
    assert (date.iso, date.basis) == ("2022", Basis.INFERRED)
    assert date.evidence.startswith("Liz Truss, Prime Minister (2022)")


def test_a_weekday_with_its_date_tells_the_year_among_few() -> None:
    assert (
        year(
            "Secretary of State John Kerry said on Friday, March 14, that talks go on. Defense Secretary Chuck Hagel "
            "agreed."
        )
        == 2014
    )


def test_witnesses_tell_what_no_table_knows(witnesses: YearClassifier) -> None:
    text = "Farm Minister Lindholm visited a barn in Norholm."
    assert year(text) is None
    date = infer(Article("a", "", text), witnesses)
    assert date is not None
    assert (date.year, date.basis) == (2011, Basis.INFERRED)
    assert "‘Lindholm’" in date.evidence
    assert "stand mostly in articles of 2011 in this index" in date.evidence


def test_witnesses_are_silent_about_what_they_do_not_know(witnesses: YearClassifier) -> None:
    assert witnesses.predict("A quiet day at sea, the captain wrote.") is None
    assert witnesses.predict("") is None


def test_the_order_of_witnesses_does_not_matter() -> None:
    examples = [(harvest(season, number), season) for number in range(60) for season in HARVESTS]
    first, second = YearClassifier.train(examples), YearClassifier.train(reversed(examples))
    assert first is not None
    assert second is not None
    assert first.to_bytes() == second.to_bytes()


def test_no_year_after_the_day_on_which_an_article_was_fetched() -> None:
    text = "Chancellor Angela Merkel spoke on Friday, March 14, beside Secretary of State John Kerry."
    date = infer(Article("a", "", text, captured=day(2014, 12, 31)))
    assert date is not None
    assert date.year == 2014
    assert infer(Article("a", "", text, captured=day(1970, 1, 1))) is None


def test_a_level_of_the_market_tells_the_year() -> None:
    assert year("The Nasdaq Composite dropped 40.56 points, or 0.63 percent, to 6,422.69.") == 2017


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill cost 20.34 billion yuan ($2.68 billion), the quarry 3.5 billion euros ($4.73 billion).", 2007),
        ("The ferries made 94.1 billion won (US$64.9 million) and 2.2 billion yen ($15.1 million).", 2025),
        ("The mill cost 500 million pounds (about $1.03 billion), the quarry C$30.0 million ($31.0 million).", 2007),
        ("A loan of 6 billion euros ($8 billion) was agreed.", None),
        ("The quarry cost 300 million yuan ($1 million), the mill 20 euros ($90).", None),
        ("The baker has 300 customers ($12 each), and 1 van = $3,000.", None),
    ],
)
def test_how_a_text_converts_money_tells_the_year(text: str, expected: int | None) -> None:
    assert year(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth in the 16-nation euro zone slowed, and the 110th Congress had long gone home. TARP ended.", 2009),
        ("Magna wanted Opel; Fritz Henderson, chief executive of GM, met it.", 2009),
        ("Oil from the ship reached the harbour of Norholm at 9/11 Pier Road.", None),
        ("Fewer than 47 percent of the farmers voted.", None),
    ],
)
def test_names_of_their_time_tell_the_year(text: str, expected: int | None) -> None:
    assert year(text) == expected


def test_few_witnesses_are_not_asked() -> None:
    assert YearClassifier.train([(harvest(season, 1), season) for season in HARVESTS]) is None
    assert YearClassifier.train([]) is None


def test_a_model_is_the_same_after_it_was_written_and_read(witnesses: YearClassifier) -> None:
    again = YearClassifier.from_bytes(witnesses.to_bytes())
    text = "Farm Minister Okafor praised the barley."
    first, second = witnesses.predict(text), again.predict(text)
    assert first is not None
    assert second is not None
    assert (second.year, second.evidence) == (first.year, first.evidence)
    assert second.confidence == pytest.approx(first.confidence, abs=0.02)
    assert again.to_bytes() == YearClassifier.from_bytes(again.to_bytes()).to_bytes()


def test_annotate_asks_the_dated_articles_of_an_index(tmp_path: Path) -> None:
    records = [
        {"id": f"{season}-{number}", "text": harvest(season, number), "published": f"{season}-08-01", "clean": True}
        for number in range(60)
        for season in HARVESTS
    ]
    dated, asked, index = tmp_path / "dated.jsonl", tmp_path / "asked.txt", tmp_path / "index"
    dated.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    asked.write_text("Barns\n\nFarm Minister Brandt opened a barn in Norholm on a sunny day.\n", encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(main, ["index", str(dated), "--index", str(index)]).exit_code == 0
    alone = json.loads(runner.invoke(main, ["annotate", str(asked)]).stdout)
    assert (alone["year"], alone["published_basis"]) == (None, "unknown")
    told = json.loads(runner.invoke(main, ["annotate", "--index", str(index), str(asked)]).stdout)
    assert (told["year"], told["published_basis"]) == (2009, "inferred")
    assert "‘Brandt’" in told["published_evidence"]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (
            "Last December President Donald Trump decided to withdraw US forces from Syria, Patrick Shanahan said.",
            [
                "“Last December” beside US decision to leave Syria (2018–2019)",
                "Donald Trump, US President (2017–2021)",
                "Patrick Shanahan, acting US Secretary of Defense (2019)",
            ],
        ),
        (
            "Rick Santorum and Newt Gingrich ran in the primaries on Tuesday, January 10.",
            [
                "“Tuesday, January 10” fits the calendar of the year",
                "“Rick Santorum” (2011–2012)",
                "“Newt Gingrich” (2011–2012)",
            ],
        ),
        (
            "Rick Santorum ran in the 2012 presidential primaries, said Newt Gingrich.",
            ["says “2012 presidential primaries”", "“Rick Santorum” (2011–2012)", "“Newt Gingrich” (2011–2012)"],
        ),
    ],
)
def test_each_piece_of_evidence_is_told_once_in_plain_words(text: str, evidence: list[str]) -> None:
    date = infer(Article("a", "", text))
    assert date is not None
    assert date.evidence.split("; ") == evidence
