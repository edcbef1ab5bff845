"""Articles like one or several, and the near-duplicates of one, on a cluster: see `search.ranking.more_like_this`.

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
from index.arrays.types import Float32Array, Float64Array
from index.embeddings.embedding_table import WIDTH
from index.segments.lengths import LENGTHS
from index.segments.segment_writer import length_bytes
from search.engine import NoSuchArticle
from search.query.tree import Nothing, Or
from search.ranking.meaning import spread, unit, units
from search.ranking.more_like_this import LEAST_SHARE, MOST, some_of, telling_clauses
from search.ranking.whole_article import IN_TITLE, Strengths, counted_terms, strengths, term_weights
from search.scoring.parameters import MEANING_ALIKE
from search.types.result import Hit

FIELDS = [*STORED, "group", "group_rank", "beside", "vector", "title_length", "text_length", "added"]
"""What is read of an article to tell which others belong to it."""

_RELATED = ["group", "beside"]
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


def more_like_this(article_ids: Sequence[str], reader: Reader, most: int = MOST) -> list[Hit]:
    """The articles most like one, or like several taken together, best first. Raises `NoSuchArticle`."""
    articles, lexicon, wanted = Articles(reader), reader.lexicon, list(dict.fromkeys(article_ids))
    every = articles.by_id(wanted, _RELATED)
    if missing := next((each for each in wanted if each not in every), None):
        raise NoSuchArticle.named(missing)
    read = articles.by_id(some_of(wanted), FIELDS)
    if missing := next((each for each in some_of(wanted) if each not in read), None):
        raise NoSuchArticle.named(missing)
    own = [read[each] for each in some_of(wanted)]
    documents = [articles.document(source["stored"]) for source in own]
    strength = strengths([each.article for each in documents], lexicon.languages)
    clauses = lexicon.settled(lambda: telling_clauses(documents, strength, lexicon))
    if not clauses:
        return []
    query = Translator(lexicon).query(Or(clauses))
    least = _own_score(query, own, reader) * LEAST_SHARE
    alike = [hit for hit in _candidates(query, list(every.values()), reader) if float(hit["_score"]) >= least]
    likeness = _likeness(strength, own, [hit["_source"] for hit in alike], reader)
    best = sorted(zip(likeness.tolist(), alike, strict=True), key=lambda each: (-each[0], each[1]["_source"]["id"]))
    rows = [articles.row(hit["_source"], score) for score, hit in best[:most]]
    return articles.hits(rows, Nothing(), {})


def _own_score(query: Query, own: Sequence[Mapping[str, Any]], reader: Reader) -> float:
    """What the articles score themselves, on average."""
    ids = [source["id"] for source in own]
    only = {"bool": {"must": [query], "filter": [{"terms": {"id": ids}}]}}
    hits = reader.ask({"size": len(ids), "query": only, "_source": False}, **_READ)["hits"]["hits"]
    return sum(float(hit["_score"]) for hit in hits) / len(ids)


def _candidates(query: Query, related: Sequence[Mapping[str, Any]], reader: Reader) -> list[dict[str, Any]]:
    """The best of the other articles: none of these or of their near-duplicates, and of other near-duplicates one."""
    ids = [each for source in related for each in (source["id"], *_listed(source.get("beside")))]
    groups = list({source["group"] for source in related if source.get("group")})
    body = {
        "size": 2 * _CANDIDATES,
        "query": {"bool": {"must": [query], "must_not": [{"terms": {"id": ids}}, {"terms": {"group": groups}}]}},
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
    return kept[:_CANDIDATES]


def _likeness(
    strength: Strengths, own: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]], reader: Reader
) -> Float64Array:
    """How like some articles others are, in words and in meaning, each from 0 to 1 for the likest of them."""
    lexicon = reader.lexicon
    weights = lexicon.settled(lambda: term_weights(strength, lexicon))
    in_words: Float64Array = np.array([_in_words(weights, each, reader) for each in others], np.float64)
    if not len(in_words):
        return in_words
    in_words /= in_words.max() or 1
    mean, vectors = _vectors(own).mean(axis=0), _vectors(others)
    there = np.any(vectors, axis=1)
    if not mean.any() or not there.any():
        return in_words
    combined: Float64Array = (1 - MEANING_ALIKE) * in_words + MEANING_ALIKE * spread(vectors @ unit(mean), there)
    return combined


def _vectors(sources: Sequence[Mapping[str, Any]]) -> Float32Array:
    """What articles mean, each as a vector of length one; zeros where that is not known."""
    packed = b"".join(b64decode(each["vector"]) if each.get("vector") else bytes(WIDTH) for each in sources)
    return units(np.frombuffer(packed, np.int8).reshape(-1, WIDTH))


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
