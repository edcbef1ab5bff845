"""What a result list shows of an article: its title and pieces of its text, with the places where the query matched."""

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from corpus.article import Article, Span
from corpus.document import Document
from index.segments.added_times import moment_of
from index.snapshots.snapshot import Snapshot
from search.execution.ordering import Ordered
from search.highlighting.match_positions import (
    Positions,
    StoredPositions,
    WantedTerms,
    in_their_forms,
    match_spans,
    merged,
    positions_in,
    wanted_in,
)
from search.highlighting.name_spans import WantedNames, wanted_names
from search.highlighting.snippets import snippets, snippets_of_spans
from search.query.tree import Node
from search.types.request import Selection
from search.types.result import Hit, Snippet


class _Wanted(NamedTuple):
    """What is wanted in the title of an article, and in its text."""

    in_title: list[WantedTerms]
    in_text: list[WantedTerms]


def hits(page: Ordered, tree: Node, snapshot: Snapshot, filters: Selection = MappingProxyType({})) -> list[Hit]:
    """The articles of a page, as a query and filters found them; where no words did, with the names asked for."""
    scored = list(zip(page.doc_ids.tolist(), page.scores.tolist(), strict=True))
    wanted = _Wanted(wanted_in(tree, "title"), wanted_in(tree, "text"))
    if not any(wanted) and (names := wanted_names(filters, tree, snapshot)):
        return [_named_hit(doc_id, score, names, snapshot) for doc_id, score in scored]
    stored = StoredPositions(snapshot, "text")
    return [_hit(doc_id, score, stored.of(doc_id), wanted, snapshot) for doc_id, score in scored]


def marked_title(article: Article, wanted: Sequence[WantedTerms], snapshot: Snapshot) -> Snippet:
    """An article's title with the places of what is wanted in it."""
    analysis = snapshot.languages.of(article).analyse(article.title)
    found: list[Span] = [
        (analysis.spans[mark.first][0], analysis.spans[mark.last][1])
        for mark in in_their_forms(match_spans(wanted, positions_in(analysis)), wanted, article.title, analysis.spans)
    ]
    return Snippet(article.title, merged(found))


def marked_article(
    doc_id: int, tree: Node, snapshot: Snapshot, filters: Selection
) -> tuple[Document, tuple[Span, ...], tuple[Span, ...]]:
    """An article, and where a query and filters found it: offsets into its title, and into its text."""
    document, edges = snapshot.tokenized(doc_id)
    in_text, in_title = wanted_in(tree, "text"), wanted_in(tree, "title")
    if not (in_text or in_title) and (names := wanted_names(filters, tree, snapshot)):
        return document, names.in_title(document), names.in_text(document)
    found = match_spans(in_text, StoredPositions(snapshot, "text").of(doc_id))
    found = in_their_forms(found, in_text, document.article.text, edges)
    spans = [(int(edges[mark.first][0]), int(edges[mark.last][1])) for mark in found]
    return document, marked_title(document.article, in_title, snapshot).highlights, merged(spans)


def _named_hit(doc_id: int, score: float, names: WantedNames, snapshot: Snapshot) -> Hit:
    document, edges = snapshot.tokenized(doc_id)
    article = document.article
    pieces = snippets_of_spans(article.text, edges, names.in_text(document))
    title = Snippet(article.title, names.in_title(document))
    return _made(doc_id, score, snapshot)(document, title, pieces)


def _hit(doc_id: int, score: float, positions: Positions, wanted: _Wanted, snapshot: Snapshot) -> Hit:
    document, edges = snapshot.tokenized(doc_id)
    text = document.article.text
    found = in_their_forms(match_spans(wanted.in_text, positions), wanted.in_text, text, edges)
    title = marked_title(document.article, wanted.in_title, snapshot)
    return _made(doc_id, score, snapshot)(document, title, snippets(text, edges, found))


def _made(doc_id: int, score: float, snapshot: Snapshot) -> Callable[[Document, Snippet, tuple[Snippet, ...]], Hit]:
    """A hit with what is known of its article besides what it shows."""
    return partial(
        Hit,
        score=round(score, 4),
        near_duplicates=len(snapshot.groups.versions(doc_id)),
        added=moment_of(int(snapshot.added[doc_id])),
    )
