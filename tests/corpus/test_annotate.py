from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.article import UNDATED, Article, Basis, Country, Entity, EntityType, PartialDate
from corpus.document import Document
from corpus.enrichment.aliases.aliases import canonical, entity_type
from corpus.enrichment.annotation import annotate
from corpus.extraction.extract import to_article
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import records
from corpus.record import Record
from tests.derived import mentions, named, read

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


@pytest.fixture(scope="module")
def seed_documents(seeds: Path) -> list[Document]:
    sources = [source for source in discover(seeds) if isinstance(source, SourceFile)]
    found = [record for source in sources for record in records(source) if isinstance(record, Record)]
    return [annotate(to_article(record)) for record in found]


SEED_PERSONS = [
    {"Donald Trump", "Patrick Shanahan", "Joseph Dunford", "Patrick Ryder"},
    {"Donald Trump", "Kathryn Wheelbarger"},
    {"Joseph Dunford", "Haider al-Abadi", "Jens Stoltenberg", "Dunsford"},
    {"Donald Trump", "Emmanuel Macron", "Mark Milley", "Valery Gerasimov"},
    {"John Kerry", "Jen Psaki", "Barack Obama", "Bashar al-Assad", "Chuck Hagel"},
]
SEED_COUNTRIES = [
    {"US", "SY"},
    {"US", "SY", "TR", "IQ", "IR"},
    {"US", "IQ", "SY", "FR", "BH", "CH"},
    {"SY", "US", "FR", "IQ", "GB", "RU", "QA"},
    {"US", "IQ", "SY", "JO", "SA", "AU", "CA", "GB", "FR", "AE", "EE", "DK", "FI", "JP", "IR", "TR", "EG"},
]


def test_the_seeds_name_their_people_once_each(seed_documents: list[Document]) -> None:
    persons = [named(document, PERSON) for document in seed_documents]
    assert [set(names) for names in persons] == SEED_PERSONS
    assert [len(names) for names in persons] == [4, 2, 4, 4, 5]


def test_the_seeds_are_about_these_countries(seed_documents: list[Document]) -> None:
    assert [{country.code for country in document.countries} for document in seed_documents] == SEED_COUNTRIES
    assert [country.code for country in seed_documents[0].countries[:2]] == ["US", "SY"]


def test_the_seeds_all_name_one_organization(seed_documents: list[Document]) -> None:
    assert all("Islamic State" in named(document, ORGANIZATION) for document in seed_documents)
    assert mentions(seed_documents[0], "Islamic State") == ["Daesh", "ISIS", "Daesh", "Daesh"]
    assert mentions(seed_documents[1], "Syrian Democratic Forces") == ["Syrian Democratic Forces", "SDF"]
    assert "Washington Times" in named(seed_documents[1], ORGANIZATION)


def test_the_seeds_have_no_calendar_nationality_or_site_among_their_entities(seed_documents: list[Document]) -> None:
    names = {entity.name for document in seed_documents for entity in document.entities}
    assert not names & {"Tuesday", "December", "American", "Syrian", "Inforos", "Islamic Invitation Turkey", "Rahnuma"}


def test_seeds_are_given_their_years_with_evidence(seed_documents: list[Document]) -> None:
    dates = [document.published for document in seed_documents]
    assert [date.year for date in dates] == [2019, 2019, 2015, 2019, 2014]
    assert "Patrick Shanahan, acting US Secretary of Defense (2019)" in dates[0].evidence
    assert "Chuck Hagel, US Secretary of Defense (2013–2015)" in dates[4].evidence


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("U.S. President Donald Trump spoke.", "Donald Trump"),
        ("It was acting Defense Secretary Patrick Shanahan.", "Patrick Shanahan"),
        ("Secretary of State Zelda Quimby left.", "Zelda Quimby"),
        ("Minister for Foreign Affairs Zelda Quimby left.", "Zelda Quimby"),
        ("Then Gen. Joseph Dunford spoke.", "Joseph Dunford"),
        ("We asked José Luis Rodríguez Zapatero.", "José Luis Rodríguez Zapatero"),
        ("We asked Ursula von der Leyen.", "Ursula von der Leyen"),
        ("We asked Ban Ki-moon.", "Ban Ki-moon"),
        ("We asked Stephen King.", "Stephen King"),
        ("We asked Christopher Hill.", "Christopher Hill"),
        ("Donald J. Trump spoke.", "Donald Trump"),
        ("Kim Jong-un spoke.", "Kim Jong Un"),
    ],
)
def test_titles_ranks_and_roles_are_no_part_of_a_name(text: str, person: str) -> None:
    assert named(read(text), PERSON) == [person]


def test_a_surname_joins_the_full_name_of_its_article() -> None:
    document = read("Syrian President Bashar al-Assad spoke. Assad’s aides nodded. “Assad” left.")
    assert mentions(document, "Bashar al-Assad") == ["Bashar al-Assad", "Assad", "Assad"]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("President Karim al-Quassar spoke. Karim al-Quassar sat. Karim al-Quaser left.", ["Karim al-Quassar"]),
        ("Khalid Quimbar spoke to us. Mr Khaled Quimbar left.", ["Khalid Quimbar"]),
        ("Anna Merkel spoke to us. Merkel left.", ["Anna Merkel"]),
        ("Peter Hansen met Maria Hanson. Hansen said no. Hanson said yes.", ["Peter Hansen", "Maria Hanson"]),
    ],
)
def test_spellings_of_one_name_are_one_person_and_two_names_are_two(text: str, persons: list[str]) -> None:
    assert named(read(text), PERSON) == persons


