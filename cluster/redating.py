"""Date the undated articles of an index on a cluster anew, when its dated ones have more to tell; as locally."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from cluster.blobs import read_blob, until_stored, write_blob
from cluster.bulk import Action, send
from cluster.connection import Answer, Cluster
from cluster.state import State
from cluster.sweep import buckets, count, sources, sweep
from cluster.tasks import in_order
from cluster.worker import CLASSIFIER, connected, stored_classifier
from corpus.article import Basis
from corpus.enrichment.annotation import published
from corpus.enrichment.dating.year_classifier import MOST, YearClassifier
from index.ingest.classifier_store import StoredClassifier
from index.segments.date_columns import UNKNOWN_YEAR, day_number
from index.segments.facets import Facet
from index.segments.stored_article import date_to_json, from_json
from index.writing.steps import Step

_AT_ONCE = 500
_STATED = {"term": {"basis": Basis.STATED.value}}
_UNDATED = {"bool": {"must_not": [_STATED]}}
_DATE_FACETS = (Facet.YEAR, Facet.BASIS)

Begun = Callable[[Step, int, int], object]


def redate(
    cluster: Cluster, name: str, state: State, executor: Executor, at_once: int, *, begun: Begun
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Date undated articles anew where it is time to; how many have another date, and what was learned from.

    To be asked after a refresh. The second part is the number of dated articles of each year.
    """
    undated = count(cluster, name, _UNDATED)
    stored = StoredClassifier(dict(state.dated))
    dated = {int(year): many for year, many in buckets(cluster, name, "year", _STATED) if year != UNKNOWN_YEAR}
    if not undated or stored.holds(dated):
        return 0, state.dated
    begun(Step.LEARNING, 0, 0)
    changed = 0
    if until_stored(cluster, lambda: _learned(cluster, name)):
        ids = (hit["_id"] for hit in sweep(cluster, name, _UNDATED, source=False))
        work = partial(_dated_anew, location=str(cluster.location), name=name, stamp=str(sorted(dated.items())))
        done = 0
        for chunk, anew in in_order(executor, at_once, work, _chunks(ids)):
            changed += anew
            done += len(chunk)
            begun(Step.DATING, done, undated)
    return changed, tuple(sorted(dated.items()))


def _learned(cluster: Cluster, name: str) -> bool:
    """Store what the dated articles teach; whether there is, or was, anything. Raises `ChangedMeanwhileError`."""
    content, version = read_blob(cluster, name, CLASSIFIER)
    model = YearClassifier.train(_examples(cluster, name))
    if model or content:
        write_blob(cluster, name, CLASSIFIER, model.to_bytes() if model else b"", version)
    return bool(model or content)


def _chunks(ids: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(ids, _AT_ONCE)):
        yield some


def _examples(cluster: Cluster, name: str) -> Iterator[tuple[str, int]]:
    """Texts with their stated years, as many as a model learns from: always the same of the same articles."""
    wanted, order = ["stored.title", "stored.text", "day"], [{"lot": "asc"}, {"id": "asc"}]
    hits = sweep(cluster, name, _STATED, source=wanted, sort=order)
    for hit in islice(hits, MOST):
        source = hit["_source"]
        yield f"{source['stored']['title']}\n\n{source['stored']['text']}", source["day"] // 10_000


def _dated_anew(ids: Sequence[str], location: str, name: str, stamp: str) -> int:
    """Write another date of those of some articles that have one now; how many they are."""
    cluster = connected(location)
    model = stored_classifier(location, name, stamp)
    actions = []
    for document_id, source in zip(ids, sources(cluster, name, ids, ["stored"]), strict=True):
        change = _change(source, model) if source else None
        if change:
            actions.append(Action("update", name, document_id, change))
    send(cluster, actions)
    return len(actions)


def _change(source: Answer, model: YearClassifier | None) -> dict[str, Any] | None:
    document = from_json(source["stored"])
    date = published(document.article, model)
    if date == document.published:
        return None
    dated = replace(document, published=date)
    change: dict[str, Any] = {"day": day_number(date), "stored": {"date": date_to_json(date)}}
    for facet in _DATE_FACETS:
        change[facet.field.column] = [facet.key(label) for label, _ in facet.field.of(dated)]
    return change
