"""Keep the samples of publications, which tell the lines that they repeat, on the cluster: for all loaders together."""

from cluster.blobs import read_blob, until_stored, write_blob
from cluster.connection import Cluster
from index.ingest.boilerplate_samples import BoilerplateSamples

_KEY = "samples"


def load_samples(cluster: Cluster, name: str) -> BoilerplateSamples:
    """The samples of an index; none where there are none that can be read."""
    return _read(cluster, name)[0]


def save_samples(cluster: Cluster, name: str, samples: BoilerplateSamples) -> None:
    """Store them where they changed; of publications that only others looked at meanwhile, theirs are kept."""

    def lay_over() -> None:
        others, version = _read(cluster, name)
        samples.lay_over(others)
        write_blob(cluster, name, _KEY, samples.to_bytes(), version)

    if samples.is_changed:
        until_stored(cluster, lay_over)


def _read(cluster: Cluster, name: str) -> tuple[BoilerplateSamples, tuple[int, int] | None]:
    content, version = read_blob(cluster, name, _KEY)
    try:
        return (BoilerplateSamples.from_bytes(content) if content else BoilerplateSamples()), version
    except ValueError:
        return BoilerplateSamples(), version
