"""What articles say of a name tells what it names: a company, a club, or a person whom a lead has in capitals."""

import pytest

from corpus.article import EntityType
from tests.derived import codes, named, read

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Quimbatech shares fell 2 percent in Sydney. A court fined Quimbatech on Monday.", "Quimbatech"),
        ("Rosneft bought a stake in Brellisar for $3 billion, two sources said.", "Brellisar"),
        ("Zelinor said sales rose 3 percent, and Zelinor raised its profit forecast.", "Zelinor"),
        ("Analysts at Brumholt said prices would fall.", "Brumholt"),
        ("The budget airline Wizzaroo will add 12 routes.", "Wizzaroo"),
        ("Ousted Tarvento CEO Zelda Barr said so. The board of Tarvento met.", "Tarvento"),
        ("Workers at Tarvento wept after Tarvento filed for bankruptcy on Monday.", "Tarvento"),
        ("Tarvento to close shops\n\nTarvento will close 40 shops this year, it said.", "Tarvento"),
        ("Tarvento sells a plant\n\nTarvento sold its plant in Zagreb to its managers.", "Tarvento"),
    ],
)
def test_a_company_is_told_by_what_only_companies_do(text: str, firm: str) -> None:
    assert firm in named(read(text), ORGANIZATION)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Quimby cut his forecast. Quimby said prices would rise.",
        "Quimby shares a house with Zelda Barr in Leeds. Quimby said he likes it.",
        "Technology shares rose while Energy shares fell. Management cut 400 jobs. Management said more would go.",
        "The firm has 23 million shares of Class B stock. Australian-listed shares closed one cent lower.",
        "Mayor Zelda Quimby cut 400 jobs. Quimby won an order of merit.",
        "Captain Quimby reported a loss of height. Senator Brumholt has filed for bankruptcy.",
        "The broadcaster Zelda Quimby died on Monday. Prosecutors charged the broker Darrell Brumholt.",
        "Employers cut 400 jobs\n\nEmployers cut 400 jobs in May.",
        "They sold a stake in Tarvento. The Tarvento oilfield is old, and work at Tarvento goes on.",
    ],
)
def test_persons_and_ordinary_words_are_no_companies(text: str) -> None:
    assert named(read(text), ORGANIZATION) == []


@pytest.mark.parametrize(
    ("text", "clubs", "places"),
    [
        (
            "Sevilla lost 4-0 to Valencia in Madrid, their third defeat of the season.",
            ["Sevilla", "Valencia"],
            ["Madrid"],
        ),
        ("Toronto beat Ottawa 4-2 on Saturday, with two goals in overtime.", ["Toronto", "Ottawa"], []),
        ("Liverpool coach Zelda Quimby said the striker, signed from Porto, would play.", ["Liverpool", "Porto"], []),
        (
            "Protests were held in Barcelona and Madrid, where the league met in its season.",
            [],
            ["Barcelona", "Madrid"],
        ),
        ("Barcelona beat Madrid to the contract for the tram.", [], ["Barcelona", "Madrid"]),
        ("London beat Paris to host the final of the league. The coach wept.", [], ["London", "Paris"]),
        ("The war against Moscow ended the season. The league told each coach so.", [], ["Moscow"]),
        ("The striker scored in the final against Madrid.", ["Madrid"], []),
        ("Lens drew with Monaco, who signed a striker. Monaco finished sixth in Ligue 1.", ["AS Monaco"], []),
        ("Torino coach Zelda Quimby said his goals won the match. He lives in Torino.", [], ["Torino"]),
        ("Boston won 4-3 in overtime. Boston police held ten fans after the match.", [], ["Boston"]),
    ],
)
def test_clubs_called_like_cities_are_told_where_sports_are_reported(
    text: str, clubs: list[str], places: list[str]
) -> None:
    document = read(text)
    assert named(document, ORGANIZATION) == clubs
    assert named(document, PLACE) == places


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("SIR RICHARD Branson has sold his stake, aides said.", "Richard Branson", PERSON),
        ("DAME ZELDA Quimby will play the queen in London.", "Zelda Quimby", PERSON),
        ("MARTIN McGUINNESS and Ian Paisley met in Belfast.", "Martin McGuinness", PERSON),
        ("THE BANK of England kept rates on hold on Thursday.", "Bank of England", ORGANIZATION),
        ("THE NFB will close two offices in Montreal, it said.", "NFB", ORGANIZATION),
        ("NEW YORK police arrested two men on Monday.", "New York", PLACE),
    ],
)
def test_the_capitals_that_open_a_lead_are_no_part_of_a_name(text: str, name: str, kind: EntityType) -> None:
    assert name in named(read(text), kind)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Georgia Quimby reads from her diary on Sunday.", "Georgia Quimby"),
        ("China Brell hosts the show. Brell, an actress, was born there.", "China Brell"),
        ("India Brell opened the fair. The singer, who is 40, wore green.", "India Brell"),
        ("Chad Brumholt moved with his family to the coast.", "Chad Brumholt"),
    ],
)
def test_what_somebody_has_or_is_by_calling_tells_a_person_called_like_a_country(text: str, person: str) -> None:
    assert named(read(text), PERSON)[0] == person
    assert codes(text) == []


def test_a_body_called_after_a_country_still_speaks_for_it() -> None:
    assert codes("Jordan Phosphate Mines raised its dividend in Amman.") == ["JO"]


def test_words_that_only_say_what_something_is_are_no_names() -> None:
    assert named(read("The S&P 500 Index fell. The Index rose on Monday, and the PMIs fell."), ORGANIZATION) == [
        "Standard & Poor's"
    ]
