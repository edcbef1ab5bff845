"""Who, where and when, as a reader of the facets expects them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import UNDATED, Article, Country, Entity, EntityType
from index.aliases import canonical, entity_type
from index.annotate import annotate
from index.countries import country_code, country_name

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


def article(text: str, title: str = "") -> Article:
    return Article("a", title, text)


def codes(text: str, title: str = "") -> list[str]:
    return [country.code for country in annotate(article(text, title)).countries]


def named(text: str, title: str = "") -> dict[str, EntityType]:
    return {entity.name: entity.type for entity in annotate(article(text, title)).entities}


def mentions(text: str, name: str) -> list[str]:
    (entity,) = [entity for entity in annotate(article(text)).entities if entity.name == name]
    return [text[start:end] for start, end in entity.mentions]


@pytest.fixture(scope="module")
def five(seeds: Path) -> list[tuple[list[str], dict[str, EntityType]]]:
    documents = []
    for path in sorted(seeds.iterdir()):
        title, _, text = path.read_text(encoding="utf-8").partition("\n")
        documents.append((codes(text, title), named(text, title)))
    return documents


@pytest.mark.parametrize(
    ("seed", "people"),
    [
        (0, {"Donald Trump", "Patrick Shanahan", "Joseph Dunford", "Patrick Ryder"}),
        (1, {"Kathryn Wheelbarger", "Donald Trump"}),
        (2, {"Joseph Dunford", "Haider al-Abadi", "Jens Stoltenberg"}),
        (3, {"Donald Trump", "Emmanuel Macron", "Mark Milley", "Valery Gerasimov"}),
        (4, {"John Kerry", "Jen Psaki", "Barack Obama", "Bashar al-Assad", "Chuck Hagel"}),
    ],
)
def test_the_seeds_name_these_people_and_no_others(
    five: list[tuple[list[str], dict[str, EntityType]]], seed: int, people: set[str]
) -> None:
    _, entities = five[seed]
    assert {name for name, kind in entities.items() if kind is PERSON} == people
    assert entities["Islamic State"] is ORGANIZATION


def test_the_seeds_countries(five: list[tuple[list[str], dict[str, EntityType]]]) -> None:
    countries = [found for found, _ in five]
    assert countries[0][:2] == ["US", "SY"]
    assert set(countries[3]) == {"FR", "RU", "QA", "GB", "IQ", "SY", "US"}
    assert set(countries[4]) == {
        *("US", "IQ", "SY", "JO", "SA", "AU", "CA", "GB", "FR"),
        *("AE", "EE", "DK", "FI", "JP", "IR", "TR", "EG"),
    }
    assert "BH" in countries[2]
    assert ["JO" in found for found in countries] == [False, False, False, False, True]
    assert "TR" not in countries[2] + countries[3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials in Atlanta said Georgia, USA, would vote.", {"US"}),
        ("Georgia and Russia met in Tbilisi over Abkhazia.", {"GE", "RU"}),
        ("Michael Jordan and Jordan Bardella met Chad Smith.", set()),
        ("An aide, Hamilton Jordan, flew out.", set()),
        ("The European Union agreed on it in Brussels.", set()),
        ("Police in Brussels searched flats across Belgium.", {"BE"}),
        ("They landed in Port-au-Prince.", {"HT"}),
        ("Talks in Jordan with Chad.", {"JO", "TD"}),
        ("Guinea-Bissau, Papua New Guinea and Equatorial Guinea.", {"GW", "PG", "GQ"}),
        ("Leaders of Guinea arrived.", {"GN"}),
        ("Rebels near Goma in Congo.", {"CD"}),
        ("Ministers met in Brazzaville, in Congo.", {"CG"}),
        ("Niger and Nigeria reopened a border.", {"NE", "NG"}),
        ("Fires burn in New Mexico.", {"US"}),
        ("The Washington Times and the Washington Post reported on George Washington.", set()),
        ("The report by Islamic Invitation Turkey was short.", set()),
        ("They told us that the arab spring was over.", set()),
        ("An American and a Syrian met an Emirati.", {"US", "SY", "AE"}),
        ("Arab ministers met in Cairo after talks in Paris.", {"EG", "FR"}),
        ("Scotland and England played.", {"GB"}),
        ("North Korea and South Korea spoke.", {"KP", "KR"}),
        ("We ate a turkey on a china plate.", set()),
        ("The Kremlin answered Ankara.", {"RU", "TR"}),
    ],
)
def test_countries_are_told_apart(text: str, expected: set[str]) -> None:
    assert set(codes(text)) == expected


def test_countries_are_counted_and_the_title_weighs_in_their_order() -> None:
    found = annotate(article("France met Peru. Peru agreed. Chile too.", "Chile speaks")).countries
    assert found == (Country("CL", 2), Country("PE", 2), Country("FR", 1))


def test_a_site_name_behind_the_title_is_no_country() -> None:
    assert codes("Iraq again.", "Troops go to Iraq - Islamic Invitation Turkey") == ["IQ"]


def test_the_source_of_an_article_is_not_its_text() -> None:
    assert annotate(Article("a", "", "Nothing here.", source="Daily Egypt")).countries == ()


def test_titles_are_stripped_and_surnames_join_the_full_name() -> None:
    text = "U.S. President Donald Trump met Gen. Joseph Dunford. Trump’s aide praised Dunford, not “Trump”."
    assert named(text) == {"Donald Trump": PERSON, "United States": PLACE, "Joseph Dunford": PERSON}
    assert mentions(text, "Donald Trump") == ["Donald Trump", "Trump", "Trump"]


def test_two_people_with_one_surname_are_never_merged() -> None:
    text = "Hillary Clinton spoke. Bill Clinton listened. Clinton left."
    assert named(text) == {"Hillary Clinton": PERSON, "Bill Clinton": PERSON}


def test_names_with_small_words_and_a_month() -> None:
    text = "Osama bin Laden fled. Bin Laden hid. Mr. van der Bellen met Theresa May in May."
    assert mentions(text, "Osama bin Laden") == ["Osama bin Laden", "Bin Laden"]
    assert mentions(text, "Theresa May") == ["Theresa May"]
    assert mentions(text, "van der Bellen") == ["van der Bellen"]


def test_an_acronym_joins_the_long_form_that_introduces_it() -> None:
    text = "The Northern Fishing Council (NFC) met. The NFC agreed."
    assert mentions(text, "Northern Fishing Council") == ["Northern Fishing Council", "NFC", "NFC"]


def test_variants_in_one_article_are_one_entity() -> None:
    text = "Daesh, or ISIS, also ISIL, is the Islamic State (IS)."
    assert mentions(text, "Islamic State") == ["Daesh", "ISIS", "ISIL", "Islamic State", "IS"]
    assert list(named(text)) == ["Islamic State"]


def test_ordinary_words_are_no_entities() -> None:
    text = "However, President spoke Monday in March. Troops left. He is French. Who knows? THE END IS NEAR FOR US ALL."
    assert named(text) == {}


def test_organizations_reach_over_small_words() -> None:
    text = "The Ministry of Foreign Affairs and the Joint Chiefs of Staff told the Wall Street Journal."
    assert named(text) == {
        "Ministry of Foreign Affairs": ORGANIZATION,
        "Joint Chiefs of Staff": ORGANIZATION,
        "Wall Street Journal": ORGANIZATION,
    }


def test_what_stands_in_the_title_only_has_no_mentions() -> None:
    assert annotate(article("It was late.", "Kerry flies to Syria")).entities == (Entity("Syria", PLACE),)


def test_given_values_win_and_fold() -> None:
    given_by_file = Article(
        "a",
        "Syria",
        "Daesh in Syria",
        entities=(Entity("daesh", ORGANIZATION), Entity("ISIS", ORGANIZATION)),
        countries=(),
    )
    document = annotate(given_by_file)
    assert document.entities == (Entity("Islamic State", ORGANIZATION),)
    assert document.countries == ()
    only_countries = annotate(Article("a", "", "Syria", countries=(Country("FR"),)))
    assert (only_countries.countries, only_countries.entities[0].name) == ((Country("FR"),), "Syria")


def test_no_year_is_taken_from_running_text() -> None:
    assert annotate(article("Troops near Darbasiyah on April 28, 2017.")).published == UNDATED


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("isis", "Islamic State"),
        ("U.N.", "United Nations"),
        ("usa", "United States"),
        ("Great Britain", "United Kingdom"),
        ("Kiev", "Kyiv"),
        ("turkiye", "Türkiye"),
        ("burma", country_name("MM")),
        ("pentagon", "Pentagon"),
        ("  Jane \n Roe ", "Jane Roe"),
    ],
)
def test_names_fold_to_one(written: str, expected: str) -> None:
    assert canonical(written) == expected


def test_types_of_known_names() -> None:
    assert [entity_type(name) for name in ("Islamic State", "Syria", "Barack Obama", "Jane Roe")] == [
        ORGANIZATION,
        PLACE,
        PERSON,
        None,
    ]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("syria", "SY"),
        ("sy", "SY"),
        ("Syrian", "SY"),
        ("ivory coast", "CI"),
        ("COTE D’IVOIRE", "CI"),
        ("Atlantis", None),
    ],
)
def test_a_country_as_typed(typed: str, code: str | None) -> None:
    assert country_code(typed) == code


def test_country_names_follow_the_language() -> None:
    assert (country_name("SY"), country_name("SY", "de"), country_name("QQ")) == ("Syria", "Syrien", "QQ")


PIECES = [
    *(
        "US",
        "U.S.",
        "Syria",
        "Jordan",
        "Michael",
        "(IS)",
        "al-Assad",
        "Bashar",
        "President",
        "of",
        "the",
        "and",
        "Ministry",
    ),
    *("Gen.", ",", ".", "\n", "-led", "'s", "Paris", "Ltd", "New", "Washington", "Times", "O’Neil"),
]
WORDS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6)).map(" ".join)


@given(WORDS | st.text(), WORDS)
def test_mentions_lie_in_the_text_and_never_overlap(text: str, title: str) -> None:
    document = annotate(article(text, title))
    spans = sorted(span for entity in document.entities for span in entity.mentions)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert len({entity.name for entity in document.entities}) == len(document.entities)
    assert len({country.code for country in document.countries}) == len(document.countries)
