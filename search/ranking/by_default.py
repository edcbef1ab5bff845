"""Which parts of the reranking count for a request that does not say: bench/relevance.md has the figures."""

from collections.abc import Sequence
from typing import NamedTuple

from search.query.question import Question
from search.query.tree import Node
from search.ranking.adjacent_words import WordRun
from search.scoring.parameters import EXPANDED_QUERY, MEANT_QUERY
from search.types.request import SearchRequest


class Reranking(NamedTuple):
    """Whether the words that the best articles have in common count, and whether nearness in meaning does."""

    expand: bool
    meaning: bool


def reranking(request: SearchRequest, question: Question, tree: Node, runs: Sequence[WordRun]) -> Reranking:
    """What the request says, or else what the number of words says, for a question answered by one of its trees."""
    words, any_word = sum(map(len, runs)), tree is question.any_word
    several = question.any_word is not None and words > 1
    return Reranking(
        expand=any_word and words >= EXPANDED_QUERY if request.expand is None else request.expand,
        meaning=several and (any_word or words >= MEANT_QUERY) if request.meaning is None else request.meaning,
    )
