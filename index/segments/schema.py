"""The Whoosh schema: which fields an article has in the index, and what each is for."""

from typing import Any

from whoosh import columns, fields, formats

from corpus.folding import exact_key
from index.analysis.whoosh_analyzer import TextAnalyzer
from index.segments.fields import FACETS, TEXTS

STORED = ("id", "published", "url")
"""What is stored of an article beside the fields that are searched."""


class AnalysedText(fields.FieldType):  # type: ignore[misc]  # Whoosh has no annotations
    """Text, stored and scored, with positions, its lengths kept for BM25F."""

    def __init__(self, language: str) -> None:
        super().__init__(formats.Positions(), TextAnalyzer(language), scorable=True, stored=True)


class Exact(fields.FieldType):  # type: ignore[misc]  # Whoosh has no annotations
    """Whole values, matched as they are but for case and accents; one or many for an article."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None, stored=True, sortable=columns.RefBytesColumn())

    def self_parsing(self) -> bool:
        """Whether this field reads what a query parser has for it, rather than an analyzer."""
        return True

    def parse_query(self, fieldname: str, qstring: str, boost: float = 1.0) -> Any:
        """The query for a value that was typed."""
        from whoosh import query  # noqa: PLC0415 - whoever writes asks nothing

        return query.Term(fieldname, exact_key(qstring), boost=boost)


def schema(language: str) -> fields.Schema:
    """The schema of an index whose own language is this one; indexes are opened with it, never with a pickled one."""
    return fields.Schema(
        **{name: AnalysedText(language) for name in TEXTS},
        **{name: Exact() for name in FACETS},
        form=fields.ID(),
        **{name: fields.STORED() for name in STORED},
    )
