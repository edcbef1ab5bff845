"""What is derived from a text, in short."""

from corpus.article import Article, EntityType
from corpus.document import Document
from corpus.enrichment.annotation import annotate


def read(text: str, title: str = "", source: str | None = None) -> Document:
    return annotate(Article("a", title, text, source=source))


def named(document: Document, kind: EntityType) -> list[str]:
    return [entity.name for entity in document.entities if entity.type is kind]


def mentions(document: Document, name: str) -> list[str]:
    found = [entity for entity in document.entities if entity.name == name]
    assert len(found) == 1, f"{name} is there {len(found)} times"
    return [document.article.text[start:end] for start, end in found[0].mentions]


def codes(text: str, title: str = "") -> list[str]:
    return [country.code for country in read(text, title).countries]
