"""All queries of a collection, asked of an index of its articles that is made for it and let go."""

import tempfile
from pathlib import Path

from cli.evaluation.collection import Collection
from cli.evaluation.run_files import Run
from corpus.article import Article, PartialDate
from corpus.document import Document
from index.snapshots.snapshot import Snapshot
from index.storage.location import create
from index.storage.lock import sole_writer
from index.writing.writer import IndexWriter
from search.answers.answer import answer
from search.execution.ordering import page_of
from search.types.request import Match, SearchRequest, Sort

DEPTH = 1_000
"""Articles that are ranked for each query, as TREC does."""


def tried(judged: Collection, language: str = "en", *, expand: bool | None = None) -> Run:
    """Rank a collection's articles for each of its queries. Raises `BadCollection`."""
    with tempfile.TemporaryDirectory() as scratch:
        location = Path(scratch, "index")
        build(judged, location, language)
        return asked(judged, Snapshot(location), expand=expand)


def build(judged: Collection, location: Path, language: str = "en") -> None:
    """Index a collection's articles, their titles and texts as they are, even where a text is empty."""
    location.mkdir()
    with sole_writer(location):
        create(location, language)
        with IndexWriter(location, language) as writer:
            for each in judged.articles():
                article = Article(each.id, each.title, each.text)
                writer.add(Document(article, (), (), PartialDate()), "corpus.jsonl", "")


def asked(judged: Collection, snapshot: Snapshot, *, expand: bool | None = None) -> Run:
    """The rankings that an index gives: any word is enough, and in small letters no word is an operator."""
    return {name: _ranking(text.lower(), snapshot, expand=expand) for name, text in judged.queries.items()}


def _ranking(q: str, snapshot: Snapshot, *, expand: bool | None) -> list[str]:
    request = SearchRequest(q=q, match=Match.ANY, expand=expand)
    matches = answer(request, snapshot).ranked(request, snapshot).matches
    page = page_of(matches, Sort.RELEVANCE, snapshot, start=0, count=DEPTH)
    return [snapshot.ids[number] for number in page.doc_ids.tolist()]
