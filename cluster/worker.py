"""Prepare records in any process, on any machine: annotate and analyse them as a local index does, and write them."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat

from cluster.blobs import read_blob
from cluster.bulk import Action, send
from cluster.connection import Cluster, open_for_loading
from cluster.fields import Body, Lexicon, begun_maker, maker_of
from cluster.mapping import document_id
from cluster.sweep import sources
from corpus.document import Document
from corpus.enrichment.dating import YearClassifier
from corpus.errors import Refused
from corpus.record import Record
from index.ingest.annotating import batches, documents
from index.ingest.gathering import gathered
from index.ingest.worker import Prepared

CLASSIFIER = "classifier"
"""The key of the year classifier that the dated articles of the index train."""

_preparing = threading.Lock()
"""Held by the one thread of a process that prepares articles, which others of a worker of Dask wait for: what has met
words remembers them, and is not shared. While one prepares, the others may write."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where records go: a location, the real name of the index there, the run; and the index's language.

    `seconds` of a processor may each step of an article take; `dated`: whether the index has a year classifier.
    `moment` is when articles came that are new, `before` the index that knows when others came, if there is one.
    """

    location: str
    name: str
    run: str
    language: str
    seconds: float
    dated: bool
    moment: int
    before: str | None


@dataclass(frozen=True, slots=True)
class Written(Prepared):
    """What became of a chunk, and what its articles add to the indices of words and values."""

    lexicon: Lexicon = field(default_factory=Lexicon)


def write(records: Sequence[Record], target: Target) -> Written:
    """Write records as articles of a cluster. Raises `ClusterError` where it does not take them."""
    cluster = connected(target.location)
    with _preparing:
        made = _prepared(records, target)
    own = [document_id(records[place].id) for place in made.places]
    actions = [
        Action("index", target.name, own_id, body | {"run": target.run} | came)
        for own_id, body, came in zip(own, made.bodies, _arrivals(cluster, target, own), strict=True)
    ]
    for place, reason in send(cluster, actions).items():
        made.refused[made.places[place]] = f"the cluster does not take it: {reason[:300]}"
        made.remarks.pop(made.places[place], None)
    ids = [records[place].id for place in made.places if place not in made.refused]
    return Written(ids, made.seconds, made.refused, made.remarks, made.lexicon)


@dataclass(frozen=True, slots=True)
class _Made:
    """What is to be written of a chunk: bodies with the places of their records; and why others are not."""

    places: list[int]
    bodies: list[Body]
    refused: dict[int, str]
    remarks: dict[int, Sequence[str]]
    lexicon: Lexicon
    seconds: float


def _prepared(records: Sequence[Record], target: Target) -> _Made:
    begun = time.process_time()
    classifier = stored_classifier(target.location, target.name, target.run) if target.dated else None
    refused: dict[int, str] = {}
    taken: dict[int, tuple[Record, Document]] = {}
    for batch in batches(records):
        made = documents(batch, target.language, target.seconds, classifier)
        for record, document in zip(batch, made, strict=True):
            ordinal = len(taken) + len(refused)
            if isinstance(document, Refused):
                refused[ordinal] = str(document)
            else:
                taken[ordinal] = record, document
    maker, failed = gathered(taken, lambda: begun_maker(target.language), maker_of.cache_clear)
    refused |= failed
    places = [ordinal for ordinal in taken if ordinal not in failed]
    told = {place: taken[place][1].article.remarks for place in places}
    remarks: dict[int, Sequence[str]] = {place: each for place, each in told.items() if each}
    bodies, lexicon = maker.take()
    return _Made(places, bodies, refused, remarks, lexicon, time.process_time() - begun)


def _arrivals(cluster: Cluster, target: Target, ids: Sequence[str]) -> Iterator[dict[str, int]]:
    """When articles came, by their `_id`s: what is read anew keeps its moment, known or not."""
    if target.before is None:
        yield from repeat({"added": target.moment}, len(ids))
        return
    for source in sources(cluster, target.before, ids, ["added"]):
        if source is None:
            yield {"added": target.moment}
        else:
            yield {"added": source["added"]} if source.get("added") else {}


@lru_cache(maxsize=2)
def connected(location: str) -> Cluster:
    """The cluster at a location: one for each process."""
    return open_for_loading(location)


@lru_cache(maxsize=1)
def stored_classifier(location: str, name: str, _run: str) -> YearClassifier | None:
    """The year classifier of an index, loaded once in a run."""
    content, _ = read_blob(connected(location), name, CLASSIFIER)
    try:
        return YearClassifier.from_bytes(content) if content else None
    except ValueError:
        return None
