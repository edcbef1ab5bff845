"""Settle the names of an index on a cluster: its readings are counted there, and judged here as locally."""

from collections.abc import Sequence
from functools import lru_cache

from cluster.connection import Cluster
from cluster.settled import store_settled
from cluster.sweep import buckets, count
from index.segments.facets import Facet
from index.segments.name_readings import read
from index.settlement.name_forms import NameForms
from index.settlement.settling import settled

_REMEMBERED = 65_536


def settle(cluster: Cluster, name: str) -> bool:
    """Settle the names of the articles that searches see; whether anything is settled otherwise than before."""
    readings = ((read(value.encode()), articles) for value, articles in buckets(cluster, name, "reading"))
    return store_settled(cluster, name, settled(NameForms(readings, _Together(cluster, name).count)))


class _Together:
    """How many articles have a name and something beside it: asked of the cluster, each once."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self._cluster, self._name = cluster, name
        self._asked = lru_cache(_REMEMBERED)(self._count)

    def count(self, key: str, values: Sequence[str], facet: Facet) -> int:
        """As `index.settlement.name_forms.Together` says."""
        return self._asked(key, tuple(values), facet)

    def _count(self, key: str, values: tuple[str, ...], facet: Facet) -> int:
        both = [{"term": {Facet.ENTITY.field.column: key}}, {"terms": {facet.field.column: list(values)}}]
        return count(self._cluster, self._name, {"bool": {"filter": both}})
