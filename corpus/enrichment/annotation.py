"""Derive who, where and when from an article, and who made it."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.article import Article, Author, Country, Entity, EntityType, PartialDate
from corpus.document import Document
from corpus.enrichment.countries.countries import countries_of
from corpus.enrichment.dating import YearClassifier, infer
from corpus.enrichment.gazetteer.capitalized_runs import level
from corpus.enrichment.languages.coverage import is_english, primary, reads_as_english
from corpus.enrichment.languages.other_languages import facets_of
from corpus.enrichment.languages.slavic_names import has_cases, in_nominative
from corpus.enrichment.names.capital_leads import with_small_leads
from corpus.enrichment.names.credits import credits_of, without_credits
from corpus.enrichment.names.entities import entities_of
from corpus.enrichment.names.given_entities import given_entities
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.people import People
from corpus.enrichment.names.post_processing import mended
from corpus.enrichment.names.publisher import publication
from corpus.enrichment.names.rules import RuleFindings, rules
from corpus.enrichment.names.stated_authors import with_stated
from corpus.enrichment.names.text_noise import without_noise
from corpus.enrichment.tagging.tagger import tagged
from corpus.errors import Refused, refusing

__all__ = ["VERSION", "annotate", "annotate_all", "annotate_each", "published"]


VERSION = "14"
"""Of the names and countries that are derived: what another version derived is derived anew."""


Facets = tuple[tuple[Entity, ...], tuple[Country, ...]]


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
    plain = [_plain(article) for article in articles]
    made_by = [credits_of(text, article.removed, article.author) for text, article in zip(plain, articles, strict=True)]
    texts = [without_credits(text, each.spans) for text, each in zip(plain, made_by, strict=True)]
    shifts = [len(_own_title(article)) + len("\n\n") for article in articles]
    english = [place for place, article in enumerate(articles) if reads_as_english(article.language)]
    languages = [primary(articles[at].language) for at in english]
    facets = dict(zip(english, _in_english([(texts[at], shifts[at]) for at in english], languages), strict=True))
    for at, article in enumerate(articles):
        if not is_english(article.language):
            facets[at] = facets_of(texts[at], primary(article.language), shifts[at], facets.get(at))
    return [
        Derived(*each, with_stated(article, credited.authors))
        for article, (_, each), credited in zip(articles, sorted(facets.items()), made_by, strict=True)
    ]


def _in_english(texts: Sequence[tuple[str, int]], languages: Sequence[str]) -> list[Facets]:
    """What the rules and the tagger find in texts of these languages, each with where it begins behind its title."""
    texts = [(with_small_leads(text), shift) for text, shift in texts]
    found = [rules(text) for text, _ in texts]
    tags = tagged([text for text, _ in texts], [(each.names, each.atoms) for each in found])
    return [
        _facets(text, each, names, shift, language)
        for (text, shift), each, names, language in zip(texts, found, tags, languages, strict=True)
    ]


def _plain(article: Article) -> str:
    """Title and text as names are looked for in them."""
    return without_noise(level(f"{_own_title(article)}\n\n{article.text}", publication(article)))


def authors_of(article: Article) -> tuple[Author, ...]:
    """Those who made an article, by its author line and by the credits in its text."""
    return with_stated(article, credits_of(_plain(article), article.removed, article.author).authors)


def _facets(text: str, found: RuleFindings, tags: Sequence[Name], shift: int, language: str) -> Facets:
    """Who is who among the names that the tagger found, and which countries they and the others tell of."""
    names = mended(tags, found.names, found.atoms, found.around)
    if has_cases(language):
        names = in_nominative(names, language)
    people = People(name.text for name in names if name.type is EntityType.PERSON and " " in name.text)
    return entities_of(names, people, text, shift), countries_of(found.atoms, names, text, shift)


def _own_title(article: Article) -> str:
    """The title, unless it is the beginning of the text, which would count twice."""
    begins = article.title.rstrip("…")
    repeated = article.text.startswith(begins) and not article.text.startswith("\n", len(begins))
    return "" if repeated else article.title
