"""Files of news, and what an index makes of them."""

import json
from pathlib import Path

from search.searcher import Searcher
from search.types.request import SearchRequest

PEACE = (
    "Delegates signed a peace agreement on Friday.\n\nObservers from nine countries watched the ceremony in silence."
)
TALKS = (
    "Ministers held talks about a border crossing.\n\nThey will meet again in the spring, officials said afterwards."
)


def wire(at: int) -> str:
    return json.dumps({"id": f"wire-{at}", "title": f"Wire {at}", "text": f"Report number {at}.", "clean": True}) + "\n"


def add(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(line)


def ids(index: Path, q: str = "") -> set[str]:
    return {hit.document.article.id for hit in Searcher(index).search(SearchRequest(q=q, per_page=100)).hits}
