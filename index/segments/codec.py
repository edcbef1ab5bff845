"""How Whoosh reads a segment of arrays: its stock searcher gives the answers of any other index, and tests ours.

Nothing here is fast, nor needs to be: searches go through the arrays.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Segment, W3TermInfo
from whoosh.filedb.filestore import Storage
from whoosh.util.numeric import byte_to_length

from index.segments import stored_article
from index.segments.date_columns import year_value
from index.segments.facet_column_reader import FacetColumnReader
from index.segments.fields import FACETS
from index.segments.matcher import ArrayPostings
from index.segments.segment import INDEX_NAME, ColumnarSegment, Segment

Term = tuple[str, bytes]


class ColumnarCodec(base.Codec):  # type: ignore[misc]  # Whoosh has no annotations
    """Reads what `index.segments` wrote."""

    def terms_reader(self, storage: Storage, segment: "WhooshSegment") -> "TermsReader":
        """The terms of a segment."""
        return TermsReader(_opened(storage, segment))

    def per_document_reader(self, storage: Storage, segment: "WhooshSegment") -> "DocumentsReader":
        """The articles of a segment."""
        return DocumentsReader(_opened(storage, segment), segment)


class WhooshSegment(W3Segment):  # type: ignore[misc]
    """What Whoosh's table of contents keeps of a segment, for Whoosh's own users."""

    def __init__(self, segment: ColumnarSegment) -> None:
        name = segment.name.removeprefix(f"{INDEX_NAME}_")
        super().__init__(ColumnarCodec(), INDEX_NAME, segment.size, name, segment.deleted or None)


def _opened(storage: Storage, segment: WhooshSegment) -> Segment:
    name, deleted = str(segment.segment_id()), set(segment.deleted_docs())
    return ColumnarSegment(name, int(segment.doc_count_all()), deleted).open(Path(storage.folder))


class TermsReader(base.TermsReader):  # type: ignore[misc]
    """Terms and their postings, as Whoosh asks for them."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._postings = segment.postings

    def __contains__(self, term: Term) -> bool:
        return self._postings.term(*term) is not None

    def indexed_field_names(self) -> Iterable[str]:
        """The fields that have terms."""
        return self._postings.fields.keys()

    def terms(self) -> Iterator[Term]:
        """Every field and term, in order."""
        return ((field, text) for field in self._postings.fields for text in self._postings.lexicon(field))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """The terms from a prefix on."""
        return (term for term in self.terms() if term >= (fieldname, prefix))

    def items(self) -> Iterator[tuple[Term, W3TermInfo]]:
        """Every term with its statistics."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, W3TermInfo]]:
        """The terms from a prefix on, with their statistics."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> W3TermInfo:
        """The statistics of a term."""
        place = self._place(fieldname, text)
        documents = self._postings.documents(place)
        frequencies = self._postings.frequencies(place)
        name = f"length.{fieldname}"
        lengths = self._segment.arrays[name][documents] if name in self._segment.arrays else [0]
        return W3TermInfo(
            weight=float(frequencies.sum(dtype=np.int64)),
            df=len(documents),
            minlength=byte_to_length(int(min(lengths))),
            maxlength=byte_to_length(int(max(lengths))),
            maxweight=float(frequencies.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many articles have a term."""
        return self._postings.frequency(self._place(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """How often a term occurs."""
        return float(self._postings.total_term_freqs[self._place(fieldname, text)])

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ArrayPostings:
        """The postings of a term."""
        return ArrayPostings(self._postings, self._place(fieldname, text), (fieldname, text), format_, scorer)

    def _place(self, fieldname: str, text: bytes) -> int:
        place = self._postings.term(fieldname, text)
        if place is None:
            raise KeyError(f"{fieldname}:{text!r}")  # Whoosh turns it into what the caller asked for
        return place


class DocumentsReader(base.PerDocumentReader):  # type: ignore[misc]
    """Lengths, columns and stored fields, as Whoosh asks for them."""

    def __init__(self, segment: Segment, named: WhooshSegment) -> None:
        self._segment = segment
        self._named = named

    def doc_count(self) -> int:
        """How many articles are there."""
        return int(self._named.doc_count())

    def doc_count_all(self) -> int:
        """How many articles there are with those that are gone."""
        return self._segment.count

    def has_deletions(self) -> bool:
        """Whether any article is gone."""
        return bool(self._named.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether an article is gone."""
        return bool(self._named.is_deleted(docnum))

    def deleted_docs(self) -> Iterable[int]:
        """The articles that are gone."""
        return list(self._named.deleted_docs())

    def has_column(self, fieldname: str) -> bool:
        """Whether a field has a value for each article, to be grouped and sorted by: facets have."""
        return fieldname in FACETS

    def column_reader(self, fieldname: str, _column: object) -> FacetColumnReader:
        """The values of a facet, article by article."""
        return FacetColumnReader(self._segment.facets[fieldname])

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """How many words a field has in an article, about."""
        if f"length.{fieldname}" not in self._segment.arrays:
            return default
        return int(byte_to_length(int(self._segment.lengths(fieldname)[docnum]))) or default

    def field_length(self, fieldname: str) -> int:
        """How many words a field has in all articles together."""
        return self._segment.totals.get(fieldname, 0)

    def stored_fields(self, docnum: int) -> dict[str, object]:
        """What is stored of an article, by field; of its facets the values as lists."""
        document = stored_article.unpack(self._segment.records[docnum])[0]
        article = document.article
        return {
            "id": article.id,
            "title": article.title,
            "text": article.text,
            "source": article.source,
            "url": article.url,
            "author": article.author,
            "language": article.language,
            "published": document.published.iso,
            "year": year_value(document.published),
            "country": [country.code for country in document.countries],
            "entity": [entity.name for entity in document.entities],
        }
