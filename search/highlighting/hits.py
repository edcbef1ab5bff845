"""What a result list shows of an article: its title and pieces of its text, with the places where the query matched."""

from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from corpus.article import Span
from corpus.document import Document
from index.analysis.languages import Languages
from index.arrays.types import OffsetArray
from index.corrections.user_aliases import UserAliases
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


class Text(NamedTuple):
    """An article to be shown: where each token of its text stands, shape (tokens, 2), and the positions of terms."""

    document: Document
    edges: OffsetArray
    positions: Positions


class Marker:
    """Marks what a query looks for in articles; where it looks for no words, the names that it or filters ask for."""

    def __init__(self, tree: Node, languages: Languages, aliases: UserAliases, filters: Selection) -> None:
        self._languages = languages
        self._in_title: list[WantedTerms] = wanted_in(tree, "title")
        self._in_text: list[WantedTerms] = wanted_in(tree, "text")
        self._names: WantedNames | None = None
        if not (self._in_title or self._in_text) and (names := wanted_names(filters, tree, aliases)):
            self._names = names

    def hit(self, text: Text, score: float, near_duplicates: int, added: datetime | None = None) -> Hit:
        """An article of a result list, which entered the index when it was `added`."""
        document, article = text.document, text.document.article
        if self._names:
            title = Snippet(article.title, self._names.in_title(document))
            pieces = snippets_of_spans(article.text, text.edges, self._names.in_text(document))
        else:
            title = Snippet(article.title, self._title(document))
            found = match_spans(self._in_text, text.positions)
            pieces = snippets(article.text, text.edges, in_their_forms(found, self._in_text, article.text, text.edges))
        return Hit(document, title, pieces, round(score, 4), near_duplicates, added=added)

    def spans(self, text: Text) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Where a query and filters found a whole article: offsets into its title, and into its text."""
        document, edges = text.document, text.edges
        if self._names:
            return self._names.in_title(document), self._names.in_text(document)
        found = match_spans(self._in_text, text.positions)
        found = in_their_forms(found, self._in_text, document.article.text, edges)
        spans = [(int(edges[mark.first][0]), int(edges[mark.last][1])) for mark in found]
        return self._title(document), merged(spans)

    def _title(self, document: Document) -> tuple[Span, ...]:
        article, wanted = document.article, self._in_title
        if not wanted:
            return ()
        analysis = self._languages.of(article).analyse(article.title)
        found: list[Span] = [
            (analysis.spans[mark.first][0], analysis.spans[mark.last][1])
            for mark in in_their_forms(
                match_spans(wanted, positions_in(analysis)), wanted, article.title, analysis.spans
            )
        ]
        return merged(found)


def hits(page: Ordered, tree: Node, snapshot: Snapshot, filters: Selection = MappingProxyType({})) -> list[Hit]:
    """The articles of a page, as a query and filters found them; where no words did, with the names asked for."""
    marker, stored = Marker(tree, snapshot.languages, snapshot.aliases, filters), StoredPositions(snapshot, "text")
    return [
        marker.hit(
            _text(doc_id, stored, snapshot),
            score,
            len(snapshot.groups.versions(doc_id)),
            moment_of(int(snapshot.added[doc_id])),
        )
        for doc_id, score in zip(page.doc_ids.tolist(), page.scores.tolist(), strict=True)
    ]


def marked_article(
    doc_id: int, tree: Node, snapshot: Snapshot, filters: Selection
) -> tuple[Document, tuple[Span, ...], tuple[Span, ...]]:
    """An article, and where a query and filters found it: offsets into its title, and into its text."""
    text = _text(doc_id, StoredPositions(snapshot, "text"), snapshot)
    return text.document, *Marker(tree, snapshot.languages, snapshot.aliases, filters).spans(text)


def _text(doc_id: int, stored: StoredPositions, snapshot: Snapshot) -> Text:
    document, edges = snapshot.tokenized(doc_id)
    return Text(document, edges, stored.of(doc_id))
