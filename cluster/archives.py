"""Open an index on a cluster for reading: one generation of it, and what is known of that."""

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cluster.connection import Cluster
from cluster.lexicon import Archive
from cluster.settled import stored_settled
from cluster.state import State, read_state
from cluster.tags import Tags
from corpus.article import EntityType
from index.corrections import notes, user_aliases
from index.corrections.notes import Notes
from index.corrections.toml_file import stamp_of
from index.corrections.user_aliases import NOTHING, UserAliases
from index.segments.added_times import UNKNOWN
from index.segments.fields import TEXTS
from index.segments.settled_names import SettledNames

_AT_ONCE = 5_000


@dataclass(slots=True)
class Archives:
    """Gives the generation that is current: another one as soon as loaders raise it, or the aliases change."""

    cluster: Cluster
    aliases: Path | None = None
    """A file of aliases; what it says lies over what the collection settles."""
    notes: Path | None = None
    """A file of notes of articles: tags and texts."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _archive: Archive | None = None

    def current(self) -> Archive:
        """The current generation. Raises `ClusterError`."""
        state = read_state(self.cluster)
        generation = state.generation + (stamp_of(self.aliases) if self.aliases else "")
        generation += stamp_of(self.notes) if self.notes else ""
        archive = self._archive
        if archive is None or archive.generation != generation:
            with self._lock:
                archive = self._archive = self._opened(state, generation)
        return archive

    def _opened(self, state: State, generation: str) -> Archive:
        corrections = user_aliases.read(self.aliases) if self.aliases else NOTHING
        noted = notes.read(self.notes) if self.notes else Notes()
        sums = {field: {"sum": {"field": f"{field}_length"}} for field in TEXTS}
        latest = {"added": {"max": {"field": "added", "missing": UNKNOWN}}}
        answer = self.cluster.ask({"size": 0, "track_total_hits": True, "aggs": sums | latest})
        counted = answer["aggregations"]
        return Archive(
            self.cluster,
            generation,
            state.language,
            tuple(state.languages),
            corrections,
            _over(corrections, stored_settled(self.cluster)),
            int(answer["hits"]["total"]["value"]),
            {field: int(counted[field]["value"]) for field in TEXTS},
            noted,
            Tags.of(noted, self._there(noted)),
            min(int(counted["added"]["value"] or UNKNOWN), state.settled),
        )

    def _there(self, noted: Notes) -> set[str]:
        """The ids of the articles with notes that the index has."""
        wanted, there = list(noted.of), set[str]()
        for begin in range(0, len(wanted), _AT_ONCE):
            some = wanted[begin : begin + _AT_ONCE]
            answer = self.cluster.ask({"size": len(some), "query": {"terms": {"id": some}}, "_source": ["id"]})
            there |= {hit["_source"]["id"] for hit in answer["hits"]["hits"]}
        return there


def _over(corrections: UserAliases, settled: dict[str, Any]) -> UserAliases:
    names = {key: tuple(shown) for key, shown in settled.get("names", {}).items()}
    types = {key: EntityType(kind) for key, kind in settled.get("types", {}).items()}
    return corrections.over(SettledNames(names, types))
