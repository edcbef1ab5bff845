"""How an index is laid out on a cluster: the fields of an article, and the small indices beside it.

Tokens arrive analysed: a text is its terms, joined by `SEPARATOR`, and nodes only split it again. A token whose term is
not its form is sent as `term<tab>form`: the field keeps the term, its sub-field `form` keeps both.
"""

from base64 import urlsafe_b64encode
from hashlib import blake2b
from typing import Any

from corpus.encoding import to_utf8
from index.segments.fields import FACETS
from index.segments.written_form import SEPARATOR as BEFORE_FORM
from search.scoring.parameters import K1, B

FORMAT = 1
"""Of what stands in the indices: one of another format is built anew."""

SEPARATOR = "\x1f"
"""Between tokens."""

NO_TERM = "\x1e"
"""A token of which the analysis leaves nothing: it keeps its position."""

ANY_TERM = "\x1d"
"""Stands in a phrase that is sought for any token: it keeps its place there."""

WORDS, VALUES, FILES, STATE = "words", "values", "files", "state"
BESIDE = (WORDS, VALUES, FILES, STATE)
"""The indices beside that of the articles, which share its fate."""

STATE_ID = "state"

_DIGEST = 16
_KEYWORD = {"type": "keyword"}
_SOUGHT = {"type": "keyword", "doc_values": False}
_SHOWN = {"type": "keyword", "index": False, "doc_values": False}
_COUNTED = {"type": "keyword", "index": False}
_NUMBER = {"type": "integer"}
_SORTED = {"type": "integer", "index": False}
_KEPT = {"type": "object", "enabled": False}


def words(name: str) -> str:
    """The index of written forms and of their stems: additive, by run."""
    return f"{name}-{WORDS}"


def values(name: str) -> str:
    """The index of the values of facets: how each is shown."""
    return f"{name}-{VALUES}"


def files(name: str) -> str:
    """The index of files that stand as they were read."""
    return f"{name}-{FILES}"


def state(name: str) -> str:
    """The index of the state document, and of what is learned from all articles."""
    return f"{name}-{STATE}"


def document_id(*parts: str) -> str:
    """The `_id` of an article, of its id: a digest, as ids may be longer than a cluster takes. Of values: all parts."""
    digest = blake2b(to_utf8("\0".join(parts)), digest_size=_DIGEST).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def articles_body(shards: int, replicas: int) -> dict[str, Any]:
    """The settings and the mapping of the index of articles."""
    return {
        "settings": {
            "index": _settings(shards, replicas)
            | {"similarity": {"default": {"type": "BM25", "k1": K1, "b": B}}, "codec": "best_compression"},
            "analysis": _ANALYSIS,
        },
        "mappings": {"dynamic": "strict", "properties": _ARTICLE},
    }


def article_fields() -> dict[str, Any]:
    """The mapping of the articles alone: an index that was built before a field came is given it."""
    return {"properties": _ARTICLE}


def beside_body(which: str, replicas: int) -> dict[str, Any]:
    """The settings and the mapping of an index beside that of the articles."""
    return {
        "settings": {"index": _settings(1, replicas)},
        "mappings": {"dynamic": "strict", "properties": _BESIDE[which]},
    }


def _settings(shards: int, replicas: int) -> dict[str, Any]:
    # Loaders refresh: what they did becomes visible when they say so.
    return {"number_of_shards": shards, "number_of_replicas": replicas, "refresh_interval": "-1"}


_SPLIT = {"type": "simple_pattern_split", "pattern": SEPARATOR}
_ANALYSIS = {
    "tokenizer": {"split": _SPLIT},
    "filter": {
        "any": {"type": "stop", "stopwords": [ANY_TERM]},
        "term": {"type": "pattern_replace", "pattern": f"{BEFORE_FORM}.*", "replacement": "", "all": False},
        "form": {
            "type": "pattern_replace",
            "pattern": f"^([^{BEFORE_FORM}]+)$",
            "replacement": f"$1{BEFORE_FORM}$1",
            "all": False,
        },
    },
    "analyzer": {
        "tokens": {"type": "custom", "tokenizer": "split", "filter": ["term"]},
        "forms": {"type": "custom", "tokenizer": "split", "filter": ["form"]},
        "gaps": {"type": "custom", "tokenizer": "split", "filter": ["any"]},
    },
}
_TEXT = {
    "type": "text",
    "analyzer": "tokens",
    "fields": {"form": {"type": "text", "analyzer": "forms", "norms": False}},
}

_ARTICLE: dict[str, Any] = {
    "id": _KEYWORD,
    "key": _KEYWORD,
    "title": _TEXT,
    "text": _TEXT,
    "source": {"type": "text", "analyzer": "tokens"},
    "acronym": _SOUGHT,
    **dict.fromkeys(FACETS, _KEYWORD),
    "day": _NUMBER,
    "title_length": _SORTED,
    "text_length": _SORTED,
    "source_length": _SORTED,
    "group": _KEYWORD,
    "group_rank": _NUMBER,
    "beside": _KEYWORD,
    "link": _KEYWORD,
    "vector": {"type": "binary"},
    "stored": _KEPT,
    "reading": _COUNTED,
    "lot": {"type": "long"},
    "print": _NUMBER,
    "shingles": _SORTED,
    "whole": {"type": "long", "index": False},
    "origin": _KEYWORD,
    "run": _KEYWORD,
    "added": {"type": "long"},
    "fingerprint": _SHOWN,
}

_BESIDE: dict[str, dict[str, Any]] = {
    WORDS: {
        "kind": _KEYWORD,
        "form": _KEYWORD,
        "stem": _KEYWORD,
        "key": _KEYWORD,
        **dict.fromkeys(("count", "capital", "lower", "umlaut", "length", "docs"), _NUMBER),
        "run": _KEYWORD,
    },
    VALUES: {
        "facet": _KEYWORD,
        "key": _KEYWORD,
        "label": _KEYWORD,
        "kind": _KEYWORD,
        "words": _KEYWORD,
        "beginnings": _KEYWORD,
    },
    FILES: {"path": _KEYWORD, "version": _SHOWN, "entry": _KEPT},
    STATE: {"body": _KEPT},
}
