"""Who, where and when: what the index derives from an article."""

from collections.abc import Sequence

from corpus.article import Article, Country, Entity, EntityType, PartialDate
from corpus.document import Document
from corpus.enrichment.countries.countries import countries_of
from corpus.enrichment.dating import YearClassifier, infer
from corpus.enrichment.gazetteer.capitalized_runs import level
from corpus.enrichment.names.entities import entities_of
from corpus.enrichment.names.given_entities import given_entities
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.people import People
from corpus.enrichment.names.post_processing import mended
from corpus.enrichment.names.publisher import publication
from corpus.enrichment.names.rules import RuleFindings, rules
from corpus.enrichment.tagging.tagger import tagged
from corpus.errors import Refused, refusing

__all__ = ["VERSION", "annotate", "annotate_all", "annotate_each", "published"]


VERSION = "4"
"""Of the names and countries that are derived: what another version derived is derived anew."""


def annotate(article: Article, witnesses: YearClassifier | None = None, before: Document | None = None) -> Document:
    """The article with its facets. What it gives itself (entities, countries, date) wins over what is derived.

    `witnesses`, who learned from the dated articles of an index, are asked beside the tables for an undated one's year.
    Where the same text was annotated `before`, by this version, its names and countries are taken from there.
    """
    return annotate_all([article], witnesses, [before])[0]


def annotate_all(
    articles: Sequence[Article], witnesses: YearClassifier | None, before: Sequence[Document | None]
) -> list[Document]:
    """Each article with its facets, as `annotate` gives it: some dozens together take two thirds of the time."""
    found = {place: (each.entities, each.countries) for place, each in enumerate(before) if each}
    unknown = [place for place, each in enumerate(articles) if place not in found and not _gives_all(each)]
    if unknown:
        found |= zip(unknown, _derived([articles[place] for place in unknown]), strict=True)
    return [
        _document(article, *found.get(place, ((), ())), published(article, witnesses))
        for place, article in enumerate(articles)
    ]


def annotate_each(
    articles: Sequence[Article], witnesses: YearClassifier | None, before: Sequence[Document | None]
) -> list[Document | Refused]:
    """Each article with its facets as `annotate_all` gives it; in place of one over which annotation fails, why."""
    try:
        return [*annotate_all(articles, witnesses, before)]
    except Exception:  # noqa: BLE001 - which one fails, and why, is told one by one
        return [_annotated(article, witnesses, each) for article, each in zip(articles, before, strict=True)]


def _annotated(article: Article, witnesses: YearClassifier | None, before: Document | None) -> Document | Refused:
    try:
        with refusing():
            return annotate(article, witnesses, before)
    except Refused as fault:
        return fault


def _document(
    article: Article, entities: tuple[Entity, ...], countries: tuple[Country, ...], date: PartialDate
) -> Document:
    """The article with what it gives itself, and else with what was found."""
    return Document(
        article,
        entities if article.entities is None else given_entities(article.entities),
        countries if article.countries is None else tuple(article.countries),
        date,
    )


def _gives_all(article: Article) -> bool:
    return article.entities is not None and article.countries is not None


def published(article: Article, witnesses: YearClassifier | None = None) -> PartialDate:
    """The date as stated, or else the year as far as it can be inferred."""
    if article.published.year is not None:
        return article.published
    return infer(article, witnesses) or article.published


def _derived(articles: Sequence[Article]) -> list[tuple[tuple[Entity, ...], tuple[Country, ...]]]:
    """Entities and countries of each article, of title and text together: what the rules and the tagger find."""
    titles = [_own_title(article) for article in articles]
    texts = [
        level(f"{title}\n\n{article.text}", publication(article))
        for title, article in zip(titles, articles, strict=True)
    ]
    told = [rules(text) for text in texts]
    found = tagged(texts, [(each.names, each.atoms) for each in told])
    shifts = [len(title) + len("\n\n") for title in titles]
    return [_facets(*each) for each in zip(texts, told, found, shifts, strict=True)]


def _facets(
    text: str, told: RuleFindings, found: Sequence[Name], shift: int
) -> tuple[tuple[Entity, ...], tuple[Country, ...]]:
    """Who is who among the names that the tagger found, and which countries they and the others tell of."""
    names = mended(found, told.names, told.atoms, told.around)
    people = People(name.text for name in names if name.type is EntityType.PERSON and " " in name.text)
    return entities_of(names, people, text, shift), countries_of(told.atoms, names, text, shift)


def _own_title(article: Article) -> str:
    """The title, unless it is the beginning of the text, which would count twice."""
    begins = article.title.rstrip("…")
    repeated = article.text.startswith(begins) and not article.text.startswith("\n", len(begins))
    return "" if repeated else article.title
