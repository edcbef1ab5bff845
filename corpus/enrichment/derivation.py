"""Find who and where in articles, by the rules and the tagger, or by those of their language."""

from collections.abc import Sequence

from corpus.article import Article, Author, Country, Entity, EntityType
from corpus.enrichment.article_text import own_title, plain_text
from corpus.enrichment.countries.countries import countries_of
from corpus.enrichment.credits.credits import credits_of, without_credits
from corpus.enrichment.credits.stated_authors import with_stated
from corpus.enrichment.languages.coverage import is_english, primary, reads_as_english
from corpus.enrichment.languages.other_languages import facets_of
from corpus.enrichment.languages.slavic_names import has_cases, in_nominative
from corpus.enrichment.names.capital_leads import with_small_leads
from corpus.enrichment.names.entities import entities_of
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.people import People
from corpus.enrichment.names.post_processing import mended
from corpus.enrichment.names.rules import RuleFindings, rules
from corpus.enrichment.tagging.tagger import tagged

Facets = tuple[tuple[Entity, ...], tuple[Country, ...]]


def derived(articles: Sequence[Article]) -> list[tuple[*Facets, tuple[Author, ...]]]:
    """The entities, countries and authors of each article, found in title and text together."""
    plain = [plain_text(article) for article in articles]
    made_by = [credits_of(text, article.removed, article.author) for text, article in zip(plain, articles, strict=True)]
    texts = [without_credits(text, each.spans) for text, each in zip(plain, made_by, strict=True)]
    shifts = [len(own_title(article)) + len("\n\n") for article in articles]
    english = [place for place, article in enumerate(articles) if reads_as_english(article.language)]
    languages = [primary(articles[at].language) for at in english]
    facets = dict(zip(english, _in_english([(texts[at], shifts[at]) for at in english], languages), strict=True))
    for at, article in enumerate(articles):
        if not is_english(article.language):
            facets[at] = facets_of(texts[at], primary(article.language), shifts[at], facets.get(at))
    return [
        (*each, with_stated(article, credited.authors))
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


def _facets(text: str, found: RuleFindings, tags: Sequence[Name], shift: int, language: str) -> Facets:
    """Who is who among the names that the tagger found, and which countries they and the others tell of."""
    names = mended(tags, found.names, found.atoms, found.around)
    if has_cases(language):
        names = in_nominative(names, language)
    people = People(name.text for name in names if name.type is EntityType.PERSON and " " in name.text)
    return entities_of(names, people, text, shift), countries_of(found.atoms, names, text, shift)
