"""The same articles in a directory and on a cluster, and what answers for both."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from cluster import indices
from cluster.connection import open_cluster
from cluster.loading import refresh as load
from cluster.opening import open_engine
from index.ingest.pipeline import refresh
from search.engine import Engine
from tests.engines import generated
from tests.opensearch.nodes import Nodes
from web.app import create_app

_NEITHER = frozenset({"score", "took_ms", "approximate", "added", "last_added"})
"""What engines need not agree on: scores, times, whether a total is about right, and when articles came."""


@dataclass(frozen=True)
class Both:
    """Two engines over the same articles, and a client of the page of each."""

    embedded: Engine
    cluster: Engine
    pages: tuple[FlaskClient, FlaskClient]
    ids: tuple[str, ...]
    folder: Path
    location: str

    def load(self, name: str, records: list[dict[str, Any]], *, rebuild: bool = False) -> None:
        """Write records to a file of a name, in place of those that it had, and bring both up to date."""
        generated.write(self.folder / "in", records, name)
        load(self.location, [self.folder / "in"], rebuild=rebuild)
        refresh(self.folder / "index", [self.folder / "in"], rebuild=rebuild)

    def answers(self, path: str, **asked: Any) -> tuple[Any, Any]:
        """What both say to a request: statuses and bodies, without what they need not agree on."""
        one, other = (_told(client, path, asked) for client in self.pages)
        return one, other


def _told(client: FlaskClient, path: str, asked: dict[str, Any]) -> Any:
    response = client.get(path, query_string=asked)
    return response.status_code, _without(response.json) if response.is_json else response.get_data(as_text=True)


def _without(value: Any) -> Any:
    match value:
        case dict():
            kept = {name: each for name, each in value.items() if name not in _NEITHER or _counts_words(name, each)}
            return {name: _without(each) for name, each in kept.items()}
        case list():
            return [_without(each) for each in value]
    return value


def _counts_words(name: str, value: Any) -> bool:
    """Whether `added` is the number of words that a version adds, and no time."""
    return name == "added" and isinstance(value, int)


Make = Callable[..., Both]


@pytest.fixture(scope="session")
def make(opensearch: Nodes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Make]:
    """Makes both engines of some records, under a name of their own."""
    made: list[str] = []

    def build(name: str, records: list[dict[str, Any]], aliases: str = "", notes: str = "") -> Both:
        folder = tmp_path_factory.mktemp(name)
        articles, location = generated.write(folder / "in", records), opensearch.location(f"engines-{name}")
        made.append(location)
        load(location, [articles], rebuild=True)
        refresh(folder / "index", [articles])
        files = {each: folder / "index" / f"{each}.toml" for each in ("aliases", "notes")}
        for each, text in (("aliases", aliases), ("notes", notes)):
            if text:
                files[each].write_text(text, encoding="utf-8")
        embedded = open_engine(folder / "index")
        cluster = open_engine(location, aliases=files["aliases"], notes=files["notes"])
        pages = (create_app(embedded).test_client(), create_app(cluster).test_client())
        return Both(embedded, cluster, pages, tuple(each["id"] for each in records), folder, location)

    yield build
    for location in made:
        indices.remove_all(open_cluster(location))


@pytest.fixture(scope="session")
def both(make: Make) -> Both:
    """Both engines over 250 articles of three languages."""
    return make("many", generated.articles(11, 180))


@pytest.fixture(scope="session")
def stories(make: Make) -> Both:
    """Both engines over articles of which many are nearly the same, with a user's aliases, tags and notes."""
    records = generated.stories(5, 40)
    notes = [f'["{each["id"]}"]\ntags = {_TAGS[place % 3]}\n' for place, each in enumerate(records[::2])]
    notes[3] += 'note = "Call the ministry."\n'
    return make("stories", records, _ALIASES, "".join([*notes, '["nowhere"]\ntags = ["Lost"]\n']))


_TAGS = ('["To read"]', '["front page", "To read"]', '["Übersetzen", "front page"]')


_ALIASES = """
hide = ["Berlin"]

[merge]
"World Bank" = ["Goldman Sachs"]

[rename]
"Barack Obama" = "President Obama"

[type]
"Walmart" = "place"
"""
