"""Short texts whose script tells their language."""

import pytest

from corpus.extraction.extract import to_article
from corpus.extraction.metadata.language import language_of
from corpus.record import ContentKind, Record


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("中国经济增长放缓", "zh"),
        ("Apple公司今天发布iPhone手机", "zh"),
        ("東京でニュース", "ja"),
        ("뉴스 속보입니다", "ko"),
        ("חדשות היום", "he"),
        ("Νέα της ημέρας", "el"),
        ("أخبار اليوم", "ar"),
        ("ข่าววันนี้", "th"),
        ("In Athens he wrote α and β about physics.", "en"),
    ],
)
def test_the_script_of_a_short_text_tells_its_language(text: str, language: str) -> None:
    assert language_of(text, None, "en") == language


def test_a_page_is_believed_where_its_language_shares_the_script() -> None:
    assert language_of("東京都議会", "ja", "en") == "ja"
    assert language_of("חדשות היום", "en", "en") == "he"


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("शहर पुराना डिपो बंद करेगा", "hi"),
        ("Rat schließt altes Straßenbahndepot nach elf Jahren Streit", "de"),
        ("Hội đồng thành phố đóng cửa kho tàu điện cũ", "vi"),
        ("Merkel and Macron meet Erdoğan in Köln", "en"),
    ],
)
def test_an_article_that_is_its_headline_has_the_language_of_it(headline: str, language: str) -> None:
    assert to_article(Record("a", "a.csv", 2, ContentKind.TEXT, "", fields={"title": headline})).language == language


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        (
            "Le conseil a voté mardi soir la fermeture du vieux dépôt de tramways, après onze ans de dispute.",
            "2017-05-09",
        ),
        ("The council voted on Tuesday night to close the old tram depot, after a dispute of eleven years.", "2017"),
    ],
)
def test_the_language_of_a_text_tells_the_order_of_day_and_month_in_its_fields(text: str, iso: str) -> None:
    read = to_article(Record("a", "a.csv", 2, ContentKind.TEXT, text, fields={"published": "09/05/2017"}))
    assert read.published.iso == iso


RESULTS = (
    "(Example Wire) - Quimbart Inc reported third-quarter results on Tuesday. * Q3 EPS $1.17 vs $1.02 a year earlier "
    "* Q3 sales rose 6.4 percent to $15.9 billion * Quimbart Sees FY 2018 EPS $4.40 to $4.45, up from $4.35 * Weedlock "
    "Barr Holdings Q3 net income fell 2 percent to $88 million on lower sales in Asia * Shares of Quimbart rose "
    "3 percent in New York to $66.10 and those of Weedlock fell * Norder Bank Expects Q4 EPS $1.09 vs $1.01"
)
DUTCH = (
    "De nieuwe brug over de Vecht is gisteren in gebruik genomen. Of het een feest was, daarover lopen de meningen "
    "uiteen: er stond veel wind, en wie er was zag door de regen bijna niets van de stoet."
)


def test_english_among_figures_and_names_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language_of(DUTCH, None, "en") == "nl"
    monkeypatch.delattr("corpus.extraction.metadata.language._model")
    assert language_of(RESULTS, None, "en") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lučka uprava u utorak je odobrila drugi gat za trajekte i time okončala šestogodišnji spor.", "hr"),
        ("Havnestyret godkjente tirsdag en ny fergekai og avsluttet dermed en strid som har vart i seks år.", "no"),
    ],
)
def test_a_language_that_has_others_like_it_is_not_taken_for_english(text: str, language: str) -> None:
    assert language_of(text, None, "en") == language
    assert language_of(text, language, "en") == language


def test_names_from_elsewhere_are_no_language() -> None:
    names = "Cyril Ramaphosa, Nkosazana Dlamini-Zuma, Gwede Mantashe, Zweli Mkhize, Lindiwe Sisulu elected."
    assert language_of(names, None, "en") == "en"
    assert language_of("Kuala Lumpur 3 Johor 1; Selangor 2 Kelantan 2; Perak 0 Terengganu 1", None, "en") == "en"