def test_two_people_with_one_surname_stay_two() -> None:
    document = read("Anna Quimby met Peter Quimby. Quimby said no.")
    assert named(document, PERSON) == ["Anna Quimby", "Peter Quimby", "Quimby"]


def test_a_persons_name_that_is_also_a_country_is_the_person() -> None:
    document = read("Hamilton Jordan resigned. Jordan said he was tired.")
    assert (mentions(document, "Hamilton Jordan"), document.countries) == (["Hamilton Jordan", "Jordan"], ())


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("The Ministry of Foreign Affairs said.", "Ministry of Foreign Affairs"),
        ("The Defense and National Security Council met.", "Defense and National Security Council"),
        ("The Ministry of Trade and Industry said.", "Ministry of Trade and Industry"),
        ("A study by Quimby University.", "Quimby University"),
        ("The Armed Forces of the Russian Federation.", "Armed Forces of the Russian Federation"),
        ("Chairman of the Joint Chiefs of Staff.", "Joint Chiefs of Staff"),
        ("King Saud University opened.", "King Saud University"),
        ("A court told the Justice Department.", "Justice Department"),
        ("The Kurdistan Workers’ Party withdrew.", "Kurdistan Workers' Party"),
    ],
)
def test_compound_names_stay_whole(text: str, organization: str) -> None:
    assert named(read(text), ORGANIZATION) == [organization]


def test_an_acronym_joins_the_name_that_introduces_it() -> None:
    document = read("The Quimby Relief Fund (QRF) paid. The QRF pays again.")
    assert mentions(document, "Quimby Relief Fund") == ["Quimby Relief Fund", "QRF", "QRF"]


@pytest.mark.parametrize(
    "text",
    [
        "He is here, and she is there. Who is it? It is us.",
        "On Monday, in December, the President and the Defense Secretary met Americans and Muslims.",
        "Nobody came. Something happened. Meanwhile it rained.",
        "NOTHING NEW AT ALL TO REPORT TODAY",
        "The Ministry said so. Council members agreed.",
        "Something broke. THE END IS NEAR FOR US ALL.",
        "",
        "   \n\n ",
    ],
)
def test_ordinary_words_are_no_entities(text: str) -> None:
    assert read(text).entities == ()


def test_entities_come_by_mentions_then_by_appearance() -> None:
    document = read("Peru, Iraq and Iran. Iraq!", title="NATO")
    assert [entity.name for entity in document.entities] == [
        "Iraq",
        "Peru",
        "Iran",
        "NATO",
    ]
    assert document.entities[3].mentions == ()


def test_what_an_article_gives_wins() -> None:
    given_entities = (
        Entity("Daesh", ORGANIZATION),
        Entity("ISIS", ORGANIZATION, ((0, 4),)),
        Entity("Quimby", PERSON),
    )
    article = Article("a", "Iraq", "Iran", entities=given_entities, countries=[Country("PE")])
    document = annotate(article)
    assert document.entities == (Entity("Islamic State", ORGANIZATION, ((0, 4),)), Entity("Quimby", PERSON))
    assert document.countries == (Country("PE"),)


def test_one_facet_given_leaves_the_other_derived() -> None:
    document = annotate(Article("a", "", "Iraq", entities=()))
    assert (document.entities, document.countries) == ((), (Country("IQ"),))
    document = annotate(Article("a", "", "Iraq", countries=()))
    assert (document.entities, document.countries) == ((Entity("Iraq", PLACE, ((0, 4),)),), ())


def test_the_date_is_the_one_that_the_article_states() -> None:
    stated = PartialDate(2019, 4, basis=Basis.STATED)
    assert annotate(Article("a", "", "Back in 2011", published=stated)).published == stated
    assert read("Photo taken on April 28, 2017").published == UNDATED


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Daesh", "Islamic State"),
        ("isis", "Islamic State"),
        ("IS", "Islamic State"),
        ("u.n.", "United Nations"),
        ("AU", "African Union"),
        ("Ecowas", "Economic Community of West African States"),
        ("USA", "United States"),
        ("Great Britain", "United Kingdom"),
        ("Turkey", "Türkiye"),
        ("turkiye", "Türkiye"),
        ("Burma", "Myanmar (Burma)"),
        ("Kiev", "Kyiv"),
        ("The Washington Times", "Washington Times"),
        ("pentagon", "Defense Department"),
        ("  Nobody \n Known ", "Nobody Known"),
        ("", ""),
    ],
)
def test_variants_fold_to_one_name(name: str, expected: str) -> None:
    assert canonical(name) == expected


def test_a_canonical_name_knows_its_type() -> None:
    assert [entity_type(name) for name in ("Islamic State", "Kyiv", "Barack Obama", "Syria", "Quimby")] == [
        ORGANIZATION,
        PLACE,
        PERSON,
        PLACE,
        None,
    ]


NAMES = ["US", "U.S. ", "Syria", "Gen. Joseph Dunford", "Dunford’s", "(SDF)", "of the", "al-Assad", "Ministry", "and"]
PIECES = st.lists(
    st.sampled_from([*NAMES, " ", "\n", "\n\n", ". ", "-", "'", "İ", "ǅ", "A.A.A", "S.Amar"]), max_size=30
)


@settings(deadline=None)  # the first example loads the gazetteers
@given(PIECES.map("".join) | PIECES.map(" ".join) | st.text(max_size=200), st.text(max_size=20))
@example("Said S.Amarsaikhan. He said so.", "")
@example("Dunford" * 3, "US")
def test_mentions_lie_in_the_text_and_never_overlap(text: str, title: str) -> None:
    document = annotate(Article("a", title, text, source=title))
    spans = sorted(span for entity in document.entities for span in entity.mentions)
    assert all(text[start:end].strip() for start, end in spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(country.mentions > 0 for country in document.countries)
