"""One name for each person, body and place, across articles and within one; never one name for two."""

import tomllib

import pytest

from corpus.article import Article, Entity, EntityType
from corpus.enrichment.aliases.aliases import canonical
from corpus.enrichment.annotation import annotate
from tests.conftest import ROOT
from tests.derived import mentions, named, read

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        (["Bashar Assad", "Bashar Al Asad", "Bashar el-Assad", "al-Assad, Bashar"], "Bashar al-Assad"),
        (["Haidar al-Abadi", "Haydar Abadi", "Haider Al Abadi"], "Haider al-Abadi"),
        (["Moammar Qadhafi", "Muammar el-Kadhafi", "Mu'ammar al-Qaddafi", "Gadhafi"], "Muammar Gaddafi"),
        (["Mohammed Mursi", "Muhammad Morsi"], "Mohamed Morsi"),
        (["Vladimir Zelensky", "Volodymyr Zelenskiy", "Zelensky"], "Volodymyr Zelenskyy"),
        (["Boris Jelzin", "Jelzin", "Boris Eltsin"], "Boris Yeltsin"),
        (["Michail Gorbatschow", "Gorbatschow"], "Mikhail Gorbachev"),
        (["Wolodymyr Selenskyj", "Selenskyj"], "Volodymyr Zelenskyy"),
        (["Usama bin Ladin", "Osama Bin Laden"], "Osama bin Laden"),
        (["Joseph F. Dunford, Jr.", "Joe Dunford"], "Joseph Dunford"),
        (["Zelda J. Quimby", "Zelda Quimby"], "Zelda Quimby"),
        (["Karim Al Quimbar", "Karim Al-Quimbar"], "Karim al-Quimbar"),
        (["Trump, Donald", "Donald J. Trump"], "Donald Trump"),
        (["Abe Shinzo"], "Shinzo Abe"),
    ],
)
def test_spellings_of_a_persons_name_are_one_across_articles(spellings: list[str], name: str) -> None:
    assert {canonical(spelling) for spelling in spellings} == {name}


@pytest.mark.parametrize(
    ("spellings", "name"),
    [
        (["U.S. Army", "US Army", "United States Army"], "US Army"),
        (["U.N. Security Council", "UN Security Council"], "United Nations Security Council"),
        (["World Health Organisation", "the WHO"], "World Health Organization"),
        (["Quimby & Sons Ltd.", "Quimby & Sons"], "Quimby & Sons"),
        (["Siemens AG", "Siemens"], "Siemens"),
        (["Quimby Corporation", "Quimby Corp", "Quimby Inc."], "Quimby"),
        (["The Quimby Herald", "Quimby Herald"], "Quimby Herald"),
        (["Al Qaeda", "al-Qa’ida", "Al-Qaida"], "al-Qaeda"),
        (["U.S.", "US", "USA", "United States of America"], "United States"),
        (["U.N.", "UN"], "United Nations"),
    ],
)
def test_spellings_of_other_names_are_one_across_articles(spellings: list[str], name: str) -> None:
    assert {canonical(spelling) for spelling in spellings} == {name}


@pytest.mark.parametrize(
    "names",
    [
        ["George W. Bush", "George H.W. Bush", "Jeb Bush"],
        ["Hassan Nasrallah", "Hussein Nasrallah"],
        ["Ali Khamenei", "Ruhollah Khomeini"],
        ["Bashar al-Assad", "Hafez al-Assad"],
        ["Michael B. Jordan", "Michael Jordan"],
        ["Al Gore", "Bosco Gore"],
        ["Paris, Texas", "Paris"],
        ["Bank of England", "Bank of Japan"],
        ["Arnold Schwarzenegger", "Gerhard Schröder", "Deutsche Bank", "Jenkin", "Viktor Jeskin"],
    ],
)
def test_two_names_stay_two(names: list[str]) -> None:
    assert [canonical(name) for name in names] == names


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("George Bush met Jeb Bush. Bush said no.", ["George Bush", "Jeb Bush", "Bush"]),
        ("George H.W. Bush met George W. Bush. Bush left.", ["George H.W. Bush", "George W. Bush", "Bush"]),
        ("John Quimby Jr. met John Quimby.", ["John Quimby Jr.", "John Quimby"]),
        ("John A. Quimby, a cook, met John B. Quimby.", ["John A. Quimby", "John B. Quimby"]),
        ("John A. Quimby, a cook, met Zelda Barr. John Quimby left.", ["John Quimby", "Zelda Barr"]),
        ("President Quimbaro Zelko spoke. Zelko Quimbaro left.", ["Quimbaro Zelko"]),
        ("President Zelda Quimby spoke. Zelda J. Quimby left.", ["Zelda Quimby"]),
        ("Erwin Schrödinger was born in Vienna. Schrödinger won the prize in 1933.", ["Erwin Schrödinger"]),
        ("Laurie Bristow spoke in Moscow. Bristow said the talks had failed.", ["Laurie Bristow"]),
    ],
)
def test_who_is_who_in_one_article(text: str, persons: list[str]) -> None:
    assert named(read(text), PERSON) == persons


def test_what_an_article_says_of_an_acronym_goes_before_what_it_means_elsewhere() -> None:
    document = read("The Alpine Union (AU) met in Lima. The AU paid.")
    assert mentions(document, "Alpine Union") == ["Alpine Union", "AU", "AU"]


def test_the_country_behind_a_town_is_no_part_of_its_name() -> None:
    document = annotate(Article("a", "", "x", entities=[Entity("Daesh", ORGANIZATION)]))
    assert document.entities[0].name == "Islamic State"
    assert "Durban" in named(read("Envoys met in Durban, South Africa, on Monday."), PLACE)


def test_places_of_a_list_are_several() -> None:
    assert named(read("They opened in Mbwindi, Oran, Blida and Lagos."), PLACE)[-3:] == ["Oran", "Blida", "Lagos"]


def test_no_variant_stands_under_two_names() -> None:
    raw = (ROOT / "corpus" / "enrichment" / "aliases" / "data" / "aliases.toml").read_text(encoding="utf-8")
    names: dict[str, str] = {}
    for table in tomllib.loads(raw).values():
        for name, variants in table.items():
            for variant in (name, *variants):
                assert names.setdefault(variant, name) == name
    assert len(names) > 2500
