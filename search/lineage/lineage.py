"""Put the near-duplicates of an article into the order of their dates, and compare each with another."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from corpus.document import Document
from index.analysis.analyzer import TOKENIZER
from index.snapshots.snapshot import Snapshot
from search.lineage.word_diff import Words, unchanged, word_diff, words_of
from search.types.lineage import Against, Change, Kind, Lineage, Version

_UNDATED = 10**8
"""Behind every date."""


class Read(NamedTuple):
    """An article, and its title and text in words."""

    document: Document
    title: Words
    text: Words


def lineage(doc_id: int, snapshot: Snapshot, against: Against, page: int, per_page: int) -> Lineage:
    """One page of the versions of an article, itself among them; ties of dates by id."""
    every = [doc_id, *snapshot.groups.versions(doc_id)]
    every.sort(key=lambda each: (int(snapshot.days[each]) or _UNDATED, snapshot.ids[each]))

    def read(places: Sequence[int]) -> Mapping[int, Read]:
        return {place: _read(every[place], snapshot) for place in places}

    versions = compared(len(every), against, page, per_page, read)
    return Lineage(snapshot.ids[doc_id], len(every), against, versions, page, per_page)


def compared(
    total: int, against: Against, page: int, per_page: int, read: Callable[[Sequence[int]], Mapping[int, Read]]
) -> list[Version]:
    """One page of so many versions, each compared with another; `read` gives those at some places of their order."""
    start = (page - 1) * per_page
    shown = range(start, min(start + per_page, total))
    others = {place: 0 if against is Against.FIRST else place - 1 for place in shown if place}
    found = read(sorted({*shown, *others.values()}))
    return [_version(place, found[place], found[others[place]] if place in others else None) for place in shown]


def _read(doc_id: int, snapshot: Snapshot) -> Read:
    document, edges = snapshot.tokenized(doc_id)
    return in_words(document, edges.tolist())


def in_words(document: Document, spans: Sequence[Sequence[int]]) -> Read:
    """An article in words, given where the tokens of its text stand."""
    title = document.article.title
    in_title = words_of(title, list(TOKENIZER.span_tokenize(title)))
    return Read(document, in_title, words_of(document.article.text, spans))


def _version(place: int, version: Read, other: Read | None) -> Version:
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
