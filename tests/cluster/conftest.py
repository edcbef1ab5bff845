"""An index of its own for each test, which is removed afterwards."""

from collections.abc import Iterator
from secrets import token_hex

import pytest

from cluster.connection import open_cluster
from cluster.indices import remove
from tests.opensearch.nodes import Nodes


@pytest.fixture
def location(opensearch: Nodes) -> Iterator[str]:
    """Where an index may be made on the cluster."""
    location = opensearch.location(f"test-{token_hex(4)}")
    yield location
    cluster = open_cluster(location)
    indices = cluster.client.indices.get_alias(index=f"{cluster.name}.*", params={"expand_wildcards": "all"})
    remove(cluster, list(indices))
