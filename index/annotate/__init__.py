"""Who, where and when: what the index derives from an article."""

from corpus.article import Article, Country, Entity, EntityType, PartialDate
from corpus.publication_day import begins_after
from index.annotate.countries import countries_of
from index.annotate.entities import entities_of
from index.annotate.given import given_entities
from index.annotate.mending import mended
from index.annotate.people import People
from index.annotate.publication import publication
from index.annotate.rules import rules
from index.annotate.runs import level
from index.annotate.tagging import tagged
from index.dating import Model, infer
from index.document import Document

__all__ = ["annotate"]


def annotate(article: Article, witnesses: Model | None = None) -> Document:
    """The article with its facets. What it gives itself (entities, countries, date) wins over what is derived.

    `witnesses`, who learned from the dated articles of an index, are asked beside the tables for an undated one's year.
    """
    published = _published(article, witnesses)
    given, countries = article.entities, article.countries
    if given is not None and countries is not None:
        return Document(article, given_entities(given), tuple(countries), published)
    found_entities, found_countries = _derived(article)
    return Document(
        article,
        found_entities if given is None else given_entities(given),
        found_countries if countries is None else tuple(countries),
        published,
    )


def _published(article: Article, witnesses: Model | None) -> PartialDate:
    """The date as stated, or else the year as far as it can be inferred, no later than the page was fetched."""
    if article.published.year is not None:
        return article.published
    found = infer(article, witnesses)
    late = found and article.captured and begins_after(found, article.captured)
    return article.published if found is None or late else found


def _derived(article: Article) -> tuple[tuple[Entity, ...], tuple[Country, ...]]:
    """Entities and countries of title and text together: what the rules and the tagger find, and who is who."""
    title = _own_title(article)
    text = level(f"{title}\n\n{article.text}", publication(article))
    shift = len(title) + len("\n\n")
    told, atoms, around = rules(text)
    names = mended(tagged(text, told, atoms), told, atoms, around)
    people = People(name.text for name in names if name.type is EntityType.PERSON and " " in name.text)
    return entities_of(names, people, text, shift), countries_of(atoms, names, text, shift)


def _own_title(article: Article) -> str:
    """The title, unless it is the beginning of the text, which would count twice."""
    begins = article.title.rstrip("…")
    repeated = article.text.startswith(begins) and not article.text.startswith("\n", len(begins))
    return "" if repeated else article.title
