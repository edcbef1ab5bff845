"""The Atom feed of a search against the rules that a feed validator holds (RFC 4287), whatever the articles hold."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Basis, Country, Entity, PartialDate
from corpus.document import Document
from search.searcher import Searcher
from tests.archive import document, write
from tests.atom import ATOM, IRI, faults, links_of
from tests.newsroom import NEWSROOM, PERSON, browse
from web.api.feed import iri
from web.app import create_app

ODD = [
    Article("a", "Rates < 2 % & <b>rising</b> ]]> &amp;", "He said <script>alert(1)</script> & left.", source="A & B"),
    Article("b", "bell \x07 null \x00 vertical \x0b \ufffe", "text \x1b[0m", source="\x1f", author="\x02"),
    Article("c", "Emoji \U0001f30d and \U0001f468\u200d\U0001f469\u200d\U0001f467", "Flags \U0001f1f3\U0001f1f4."),
    Article("d", "\u0627\u0644\u0633\u0644\u0627\u0645 \u202eabc\u202c", "\u0645\u062d", language="ar"),
    Article("e", "", "Nothing over it.", language="not a tag"),
    Article("f", "\x01\x02", "Only signs over it.", url='https://x.example/ab"<c>|{d}?[e]=100%#f#g\u00e9'),
    Article("../g//h i.txt", "Odd path", "Text.", url="https://[2001:db8::1]:8080/[x]", author="Maria Lund"),
    Article("i", "Script", "Text.", url="javascript:alert(1)"),
]  # fmt: skip


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    dates = [
        PartialDate(2019, 4, 9, Basis.STATED),
        PartialDate(5, basis=Basis.STATED),
        PartialDate(),
        PartialDate(2020, 2),
    ]
    documents = [
        Document(article, (Entity("\x02", PERSON),), (Country("SY"),), dates[number % 4])
        for number, article in enumerate(ODD)
    ]
    return browse(tmp_path_factory.mktemp("odd"), *documents)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


ADDRESSES = [
    "/feed.atom",
    "/feed.atom?q=text+%22%3C%26&not_country=JO",
    "/feed.atom?page=2&per_page=3",
    "/feed.atom?q=none",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_of_odd_articles_has_no_fault(odd: FlaskClient, address: str) -> None:
    response = odd.get(address)
    assert response.content_type == "application/atom+xml; charset=utf-8"
    assert faults(response.data, f"http://localhost{address}") == []


def test_a_feed_has_all_articles_with_their_text_as_it_is(odd: FlaskClient) -> None:
    feed = ET.fromstring(odd.get("/feed.atom").data)  # noqa: S314 - our own
    entries = feed.findall("atom:entry", ATOM)
    titles = {entry.findtext("atom:title", "", ATOM) for entry in entries}
    assert titles == {
        "Rates < 2 % & <b>rising</b> ]]> &amp;", "bell  null  vertical", "Odd path", "Script", "e", "f",
        "Emoji \U0001f30d and \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u0627\u0644\u0633\u0644\u0627\u0645 \u202eabc\u202c",
    }  # fmt: skip
    assert "He said <script>alert(1)</script> & left." in "".join(
        entry.findtext("atom:summary", "", ATOM) for entry in entries
    )
    assert {each.get("href") for entry in entries for each in links_of(entry, "via")} == {
        "https://x.example/ab%22%3Cc%3E%7C%7Bd%7D?%5Be%5D=100%25#f%23g\u00e9",
        "https://[2001:db8::1]:8080/%5Bx%5D",
    }
    assert {entry.findtext("atom:author/atom:name", "", ATOM) for entry in entries} == {
        "A & B", "Maria Lund", "source unknown",
    }  # fmt: skip


BREAKS = [
    (b"<updated>", b"<updated>yesterday "),
    (b"urn:uuid:", b"urn uuid:"),
    (b"<name>", b"<name><!-- "),
    (b"<title>", b"<title><b/>"),
    (b'rel="self"', b'rel="other"'),
    (b"</entry>", b"<summary>again</summary></entry>"),
    (b'href="http:', b'href="http :'),
    (b"<summary>", b"<notice/><summary>"),
    (b'xml:lang="ar"', b'xml:lang="not a tag"'),
    (b'term="SY"', b'term=" "'),
]


@pytest.mark.parametrize(("whole", "broken"), BREAKS)
def test_the_rules_find_what_is_broken(odd: FlaskClient, whole: bytes, broken: bytes) -> None:
    feed = odd.get("/feed.atom").data
    assert whole in feed
    worse = feed.replace(whole, broken).replace(b"</name>", b" --></name>" if b"<!--" in broken else b"</name>")
    assert faults(worse, "http://localhost/feed.atom") != []


def test_a_search_can_be_followed(client: FlaskClient) -> None:
    address = "/feed.atom?q=coalition&sort=oldest&per_page=1"
    response = client.get(address)
    assert faults(response.data, f"http://localhost{address}") == []
    feed = ET.fromstring(response.data)  # noqa: S314 - our own
    assert feed.findtext("atom:title", None, ATOM) == "coalition – Dateline"
    assert feed.findtext("atom:updated", None, ATOM) == "2019-04-09T00:00:00Z"
    assert feed.findtext("opensearch:totalResults", None, ATOM) == "2"
    links = {link.get("rel"): link.get("href") for link in feed.findall("atom:link", ATOM)}
    assert links["next"] == "http://localhost/feed.atom?q=coalition&sort=newest&page=2&per_page=1"
    (entry,) = feed.findall("atom:entry", ATOM)
    (alternate,) = links_of(entry, "alternate")
    assert alternate.get("href") == "http://localhost/articles/wire/washington.txt"
    assert entry.findtext("atom:title", None, ATOM) == "Washington works to keep its coalition together"
    assert entry.findtext("atom:author/atom:name", None, ATOM) == "herald.example"
    assert "9 April 2019, inferred." in (entry.findtext("atom:summary", None, ATOM) or "")


def test_an_entry_has_the_same_id_in_every_feed(client: FlaskClient) -> None:
    ids = {
        ET.fromstring(answer.data).findtext("atom:entry/atom:id", None, ATOM)  # noqa: S314 - our own
        for answer in (
            client.get("/feed.atom?q=washington"),
            client.get("/feed.atom?q=soldier&country=SY&not_country=JO", headers={"Host": "archive.example"}),
        )
    }
    assert ids == {"urn:uuid:f1da3657-49c9-5738-9b44-77aa962840bc"}


@given(st.text(st.characters(codec="utf-8")))
def test_any_path_becomes_an_iri(path: str) -> None:
    assert IRI.fullmatch(iri(f"https://x.example/{path}"))
    assert iri(iri(f"https://x.example/{path}")) == iri(f"https://x.example/{path}")


def test_a_feed_by_time_of_indexing_begins_with_what_came_last(tmp_path: Path) -> None:
    write(tmp_path, [document("early", "A coalition.", year=2024), document("other", "A coalition.", year=2023)])
    write(tmp_path, [document("late", "A coalition of old.", year=1999)])
    client = create_app(Searcher(tmp_path)).test_client()
    address = "/feed.atom?q=coalition&sort=added"
    answer = client.get(address).data
    assert faults(answer, f"http://localhost{address}") == []
    feed = ET.fromstring(answer)  # noqa: S314 - our own feed
    entries = feed.findall("atom:entry", ATOM)
    updated = [entry.findtext("atom:updated", "", ATOM) for entry in entries]
    assert [entry.findtext("atom:title", "", ATOM) for entry in entries] == ["late", "early", "other"]
    assert updated == sorted(updated, reverse=True)
    assert updated[0] == feed.findtext("atom:updated", "", ATOM)
    assert updated[0] > "2026"
    by_date = ET.fromstring(client.get("/feed.atom?q=coalition").text)  # noqa: S314
    titles = [each.findtext("atom:title", "", ATOM) for each in by_date.findall("atom:entry", ATOM)]
    assert titles == ["early", "other", "late"]
