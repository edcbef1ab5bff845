"""Look at the best results of a cluster again: words that they have in common, and what they mean.

Each costs a round trip. What it adds to scores is the same arithmetic as in an embedded index, over what the cluster
returns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from cluster.pages import Row, Walker, rescored
from cluster.reader import Reader, Understood
from cluster.translate import Query, combined
from corpus.article import Article
from index.embeddings.embedding_table import WIDTH
from index.segments import stored_article
from search.ranking.feedback import ExpansionTerm, beside, expansion_terms
from search.ranking.meaning import gained_by, units
from search.scoring.parameters import COMPARED, FEEDBACK

_LIKELIEST = 500
"""Of the words of the best articles, the rarity of so many is asked for."""


@dataclass(frozen=True, slots=True)
class Reranked:
    """A request whose query knows what else counts, its best rows in their final order, and the words that count."""

    found: Understood
    head: tuple[Row, ...] = ()
    terms: tuple[ExpansionTerm, ...] = ()
    words: tuple[str, ...] = ()
    """The words that articles are compared to in meaning."""

    @property
    def expanded(self) -> tuple[str, ...]:
        """The words that the best have in common, as they stand there."""
        return tuple(dict.fromkeys(each.form for each in self.terms))


def reranked(found: Understood, reader: Reader, *, fold: bool) -> Reranked:
    """The same request where the best articles have had their say. Raises `SearchTimeout`, `ClusterError`."""
    terms: tuple[ExpansionTerm, ...] = ()
    if found.expands:
        found, terms = _expanded(found, reader, fold=fold)
    head = _by_meaning(found, reader, fold=fold) if found.means else ()
    words = tuple(word for run in found.runs for word in run.typed)
    return Reranked(found, head, terms, words if head else ())


def _expanded(found: Understood, reader: Reader, *, fold: bool) -> tuple[Understood, tuple[ExpansionTerm, ...]]:
    rows = _best(found, reader, FEEDBACK, ["stored"], fold=fold)
    best = [(_article(row), row.score) for row in rows if row.stored is not None]
    terms = reader.lexicon.settled(lambda: expansion_terms(best, reader.lexicon, _LIKELIEST))
    weight = beside(sum(map(len, found.runs)))
    gains: list[Query] = [combined(each.term, weight * each.share) for each in terms]
    return found.also(gains), tuple(terms)


def _by_meaning(found: Understood, reader: Reader, *, fold: bool) -> tuple[Row, ...]:
    rows = _best(found, reader, COMPARED, ["vector"], fold=fold)
    if not rows:
        return ()
    none = bytes(WIDTH)
    vectors = np.frombuffer(b"".join(row.vector or none for row in rows), np.int8).reshape(-1, WIDTH)
    words = [word for run in found.runs for word in run.typed]
    gained = gained_by(words, units(vectors), np.array([row.score for row in rows]))
    if gained is None:
        return ()
    again = [rescored(row, gain) for row, gain in zip(rows, gained.tolist(), strict=True)]
    return tuple(sorted(again, key=lambda row: (row.key, row.id)))


def _best(found: Understood, reader: Reader, count: int, fields: Sequence[str], *, fold: bool) -> list[Row]:
    rows: Iterator[Row] = Walker(reader, found, folded=fold).rows(size=2 * count if fold else count, fields=fields)
    return list(islice(rows, count))


def _article(row: Row) -> Article:
    return stored_article.from_json(row.stored or {}).article
