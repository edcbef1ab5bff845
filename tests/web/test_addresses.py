"""Addresses: each says a whole search, and any article has one."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from werkzeug.test import create_environ
from werkzeug.wrappers import Request

from corpus.article import Article, PartialDate
from corpus.document import Document
from search.types.request import Facet, Match, SearchRequest, Sort
from tests.newsroom import browse, visit
from web.links.addresses import Addresses
from web.links.parameters import read_search
from web.links.refine import excluded, narrowing, toggled, touches
from web.links.selection import value_label

VALUES = {
    Facet.ENTITY: st.sampled_from(["NATO", "Daesh", "A & B", "100% #1?"]),
    Facet.COUNTRY: st.sampled_from(["SY", "JO"]),
    Facet.YEAR: st.sampled_from(["2014", "2014..2019", "2008-09-12..2008-09-16", "unknown"]),
    Facet.SOURCE: st.sampled_from(["Herald & Post", "wire.example"]),
    Facet.AUTHOR: st.sampled_from(["Jane Doe", "Doe, Jane"]),
    Facet.LANGUAGE: st.sampled_from(["en", "German"]),
    Facet.TAG: st.sampled_from(["to read", "A, B"]),
    Facet.BASIS: st.sampled_from(["stated", "undated"]),
}


@st.composite
def selections(draw: st.DrawFn) -> dict[Facet, tuple[str, ...]]:
    chosen = {facet: draw(st.lists(values, unique=True, max_size=2)) for facet, values in VALUES.items()}
    return {facet: tuple(values) for facet, values in chosen.items() if values}


@st.composite
def searches(draw: st.DrawFn) -> SearchRequest:
    return SearchRequest(
        q=draw(st.text()).strip(),
        match=draw(st.sampled_from(Match)),
        filters=draw(selections()),
        exclude=draw(selections()),
        facet_match=draw(st.dictionaries(st.sampled_from([Facet.ENTITY, Facet.COUNTRY]), st.sampled_from(Match))),
        sort=draw(st.sampled_from(Sort)),
        page=draw(st.integers(1, 999)),
        per_page=draw(st.integers(1, 100)),
        cursor=draw(st.sampled_from([None, "WyJhIl0"])),
        articles=tuple(draw(st.lists(st.sampled_from(["SM64DV8C", "-_aZ09-_", "AAAAAAAA"]), unique=True))),
        added_since=draw(
            st.sampled_from([None, datetime(2026, 11, 29, 17, 10, tzinfo=UTC), datetime(1, 1, 2, tzinfo=UTC)])
        ),
        expand=draw(st.sampled_from([None, False, True])),
    )


@given(searches())
def test_an_address_says_the_whole_search(request_: SearchRequest) -> None:
    asked = Request(create_environ(Addresses().api(request_))).args
    assert read_search(asked) == request_
    shown = Request(create_environ(Addresses().page(request_))).args
    assert narrowing(read_search(shown)) == narrowing(request_)


@given(searches(), st.sampled_from(Facet), st.data())
def test_a_choice_made_twice_is_no_choice(request_: SearchRequest, facet: Facet, data: st.DataObject) -> None:
    value = data.draw(VALUES[facet])
    plain = replace(request_, filters={}, exclude={}, page=1, cursor=None)
    assert toggled(toggled(plain, facet, value), facet, value) == plain
    assert excluded(excluded(plain, facet, value), facet, value) == plain
    chosen = toggled(excluded(plain, facet, value), facet, value)
    assert (chosen.filters, chosen.exclude) == ({facet: (value,)}, {})


@given(searches(), st.sampled_from(Facet), st.data())
def test_the_address_with_one_more_value_is_that_of_the_search(
    request_: SearchRequest, facet: Facet, data: st.DataObject
) -> None:
    value = data.draw(VALUES[facet])
    assume(not touches(request_, facet, value))
    adding = Addresses("https://archive.example").api_adding(request_)(facet)
    assert adding(value) == Addresses("https://archive.example").api(toggled(request_, facet, value))


ODD = ["a/b c.txt", "é/ß.txt", "100%#1?&=.txt", "a//b", "/root", "../up", "x\ny", "q\\r", "tail/", 'say "hi"', "%2F"]


@pytest.mark.parametrize("name", ODD)
def test_any_id_can_be_opened_from_the_results(tmp_path: Path, name: str) -> None:
    client = browse(tmp_path, Document(Article(name, "The title", "The text."), (), (), PartialDate()))
    link = visit(client, "/").links["The title"]
    # A browser settles `..` and the like before it asks.
    assert "The text." in visit(client, urljoin("http://localhost/", link)).text
    (hit,) = client.get("/api/search").json["results"]  # type: ignore[index]
    assert client.get(hit["links"]["self"]).json["id"] == name  # type: ignore[index]


def test_an_id_that_ends_like_an_address_is_reached_beside_the_other(tmp_path: Path) -> None:
    names = ["x", "x/similar", "x/similar/similar"]
    client = browse(tmp_path, *(Document(Article(name, name, "The text."), (), (), PartialDate()) for name in names))
    for hit in client.get("/api/search").get_json()["results"]:
        article = client.get(hit["links"]["self"]).get_json()
        assert article["id"] == hit["id"]
        assert client.get(article["links"]["similar"]).get_json()["id"] == hit["id"]


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2019", "2019"),
        ("2019-04", "April 2019"),
        ("2019-04-09", "9 April 2019"),
        ("2019-04-09..2019-05-01", "9 April 2019–1 May 2019"),
        ("2014..", "from 2014"),
        ("..2014-06", "until June 2014"),
        ("unknown", "undated"),
    ],
)
def test_a_time_is_told_in_words(value: str, label: str) -> None:
    assert value_label(Facet.YEAR, value) == label
