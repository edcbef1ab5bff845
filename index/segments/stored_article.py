"""How an article is stored, to be shown: a JSON record, and behind it what the places of its tokens are made from."""

from datetime import date
from functools import lru_cache
from itertools import accumulate, pairwise, repeat
from typing import Any

import orjson

from corpus.article import UNDATED, Article, Author, AuthorRole, Basis, Country, Entity, EntityType, PartialDate
from corpus.compact_json import compact_json
from corpus.document import Document

_LENGTH = 4

_TYPES = {kind.value: kind for kind in EntityType}
_BASES = {basis.value: basis for basis in Basis}


def pack(document: Document, spans: bytes) -> bytes:
    """A document, and where the tokens of its text stand, as `index.segments.token_offsets` packs it."""
    record = {**to_json(document), "entities": list(map(_short, document.entities))}
    body = compact_json(record)
    return len(body).to_bytes(_LENGTH, "little") + body + spans


def unpack(packed: bytes) -> tuple[Document, bytes]:
    """The document of a stored record, and the spans, for `index.segments.token_offsets.unpack`."""
    end = _LENGTH + int.from_bytes(packed[:_LENGTH], "little")
    record = orjson.loads(packed[_LENGTH:end])
    return _document(record, tuple([_entity(*each) for each in record["entities"]])), packed[end:]


def text(packed: bytes) -> str:
    """The text of a stored record alone."""
    return text_and_spans(packed)[0]


def text_and_spans(packed: bytes) -> tuple[str, bytes]:
    """The text of a stored record and its spans, without making a document of it."""
    end = _LENGTH + int.from_bytes(packed[:_LENGTH], "little")
    return orjson.loads(packed[_LENGTH:end])["text"], packed[end:]


def to_json(document: Document) -> dict[str, Any]:
    """A document as plain values."""
    article, published = document.article, document.published
    return {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "removed": article.removed,
        "source": article.source,
        "url": article.url,
        "language": article.language,
        "author": article.author,
        "authors": [[author.name, author.role] for author in document.authors],
        "captured": article.captured and article.captured.isoformat(),
        "date": date_to_json(published),
        "given": _given(article),
        "entities": [[entity.name, entity.type, entity.mentions] for entity in document.entities],
        "countries": [[country.code, country.mentions] for country in document.countries],
    }


def date_to_json(date: PartialDate) -> list[Any]:
    """A date as plain values, as an article has it."""
    return [date.year, date.month, date.day, date.basis, date.evidence]


def from_json(record: dict[str, Any]) -> Document:
    """The document that `to_json` wrote."""
    entities = (Entity(name, _TYPES[kind], tuple(map(tuple, mentions))) for name, kind, mentions in record["entities"])
    return _document(record, tuple(entities))


def _document(record: dict[str, Any], entities: tuple[Entity, ...]) -> Document:
    """The document of a record, of whose entities it is told."""
    year, month, day, basis, evidence = record["date"]
    published = PartialDate(year, month, day, _BASES[basis], evidence)
    countries = tuple([_country(code, mentions) for code, mentions in record["countries"]])
    given, captured = record["given"], record["captured"]
    article = Article(
        id=record["id"],
        title=record["title"],
        text=record["text"],
        removed=tuple(record["removed"]),
        source=record["source"],
        url=record["url"],
        language=record["language"],
        author=record["author"],
        captured=date.fromisoformat(captured) if captured else None,
        published=published if published.basis is Basis.STATED or "published" in given else UNDATED,
        entities=entities if "entities" in given else None,
        countries=countries if "countries" in given else None,
        settled="settled" in given,
    )
    authors = tuple([Author(name, AuthorRole(role)) for name, role in record.get("authors", ())])
    return Document(article, entities, countries, published, authors)


def _short(entity: Entity) -> list[Any]:
    """An entity as it compresses well: of its mentions how far each begins behind the one before.

    Their lengths follow where they are not all that of the name.
    """
    begins = [begin for begin, _ in entity.mentions]
    lengths = [end - begin for begin, end in entity.mentions]
    short = [entity.name, entity.type, [begin - before for before, begin in pairwise([0, *begins])]]
    return [*short, lengths] if any(length != len(entity.name) for length in lengths) else short


def _entity(name: str, kind: str, steps: list[int], lengths: list[int] | None = None) -> Entity:
    """The entity of which `_short` made these."""
    if not steps:
        return Entity(name, _TYPES[kind])
    if len(steps) == 1:  # as most names of an article are
        begin = steps[0]
        return Entity(name, _TYPES[kind], ((begin, begin + (lengths[0] if lengths else len(name))),))
    each = lengths or repeat(len(name), len(steps))
    mentions = [(begin, begin + length) for begin, length in zip(accumulate(steps), each, strict=True)]
    return Entity(name, _TYPES[kind], tuple(mentions))


# The names and countries of most articles are the same few: to find one takes a fifth of the time of making it.
_country = lru_cache(maxsize=4_096)(Country)


def _given(article: Article) -> list[str]:
    """What was not derived, so that it is not derived anew from what is stored; and whether names were settled."""
    given = [name for name in ("entities", "countries") if getattr(article, name) is not None]
    given += ["settled"] if article.settled else []
    dated = article.published.year is not None and article.published.basis is not Basis.STATED
    return [*given, "published"] if dated else given
