"""One cluster for a whole run of tests; a test that kills a node brings it back."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.opensearch.distribution import NoOpenSearchError, fetch
from tests.opensearch.nodes import Nodes

_PORT = int(os.environ.get("DATELINE_TEST_PORT", "19280"))


@pytest.fixture(scope="session")
def opensearch() -> Iterator[Nodes]:
    """Three nodes. Where DATELINE_TEST_CLUSTER names the folder and the port of a cluster that runs, that one."""
    if running := os.environ.get("DATELINE_TEST_CLUSTER"):
        folder, _, port = running.rpartition(":")
        yield Nodes(Path(folder), port=int(port))
        return
    # Not pytest's own folder: as root that one is closed to the user nobody, as whom the nodes run.
    nodes = Nodes(Path(tempfile.gettempdir()) / f"dateline-cluster-{_PORT}", port=_PORT)
    try:
        try:
            fetch()
            nodes.start()
        except NoOpenSearchError as fault:
            pytest.skip(f"no OpenSearch to test with: {fault}")
        yield nodes
    finally:
        nodes.stop()
