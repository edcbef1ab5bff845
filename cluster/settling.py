"""Judge the names of an index on a cluster: its readings are counted there, and judged here as locally.

What is asked of two names depends on what was said of others. So all names are judged with guesses for what is not
known yet; what was guessed is then asked at once, hundreds in a request, and they are judged again, until nothing was.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from cluster.blobs import until_stored
from cluster.connection import Cluster
from cluster.settled import store_settled
from cluster.sweep import buckets
from index.segments.facets import Facet
from index.segments.name_readings import read
from index.segments.settled_names import SettledNames
from index.settlement.name_forms import NameForms
from index.settlement.settling import settled

_AT_ONCE = 500
_ENTITY, _COUNTRY = Facet.ENTITY.field.column, Facet.COUNTRY.field.column

Result = TypeVar("Result")


def settle(cluster: Cluster, name: str) -> bool:
    """Settle the names of the articles that searches see; whether anything is settled otherwise than before."""

    def judged_now() -> SettledNames:
        return judged(cluster, name, settled)

    return until_stored(cluster, lambda: store_settled(cluster, name, judged_now))


def judged(cluster: Cluster, name: str, judge: Callable[[NameForms], Result]) -> Result:
    """What is judged of all names of an index: whatever it asks of articles is answered. Raises `ClusterError`."""
    readings = [(read(value.encode()), articles) for value, articles in buckets(cluster, name, "reading")]
    articles = _Articles(cluster, name)
    while True:
        found = judge(NameForms(readings, articles))
        if not articles.look_up():
            return found


@dataclass(frozen=True, slots=True)
class _Together:
    """How many articles have a name and any of some values of a column."""

    key: str
    column: str
    values: tuple[str, ...]

    @property
    def query(self) -> dict[str, Any]:
        """What finds them."""
        return {"bool": {"filter": [{"term": {_ENTITY: self.key}}, {"terms": {self.column: list(self.values)}}]}}


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """How many articles with a name are about some country, but not about this one, nor have its name."""

    key: str
    country: str
    name: str

    @property
    def query(self) -> dict[str, Any]:
        """What finds them."""
        wanted = [{"term": {_ENTITY: self.key}}, {"exists": {"field": _COUNTRY}}]
        return {
            "bool": {"filter": wanted, "must_not": [{"term": {_COUNTRY: self.country}}, {"term": {_ENTITY: self.name}}]}
        }


@dataclass
class _Articles:
    """How many articles have names and something beside them, as far as it was asked; else a guess, and noted."""

    cluster: Cluster
    index: str
    _known: dict[_Together | _Elsewhere, int] = field(default_factory=dict)
    _wanted: dict[_Together | _Elsewhere, None] = field(default_factory=dict)

    def together(self, key: str, values: Sequence[str], facet: Facet) -> int:
        """How many articles have a name, and beside it any of some values of a facet."""
        return self._answer(_Together(key, facet.field.column, tuple(values)))

    def elsewhere(self, key: str, country: str, name: str) -> int:
        """How many articles with a name are about some country, but not about this one, nor have its name."""
        return self._answer(_Elsewhere(key, country, name))

    def look_up(self) -> bool:
        """Ask what was guessed; whether anything was."""
        asked = bool(self._wanted)
        for some in self._pieces():
            bodies = [{"size": 0, "track_total_hits": True, "query": each.query} for each in some]
            for each, answer in zip(some, self.cluster.ask_all(bodies, index=self.index), strict=True):
                self._known[each] = int(answer["hits"]["total"]["value"])
        self._wanted.clear()
        return asked

    def _pieces(self) -> Iterator[list[_Together | _Elsewhere]]:
        wanted = iter(self._wanted)
        while some := list(islice(wanted, _AT_ONCE)):
            yield some

    def _answer(self, question: _Together | _Elsewhere) -> int:
        known = self._known.get(question)
        if known is None:
            self._wanted[question] = None
        return known or 0
