"""Settle the names of an index on a cluster: its readings are counted there, and judged here as locally."""

from collections.abc import Sequence
from functools import lru_cache

from cluster.blobs import until_stored
from cluster.connection import Cluster
from cluster.settled import store_settled
from cluster.sweep import buckets, count
from index.segments.facets import Facet
from index.segments.name_readings import read
from index.segments.settled_names import SettledNames
from index.settlement.name_forms import NameForms
from index.settlement.settling import settled

_REMEMBERED = 65_536


def settle(cluster: Cluster, name: str) -> bool:
    """Settle the names of the articles that searches see; whether anything is settled otherwise than before."""

    def judged() -> SettledNames:
        readings = ((read(value.encode()), articles) for value, articles in buckets(cluster, name, "reading"))
        return settled(NameForms(readings, _Articles(cluster, name)))

    return until_stored(cluster, lambda: store_settled(cluster, name, judged))


class _Articles:
    """How many articles have names and something beside them: asked of the cluster, of two each once."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self._cluster, self._name = cluster, name
        self._asked = lru_cache(_REMEMBERED)(self._count)

    def together(self, key: str, values: Sequence[str], facet: Facet) -> int:
        """How many articles have a name, and beside it any of some values of a facet."""
        return self._asked(key, tuple(values), facet)

    def elsewhere(self, key: str, country: str, name: str) -> int:
        """How many articles with a name are about some country, but not about this one, nor have its name."""
        entity, about = Facet.ENTITY.field.column, Facet.COUNTRY.field.column
        wanted = [{"term": {entity: key}}, {"exists": {"field": about}}]
        query = {"bool": {"filter": wanted, "must_not": [{"term": {about: country}}, {"term": {entity: name}}]}}
        return count(self._cluster, self._name, query)

    def _count(self, key: str, values: tuple[str, ...], facet: Facet) -> int:
        both = [{"term": {Facet.ENTITY.field.column: key}}, {"terms": {facet.field.column: list(values)}}]
        return count(self._cluster, self._name, {"bool": {"filter": both}})
