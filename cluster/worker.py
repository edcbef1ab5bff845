"""Prepare records in any process, on any machine: annotate and analyse them as a local index does, and write them."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from cluster.blobs import read_blob
from cluster.bulk import Action, send
from cluster.connection import Cluster, open_for_loading
from cluster.fields import Lexicon, begun_maker, maker_of
from cluster.mapping import document_id
from corpus.document import Document
from corpus.enrichment.dating import YearClassifier
from corpus.errors import Refused
from corpus.record import Record
from index.ingest.annotating import batches, documents
from index.ingest.gathering import gathered
from index.ingest.worker import Prepared

CLASSIFIER = "classifier"
"""The key of the year classifier that the dated articles of the index train."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where records go: a location, the real name of the index there, the run; and the index's language.

    `seconds` of a processor may each step of an article take; `dated`: whether the index has a year classifier.
    """

    location: str
    name: str
    run: str
    language: str
    seconds: float
    dated: bool


@dataclass(frozen=True, slots=True)
class Written(Prepared):
    """What became of a chunk, and what its articles add to the indices of words and values."""

    lexicon: Lexicon = field(default_factory=Lexicon)


def write(records: Sequence[Record], target: Target) -> Written:
    """Write records as articles of a cluster. Raises `ClusterError` where it does not take them."""
    begun = time.process_time()
    cluster = connected(target.location)
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
    remarks = {place: taken[place][1].article.remarks for place in places if taken[place][1].article.remarks}
    bodies, lexicon = maker.take()
    actions = [
        Action("index", target.name, document_id(records[place].id), body | {"run": target.run})
        for place, body in zip(places, bodies, strict=True)
    ]
    for place, reason in send(cluster, actions).items():
        refused[places[place]] = f"the cluster does not take it: {reason[:300]}"
        remarks.pop(places[place], None)
    ids = [records[place].id for place in places if place not in refused]
    return Written(ids, time.process_time() - begun, refused, remarks, lexicon)


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
