"""Cut the lines of a concordance: each match of a query in its context (KWIC, Luhn 1960)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.document import Document
from index.arrays.types import OffsetArray
from index.snapshots.snapshot import Snapshot
from search.highlighting.match_positions import (
    MatchSpan,
    WantedTerms,
    in_their_forms,
    match_spans,
    wanted_in,
)
from search.highlighting.stored_positions import StoredPositions
from search.query.tree import Node
from search.types.concordance import ConcordanceLine
from search.types.deadline import NO_DEADLINE, Deadline

WIDTH = 70
"""Characters of context on each side, where nobody says otherwise."""


class Match(NamedTuple):
    """A match in the text of an article: the text's tokens by their offsets, and which of them it is.

    `doc_id` is whatever number the article is known by.
    """

    doc_id: int
    text: str
    edges: OffsetArray
    span: MatchSpan

    @property
    def start(self) -> int:
        """Its first character."""
        return int(self.edges[self.span.first, 0])

    @property
    def end(self) -> int:
        """The character behind its last."""
        return int(self.edges[self.span.last, 1])


class Matches:
    """The matches of a query in the texts of some articles, one article after the other."""

    def __init__(self, tree: Node, snapshot: Snapshot, deadline: Deadline = NO_DEADLINE) -> None:
        self._wanted = wanted_in(tree, "text")
        self._stored = StoredPositions(snapshot, "text")
        self._snapshot = snapshot
        self._deadline = deadline

    @property
    def words(self) -> Sequence[WantedTerms]:
        """The words and phrases that are looked for in texts; none where the query asks for none."""
        return self._wanted

    def of(self, doc_ids: Iterable[int], skipped: int = 0) -> Iterator[Match]:
        """The matches in articles, without the first so many. The text of an article all of whose are is not read.

        Raises `SearchTimeout`.
        """
        told_by_form = any(each.forms for each in self._wanted)
        for doc_id in doc_ids:
            self._deadline.check()
            found = apart(match_spans(self._wanted, self._stored.of(doc_id)))
            if not told_by_form and len(found) <= skipped:
                skipped -= len(found)
                continue
            text, edges, kept = self._read(doc_id, found)
            for span in kept[skipped:]:
                yield Match(doc_id, text, edges, span)
            skipped = max(0, skipped - len(kept))

    def within(self, doc_id: int) -> tuple[str, OffsetArray, list[MatchSpan]]:
        """The text of an article, its tokens, and the matches in it."""
        return self._read(doc_id, apart(match_spans(self._wanted, self._stored.of(doc_id))))

    def _read(self, doc_id: int, found: Sequence[MatchSpan]) -> tuple[str, OffsetArray, list[MatchSpan]]:
        text, edges = self._snapshot.articles.text(doc_id)
        return text, edges, in_their_forms(found, self._wanted, text, edges)

    def again(self, doc_id: int, span: MatchSpan) -> Match:
        """A match that was found before, its text read once more."""
        return Match(doc_id, *self._snapshot.articles.text(doc_id), span)


def apart(found: Sequence[MatchSpan]) -> list[MatchSpan]:
    """Matches without those that lie within the one before: a word of a phrase that is looked for as well."""
    kept: list[MatchSpan] = []
    for span in found:
        if not kept or span.last > kept[-1].last:
            kept.append(span)
    return kept


def line_of(match: Match, width: int, document: Document) -> ConcordanceLine:
    """A match in its document with whole words on both sides, as many as fit into so many characters."""
    article, (begin, end) = document.article, _around(match, width)
    return ConcordanceLine(
        article.id,
        article.title,
        article.source,
        document.published.iso,
        _one_line(match.text[begin : match.start]),
        _one_line(match.text[match.start : match.end]),
        _one_line(match.text[match.end : end]),
        match.start,
        match.end,
        document.published.basis,
        article.language,
        match.text[match.start - 1 : match.start].isspace(),
        match.text[match.end : match.end + 1].isspace(),
    )


def _around(match: Match, width: int) -> tuple[int, int]:
    edges, (first, last, _) = match.edges, match.span
    begin, end = match.start, match.end
    while first > 0 and match.start - int(edges[first - 1, 0]) <= width:
        first -= 1
        begin = int(edges[first, 0])
    while last + 1 < len(edges) and int(edges[last + 1, 1]) - match.end <= width:
        last += 1
        end = int(edges[last, 1])
    # Signs behind the last word of the text belong to it.
    return begin, len(match.text) if last + 1 == len(edges) and last > match.span.last else end


def _one_line(text: str) -> str:
    return " ".join(text.split())
