"""Small indexes for tests, written straight through the index layer."""

from collections.abc import Iterable
from pathlib import Path

from corpus.article import Article, Basis, Country, Entity, EntityType, PartialDate
from corpus.document import Document
from index.storage.location import create
from index.storage.lock import sole_writer
from index.writing.writer import IndexWriter
from search.searcher import Searcher


def document(
    article_id: str,
    text: str,
    *,
    title: str = "",
    entities: Iterable[str] = (),
    countries: Iterable[str] = (),
    year: int | None = None,
    source: str | None = None,
) -> Document:
    """An article with given facets; an entity is an organization."""
    date = PartialDate(year, basis=Basis.STATED if year else Basis.UNKNOWN)
    return Document(
        Article(article_id, title, text, source=source, published=date),
        tuple(Entity(name, EntityType.ORGANIZATION) for name in entities),
        tuple(Country(code) for code in countries),
        date,
    )


def write(location: Path, documents: Iterable[Document], *, remove: Iterable[str] = ()) -> None:
    """One commit, into a new index where there is none."""
    with sole_writer(location):
        if not (location / "dateline.json").exists():
            create(location, "en")
        with IndexWriter(location, "en") as writer:
            writer.remove(remove)
            for each in documents:
                writer.add(each, f"{each.article.id}.txt", "")


def archive(location: Path, *documents: Document) -> Searcher:
    """A searcher over an index of these articles."""
    write(location, documents)
    return Searcher(location)
