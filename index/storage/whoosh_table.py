"""Whoosh's table of contents, written beside each commit for Whoosh's own users (docs/whoosh.md).

It is a pickle, and never read here.
"""

from collections.abc import Sequence

from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from index.segments.codec import WhooshSegment
from index.segments.schema import schema
from index.segments.segment import INDEX_NAME, ColumnarSegment
from index.storage.durable_storage import sealed


def table_name(number: int) -> str:
    """The name of the table of a commit."""
    return f"_{INDEX_NAME}_{number}.toc"


def table(language: str, segments: Sequence[ColumnarSegment], number: int) -> bytes:
    """The table, with a checksum at its end, which Whoosh does not read."""
    storage = RamStorage()
    TOC(schema(language), [WhooshSegment(each) for each in segments], number).write(storage, INDEX_NAME)
    content: bytes = storage.files[table_name(number)]
    return sealed(content)
