"""A name is whole and alone: its own 's belongs to it; headlines, tickers, roles and slugs do not."""

import re

import pytest

from corpus.article import EntityType
from corpus.enrichment.names.consistency import consistent
from corpus.enrichment.names.definite_names import with_definite_names
from corpus.enrichment.names.glued_names import unglued
from corpus.enrichment.names.loose_words import without_loose_words
from corpus.enrichment.names.name_parsing import Name
from tests.derived import named, read

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Standard & Poor's cut the rating. Analysts at Standard & Poor's spoke.", ["Standard & Poor's"]),
        ("Shares of Sotheby's and McDonald's rose.", ["Sotheby's", "McDonald's"]),
        ("Shares of Quimbley's rose and those of Quimbley's fell, traders said.", ["Quimbley's"]),
        ("Moody's Investors Service said on Monday that it agreed.", ["Moody's"]),
        ("Standard and Poor's said so. S&P cut ratings.", ["Standard & Poor's"]),
        ("Sainsbury's sales rose 2 percent.", ["Sainsbury's"]),
        ("Shares of Quimbart (QUI.N) rose.", ["Quimbart"]),
        ("The Fish and Oats Office (FOO) spoke. The F.O.O. is small.", ["Fish and Oats Office"]),
    ],
)
def test_a_name_that_ends_with_s_keeps_it_and_is_an_organization(text: str, names: list[str]) -> None:
    assert named(read(text), ORGANIZATION) == names


def test_a_genitive_is_no_part_of_a_name() -> None:
    document = read(
        "Barack Obama spoke. Obama's speech and Merkel's were short. It was Obama's. Siemens's shares rose."
    )
    assert not [entity.name for entity in document.entities if entity.name.endswith("'s")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They want a pact, he said. RISKED LABOR BACKLASH Zelda Quimby spoke in Ohio.", "Zelda Quimby"),
        ("They want a pact, he said. SHAKE-UP Angela Merkel spoke in Ohio.", "Angela Merkel"),
        ("Profits fell in May. BACKLOG GROWS Boeing said that it would hire welders.", "Boeing"),
        ("Profits fell in May. JOBS AT RISK Wal-Mart may close shops.", "Walmart"),
        ("Profits fell in May. 'WIN-WIN' FOR OWNERS Boeing said that owners gain.", "Boeing"),
        ("Profits fell in May. A NUMBER OF LEVERS Boeing said that it would hire.", "Boeing"),
        ("Shares of Eastman Kodak EKY.PAEKY.N fell, as Eastman Kodak said.", "Eastman Kodak"),
        ("Shares of Eastman Kodak Co EK.N fell, as Eastman Kodak said.", "Eastman Kodak"),
        ("Shares of Boeing ( BA.N ) and of Airbus (Paris: AIR) fell.", "Boeing"),
    ],
)
def test_headlines_in_capitals_and_tickers_are_not_glued_to_names(text: str, name: str) -> None:
    names = [entity.name for entity in read(text).entities]
    assert name in names
    assert all(found in {name, "Ohio", "Airbus", "Paris"} for found in names)


def test_acronyms_that_begin_a_sentence_are_no_headline() -> None:
    names = [entity.name for entity in read("It rained. NATO Secretary-General Jens Stoltenberg spoke.").entities]
    assert "Jens Stoltenberg" in names
    assert any(name.startswith("North Atlantic") or name == "NATO" for name in names)


def test_a_headline_in_the_text_is_cut_down_to_the_name_that_the_article_has_elsewhere() -> None:
    text = "EXCLUSIVE: Apple Plans Second Plant In India - Sources\n\nApple plans a plant, they said."
    assert named(read(text), ORGANIZATION) == ["Apple"]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts at B/E/S agreed.",
        "ZELDA WAITS, CHIEF ECONOMIST: prices fell.",
        "A Rates Strategist and a Portfolio Manager agreed.",
        "The company said EPS and EBITDA rose.",
    ],
)
def test_roles_slugs_and_figures_are_no_names(text: str) -> None:
    names = {entity.name for entity in read(text).entities}
    assert not names - {"Zelda Waits"}


