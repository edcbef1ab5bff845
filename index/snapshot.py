"""One whole, unchanging state of the index, to be searched: a commit that comes later is another snapshot."""

import threading
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.index import _DEF_INDEX_NAME, TOC
from whoosh.reading import IndexReader

from index import forms, record, spans
from index.analysis import Analyzer
from index.document import Document
from index.facets import UNKNOWN_YEAR, FacetColumn, Ints, Mask, build_column, stored_values
from index.location import damage_told, describe, open_whoosh
from index.storage import DurableStorage


def generation(location: Path) -> str:
    """A token that changes with every commit and every new index; cheap enough to ask for at each request."""
    number = TOC._latest_generation(DurableStorage(location), _DEF_INDEX_NAME)  # noqa: SLF001 - nothing public is as cheap
    return f"{describe(location).identity}-{number}"


class Snapshot:
    """The articles of one commit by number, 0 to `size`, deleted ones among them (`live` tells).

    Whoosh's readers share their seeks, so that only one thread may use `reader` at a time: hold `lock` for it. The
    arrays are free to all.
    """

    def __init__(self, location: Path) -> None:
        self._location = location
        self.generation = generation(location)
        self.analyzer = Analyzer(describe(location).language)
        self.index = open_whoosh(location)
        self.lock = threading.RLock()
        self._lexicons: dict[str, list[str]] = {}
        with damage_told(location):
            self.reader: IndexReader = self.index.reader()
            self.size: int = self.reader.doc_count_all()
            self.live = self._live()
            self.days = self._days()
            self.facets = {"entity": self._stored("entity"), "country": self._stored("country"), "year": self._years()}

    @property
    def count(self) -> int:
        """How many articles there are."""
        return int(self.reader.doc_count())

    def document(self, number: int) -> Document:
        """The article of a number."""
        return record.unpack_document(self._record(number))

    def token_spans(self, number: int) -> spans.Edges:
        """Where each token of an article's text stands: an array of shape (tokens, 2)."""
        return spans.unpack(record.unpack_spans(self._record(number)))

    def number(self, article_id: str) -> int | None:
        """The number of the article with an id."""
        with self.lock:
            found = self.reader.postings("id", article_id.encode()) if ("id", article_id) in self.reader else None
            return int(found.id()) if found is not None and found.is_active() else None

    def lexicon(self, field: str) -> list[str]:
        """All terms of a field, in order."""
        if field not in self._lexicons:
            with self.lock:
                self._lexicons[field] = sorted(term.decode() for term in self.reader.lexicon(field))
        return self._lexicons[field]

    @cached_property
    def forms(self) -> list[str]:
        """The words of titles and texts as they are written, folded, in order."""
        return forms.load(self._location)

    def article_id(self, number: int) -> str:
        """The id of an article."""
        return self._ids[number].decode()

    @cached_property
    def ranks(self) -> Ints:
        """The place of each article in the order of ids: what settles ties."""
        ranks: Ints = np.empty(self.size, dtype=np.int64)
        ranks[sorted(range(self.size), key=self._ids.__getitem__)] = np.arange(self.size)
        return ranks

    def rank_after(self, article_id: str) -> int:
        """The place in the order of ids that comes after an id, which need not be there."""
        return sum(each <= article_id.encode() for each in self._ids)

    @cached_property
    def _ids(self) -> list[bytes]:
        return [
            bytes(column[number])
            for _, leaf in self._leaves()
            for column in [leaf.column_reader("id_value")]
            for number in range(leaf.doc_count_all())
        ]

    def close(self) -> None:
        """Let the files go."""
        self.reader.close()

    def _record(self, number: int) -> bytes:
        with self.lock:
            stored: bytes = self.reader.stored_fields(number)["record"]
        return stored

    def _leaves(self) -> list[tuple[int, Any]]:
        return [(base, leaf) for leaf, base in self.reader.leaf_readers()] if self.size else []

    def _live(self) -> Mask:
        live: Mask = np.zeros(self.size, dtype=np.bool_)
        live[list(self.reader.all_doc_ids())] = True
        return live

    def _days(self) -> Ints:
        days: Ints = np.zeros(self.size, dtype=np.int64)
        for base, leaf in self._leaves():
            column = leaf.column_reader("day")
            for number in range(leaf.doc_count_all()):
                days[base + number] = column[number]
        return days

    def _stored(self, facet: str) -> FacetColumn:
        return build_column(
            (base + number, stored_values(column[number]))
            for base, leaf in self._leaves()
            for column in [leaf.column_reader(f"{facet}_values")]
            for number in range(leaf.doc_count_all())
        )

    def _years(self) -> FacetColumn:
        years = np.where(self.days > 0, self.days // 10_000, 0).tolist()
        return build_column(
            (number, [(f"{year:04d}" if year else UNKNOWN_YEAR, "")]) for number, year in enumerate(years)
        )
