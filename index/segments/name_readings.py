"""How an article reads its names: each as it is written, with its type, and the acronyms that it uses for them.

The facet keeps one label and one type of a name, whatever its articles say. What each of them says is counted over the
whole index when names are settled (`index.settlement`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from corpus.article import Entity, EntityType
from corpus.document import Document
from corpus.folding import exact_key

ACRONYM = "acronym"
_SETTLED = " settled"
"""Stands behind the type of a name that an export gave."""
_BETWEEN = "\t"
_LETTERS = range(2, 8)


class Reading(NamedTuple):
    """The key of a name, how it is written, and its type; or of an acronym, and the name that it is short for.

    A name is `settled` where the article is of an export, which shows it as its index had settled it.
    """

    key: str
    written: str
    kind: str
    settled: bool = False


def readings_of(document: Document) -> Iterator[str]:
    """The readings of an article, as the index keeps them."""
    mark = _SETTLED if document.article.settled else ""
    for entity in document.entities:
        name = " ".join(entity.name.split())
        yield _BETWEEN.join((exact_key(name), name, f"{entity.type}{mark}"))
        if entity.type is not EntityType.PERSON and " " in name:
            for acronym in _acronyms(entity, document.article.text):
                yield _BETWEEN.join((exact_key(acronym), name, ACRONYM))


def read(kept: bytes) -> Reading:
    """A reading as the index keeps it."""
    key, written, kind = kept.decode().split(_BETWEEN)
    plain = kind.removesuffix(_SETTLED)
    return Reading(key, written, plain, plain != kind)


def _acronyms(entity: Entity, text: str) -> set[str]:
    """What an article calls a name of several words in capitals alone."""
    written = {text[start:end] for start, end in entity.mentions if end - start in _LETTERS}
    return {each for each in written if each.isalpha() and each.isupper()}
