"""What a result list shows of an article: its title and pieces of its text, with the places where the query matched."""

from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from corpus.article import Span
from corpus.document import Document
from index.analysis.analyzer import TOKENIZER
from index.arrays.types import Int64Array, OffsetArray
from index.corrections.user_aliases import UserAliases
from index.segments.added_times import moment_of
from index.snapshots.snapshot import Snapshot
from search.execution.ordering import Ordered
from search.highlighting.match_positions import (
    MatchSpan,
    Positions,
    WantedTerms,
    in_their_forms,
    match_spans,
    merged,
    wanted_in,
)
from search.highlighting.name_spans import WantedNames, wanted_names
from search.highlighting.snippets import snippets, snippets_of_spans
from search.highlighting.stored_positions import stored_positions
from search.query.tree import Node
from search.types.request import Selection
from search.types.result import Hit, Snippet


class Text(NamedTuple):
    """An article to be shown: where each token of its text stands, shape (tokens, 2), and the positions of terms."""

    document: Document
    edges: OffsetArray
    in_text: Positions
    in_title: Positions


class Marker:
    """Marks what a query looks for in articles; where it looks for no words, the names that it or filters ask for."""

    def __init__(self, tree: Node, aliases: UserAliases, filters: Selection) -> None:
        self.in_title: list[WantedTerms] = wanted_in(tree, "title")
        self.in_text: list[WantedTerms] = wanted_in(tree, "text")
        """The words and phrases that are looked for, whose terms must have positions in what is to be marked."""
        self._names: WantedNames | None = None
        if not (self.in_title or self.in_text) and (names := wanted_names(filters, tree, aliases)):
            self._names = names

    def hit(self, text: Text, score: float, near_duplicates: int, added: datetime | None = None) -> Hit:
        """An article of a result list, which entered the index when it was `added`."""
        document, article = text.document, text.document.article
        if self._names:
            title = Snippet(article.title, self._names.in_title(document))
            pieces = snippets_of_spans(article.text, text.edges, self._names.in_text(document))
        else:
            title = Snippet(article.title, self._title(text))
            pieces = snippets(article.text, text.edges, self._text(text))
        return Hit(document, title, pieces, round(score, 4), near_duplicates, added=added)

    def spans(self, text: Text) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Where a query and filters found a whole article: offsets into its title, and into its text."""
        document, edges = text.document, text.edges
        if self._names:
            return self._names.in_title(document), self._names.in_text(document)
        spans = [(int(edges[mark.first][0]), int(edges[mark.last][1])) for mark in self._text(text)]
        return self._title(text), merged(spans)

    def _text(self, text: Text) -> list[MatchSpan]:
        found = match_spans(self.in_text, text.in_text)
        return in_their_forms(found, self.in_text, text.document.article.text, text.edges)

    def _title(self, text: Text) -> tuple[Span, ...]:
        found, title = match_spans(self.in_title, text.in_title), text.document.article.title
        if not found:
            return ()
        edges = list(TOKENIZER.span_tokenize(title))
        found = in_their_forms(found, self.in_title, title, edges)
        return merged([(edges[mark.first][0], edges[mark.last][1]) for mark in found])


def hits(page: Ordered, tree: Node, snapshot: Snapshot, filters: Selection = MappingProxyType({})) -> list[Hit]:
    """The articles of a page, as a query and filters found them; where no words did, with the names asked for."""
    marker = Marker(tree, snapshot.aliases, filters)
    texts = _texts(page.doc_ids, marker, snapshot)
    return [
        marker.hit(text, score, len(snapshot.groups.versions(doc_id)), moment_of(int(snapshot.added[doc_id])))
        for text, doc_id, score in zip(texts, page.doc_ids.tolist(), page.scores.tolist(), strict=True)
    ]


def marked_article(
    doc_id: int, tree: Node, snapshot: Snapshot, filters: Selection
) -> tuple[Document, tuple[Span, ...], tuple[Span, ...]]:
    """An article, and where a query and filters found it: offsets into its title, and into its text."""
    marker = Marker(tree, snapshot.aliases, filters)
    (text,) = _texts(np.array([doc_id]), marker, snapshot)
    return text.document, *marker.spans(text)


def _texts(doc_ids: Int64Array, marker: Marker, snapshot: Snapshot) -> list[Text]:
    read = snapshot.articles.all(doc_ids.tolist())
    in_text = stored_positions(marker.in_text, "text", doc_ids, snapshot)
    in_title = stored_positions(marker.in_title, "title", doc_ids, snapshot)
    return [Text(*each, *positions) for each, *positions in zip(read, in_text, in_title, strict=True)]
