"""What a developer would write over Tantivy: the JSON of Dateline's /api/search, nothing else.

python -m bench.tantivy_app FOLDER PORT
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import tantivy
from flask import Flask, Response, jsonify, request

from bench.peers import FACETS, Tantivy
from web.server import Server

_SNIPPETS = 2
_LENGTH = 240


def application(engine: Tantivy) -> Flask:
    """The application."""
    app = Flask(__name__)

    @app.get("/api/search")
    def search() -> Response:
        started = time.perf_counter()
        query = request.args.get("q", "")
        parsed, searcher = engine.parsed(query), engine.index.searcher()
        found = searcher.search(parsed, limit=20, count=True)
        terms = {facet: {"terms": {"field": facet, "size": 20}} for facet in FACETS}
        counted = searcher.aggregate(parsed, terms)
        cutter = tantivy.SnippetGenerator.create(searcher, parsed, engine.schema, "text") if query else None
        if cutter:
            cutter.set_max_num_chars(_LENGTH)
        return jsonify(
            query={"q": query, "match": "all", "filters": {}, "exclude": {}, "sort": "relevance"},
            total=found.count,  # type: ignore[attr-defined]  # the stub forgets it
            relaxed=False,
            took_ms=round((time.perf_counter() - started) * 1000, 1),
            results=[_hit(searcher.doc(address), score, cutter) for score, address in found.hits],
            facets={facet: _values(counted[facet]["buckets"], query, facet) for facet in FACETS},
            links={"self": request.url, "html": f"/?q={query}"},
        )

    return app


def _hit(document: tantivy.Document, score: float, cutter: Any) -> dict[str, Any]:
    facts = json.loads(bytes(document["facts"][0]))
    snippets = []
    if cutter:
        snippet = cutter.snippet_from_doc(document)
        spans = [[each.start, each.end] for each in snippet.highlighted()]
        snippets = [{"text": snippet.fragment(), "highlights": spans}]
    return {
        "id": document["id"][0],
        "title": document["title"][0],
        "source": facts["source"],
        "language": facts["language"],
        "published": facts["published"],
        "published_basis": "stated",
        "year": int(facts["published"][:4]),
        "countries": [{"code": code, "name": code} for code in facts["countries"]],
        "entities": facts["entities"],
        "score": score,
        "snippets": snippets,
        "links": {"self": f"/api/articles/{document['id'][0]}", "html": f"/articles/{document['id'][0]}"},
    }


def _values(buckets: list[dict[str, Any]], query: str, facet: str) -> list[dict[str, Any]]:
    return [
        {
            "value": bucket["key"],
            "label": bucket["key"],
            "count": bucket["doc_count"],
            "selected": False,
            "url": f"/api/search?q={query}&{facet}={bucket['key']}",
        }
        for bucket in buckets
    ]


if __name__ == "__main__":
    Server(application(Tantivy(Path(sys.argv[1]))), "127.0.0.1", int(sys.argv[2])).run()
