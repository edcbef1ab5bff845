"""Which countries an article is about, and how a country is called."""

import tomllib

import pytest

from corpus.article import Country, EntityType
from corpus.enrichment.aliases.country_names import country_code, country_name
from tests.conftest import ROOT
from tests.derived import codes, named, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Michael Jordan scored again.", []),
        ("Envoys met the king of Jordan in Amman.", ["JO"]),
        ("Chad Smith played the drums.", []),
        ("Soldiers from Chad crossed into Niger, not Nigeria.", ["TD", "NE", "NG"]),
        ("Paris Hilton arrived late.", []),
        ("India Quimby sang. Quimby said that India calls her in Leeds.", ["GB"]),
        ("Mali Quimby plays a nurse in Leeds.", ["GB"]),
        ("The Kremlin denied it.", ["RU"]),
        ("A Great Dane and a Guernsey cow were sold in Leeds.", ["GB"]),
        ("Pupils of Cyprus High School sang in Ohio.", ["US"]),
        ("German Primary Schools closed on Monday.", ["DE"]),
        ("The Taiwan Arms Sale was put off again.", ["TW"]),
        ("Somebody from Rome, Georgia, wrote.", ["US"]),
        ("Somebody from Batumi, Georgia, wrote.", ["GE"]),
        ("Chad Smith thanked his mother in Ohio. Chad wept.", ["US"]),
        ("Holland & Quimby sells oats in Leeds.", ["GB"]),
        ("Cooks in Ohio roast a turkey. Turkey is cheap.", ["US"]),
        ("The band Japan sang in Leeds. Iceland, the supermarket, paid.", ["GB"]),
        ("Veterans of the Korean War met in Ohio.", ["US"]),
        ("Veterans of the Korean War flew from Ohio to Seoul.", ["KR", "US"]),
        ("A thief read The Italian Job in Leeds.", ["GB"]),
        ("An Italian restaurant in Leeds serves French toast.", ["GB"]),
        ("Paris and Cairo agreed.", ["FR", "EG"]),
        ("They farm near Paris, Texas.", ["US"]),
        ("Guinea-Bissau, Papua New Guinea and Equatorial Guinea voted.", ["GW", "PG", "GQ"]),
        ("Guinea voted.", ["GN"]),
        ("Voters in Georgia queued in Atlanta.", ["US"]),
        ("Troops left Georgia and Tbilisi rejoiced.", ["GE"]),
        ("Fighting in Congo spread to Goma.", ["CD"]),
        ("Fighting in Congo spread to Brazzaville.", ["CG"]),
        ("He told The Washington Times and The Washington Post.", []),
        ("George Washington slept here.", []),
        ("Washington answered the Kremlin and Ankara.", ["US", "RU", "TR"]),
        ("New Mexico and New Jersey sued.", ["US"]),
        ("Tell us about the US.", ["US"]),
        ("Turkey sandwich and roast beef were served.", []),
        ("He wrote it in French.", []),
        ("An Arab newspaper asked Latin America.", []),
        ("The fee was US$300.", []),
        ("The South China Sea and the Gulf of Mexico are warm.", []),
        ("Swiss, Emirati and British envoys met.", ["CH", "AE", "GB"]),
        ("Scotland and the Russian Federation played.", ["GB", "RU"]),
        ("A Russia-Ukraine truce held.", ["RU", "UA"]),
        ("ANKARA, Turkey (AP) - TURKEY VOTES", ["TR"]),
        ("LET US PRAY FOR SYRIA", ["SY"]),
        ("A report by Islamic Invitation Turkey was short.", []),
        ("They landed in Port-au-Prince.", ["HT"]),
        ("The European Union agreed on it in Brussels.", []),
        ("Police in Brussels searched flats across Belgium.", ["BE"]),
        ("The Armed Forces of the Russian Federation left.", ["RU"]),
        ("Nigeria won 3-1, and Israel pounds Gaza.", ["NG", "IL", "PS"]),
        ("It cost 300 Egyptian pounds and 200 South Korean won.", []),
        ("Irish Setters and French Bulldogs eat Brussels sprouts.", []),
        ("Police came to China Grove and Mexico Beach.", []),
        ("The Kyoto Protocol and the Treaty of Rome bind Canada.", ["CA"]),
        ("HMS Jamaica is a museum now.", []),
        ("Firemen in Lebanon, Pa., came from Lebanon County; Lebanon is small.", ["US"]),
        ("Israel Quimby left in April. Quimby played well.", []),
        ("Israel Railways left in April. Railways are slow.", ["IL"]),
        ("Mr. Ireland declined to comment. Ireland, 45, was charged.", []),
        ("A critic in Sydney said so.", ["AU"]),
        ("Banks in Frankfurt and farmers near Seville waited.", ["DE", "ES"]),
        ("Norman France, a doctor, retired. France is sixty.", []),
        ("Norman France, a doctor, left Paris. France is sixty.", ["FR"]),
    ],
)
def test_a_country_is_told_from_what_only_looks_like_it(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_countries_come_by_weight_and_a_title_tips_the_scales() -> None:
    document = read("Iraq and Syria. Iraq asked Syria.", title="Syrian answer")
    assert document.countries == (Country("SY", 3), Country("IQ", 2))
    assert codes("Iraq waits. Syria waits.", "Syria") == ["SY", "IQ"]


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("CLEVELAND, March 3", ["US"]),
        ("SYDNEY, March 3 (Example Wire)", ["AU"]),
        ("BRUSSELS (Example Wire)", ["BE"]),
        ("ST. LOUIS, March 3", ["US"]),
        ("ST. PAUL, MINN., March 3", ["US"]),
        ("TROY, Mich, March 3", ["US"]),
        ("WARSAW, Ind., March 3", ["US"]),
        ("WARSAW, March 3", ["PL"]),
        ("VANCOUVER, B.C., March 3", ["CA"]),
        ("ATLANTA, Georgia, March 3", ["US"]),
        ("TBILISI, Georgia, March 3", ["GE"]),
        ("FRANKFURT/GENEVA, March 3", ["DE", "CH"]),
        ("OBAMA", []),
    ],
)
def test_a_dateline_tells_its_country(dateline: str, expected: list[str]) -> None:
    title = "NEW SHARES TO BE LISTED AT HOME\n\n" if dateline[0] == "S" else ""
    assert codes(f"{title}{dateline} - The European Commission said it expects more of its members.") == expected


