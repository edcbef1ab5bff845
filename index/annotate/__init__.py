"""Who, where and when: what the index derives from an article."""

from corpus.article import Article, Country, Entity, EntityType
from index.annotate.countries import countries_in
from index.annotate.entities import entities_in
from index.annotate.given import given_entities
from index.annotate.scan import Scan
from index.annotate.site import without_site
from index.document import Document

__all__ = ["annotate"]


def annotate(article: Article) -> Document:
    """The article with its facets. What it gives itself (entities, countries) wins over what is derived."""
    if article.entities is not None and article.countries is not None:
        return Document(article, given_entities(article.entities), tuple(article.countries), article.published)
    entities, countries = _derived(article)
    if article.entities is not None:
        entities = given_entities(article.entities)
    if article.countries is not None:
        countries = tuple(article.countries)
    return Document(article, entities, countries, article.published)


def _derived(article: Article) -> tuple[tuple[Entity, ...], tuple[Country, ...]]:
    text, title = Scan(article.text), Scan(without_site(article.title))
    entities = entities_in(text, title)
    people = [span for entity in entities if entity.type is EntityType.PERSON for span in entity.mentions]
    return entities, countries_in(text, title, people)
