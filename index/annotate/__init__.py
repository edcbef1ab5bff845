"""Who, where and when: what the index derives from an article."""

from corpus.article import Article
from index.document import Document
from index.annotate.given import given_entities
from index.annotate.countries import countries_in

__all__ = ["annotate"]


def annotate(article: Article) -> Document:
    """The article with its facets. What it gives itself (entities, countries) wins over what is derived."""
    entities = given_entities(article.entities or ())
    countries = countries_in(article) if article.countries is None else tuple(article.countries)
    return Document(article, entities, countries, article.published)
