"""What the index stores of an article, and gives back."""

from dataclasses import dataclass
from typing import Any

from corpus.article import Article, Author, AuthorRole, Country, Entity, PartialDate

_WROTE = {AuthorRole.WRITER, AuthorRole.REPORTER}


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its facets: who (entities), where (countries), when (published), and who made it (authors).

    Entities and countries stand in order of weight, the most important first. `authors` are those of the article's
    author line, then those whom credits in its text name.
    """

    article: Article
    entities: tuple[Entity, ...]
    countries: tuple[Country, ...]
    published: PartialDate
    authors: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    """What a user has tagged it with, beside the index."""
    note: str = ""
    """What a user has noted of it."""

    @property
    def credited(self) -> tuple[str, ...]:
        """Those who wrote it or reported for it, as its credits and not its author line name them, each once."""
        return tuple(dict.fromkeys(each.name for each in self.authors if each.role in _WROTE))

    def to_dict(self) -> dict[str, Any]:
        """The article as plain values, one a column of a table; lists for its entities and countries."""
        article = self.article
        return {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "author": article.author,
            "url": article.url,
            "language": article.language,
            "published": self.published.iso,
            "published_basis": str(self.published.basis),
            "year": self.published.year,
            "entities": [entity.name for entity in self.entities],
            "countries": [country.code for country in self.countries],
            "text": article.text,
            "tags": list(self.tags),
            "note": self.note,
        }
