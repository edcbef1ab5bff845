"""Derive who, where and when from an article, and who made it."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.article import Article, Author, Country, Entity, PartialDate
from corpus.document import Document
from corpus.enrichment.article_text import authors_of
from corpus.enrichment.dating import YearClassifier, infer
from corpus.enrichment.names.given_entities import given_entities
from corpus.errors import Refused, refusing

__all__ = ["VERSION", "annotate", "annotate_all", "annotate_each", "published"]


VERSION = "15"
"""Of the names and countries that are derived: what another version derived is derived anew."""


class Derived(NamedTuple):
    """What is derived from an article's title and text."""

    entities: tuple[Entity, ...]
    countries: tuple[Country, ...]
    authors: tuple[Author, ...]


def annotate(article: Article, classifier: YearClassifier | None = None, before: Document | None = None) -> Document:
    """The article with its facets. What it gives itself (entities, countries, date) wins over what is derived.

    The `classifier`, trained on the dated articles of an index, is asked beside the tables for an undated one's year.
    Where the same text was annotated `before`, by this version, its names and countries are taken from there.
    """
    return annotate_all([article], classifier, [before])[0]


def annotate_all(
    articles: Sequence[Article], classifier: YearClassifier | None, before: Sequence[Document | None]
) -> list[Document]:
    """Each article with its facets, as `annotate` gives it: some dozens together take two thirds of the time."""
    found = {
        position: Derived(each.entities, each.countries, authors_of(article))
        for position, (article, each) in enumerate(zip(articles, before, strict=True))
        if each
    }
    unknown = [position for position, each in enumerate(articles) if position not in found and not _gives_all(each)]
    if unknown:
        found |= zip(unknown, _derived([articles[position] for position in unknown]), strict=True)
    return [
        _document(article, found.get(position) or Derived((), (), authors_of(article)), published(article, classifier))
        for position, article in enumerate(articles)
    ]


def annotate_each(
    articles: Sequence[Article], classifier: YearClassifier | None, before: Sequence[Document | None]
) -> list[Document | Refused]:
    """Each article with its facets as `annotate_all` gives it; in place of one over which annotation fails, why."""
    try:
        return [*annotate_all(articles, classifier, before)]
    except Exception:  # noqa: BLE001 - which one fails, and why, is told one by one
        return [_annotated(article, classifier, each) for article, each in zip(articles, before, strict=True)]


def _annotated(article: Article, classifier: YearClassifier | None, before: Document | None) -> Document | Refused:
    try:
        with refusing():
            return annotate(article, classifier, before)
    except Refused as fault:
        return fault


def _document(article: Article, derived: Derived, date: PartialDate) -> Document:
    """The article with what it gives itself, and else with what was derived."""
    return Document(
        article,
        derived.entities if article.entities is None else given_entities(article.entities),
        derived.countries if article.countries is None else tuple(article.countries),
        date,
        derived.authors if article.authors is None else tuple(article.authors),
    )


def _gives_all(article: Article) -> bool:
    return article.entities is not None and article.countries is not None


def published(article: Article, classifier: YearClassifier | None = None) -> PartialDate:
    """The date as stated, or else the year as far as it can be inferred."""
    if article.published.year is not None:
        return article.published
    return infer(article, classifier) or article.published


def _derived(articles: Sequence[Article]) -> list[Derived]:
    """What is found in each article, in title and text together."""
    from corpus.enrichment.derivation import derived  # noqa: PLC0415 - articles that give their names want none of it

    return [Derived(*each) for each in derived(articles)]
