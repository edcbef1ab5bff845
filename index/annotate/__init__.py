"""Who, where and when: what the index derives from an article."""

from corpus.article import Article, Country, Entity, PartialDate
from index.annotate.countries import countries_of
from index.annotate.entities import entities_of
from index.annotate.gazetteer import atoms_of
from index.annotate.given import given_entities
from index.annotate.judgement import judge
from index.annotate.names import names_in
from index.annotate.parts import parts_of
from index.annotate.publication import publication
from index.annotate.runs import level, runs_of
from index.annotate.surroundings import surroundings
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
    """The date as stated, or else the year as far as it can be inferred."""
    if article.published.year is not None:
        return article.published
    return infer(article, witnesses) or article.published


def _derived(article: Article) -> tuple[tuple[Entity, ...], tuple[Country, ...]]:
    """Entities and countries of title and text together: the runs of capitalised words, what they name, who is who."""
    text = level(f"{article.title}\n\n{article.text}", publication(article))
    shift = len(article.title) + len("\n\n")
    runs = [atoms_of(run, text) for run in runs_of(text)]
    names = [name for atoms in runs for part in parts_of(atoms) for name in names_in(part, text)]
    told, people = judge(names, surroundings(text))
    atoms = [atom for run in runs for atom in run]
    return entities_of(told, people, text, shift), countries_of(atoms, told, text, shift)
