"""Known items: how many articles are found first by their own title, typed as it is.

    python -m bench.known_items ../shared/data

Indexes the dated articles of the development data, searches for 400 of their titles, chosen at random with a fixed
seed, and prints how many find their article first, tied with the first, or behind one of the same title; and the
others, with what they find.
"""

import gzip
import random
import sys
import tempfile
from pathlib import Path

import index
from search import Searcher, SearchRequest

_ARTICLES = "dates_witnesses.jsonl.gz"
_TITLES = 400
_SEED = 13


def main(data: Path) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        with gzip.open(data / _ARTICLES) as packed:
            articles.write_bytes(packed.read())
        index.build(Path(folder) / "index", articles)
        searcher = Searcher(Path(folder) / "index")
        titled = sorted((each.article.id, each.article.title) for each in searcher.matches(SearchRequest()))
        chosen = random.Random(_SEED).sample(titled, _TITLES)  # noqa: S311 - no secret
        found = {title: _first(article_id, title, searcher) for article_id, title in chosen}
    print(f"{sum(first == title for title, first in found.items())} of {len(found)} titles find their article first,")
    print("tied with the first, or behind one of the same title; the others:")
    print(*(f"  {title}\n    finds: {first}" for title, first in found.items() if first != title), sep="\n")


def _first(article_id: str, title: str, searcher: Searcher) -> str:
    """The title of what stands first: that of the article itself where it is tied with the first."""
    hits = searcher.search(SearchRequest(q=title)).hits
    tied = (hit for hit in hits if hit.score == hits[0].score and hit.document.article.id == article_id)
    return next((title for _ in tied), hits[0].document.article.title if hits else "nothing")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
