"""What the index stores of an article, and gives back."""

from dataclasses import dataclass

from corpus.article import Article, Country, Entity, PartialDate


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its facets: who (entities), where (countries), when (published).

    Entities and countries stand in order of weight, the most important first.
    """

    article: Article
    entities: tuple[Entity, ...]
    countries: tuple[Country, ...]
    published: PartialDate
