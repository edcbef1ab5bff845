"""Cut the lines of a concordance: each match of a query in its context (KWIC, Luhn 1960)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from corpus.document import Document
from corpus.folding import fold
from index.analysis.analyzer import form_of
from index.arrays.types import OffsetArray
from index.snapshots.snapshot import Snapshot
from search.highlighting.match_positions import (
    MatchSpan,
    StoredPositions,
    WantedTerms,
    in_their_forms,
    match_spans,
    wanted_in,
)
from search.query.tree import Node
from search.types.concordance import ConcordanceLine, LineOrder

WIDTH = 70
"""Characters of context on each side, where nobody says otherwise."""

MOST_SORTED = 2_000
"""Lines that are sorted by words: for these the texts must be read."""

_SORTED_BY = 3
"""Words of the context that lines are sorted by."""


class Match(NamedTuple):
    """A match in the text of an article: its tokens' offsets, and which tokens it is."""

    document: Document
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

    def __init__(self, tree: Node, snapshot: Snapshot) -> None:
        self._wanted = wanted_in(tree, "text")
        self._stored = StoredPositions(snapshot, "text")
        self._snapshot = snapshot

    @property
    def words(self) -> Sequence[WantedTerms]:
        """The words and phrases that are looked for in texts; none where the query asks for none."""
        return self._wanted

    def of(self, doc_ids: Iterable[int], skipped: int = 0) -> Iterator[Match]:
        """The matches in articles, without the first so many. The text of an article all of whose are is not read."""
        told_by_form = any(each.forms for each in self._wanted)
        for doc_id in doc_ids:
            found = apart(match_spans(self._wanted, self._stored.of(doc_id)))
            if not told_by_form and len(found) <= skipped:
                skipped -= len(found)
                continue
            document, edges = self._snapshot.tokenized(doc_id)
            kept = in_their_forms(found, self._wanted, document.article.text, edges)
            for span in kept[skipped:]:
                yield Match(document, edges, span)
            skipped = max(0, skipped - len(kept))


def apart(found: Sequence[MatchSpan]) -> list[MatchSpan]:
    """Matches without those that lie within the one before: a word of a phrase that is looked for as well."""
    kept: list[MatchSpan] = []
    for span in found:
        if not kept or span.last > kept[-1].last:
            kept.append(span)
    return kept


def page_of_lines(
    matches: Iterator[Match], order: LineOrder, start: int, count: int, width: int
) -> tuple[list[ConcordanceLine], bool, int | None]:
    """The `count` lines from `start` on, whether others follow, and of how many the order holds, where not of all.

    In the order of the result `matches` begin with line `start`; in any other with the first.
    """
    if order is LineOrder.RESULT:
        found = list(islice(matches, count + 1))
        return [line_of(each, width) for each in found[:count]], len(found) > count, None
    found = list(islice(matches, MOST_SORTED))
    bound = MOST_SORTED if next(matches, None) is not None else None
    found.sort(key=_KEYS[order])
    shown = found[start : start + count]
    return [line_of(each, width) for each in shown], start + count < len(found), bound


def line_of(match: Match, width: int) -> ConcordanceLine:
    """A match with whole words on both sides, as many as fit into so many characters."""
    article, published = match.document.article, match.document.published
    begin, end = _around(match, width)
    return ConcordanceLine(
        article.id,
        article.title,
        article.source,
        published.iso,
        _one_line(article.text[begin : match.start]),
        _one_line(article.text[match.start : match.end]),
        _one_line(article.text[match.end : end]),
        match.start,
        match.end,
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
    return begin, len(match.document.article.text) if last + 1 == len(edges) and last > match.span.last else end


def _one_line(text: str) -> str:
    return " ".join(text.split())


def tokens_about(match: Match, distance: int) -> Iterator[str]:
    """The tokens at most so many places before and behind a match."""
    text, edges, (first, last, _) = match.document.article.text, match.edges, match.span
    for position in (*range(max(0, first - distance), first), *range(last + 1, min(len(edges), last + 1 + distance))):
        yield text[edges[position, 0] : edges[position, 1]]


def _before(match: Match) -> tuple[str, ...]:
    first = match.span.first
    return tuple(_form(match, position) for position in range(first - 1, max(-1, first - 1 - _SORTED_BY), -1))


def _behind(match: Match) -> tuple[str, ...]:
    last = match.span.last
    return tuple(_form(match, position) for position in range(last + 1, min(len(match.edges), last + 1 + _SORTED_BY)))


def _form(match: Match, position: int) -> str:
    return form_of(match.document.article.text[match.edges[position, 0] : match.edges[position, 1]])


_KEYS: dict[LineOrder, Callable[[Match], tuple[str, ...]]] = {
    LineOrder.LEFT: _before,
    LineOrder.RIGHT: _behind,
    LineOrder.MATCH: lambda match: (fold(match.document.article.text[match.start : match.end]), *_behind(match)),
    LineOrder.SOURCE: lambda match: (fold(match.document.article.source or "\uffff"),),
}
