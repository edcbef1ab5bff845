"""The page over a cluster, in a real browser: what is tested over a directory is tested over a cluster."""

from collections.abc import Iterator

import pytest

from cluster import indices
from cluster.connection import open_cluster
from tests.chromium import browser, served
from tests.engines.on_cluster import archive
from tests.newsroom import NEWSROOM
from tests.opensearch.nodes import Nodes
from tests.web import test_browser
from tests.web.test_browser import page
from web.app import create_app

__all__ = ["address", "browser", "page"]

pytestmark = pytest.mark.cluster

globals().update({name: each for name, each in vars(test_browser).items() if name.startswith("test_")})


@pytest.fixture(scope="module")
def address(opensearch: Nodes) -> Iterator[str]:
    location = opensearch.location("engines-newsroom")
    with served(create_app(archive(location, NEWSROOM))) as address:
        yield address
    indices.remove_all(open_cluster(location))
