"""Put the near-duplicates of an article into the order of their dates, and compare each with another."""

from typing import NamedTuple

from corpus.document import Document
from index.analysis.analyzer import TOKENIZER
from index.snapshots.snapshot import Snapshot
from search.lineage.word_diff import Words, unchanged, word_diff, words_of
from search.types.lineage import Against, Change, Kind, Lineage, Version

_UNDATED = 10**8
"""Behind every date."""


class _Read(NamedTuple):
    """An article, and its title and text in words."""

    document: Document
    title: Words
    text: Words


def lineage(doc_id: int, snapshot: Snapshot, against: Against, page: int, per_page: int) -> Lineage:
    """One page of the versions of an article, itself among them; ties of dates by id."""
    every = [doc_id, *snapshot.groups.versions(doc_id)]
    every.sort(key=lambda each: (int(snapshot.days[each]) or _UNDATED, snapshot.ids[each]))
    start = (page - 1) * per_page
    shown = range(start, min(start + per_page, len(every)))
    compared = {place: 0 if against is Against.FIRST else place - 1 for place in shown if place}
    read = {place: _read(every[place], snapshot) for place in {*shown, *compared.values()}}
    versions = [_version(place, read[place], read[compared[place]] if place in compared else None) for place in shown]
    return Lineage(snapshot.ids[doc_id], len(every), against, versions, page, per_page)


def _read(doc_id: int, snapshot: Snapshot) -> _Read:
    document, edges = snapshot.tokenized(doc_id)
    title = document.article.title
    in_title = words_of(title, list(TOKENIZER.span_tokenize(title)))
    return _Read(document, in_title, words_of(document.article.text, edges.tolist()))


def _version(place: int, version: _Read, other: _Read | None) -> Version:
    if other is None:
        return Version(version.document, place + 1, None, unchanged(version.title), unchanged(version.text))
    text = word_diff(other.text, version.text)
    return Version(
        version.document,
        place + 1,
        other.document.article.id,
        word_diff(other.title, version.title),
        text,
        _count(text, Kind.ADDED),
        _count(text, Kind.REMOVED),
    )


def _count(changes: list[Change], kind: Kind) -> int:
    return sum(each.words for each in changes if each.kind is kind)
