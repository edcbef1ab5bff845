"""When articles came: both engines sort by it and tell what is new alike, whatever is read anew."""

from dataclasses import replace

import pytest

from cluster import mapping
from cluster.connection import open_cluster
from cluster.indices import remove_all
from cluster.loading import refresh
from cluster.runs import Run
from cluster.state import change_state
from search.engine import Engine
from search.types.request import SearchRequest, Sort
from tests.archive import document
from tests.engines import generated
from tests.engines.conftest import Both, Make
from tests.engines.on_cluster import archive
from tests.engines.test_same_answers import _by_cursor, _by_number
from tests.opensearch.nodes import Nodes

pytestmark = pytest.mark.cluster

LAST = SearchRequest(sort=Sort.ADDED, per_page=7)


def new(engine: Engine, request: SearchRequest = LAST) -> list[str]:
    """The ids of all results."""
    return list(_by_number(engine, request))


def test_what_came_last_stands_first_and_alone_where_a_moment_is_given(make: Make) -> None:
    waves = [generated.articles(seed, 12) for seed in (301, 302, 303)]
    for number, wave in enumerate(waves):
        for each in wave:
            each["id"] = f"{number}/{each['id']}"
    both = make("waves", waves[0])
    engines = (both.embedded, both.cluster)
    looked = [engine.search(LAST).last_added for engine in engines]
    both.load("second", waves[1])
    waves[0][3]["text"] += " And more."  # it is read anew, and is not new
    both.load("articles", waves[0])
    both.load("third", waves[2])
    expected = [each for wave in reversed(waves) for each in sorted(each["id"] for each in wave)]
    for rebuild in (False, True):
        for engine, since in zip(engines, looked, strict=True):
            assert new(engine) == list(_by_cursor(engine, LAST)) == expected
            assert new(engine, replace(LAST, added_since=since)) == expected[:24]
            last = engine.search(LAST)
            assert last.hits[0].added == last.last_added
            assert new(engine, replace(LAST, added_since=last.last_added)) == []
            assert engine.search(replace(LAST, q="bank OR war", added_since=since)).total == _total(both, since_wave=1)
        if not rebuild:
            both.load("third", waves[2], rebuild=True)


def _total(both: Both, since_wave: int) -> int:
    ids = new(both.embedded, SearchRequest("bank OR war"))
    return sum(int(each.partition("/")[0]) >= since_wave for each in ids)


def test_what_other_loaders_have_under_way_is_not_missed(make: Make) -> None:
    both = make("underway", generated.articles(304, 5))
    cluster, other = open_cluster(both.location), Run()
    change_state(cluster, other.seen)  # its articles may become visible at any time from now on
    looked = both.cluster.search(LAST).last_added
    both.load("second", [{"id": "z/1", "text": "Rain fell.", "clean": True}])
    found = both.cluster.search(LAST)
    assert found.hits[0].document.article.id == "z/1"
    assert found.last_added
    assert found.last_added.timestamp() < other.moment, "else nobody who asks for what came since is told of its own"
    change_state(cluster, other.ended)
    both.load("third", [{"id": "z/2", "text": "Snow fell.", "clean": True}])
    found = both.cluster.search(LAST)
    assert found.last_added == found.hits[0].added
    assert new(both.cluster, replace(LAST, added_since=looked)) == ["z/2", "z/1"]


def test_an_index_that_was_built_before_goes_on_and_knows_of_what_is_new(
    opensearch: Nodes, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    location, folder = opensearch.location("engines-before"), tmp_path_factory.mktemp("before")
    with monkeypatch.context() as earlier:
        earlier.delitem(mapping.article_fields()["properties"], "added")
        engine = archive(location, [document("old", "Rain fell.")], dated=False)
    try:
        found = engine.search(LAST)
        assert (found.hits[0].added, found.last_added, found.total) == (None, None, 1)
        refresh(location, [generated.write(folder, [{"id": "new", "text": "Snow fell.", "clean": True}])])
        assert new(engine) == ["new", "old"]
        assert engine.search(LAST).last_added == engine.search(LAST).hits[0].added is not None
    finally:
        remove_all(open_cluster(location))
