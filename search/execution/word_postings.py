"""The postings of a word over title and text in one segment: each list is decoded once."""

from typing import NamedTuple

import numpy as np

from corpus.encoding import to_utf8
from index.arrays.types import AnyIntArray, Int64Array
from index.segments.fields import FORM
from index.segments.segment import Segment
from index.segments.written_form import SEPARATOR
from search.execution.scored_docs import ordinals_in
from search.scoring.parameters import WEIGHTS


class PostingList(NamedTuple):
    """The articles that have a term, by doc_id, ascending, and how often each has it."""

    doc_ids: Int64Array
    frequencies: AnyIntArray

    def among(self, some: Int64Array, doc_count: int) -> tuple[Int64Array, AnyIntArray]:
        """Which of some articles, by their ordinals, ascending, have the term, and how often each has it."""
        if len(self.doc_ids) < len(some):
            ordinals, there = ordinals_in(self.doc_ids, some, doc_count)
            return ordinals[there], self.frequencies[there]
        ordinals, there = ordinals_in(some, self.doc_ids, doc_count)
        return np.flatnonzero(there), self.frequencies[ordinals[there]]


class WordPostings:
    """The postings of a term in title and text, and of its written forms (`index.segments.written_form`)."""

    def __init__(self, term: str, segment: Segment, among: Int64Array | None = None) -> None:
        """`among`: of these articles alone, by their doc_ids, ascending."""
        self.term = term
        self._among = among
        self.segment = segment
        self._postings = segment.postings
        self.by_field: dict[str, PostingList] = {}
        """Those in each of the fields that have the term."""
        raw = to_utf8(term)
        for field in WEIGHTS:
            if (place := self._postings.term(field, raw)) is not None:
                self.by_field[field] = self._at(place)

    def other_forms(self) -> list[PostingList]:
        """Those of the forms of the term that are not the term itself, but for acronyms, which are counted beside."""
        terms, start = self._postings.terms, to_utf8(f"{self.term}{SEPARATOR}")
        places = self._postings.starting(FORM, start)
        return [self._at(place) for place in places if not terms[place][len(start) :].isupper()]

    def of_form(self, form: str) -> Int64Array | None:
        """The doc_ids of the articles that have a form which is not the term itself; None where none has it."""
        place = self._postings.term(FORM, to_utf8(f"{self.term}{SEPARATOR}{form}"))
        return None if place is None else self._postings.documents(place)

    def _at(self, place: int) -> PostingList:
        postings = PostingList(self._postings.documents(place), self._postings.frequencies(place))
        if self._among is None:
            return postings
        ordinals, frequencies = postings.among(self._among, self.segment.count)
        return PostingList(self._among[ordinals], frequencies)
