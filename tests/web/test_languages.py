"""The page in five languages: each says everything, keeps what stands in it, and is the one that is asked for."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from tests.newsroom import NEWSROOM, Page, browse, visit
from web.formatting.language import CATALOGUES, LANGUAGES, grouped, speak, spoken

WEB = Path(__file__).parents[2] / "web"
METHODS = [("templates/**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {
    "_": None, "tell": None, "say": None, "message": None, "ngettext": (1, 2), "messages": (1, 2), "count": (1, 2),
}  # fmt: skip
OTHERS = [each for each in LANGUAGES if each != "en"]
PARTS = re.compile(r"%\(\w+\)s|<[^>]+>|\b(?:title|source|entity|country|year):")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


@pytest.fixture(scope="module")
def messages() -> list[str | tuple[str, ...]]:
    """What the page says, as the extractor finds it."""
    found = extract_from_dir(str(WEB), METHODS, keywords=KEYWORDS)
    return [message for _, _, message, _, _ in found if message]


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, language)


@pytest.mark.parametrize("language", OTHERS)
def test_everything_is_said_in_each_language(messages: list[str | tuple[str, ...]], language: str) -> None:
    known = catalogue(language)
    assert len(messages) > 200
    for message in messages:
        found = known.get(message if isinstance(message, str) else message[0])
        assert found, f"{message} is not in {language}.po: make catalogues"
        forms = found.string if isinstance(found.string, (tuple, list)) else (found.string,)
        assert all(forms), message
        assert len(forms) == (known.num_plurals if isinstance(message, tuple) else 1), message


@pytest.mark.parametrize("language", OTHERS)
def test_what_stands_in_a_message_stands_in_its_translation(language: str) -> None:
    for message in catalogue(language):
        if isinstance(message.id, str) and message.id:
            assert sorted(PARTS.findall(str(message.string))) == sorted(PARTS.findall(message.id)), message.id
        elif message.id:
            # One article may be said without its number, never with another value or mark-up.
            allowed = set(PARTS.findall(message.id[1]))
            assert all(set(PARTS.findall(form)) <= allowed for form in message.string), message.id
            assert set(PARTS.findall(message.string[-1])) == allowed, message.id


@pytest.mark.parametrize(
    ("address", "wanted", "spoken"),
    [
        ("/", "", "en"),
        ("/", "de-CH,de;q=0.9,en;q=0.5", "de"),
        ("/", "pt,ar;q=0.5", "ar"),
        ("/", "nl", "en"),
        ("/?lang=fr", "de", "fr"),
        ("/?lang=es-MX", "de", "es"),
        ("/?lang=xx", "de", "de"),
    ],
)
def test_the_language_is_the_one_that_is_asked_for(client: FlaskClient, address: str, wanted: str, spoken: str) -> None:
    answer = client.get(address, headers={"Accept-Language": wanted} if wanted else {})
    html = Page(answer.text).all("html")[0]
    assert html == {"lang": spoken, "dir": "rtl" if spoken == "ar" else "ltr"}
    assert "Accept-Language" in answer.headers["Vary"]


def test_a_language_that_was_asked_for_by_name_stays(client: FlaskClient) -> None:
    page = visit(client, "/?q=coalition&lang=de")
    assert "2 Artikel" in page.text
    for name in (
        "Syrien 2",
        "Suchen",
        "wer mit wem, und wann",
        "älteste",
        "Kerry leaves for Amman to forge a coalition",
    ):
        assert "lang=de" in page.links[name], name
        assert visit(client, page.links[name].partition("#")[0]).all("html")[0]["lang"] == "de", name
    assert "lang=" not in page.links["JSON"]
    assert visit(client, "/?q=coalition").links["Deutsch"] == "/?q=coalition&lang=de"


def test_an_answer_that_is_kept_is_of_its_language(client: FlaskClient) -> None:
    german = client.get("/", headers={"Accept-Language": "de"})
    tag = german.headers["ETag"]
    again = {"If-None-Match": tag}
    assert client.get("/", headers={"Accept-Language": "de", **again}).status_code == 304
    assert client.get("/", headers={"Accept-Language": "fr", **again}).status_code == 200


def test_programs_are_answered_in_english_whoever_asks(client: FlaskClient) -> None:
    answer = client.get("/api/search?q=coalition&lang=de", headers={"Accept-Language": "de"})
    assert {each["label"] for each in answer.get_json()["facets"]["country"]} >= {"Syria", "Jordan"}
    assert "coalition" in client.get("/feed.atom?q=coalition&lang=de").text


def test_what_a_user_typed_is_text_in_every_language(client: FlaskClient) -> None:
    for language in LANGUAGES:
        html = client.get(f"/?q=%3Cb%3Ex%25(num)s&entity=%3Ci%3E&not_entity=%3Cu%3E&lang={language}").text
        assert "<b>" not in html
        assert "<i>" not in html
        assert "<u>" not in html


def test_dates_countries_and_numbers_are_written_as_the_language_does(client: FlaskClient) -> None:
    assert "8. September 2014" in visit(client, "/?lang=de").text
    assert "8 septembre 2014" in visit(client, "/?lang=fr").text
    assert "8 de septiembre de 2014" in visit(client, "/?lang=es").text
    assert "8 سبتمبر 2014" in visit(client, "/?lang=ar").text
    assert "Jordanie" in visit(client, "/?lang=fr").text
    speak("de")
    assert grouped(12345) == "12.345"
    speak("en")
    assert grouped(12345) == "12,345"


def test_who_comes_after_is_spoken_to_in_their_language(client: FlaskClient) -> None:
    for address in ("/?q=coalition&lang=ar", "/articles/wire/doha.txt?lang=ar", "/articles/none?lang=ar"):
        assert client.get(address).text
        assert spoken() == "en"
    assert "2 articles" in visit(client, "/?q=coalition").text