def test_a_city_of_a_dateline_is_the_large_one_whatever_else_is_named() -> None:
    text = "GENEVA, March 3 - The United States handed over a draft. The United States expects an answer."
    assert codes(text) == ["CH", "US"]


def test_where_a_paper_is_listed_is_no_country_of_the_story() -> None:
    assert codes("LONDON, March 3 - The bond of Denmark will be listed in Luxembourg.") == ["GB", "DK"]
    assert codes("The shares are listed in Luxembourg.") == ["LU"]


def test_a_dateline_outweighs_what_is_named_in_passing() -> None:
    report = "Kenya opened a road. Kenya paid for it. Kenya wants more of them. A bank in Peru lent money."
    assert codes(report) == ["KE", "PE"]
    assert codes(f"NAIROBI, March 3 (Example Wire) - {report} Kenya said so.") == ["KE"]


def test_what_stands_behind_the_lead_of_a_story_with_a_dateline_is_background() -> None:
    lead = "Farmers met and spoke about the rain that fell in the hills on Monday. " * 5
    told = f"NAIROBI, March 3 (Example Wire) - {lead}Kenya's rain fell. Kenya waits."
    assert codes(f"{told} Peru has rain.") == ["KE"]
    assert codes(f"{told} Peru has rain.", "Rain in Peru") == ["KE", "PE"]


