"""An article and what was derived from it as the JSON of the contract."""

from collections.abc import Sequence
from typing import TypeAlias

from corpus.article import Country, Entity, PartialDate, Span
from corpus.document import Document
from corpus.enrichment.aliases.country_names import country_name

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | dict[str, "Json"] | None
JsonObject = dict[str, Json]


def document(stored: Document) -> JsonObject:
    """An article with everything that was derived from it."""
    return {
        **described(stored),
        "countries": [_country(each) for each in stored.countries],
        "entities": [_entity(each) for each in stored.entities],
    }


def described(stored: Document) -> JsonObject:
    """An article and its date, without its countries and names."""
    article = stored.article
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "author": article.author,
        "authors": [{"name": each.name, "role": each.role} for each in stored.authors],
        "captured": article.captured.isoformat() if article.captured else None,
        **_date(stored.published),
        "tags": list(stored.tags),
        "note": stored.note or None,
    }


def _date(date: PartialDate) -> JsonObject:
    return {
        "published": date.iso,
        "published_basis": date.basis,
        "published_evidence": date.evidence,
        "year": date.year,
    }


def _country(country: Country) -> JsonObject:
    return {"code": country.code, "name": country_name(country.code), "mentions": country.mentions}


def _entity(entity: Entity) -> JsonObject:
    return {"name": entity.name, "type": entity.type, "mentions": spans(entity.mentions)}


def spans(found: Sequence[Span]) -> list[Json]:
    """Pieces of a text, each as its start and its end."""
    return [[start, end] for start, end in found]
