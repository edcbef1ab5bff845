"""Compare with stock Whoosh: its own writer, codec, searcher and `groupedby`, over the same articles and terms.

python -m bench.stock [--articles 20000] [--runs 3] [--generator PATH]
"""

import argparse
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from whoosh import analysis, fields, index, qparser, sorting
from whoosh.searching import Results

from bench.corpus import queries, synthetic
from bench.engine import faceted
from bench.measure import paired, timed
from index.analysis.analyzer import Analyzer
from index.analysis.tokenizer import split_pieces
from index.ingest.pipeline import refresh
from index.snapshots.snapshot import Snapshot
from search.types.request import SearchRequest

_FACETS = ("entity", "country", "year")
_stem = Analyzer("en").term


class Stemmed(analysis.Tokenizer):  # type: ignore[misc]  # Whoosh has no annotations
    """The terms that Dateline makes of a text, so that both engines index the same."""

    def __call__(self, value: str, mode: str = "", **_: object) -> Iterable[analysis.Token]:
        """The tokens of a text."""
        token, at = analysis.Token(positions=True, chars=True, mode=mode), 0
        for number, piece in enumerate(split_pieces(value)):
            if number % 2:
                token.text, token.pos, token.boost, token.stopped = _stem(piece), number // 2, 1.0, False
                token.startchar, token.endchar = at, at + len(piece)
                yield token
            at += len(piece)


class StockWhoosh:
    """An index of Whoosh's own over clean records."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        facet = {name: fields.KEYWORD(commas=True, lowercase=False, sortable=True) for name in _FACETS}
        self._index = index.create_in(
            str(folder),
            fields.Schema(
                id=fields.ID(stored=True),
                title=fields.TEXT(Stemmed(), field_boost=2.0),
                text=fields.TEXT(Stemmed()),
                **facet,
            ),
        )

    def add(self, lines: Iterable[str]) -> None:
        """Index JSON lines and commit."""
        writer = self._index.writer(limitmb=512)
        for record in map(json.loads, lines):
            writer.add_document(
                id=record["id"],
                title=record["title"],
                text=record["text"],
                entity=",".join(entity["name"] for entity in record["entities"]),
                country=",".join(record["countries"]),
                year=record["published"][:4],
            )
        writer.commit()
        self._searcher = self._index.searcher()
        self._parser = qparser.MultifieldParser(["title", "text"], self._index.schema)

    def search(self, query: str) -> Results:
        """The best twenty with the groups of three facets, all matches visited."""
        groups = sorting.Facets()
        for name in _FACETS:
            groups.add_field(name, allow_overlap=name != "year", maptype=sorting.Count)
        return self._searcher.search(self._parser.parse(query or "*"), limit=20, groupedby=groups)


def main() -> None:
    """Index the same articles with both, answer each query with both, print the ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--generator", type=Path, default=Path("../shared/bench/generate.py"))
    given = options.parse_args()
    corpus = synthetic(given.articles, given.generator)
    with tempfile.TemporaryDirectory() as scratch:
        stock, location = StockWhoosh(Path(scratch, "stock")), Path(scratch, "dateline")
        with corpus.open(encoding="utf-8") as lines:
            theirs = timed(lambda: stock.add(lines))
        ours = timed(lambda: refresh(location, [corpus]))
        snapshot = Snapshot(location)
        print(f"{given.articles:,} articles | Dateline | stock Whoosh | times as fast\n--- | ---: | ---: | ---:")
        rates = given.articles / ours, given.articles / theirs
        print(f"indexed a second | {rates[0]:,.0f} | {rates[1]:,.0f} | {theirs / ours:.0f}")
        for name, query in queries(corpus).items():
            request = SearchRequest(q=query)
            mine, other, ratio = paired(lambda: faceted(request, snapshot), lambda: stock.search(query), given.runs)  # noqa: B023 - called before the next
            print(f"{name}, ms | {mine:.2f} | {other:,.1f} | {1 / ratio:,.0f}")


if __name__ == "__main__":
    main()
