"""The Whoosh schema: which fields an article has in the index, and what each is for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh import fields, formats

from corpus.folding import exact_key
from index.analysis.analyzer import Analysis

Posting = tuple[bytes, int, float, bytes]
"""Term, frequency, weight and encoded positions: what Whoosh asks of a field."""


class AnalysedText(fields.FieldType):  # type: ignore[misc]  # Whoosh has no annotations
    """Text that we analyse ourselves: scored, with positions, its lengths kept for BM25F."""

    def __init__(self) -> None:
        super().__init__(formats.Positions(), None, scorable=True)

    def index(self, value: Analysis, **_: Any) -> Iterator[Posting]:
        """The postings of one article's text."""
        positions: dict[str, list[int]] = defaultdict(list)
        for position, term in enumerate(value.terms):
            positions[term].append(position)
        encode = self.format.encode
        for term, where in positions.items():
            yield term.encode(), len(where), float(len(where)), encode(where)


class Exact(fields.FieldType):  # type: ignore[misc]  # Whoosh has no annotations
    """Whole values, matched as they are but for case and accents; one or many for an article."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def index(self, value: Iterable[str], **_: Any) -> Iterator[Posting]:
        """One posting for each distinct value."""
        return ((key, 1, 1.0, b"") for key in {exact_key(each).encode() for each in value})


def schema() -> fields.Schema:
    """The schema of every Dateline index; indexes are opened with it, never with a pickled one."""
    return fields.Schema(
        title=AnalysedText(),
        text=AnalysedText(),
        source=AnalysedText(),
        entity=Exact(),
        country=Exact(),
        year=Exact(),
        record=fields.STORED(),
    )
