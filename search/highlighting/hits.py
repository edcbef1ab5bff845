"""What a result list shows of an article: its title and pieces of its text, with the places where the query matched."""

from collections.abc import Sequence

from corpus.article import Article, Span
from index.snapshots.snapshot import Snapshot
from search.highlighting.match_positions import (
    MatchSpan,
    StoredPositions,
    WantedTerms,
    match_spans,
    merged,
    positions_in,
    wanted_in,
)
from search.highlighting.snippets import snippets
from search.ordering import Ordered
from search.query.tree import Node
from search.result import Hit, Snippet


def hits(page: Ordered, tree: Node, snapshot: Snapshot) -> list[Hit]:
    """The articles of a page, as a query found them."""
    in_text, in_title = wanted_in(tree, "text"), wanted_in(tree, "title")
    stored = StoredPositions(snapshot, "text")
    return [
        _hit(number, score, match_spans(in_text, stored.of(number)), in_title, snapshot)
        for number, score in zip(page.doc_ids.tolist(), page.scores.tolist(), strict=True)
    ]


def marked_title(article: Article, wanted: Sequence[WantedTerms], snapshot: Snapshot) -> Snippet:
    """An article's title with the places of what is wanted in it."""
    analysis = snapshot.languages.of(article).analyse(article.title)
    found: list[Span] = [
        (analysis.spans[mark.first][0], analysis.spans[mark.last][1])
        for mark in match_spans(wanted, positions_in(analysis))
    ]
    return Snippet(article.title, merged(found))


def _hit(number: int, score: float, found: list[MatchSpan], in_title: list[WantedTerms], snapshot: Snapshot) -> Hit:
    document, edges = snapshot.tokenized(number)
    pieces = snippets(document.article.text, edges, found)
    title = marked_title(document.article, in_title, snapshot)
    return Hit(document, title, pieces, round(score, 4), len(snapshot.groups.versions(number)))