def test_a_city_or_people_weighs_less_than_a_name() -> None:
    assert codes("Lima and Rome wait. Chileans wait. Kenya waits.") == ["KE", "CL", "PE", "IT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Soviet Union and East Germany signed.", ["RU", "DE"]),
        ("Czechoslovak envoys met in Yugoslavia.", ["RS", "CZ"]),
        ("The USSR and South Yemen signed.", ["RU", "YE"]),
        ("It cost 30 Swiss francs and 20 U.S. dollars.", []),
    ],
)
def test_states_that_are_no_more_have_successors_and_money_has_no_country(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Paris, Tex., closed Main Street.", ["US"]),
        ("Police in Paris, TX, closed Main Street.", ["US"]),
        ("The sheriff of Lamar County drove to Paris.", ["US"]),
        ("Police in London closed the road to Windsor. Ontario paid.", ["CA"]),
        ("Envoys from Ontario met the British cabinet in London.", ["GB", "CA"]),
        ("Georgia Governor Brian Kemp signed it.", ["US"]),
        ("Durham County Council met.", []),
    ],
)
def test_a_state_or_county_tells_a_town_from_a_larger_namesake(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_what_is_named_after_a_country_is_no_entity() -> None:
    assert read("Panama hats and Guinea fowl were sold.").entities == ()


def test_the_table_of_former_states_is_sound() -> None:
    raw = (ROOT / "corpus" / "enrichment" / "aliases" / "data" / "historic.toml").read_text(encoding="utf-8")
    for name, state in tomllib.loads(raw).items():
        assert state["years"][0] < state["years"][1], name
        assert all(country_name(code) != code for code in state["successors"]), name
        assert country_code(name) == state["successors"][0]


def test_the_publication_that_an_article_is_from_does_not_count() -> None:
    document = read("By Islamic Invitation Turkey. Bahrain waits.", "Talks", source="Islamic Invitation Turkey")
    assert ([country.code for country in document.countries], named(document, EntityType.ORGANIZATION)) == (["BH"], [])


def test_a_publication_behind_the_title_does_not_count() -> None:
    assert codes("Envoys wait.", "Troops go to Iraq - Islamic Invitation Turkey") == ["IQ"]
    assert codes("Envoys wait.", "Troops go to Iraq - Saudi Arabia") == ["IQ", "SA"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("SY", "SY"),
        ("syria", "SY"),
        ("Syrians", "SY"),
        ("cote d'ivoire", "CI"),
        ("Ivory Coast", "CI"),
        ("UK", "GB"),
        ("Turkey", "TR"),
        ("Kosovo", "XK"),
        ("Republic of China", "TW"),
        ("republic of kenya", "KE"),
        ("England", "GB"),
        ("Narnia", None),
        ("EU", None),
        ("", None),
    ],
)
def test_a_country_is_found_by_what_users_type(typed: str, code: str | None) -> None:
    assert country_code(typed) == code


def test_a_country_has_a_name_in_each_language() -> None:
    assert [country_name("DE"), country_name("de", "fr"), country_name("DE", "xx"), country_name("QQ")] == [
        "Germany",
        "Allemagne",
        "Germany",
        "QQ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mark Cuban, an owner of the Mavericks, opened a gym. Cuban gave the balls. Pupils asked Cuban.", []),
        ("Mark Cuban flew to Havana. Cuban leaders waited there.", ["CU"]),
        ("The small LAOS party did not join. LAOS leaders stayed.", []),
        ("The CHAD model predicts lower prices.", []),
        ("Envoys met in Laos. LAOS is a country, he said.", ["LA"]),
        ("LAOS (Example Wire) - Rain fell.", ["LA"]),
        ("Rain by country:\nLAOS: 3 mm\nPERU: 4 mm", ["LA", "PE"]),
    ],
)
def test_surnames_and_acronyms_are_no_countries(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_surname_that_is_a_peoples_name_is_the_person() -> None:
    document = read("Mark Cuban opened a gym. Cuban gave the balls. Some pupils asked Cuban.")
    assert [(entity.name, len(entity.mentions)) for entity in document.entities] == [("Mark Cuban", 3)]


def test_a_country_has_its_short_name() -> None:
    assert [country_name(code) for code in ("HK", "MO", "PS")] == ["Hong Kong", "Macao", "Palestine"]
    assert [country_name("HK", language) for language in ("de", "zh", "ru", "xx")] == [
        "Hongkong",
        "香港",
        "Гонконг",
        "Hong Kong",
    ]
    assert country_code("Hong Kong SAR China") == country_code("Hong Kong") == "HK"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The singer India Quimby sang in Dallas.", ["US"]),
        ("Cuba Quimby Jr. came to Las Vegas.", ["US"]),
        ("Little Italy in New York stayed dry.", ["US"]),
        ("Italian-Americans marched in Boston on Columbus Day.", ["US"]),
        ("Mexican food trucks line the streets of Austin, Texas.", ["US"]),
        ("The Vietnam veteran lives in Tulsa, Oklahoma.", ["US"]),
        ("Norway rats overran a market in Baltimore.", ["US"]),
    ],
)
def test_quarters_descent_food_and_callings_name_no_country(text: str, codes: list[str]) -> None:
    assert [country.code for country in read(text).countries] == codes


def test_talks_between_two_nations_and_exports_of_food_name_them() -> None:
    assert {country.code for country in read("Russian-American talks began in Oslo.").countries} >= {"RU", "US"}
    assert "CN" in {country.code for country in read("Chinese food exports fell in May.").countries}
