"""Give documents to what makes a segment of them, or the fields of a cluster; one that makes it fail is refused."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from corpus.document import Document
from corpus.errors import Refused, refusing
from corpus.record import Record
from index.ingest.versions import stamped


class Gatherer(Protocol):
    """What takes documents, one after the other."""

    def add(self, document: Document, origin: str, fingerprint: str) -> None:
        """Add a document."""


Made = TypeVar("Made", bound=Gatherer)


def gathered(
    documents: Mapping[int, tuple[Record, Document]], begin: Callable[[], Made], forget: Callable[[], object]
) -> tuple[Made, dict[int, str]]:
    """All documents in a gatherer as `begin` gives it, empty; and the reasons why some are refused, by their numbers.

    A document that fails may be half in what it was given to: `forget` throws that away, and the others are added anew.
    """
    refused: dict[int, str] = {}
    while True:
        gatherer = begin()
        failed = _first_failing(documents, gatherer, refused)
        if failed is None:
            return gatherer, refused
        forget()


def _first_failing(
    documents: Mapping[int, tuple[Record, Document]], gatherer: Gatherer, refused: dict[int, str]
) -> int | None:
    for number, (record, document) in documents.items():
        if number in refused:
            continue
        try:
            with refusing():
                gatherer.add(document, record.origin, stamped(record))
        except Refused as fault:
            refused[number] = str(fault)
            return number
    return None