def test_places_of_datelines_are_places_in_small_letters() -> None:
    assert named(read("FRANKFURT (Example Wire) - Prices fell."), PLACE) == ["Frankfurt"]
    assert named(read("SYDNEY/BOSTON (Example Wire) - Prices fell."), PLACE) == ["Sydney", "Boston"]
    assert named(read("SYDNEY/BOSTON (Reuters) - Prices fell."), ORGANIZATION) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The venture of Facebook Inc and Amazon Inc grew.", ["Facebook", "Amazon"]),
        ("Apple Inc and Quimbay Oil sued. Quimbay Oil won.", ["Apple", "Quimbay Oil"]),
        ("But News Corp.'s offer stands. News Corp owns papers.", ["News Corp"]),
        ("The index .QXBKN fell, QB1Gn.DE rose and QMODELOC.MX gained.", []),
        ("Orders eased. <EUR/QMIM> <GB/QMIM> Mills closed.", []),
    ],
)
def test_what_is_glued_together_in_a_text_is_taken_apart(text: str, names: list[str]) -> None:
    assert {entity.name for entity in read(text).entities} == set(names)


P, O, L = PERSON, ORGANIZATION, PLACE  # noqa: E741
APART = [
    ("Quimby Inc and Barr Oil", O, "", ["Quimby Inc", "Barr Oil"]),
    ("Quimby Ltd QBM", O, "", ["Quimby Ltd"]),
    ("Quimby Corp of America", O, "", ["Quimby Corp of America"]),
    ("Quimby & Co Securities LLC", O, "", ["Quimby & Co Securities LLC"]),
    ("Duesseldorf and Norderstedt. Workers", L, "", ["Duesseldorf and Norderstedt"]),
    ("Quimby Metals. Japan", O, "", ["Quimby Metals", "Japan"]),
    ("Gov. Zelda Barr", P, "", ["Zelda Barr"]),
    ("Ex-Quimbank", O, "", ["Quimbank"]),
    ("Statsminister Zelda Barr", P, "", ["Zelda Barr"]),
    ("Netherlands' Quimbank", O, "", ["Netherlands", "Quimbank"]),
    ("Weedlock's Quimby Oil", O, "Weedlock|", ["Weedlock", "Quimby Oil"]),
    ("Weedlock's Club", O, "Weedlock's|", ["Weedlock's Club"]),
    ("McDonald's McQuimby", O, "", ["McDonald's McQuimby"]),
    ("Quimby, Barr and Weedlock", O, "Quimby|Barr|Weedlock", ["Quimby", "Barr", "Weedlock"]),
    ("Quimby, Barr and Weedlock", O, "Quimby|Barr", ["Quimby, Barr and Weedlock"]),
    ("Salem, Massachusetts", L, "Salem|Massachusetts", ["Salem, Massachusetts"]),
    ("Chief Economist AT Quimby Partners", O, "", ["Quimby Partners"]),
    ("Director of Research", O, "", []),
    ("DIRECTOR OF COMMUNICATIONS", O, "", []),
    ("Quimby Inc's Weedlox", O, "", ["Quimby Inc", "Weedlox"]),
    ("Weedlock CEO John Barr", O, "Weedlock|", ["Weedlock", "John Barr"]),
    ("Quimby Chairman", P, "", ["Quimby"]),
    ("Justice Department", O, "", ["Justice Department"]),
    ("No Quimby", P, "Quimby|", ["Quimby"]),
    ("No Quimby", O, "", ["No Quimby"]),
    ("New U.S.", L, "", ["U.S."]),
    ("Quimby Stores Inc's", O, "", ["Quimby Stores Inc"]),
    ("Papa John's", O, "", ["Papa John's"]),
    ("Fannie Mae. Quimby Homes", O, "Quimby Homes|", ["Fannie Mae", "Quimby Homes"]),
    ("Quimby Capital Management and Barr Airlines", O, "", ["Quimby Capital Management", "Barr Airlines"]),
    ("Citigroup and Quimby Videsh", O, "", ["Citigroup", "Quimby Videsh"]),
    ("Quimby and Citigroup", O, "", ["Quimby and Citigroup"]),
    ("Quimby Research and Management", O, "", ["Quimby Research and Management"]),
]


