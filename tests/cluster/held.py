"""What an index holds, in one form for folders and clusters: so that two can be compared."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cluster import sweep
from cluster.connection import open_cluster
from cluster.mapping import values, words
from cluster.settled import stored_settled
from index.segments import stored_article
from index.segments.form_table import COUNTS
from index.segments.segment import Segment
from index.segments.written_form import SEPARATOR
from index.snapshots.open_segments import opened_as_named
from index.snapshots.snapshot import Snapshot


@dataclass
class Held:
    """Articles as they are stored, by id; the others of each one's group in their order, and what is beside it."""

    articles: dict[str, Any] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)
    beside: dict[str, set[str]] = field(default_factory=dict)
    forms: dict[str, list[int]] = field(default_factory=dict)
    pairs: dict[str, int] = field(default_factory=dict)
    settled: dict[str, Any] = field(default_factory=dict)
    values: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)


def in_folder(location: Path) -> Held:
    held, snapshot = Held(), Snapshot(location)
    named = opened_as_named(location, {})
    settled = next((name.settled for name, _ in named if name.settled), None)
    if settled:
        held.settled = {"names": {key: list(each) for key, each in settled.names.items()}, "types": dict(settled.types)}
    for base, segment in zip(snapshot.bases, snapshot.segments, strict=False):
        for number in range(segment.count):
            if segment.live[number]:
                document, _ = stored_article.unpack(segment.records[number])
                article_id = document.article.id
                held.articles[article_id] = _plain(stored_article.to_json(document))
                others = snapshot.groups.others(base + number)
                versions = snapshot.groups.versions(base + number)
                if others:
                    held.groups[article_id] = [snapshot.ids[each] for each in others]
                if beside := {snapshot.ids[each] for each in versions if each not in others}:
                    held.beside[article_id] = beside
        _count(held, segment)
    return held


def _count(held: Held, segment: Segment) -> None:
    counts = zip(*(segment.arrays[name].tolist() for name in COUNTS), strict=True)
    for form, each in zip(segment.forms.all(), counts, strict=True):
        known = held.forms.setdefault(form.decode(), [0] * len(COUNTS))
        held.forms[form.decode()] = [a + b for a, b in zip(known, each, strict=True)]
    for column, facet in segment.facets.items():
        shown = zip(facet.keys.all(), facet.labels.all(), facet.kinds.all(), strict=True)
        for key, label, kind in shown:
            held.values.setdefault((column, key.decode()), (label.decode(), kind.decode()))
    first, last = segment.postings.fields["form"]
    for place in range(first, last):
        pair = segment.postings.terms[place].decode()
        held.pairs[pair] = held.pairs.get(pair, 0) + segment.postings.frequency(place)


def on_cluster(location: str) -> Held:
    cluster = open_cluster(location)
    held, members = Held(settled=stored_settled(cluster)), dict[str, list[tuple[int, str]]]()
    for hit in sweep.sweep(cluster, cluster.name, {"match_all": {}}, source=True):
        source = hit["_source"]
        assert source["id"] not in held.articles
        held.articles[source["id"]] = source["stored"]
        if source.get("group"):
            members.setdefault(source["group"], []).append((source["group_rank"], source["id"]))
        if source.get("beside"):
            held.beside[source["id"]] = set(source["beside"])
    for first, ranked in members.items():
        ids = [each for _, each in sorted(ranked)]
        assert ids[0] == first
        assert [rank for rank, _ in sorted(ranked)] == list(range(len(ids)))
        held.groups |= {each: [other for other in ids if other != each] for each in ids}
    for hit in sweep.sweep(cluster, values(cluster.name), {"match_all": {}}, source=True):
        source = hit["_source"]
        held.values[source["facet"], source["key"]] = source["label"], source["kind"]
    forms, pairs = Counter[tuple[str, str]](), Counter[str]()
    for hit in sweep.sweep(cluster, words(cluster.name), {"match_all": {}}, source=True):
        source = hit["_source"]
        if source["kind"] == "pair":
            pairs[f"{source['stem']}{SEPARATOR}{source['form']}"] += source["docs"]
        else:
            for name in ("count", "capital", "lower", "umlaut"):
                forms[source["form"], name] += source[name]
            assert source["length"] == len(source["form"])
    named = ("count", "capital", "lower", "umlaut")
    held.forms = {form: [forms[form, name] for name in named] for form, _ in forms}
    held.pairs = dict(pairs)
    return held


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return {key: _plain(each) for key, each in value.items()} if isinstance(value, dict) else value
