"""Articles like one, and its near-duplicates, on a cluster: see `search.ranking.more_like_this`.

The cluster finds candidates by the most telling words and names; their order counts all words and what they mean, and
is made here, for the best two hundred.
"""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from math import log1p, sqrt
from typing import Any

import numpy as np

from cluster.articles import STORED, Articles
from cluster.reader import Reader
from cluster.translate import Query, Translator
from corpus.document import Document
from index.arrays.types import Float64Array
from index.embeddings.embedding_table import WIDTH
from index.segments.lengths import LENGTHS
from index.segments.segment_writer import length_bytes
from search.engine import NoSuchArticle
from search.query.tree import Nothing, Or
from search.ranking.meaning import spread, units
from search.ranking.more_like_this import LEAST_SHARE, MOST, telling_clauses
from search.ranking.whole_article import IN_TITLE, Strengths, counted_terms, strengths, term_weights
from search.scoring.parameters import MEANING_ALIKE
from search.types.result import Hit

FIELDS = [*STORED, "group", "group_rank", "beside", "vector", "title_length", "text_length"]
"""What is read of an article to tell which others belong to it."""

_CANDIDATES = 200
_READ = {"search_type": "dfs_query_then_fetch"}


def versions(source: Mapping[str, Any], reader: Reader, most: int) -> tuple[tuple[Document, ...], int]:
    """The first near-duplicates of an article, that which stands for its group first, and how many there are."""
    articles, own = Articles(reader), str(source["id"])
    query = versions_of(source)
    if query is None:
        return (), 0
    beside = _listed(source.get("beside"))
    body = {
        "size": most,
        "track_total_hits": True,
        "query": {"bool": {"filter": [query], "must_not": [{"term": {"id": own}}, {"terms": {"id": beside}}]}},
        "sort": [{"group_rank": "asc"}, {"id": "asc"}],
        "_source": STORED,
    }
    answer = reader.ask(body)
    found = [articles.document(hit["_source"]["stored"]) for hit in answer["hits"]["hits"]]
    others = articles.by_id(beside)
    found += [articles.document(others[each]["stored"]) for each in beside if each in others]
    return tuple(found[:most]), int(answer["hits"]["total"]["value"]) + len(others)


def more_like_this(article_id: str, reader: Reader, most: int = MOST) -> list[Hit]:
    """The articles most like one, best first. Raises `NoSuchArticle`."""
    articles = Articles(reader)
    source = articles.by_id([article_id], FIELDS).get(article_id)
    if source is None:
        raise NoSuchArticle.named(article_id)
    document, lexicon = articles.document(source["stored"]), reader.lexicon
    strength = strengths([document.article], lexicon.languages)
    clauses = lexicon.settled(lambda: telling_clauses([document], strength, lexicon))
    if not clauses:
        return []
    own, found = _candidates(Translator(lexicon).query(Or(clauses)), source, reader)
    alike = [hit for hit in found if float(hit["_score"]) >= own * LEAST_SHARE]
    likeness = _likeness(strength, source, [hit["_source"] for hit in alike], reader)
    best = sorted(zip(likeness.tolist(), alike, strict=True), key=lambda each: (-each[0], each[1]["_source"]["id"]))
    rows = [articles.row(hit["_source"], score) for score, hit in best[:most]]
    return articles.hits(rows, Nothing(), {})


def _candidates(query: Query, source: Mapping[str, Any], reader: Reader) -> tuple[float, list[dict[str, Any]]]:
    """What the article scores itself, and the best of the others: of near-duplicates one."""
    own = {"size": 1, "query": {"bool": {"must": [query], "filter": [{"term": {"id": source["id"]}}]}}}
    itself = reader.ask({**own, "_source": False}, **_READ)["hits"]["hits"]
    not_these: list[Query] = [{"term": {"id": source["id"]}}, {"terms": {"id": _listed(source.get("beside"))}}]
    if source.get("group"):
        not_these.append({"term": {"group": source["group"]}})
    body = {
        "size": 2 * _CANDIDATES,
        "query": {"bool": {"must": [query], "must_not": not_these}},
        "sort": [{"_score": "desc"}, {"id": "asc"}],
        "track_scores": True,
        "_source": ["id", *FIELDS],
    }
    found = reader.ask(body, **_READ)["hits"]["hits"]
    first: dict[str, int] = {}
    for hit in found:
        group, rank = hit["_source"].get("group"), int(hit["_source"].get("group_rank") or 0)
        if group:
            first[group] = min(rank, first.get(group, rank))
    kept = [
        hit
        for hit in found
        if not hit["_source"].get("group")
        or int(hit["_source"].get("group_rank") or 0) == first[hit["_source"]["group"]]
    ]
    return float(itself[0]["_score"]) if itself else 0.0, kept[:_CANDIDATES]


def _likeness(
    strength: Strengths, source: Mapping[str, Any], others: Sequence[Mapping[str, Any]], reader: Reader
) -> Float64Array:
    """How like an article others are, in words and in meaning, each from 0 to 1 for the likest of them."""
    lexicon = reader.lexicon
    weights = lexicon.settled(lambda: term_weights(strength, lexicon))
    in_words: Float64Array = np.array([_in_words(weights, each, reader) for each in others], np.float64)
    if not len(in_words):
        return in_words
    in_words /= in_words.max() or 1
    none = bytes(WIDTH)
    packed = b"".join(b64decode(each["vector"]) if each.get("vector") else none for each in (source, *others))
    vectors = units(np.frombuffer(packed, np.int8).reshape(-1, WIDTH))
    there = np.any(vectors[1:], axis=1)
    if not vectors[0].any() or not there.any():
        return in_words
    combined: Float64Array = (1 - MEANING_ALIKE) * in_words + MEANING_ALIKE * spread(vectors[1:] @ vectors[0], there)
    return combined


def _in_words(weights: Mapping[str, float], source: Mapping[str, Any], reader: Reader) -> float:
    article = Articles(reader).document(source["stored"]).article
    counted = counted_terms(article, reader.lexicon.languages)
    score = sum(weight * log1p(counted[term]) for term, weight in weights.items() if term in counted)
    lengths = length_bytes(np.array([source["title_length"], source["text_length"]], np.int64))
    in_title, in_text = LENGTHS[lengths].tolist()
    return float(score / sqrt(max(IN_TITLE * in_title + in_text, 1)))


def versions_of(source: Mapping[str, Any]) -> Query | None:
    """What finds the near-duplicates of an article, and itself; None where it has none."""
    beside = _listed(source.get("beside"))
    group: list[Query] = [{"term": {"group": source["group"]}}] if source.get("group") else []
    if not group and not beside:
        return None
    return {"bool": {"should": [*group, {"terms": {"id": beside}}], "minimum_should_match": 1}}


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [value]