LOOSE = [
    ("Insurer Quimbley", O, "", " waits", ["Quimbley"]),
    ("Insurer Quimbley Group", O, "", " waits", ["Quimbley Group"]),
    ("Airline Pilots Association", O, "", " waits", ["Airline Pilots Association"]),
    ("Sales Ann Barr", L, "Vice President of ", " waits", ["Ann Barr"]),
    ("Sales Ann Barr", L, "in ", " waits", ["Sales Ann Barr"]),
    ("PC Mark Quimby", P, "", " waits", ["Mark Quimby"]),
    ("Boeing U.S.", O, "", " workers wait", ["Boeing"]),
    ("Gloomy U.S.", O, "", " consumers wait", []),
    ("Quimbart Futures U.S.", O, "", " waits", ["Quimbart Futures U.S."]),
    ("Mark Quimby WASHINGTON", P, "", " waits", ["Mark Quimby"]),
    ("Big Four - Citigroup", O, "", " waits", ["Citigroup"]),
    ("Al - Quimby", P, "", " waits", ["Al - Quimby"]),
    ("Quimbart.", O, "", " It waits", ["Quimbart"]),
    ("Quimbart Corp.", O, "", " waits", ["Quimbart Corp."]),
]


@pytest.mark.parametrize(("found", "kind", "before", "behind", "names"), LOOSE)
def test_words_beside_a_name_are_no_part_of_it(
    found: str, kind: EntityType, before: str, behind: str, names: list[str]
) -> None:
    text = f"{before}{found}{behind}"
    cut = without_loose_words([Name(found, len(before), len(before) + len(found), kind)], text)
    assert [name.text for name in cut] == names
    assert all(text[name.start : name.end] == name.text for name in cut)


def test_a_storm_is_nobody_but_who_is_called_like_one_is() -> None:
    storm = read(
        "Hurricane Katrina flooded Louisiana. After Katrina came Hurricane Rita, and Rita cost more, said Zelda Barr."
    )
    assert named(storm, PERSON) == ["Zelda Barr"]
    assert named(read("Katrina Quimby fled Hurricane Katrina. Katrina Quimby is safe."), PERSON) == ["Katrina Quimby"]


@pytest.mark.parametrize("taken", [PERSON, PLACE])
def test_the_last_word_tells_a_body_and_its_short_form(taken: EntityType) -> None:
    text = "Quimbart Capital Markets waits. Quimbart grows."
    names = [Name("Quimbart Capital Markets", 0, 24, taken), Name("Quimbart", 32, 40, taken)]
    assert {name.type for name in consistent(names, text)} == {ORGANIZATION}


@pytest.mark.parametrize(("glued", "kind", "also", "names"), APART)
def test_a_name_is_taken_from_what_it_is_glued_to(glued: str, kind: EntityType, also: str, names: list[str]) -> None:
    text = f"{glued} waits. {also.replace('|', ', ')}"
    found = [Name(glued, 0, len(glued), kind)]
    for other in filter(None, (each.removesuffix("'s") for each in also.split("|"))):
        place = text.index(other, len(glued))
        found.append(Name(other, place, place + len(other), kind))
    apart = [name for name in unglued(found, text) if name.end <= len(glued)]
    assert [name.text for name in apart] == names
    assert all(text[name.start : name.end] == name.text for name in apart)


@pytest.mark.parametrize("behind", [" Corp", ", Inc.", " (NYSE: QBC)", " QBCX.OB", " ( 0099.QK )"])
def test_what_a_company_is_by_law_and_its_ticker_tell_a_company(behind: str) -> None:
    text = f"Zelda Barr waits. Shares of Visteau Quimb{behind} fell. Visteau Quimb rose. Visteau gained."
    document = read(text)
    kinds = {entity.name: entity.type for entity in document.entities}
    assert kinds.pop("Zelda Barr", PERSON) is PERSON
    assert set(kinds.values()) == {ORGANIZATION}


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Prices fell, said Otto Barr, an economist at Unicredit Markets.", ["Unicredit Markets"]),
        ("Prices fell, said Otto Barr of the ethanol consultancy Quimb Weedlocka.", ["Quimb Weedlocka"]),
    ],
)
def test_a_firm_is_told_by_how_news_speaks_of_it(text: str, firms: list[str]) -> None:
    document = read(text)
    assert (named(document, ORGANIZATION), named(document, PERSON)) == (firms, ["Otto Barr"])


@pytest.mark.parametrize(
    ("taken", "names"),
    [
        ("Quimbly, Barr and Weedlock", [("Quimbly, Barr and Weedlock", ORGANIZATION)]),
        ("Oran, Weedlock and Barr", [("Oran, Weedlock and Barr", PLACE)]),
        ("Lima, Peru", [("Lima, Peru", PLACE)]),
    ],
)
def test_three_names_of_which_none_is_a_place_are_a_firm(taken: str, names: list[tuple[str, EntityType]]) -> None:
    found = consistent([Name(taken, 0, len(taken), PLACE)], f"{taken} agreed.")
    assert [(each.text, each.type) for each in found] == names


