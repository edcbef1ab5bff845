"""Both engines give the same answers to questions made by chance: the same articles, counts, snippets and lists."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from itertools import islice
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from cluster import lineage
from cluster.articles import Articles
from cluster.reader import NEARLY
from search.engine import Engine
from search.types.request import Match, SearchRequest, Sort
from tests.engines import generated
from tests.engines.conftest import Both, Make
from web.links.parameters import read_search

pytestmark = pytest.mark.cluster

_FACETS = ("entity", "country", "year", "source", "author", "language", "basis")


def _asked(seed: int, count: int, **more: Any) -> Iterator[dict[str, Any]]:
    for number, q in enumerate(generated.queries(seed, count)):
        yield {"q": q, **generated.filters(seed * 1_000 + number), **more}


def _same(both: Both, path: str, **asked: Any) -> None:
    """Hold both engines to the same answer, but for what the cluster announces that it may miss."""
    (status, embedded), (other, cluster) = both.answers(path, **asked)
    assert status == other, (path, asked, embedded, cluster)
    if isinstance(cluster, dict) and NEARLY in cluster.get("notices", ()):
        # What is said so may differ; mostly it does not, and nothing is found that should not be.
        assert cluster.get("total", 0) <= embedded.get("total", 0) or embedded.get("relaxed"), (path, asked)
        return
    assert embedded == cluster, (path, asked)


@pytest.mark.parametrize("seed", range(4))
def test_searches_by_date_are_the_same_in_everything_but_scores(both: Both, seed: int) -> None:
    for place, asked in enumerate(_asked(seed, 12)):
        _same(both, "/api/search", sort=("newest", "oldest")[place % 2], per_page=100, **asked)


@pytest.mark.parametrize("seed", range(20, 22))
def test_by_relevance_each_article_comes_once_whatever_the_pages(both: Both, seed: int) -> None:
    for asked in _asked(seed, 8):
        request = read_search(MultiDict(asked))
        found = [list(_by_number(engine, replace(request, per_page=7))) for engine in (both.embedded, both.cluster)]
        if NEARLY not in both.cluster.search(request).notices:
            assert sorted(found[0]) == sorted(found[1]), asked
        assert len(set(found[1])) == len(found[1]), asked


@pytest.mark.parametrize(
    ("q", "sort"),
    [
        ("bank OR war", Sort.RELEVANCE), ("", Sort.NEWEST), ("troops", Sort.OLDEST),
        ("the of and war peace talks", Sort.RELEVANCE),
    ],
)  # fmt: skip
@pytest.mark.parametrize("group", [False, True])
def test_a_cursor_leads_through_all_in_the_order_of_the_pages(
    stories: Both, q: str, sort: Sort, *, group: bool
) -> None:
    request = SearchRequest(q, match=Match.ANY, sort=sort, per_page=9, group=group)
    for engine in (stories.embedded, stories.cluster):
        by_number = list(_by_number(engine, request))
        assert by_number == list(_by_cursor(engine, request))
        assert len(set(by_number)) == len(by_number) == engine.search(request).listed
    assert sorted(_by_number(stories.cluster, request)) == sorted(_by_number(stories.embedded, request))


def _by_number(engine: Engine, request: SearchRequest) -> Iterator[str]:
    """The ids of all results, page after page."""
    while (result := engine.search(request)).hits:
        yield from (hit.document.article.id for hit in result.hits)
        request = replace(request, page=request.page + 1)


def _by_cursor(engine: Engine, request: SearchRequest) -> Iterator[str]:
    cursor: str | None = ""
    while cursor is not None:
        result = engine.search(replace(request, cursor=cursor or None))
        yield from (hit.document.article.id for hit in result.hits)
        cursor = result.next_cursor


@pytest.mark.parametrize("seed", range(40, 42))
def test_articles_marks_and_exports_are_the_same(both: Both, seed: int) -> None:
    for place, asked in enumerate(_asked(seed, 6, sort="newest")):
        _same(both, f"/api/articles/{both.ids[(seed * 37 + place * 11) % len(both.ids)]}", q=asked["q"])
        for path in ("/export.jsonl", "/export.csv", "/feed.atom", "/export.concordance.csv"):
            if NEARLY not in both.answers("/api/search", **asked)[1][1]["notices"]:
                _same(both, path, **asked)


@pytest.mark.parametrize("seed", range(60, 62))
def test_lists_of_values_are_the_same_by_page_and_by_prefix(both: Both, seed: int) -> None:
    prefixes = ("a", "b", "is", "un", "me", "g", "daily s", "united n", "ger", "uk", "usa")
    for place, asked in enumerate(_asked(seed, 8)):
        if NEARLY in both.answers("/api/search", **asked)[1][1]["notices"]:
            continue
        facet = _FACETS[place % len(_FACETS)]
        _same(both, f"/api/facets/{facet}", per_page=4, page=1 + place % 2, **asked)
        _same(both, f"/api/facets/{_FACETS[place % 5]}", prefix=prefixes[place % len(prefixes)], **asked)


@pytest.mark.parametrize("seed", range(80, 82))
def test_what_is_counted_over_a_result_is_the_same(both: Both, seed: int) -> None:
    orders = ("result", "left", "right", "match", "date", "source")
    for place, asked in enumerate(_asked(seed, 5, sort="newest")):
        if NEARLY in both.answers("/api/search", **asked)[1][1]["notices"]:
            continue
        _same(both, "/api/cooccurrence", **asked)
        _same(both, "/api/cooccurrence", telling=1, **asked)
        _same(both, "/api/trend", **asked)
        _same(both, "/api/concordance", per_page=10, page=1 + place % 2, by=orders[place % 6], **asked)
        _same(both, "/api/words", **asked)
        _same(both, "/export.concordance.csv", by=orders[(place + 1) % 6], **asked)
        for by in ("year", "month", "source", None):
            _same(both, "/api/trend", **asked, q2="bank", q3="troops -war", **({"by": by} if by else {}))
        _same(both, "/export.trend.csv", **asked, by="source")


def test_what_is_proposed_is_the_same(both: Both) -> None:
    words = {word for q in generated.queries(99, 40) for word in q.replace('"', "").split()}
    for typed in islice(sorted(words), 20):
        _same(both, "/api/suggest", q=typed[: 1 + len(typed) // 2])
    for wrong in ("ministr", "Goldmann Sacks", "goverment crisis", "walmrt", "elections minster", "tropps war"):
        _same(both, "/api/search", q=wrong, sort="newest")


def test_articles_like_one_and_like_several_are_the_same(both: Both, stories: Both) -> None:
    for article in both.ids[:6]:
        _same(both, f"/api/articles/{article}/similar")
    for some in (both.ids[:2], both.ids[30:40], both.ids[20:90], (both.ids[5], "nowhere")):
        _same(both, "/api/similar", id=list(some))
    for some in (stories.ids[:3], stories.ids[7:30:5]):
        _same(stories, "/api/similar", id=list(some))


@pytest.mark.minutes
def test_more_values_than_are_counted_by_how_frequent_they_are(make: Make) -> None:
    rolls = make("rolls", [_roll(number) for number in range(35)])
    (_, embedded), (_, cluster) = rolls.answers("/api/facets/entity", per_page=50)
    assert embedded["values"] == cluster["values"]
    for page in (601, 630, 631, 700):
        _same(rolls, "/api/facets/entity", per_page=50, page=page)
    _same(rolls, "/api/facets/entity", per_page=100, page=110, prefix="mr")
    _same(rolls, "/export.facets.csv", facet="entity")


def _roll(number: int) -> dict[str, Any]:
    """An article with 900 names of its own, and some that others have, too."""
    own = [*range(900 * number, 900 * number + 900), *range(number)]
    named = [{"name": f"Mr {hashlib.sha256(b'%d' % each).hexdigest()[:12]}", "type": "person"} for each in own]
    return {"id": f"roll-{number}", "title": "A roll", "text": f"Roll {number}.", "entities": named, "clean": True}


@pytest.mark.parametrize("seed", range(100, 101))
def test_near_duplicates_are_folded_alike_and_names_shown_as_the_user_has_them(
    stories: Both, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lineage, "_PAGE", 2)  # as if there were thousands of versions
    for place, asked in enumerate(_asked(seed, 14, group="1")):
        _same(stories, "/api/search", sort=("newest", "oldest")[place % 2], per_page=(5, 100)[place % 2], **asked)
    for article in stories.ids[:10]:
        _same(stories, f"/api/articles/{article}")
        _same(stories, f"/api/articles/{article}/versions", against="first", per_page=3)
        _same(stories, f"/api/articles/{article}/versions", page=2, per_page=2)
        _same(stories, "/api/concordance", q="the OR of", group="1", by="date", per_page=50)
    for facet in ("entity", "country"):
        _same(stories, f"/api/facets/{facet}")
    _same(stories, "/api/facets/entity", prefix="pres")
    _same(stories, "/api/facets/entity", prefix="gold")


def test_versions_that_go_while_they_are_read_are_left_out(stories: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    of = next(each for each in stories.ids if len(_versions(stories, each)) > 2)
    before = _versions(stories, of)
    gone = next(each for each in before if each != of)
    listed = Articles.by_id
    monkeypatch.setattr(
        Articles,
        "by_id",
        lambda self, ids, *fields: {each: found for each, found in listed(self, ids, *fields).items() if each != gone},
    )
    assert _versions(stories, of) == [each for each in before if each != gone]


def _versions(both: Both, article: str) -> list[str]:
    return [each.document.article.id for each in both.cluster.lineage(article, per_page=100).versions]


def test_capitals_say_as_much_of_a_query_on_a_cluster(both: Both) -> None:
    queries = """UN NOT IMF;IMF OR UN;TROOPS NOT ARMY;NOT ARMY;BANK NEAR OIL;WAR OR PEACE;TROOPS NOT (OIL OR BANK);
    AT&T NOT UN;TITLE:TROOPS NOT ARMY;"PEACE TALKS" NOT OIL;GUERRE NOT PAIX;STRASSE UND KRIEG;北京 NOT UN;AND;WAR AND"""
    for q in queries.split(";"):
        _same(both, "/api/search", q=q.strip(), sort="newest", per_page=100)


def test_tags_and_notes_are_the_same(stories: Both) -> None:
    filters: list[dict[str, Any]] = [{}, {"tag": "to read"}, {"tag": ["to read", "Übersetzen"]}, {"tag": "lost"}]
    for asked in (*filters, {"not_tag": "front page"}):
        _same(stories, "/api/search", q="the OR of", sort="newest", per_page=100, **asked)
        _same(stories, "/export.jsonl", sort="oldest", **asked)
    _same(stories, "/api/facets/tag")
    _same(stories, "/api/facets/tag", prefix="pa", q="the OR of")
    _same(stories, "/api/facets/tag", prefix="ub")
    _same(stories, "/export.facets.csv", facet="tag")
    _same(stories, f"/api/articles/{stories.ids[6]}")


def test_what_gave_a_score_is_told_alike(both: Both) -> None:
    for q in (*generated.queries(501, 10), "police reports crisis leader market price", "=bank OR -war"):
        (_, embedded), (_, cluster) = both.answers("/api/search", q=q, explain="1", sort="newest", per_page=100)
        if NEARLY not in cluster["notices"]:
            for one, other in zip(embedded["results"], cluster["results"], strict=True):
                assert _reasons(one) == _reasons(other), (q, one["id"])


def _reasons(hit: dict[str, Any]) -> list[Any]:
    """What gave a score, whatever it gave."""
    told = hit.pop("explanation")
    return sorted((each["typed"], each["how"], each["field"] or "", each["found"]) for each in told)


def test_the_pages_for_people_are_the_same(both: Both) -> None:
    for path, q in (
        ("/", "bank"),
        ("/", "Gaddafi war"),
        ("/together", "troops"),
        ("/facets/entity", "police"),
        ("/compare", "oil"),
    ):
        (status, embedded), (other, cluster) = both.answers(path, q=q, sort="newest", group="0")
        assert status == other == HTTPStatus.OK
        assert _words(embedded) == _words(cluster), (path, q)


def _words(page: str) -> list[str]:
    """A page without what tells how long it took, and when its articles came."""
    return re.sub(r'[\d.,]+\s*ms| data-since="[^"]*"', "", page).split("\n")
