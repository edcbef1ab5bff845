"""Who does the costly work of a run: processes here or, where a scheduler of Dask is named, many machines."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from cluster.errors import ClusterError
from index.writing.workers import Workers, processors

_PROCESSES, _DASK = "DATELINE_CLUSTER_PROCESSES", "DATELINE_DASK_SCHEDULER"


@contextmanager
def executing(given: Executor | None) -> Iterator[tuple[Executor, int]]:
    """An executor, and how many tasks it works on at once: the one that is given, or else as the environment says."""
    if given is not None:
        yield given, processors()
    elif address := os.environ.get(_DASK):
        with _dask(address) as found:
            yield found
    else:
        with Workers(_processes()) as workers:
            yield workers, workers.processes


def _processes() -> int:
    typed = os.environ.get(_PROCESSES, "")
    if not typed:
        return processors()
    if not typed.isdigit() or not int(typed):
        raise ClusterError(f"{_PROCESSES} is {typed!r}; write a whole number of processes, or leave it out")
    return int(typed)


@contextmanager
def _dask(address: str) -> Iterator[tuple[Executor, int]]:
    try:
        from distributed import Client  # noqa: PLC0415 - an extra of its own
    except ImportError as fault:
        raise ClusterError(f"{_DASK} is set, and Dask is not installed; run: pip install 'dateline[dask]'") from fault
    try:
        client = Client(address, timeout=20)
    except OSError as fault:
        raise ClusterError(f"no scheduler of Dask answers at {address} ({fault}); see {_DASK}") from fault
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise ClusterError(f"the scheduler of Dask at {address} has no worker; start some: dask worker {address}")
        yield client.get_executor(retries=5), workers