def test_a_name_with_an_ampersand_is_a_body() -> None:
    glued = "Cleary Quimb & Hamilt"
    for kind in (PERSON, PLACE):
        assert [name.type for name in unglued([Name(glued, 0, len(glued), kind)], glued)] == [ORGANIZATION]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Settlers in the Quimbo wait. The Quimbo is dry.", "Quimbo", PLACE),
        ("The Quimbex had risen. Earlier the Quimbex fell.", "Quimbex", ORGANIZATION),
        ("The Quimbo affair goes on. The Quimbo affair is old.", "Quimbo", PERSON),
        ("The Quimbys have left.", "Quimbys", PERSON),
        ("The Yogi of Lima met Zelda Yogi.", "Yogi", PERSON),
        ("Quimbo left. Quimbo, the Quimbo of old, won.", "Quimbo", PERSON),
    ],
)
def test_what_has_an_article_before_it_is_no_person(text: str, name: str, kind: EntityType) -> None:
    places = [found.span() for found in re.finditer(rf"(?:Zelda )?{name}", text)]
    persons = [Name(text[start:end], start, end, PERSON) for start, end in places]
    assert {each.type for each in with_definite_names(persons, text) if each.text == name} == {kind}


@pytest.mark.parametrize(
    ("text", "there", "never"),
    [
        ("Polls were even.\n\nFAITH ERODES Angela Merkel spoke in Ohio.", "Angela Merkel", "ERODES"),
        ("INTERVIEW-Quimbart Bank to grow\n\nOSLO - Quimbart Bank will grow, it said.", "Quimbart Bank", "INTERVIEW"),
        ("RESEARCH ALERT-Boeing rises\n\nBoeing rose on Tuesday.", "Boeing", "ALERT"),
        ("Local Man Wins Prize\n\nGerry Quimby of Leeds won a prize on Saturday.", "Gerry Quimby", "Wins"),
        ("Why Tesla Needs Norway\n\nNorwegians like Tesla, and Tesla knows it.", "Tesla", "Needs"),
        ("In Lisbon the trams are full. Architect Rui Quimby wants more.", "Rui Quimby", "Architect"),
        ("ROLLS-Royce said on Monday that it would hire. Rolls-Royce makes engines.", "Rolls-Royce", "ROLLS"),
        ('Rates fell.\n\nZELDA QUIMBY, STRATEGIST, NORDEA:\n\n"We had hoped."', "Zelda Quimby", "STRATEGIST"),
    ],
)
def test_slugs_headlines_and_professions_are_taken_off_names(text: str, there: str, never: str) -> None:
    names = [entity.name for entity in read(text).entities]
    assert there in names
    assert not [name for name in names if never in name]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Brimley's, a chain of bakeries, is to close nine shops. Staff at Brimley's were told.", "Brimley's"),
        ("Zelnick's is for sale. Zelnick's runs 300 shoe shops and employs 4,000 people.", "Zelnick's"),
        ("Bed Bath & Beyond closed shops on Monday.", "Bed Bath & Beyond"),
        ("King's College London tested the drug on 300 people.", "King's College London"),
        ("Ruth's Chris Steak House opened in Singapore.", "Ruth's Chris Steak House"),
        ("Analysts and Pimco's Bill Gross agreed. Gross's fund grew faster.", "Pimco"),
        ("Denis Barr said his firm, Quimbicel, had no debts.", "Quimbicel"),
        ("Shares of Banco Quimby rose, traders said.", "Banco Quimby"),
    ],
)
def test_bodies_are_whole_and_told_by_what_companies_have(text: str, body: str) -> None:
    assert body in named(read(text), ORGANIZATION)


@pytest.mark.parametrize(
    "text",
    [
        "Denton's goal beat Leeds. Mark Denton's second came from a corner. Denton's was the best.",
        "The Quimbys' house burned. Peter Quimby's wife escaped. Quimby's was the last house.",
        "Zelda Quimby & Peter Barr sang. Quimby's shares of the fee were small.",
    ],
)
def test_what_persons_own_makes_no_body_of_them(text: str) -> None:
    assert not [name for name in named(read(text), ORGANIZATION) if "Denton" in name or "Quimby" in name]
