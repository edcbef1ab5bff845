"""Whoosh's table of contents, written beside each commit for Whoosh's own users (docs/whoosh.md).

It is a pickle, and never read here.
"""

from collections.abc import Sequence

from index.segments.segment import INDEX_NAME, ColumnarSegment
from index.storage.durable_storage import sealed


def table_name(number: int) -> str:
    """The name of the table of a commit."""
    return f"_{INDEX_NAME}_{number}.toc"


def table(language: str, segments: Sequence[ColumnarSegment], number: int) -> bytes:
    """The table, with a checksum at its end, which Whoosh does not read."""
    from whoosh.filedb.filestore import RamStorage  # noqa: PLC0415 - whoever only searches has no use for Whoosh
    from whoosh.index import TOC  # noqa: PLC0415 - as above

    from index.segments.codec import WhooshSegment  # noqa: PLC0415 - as above
    from index.segments.schema import schema  # noqa: PLC0415 - as above

    storage = RamStorage()
    TOC(schema(language), [WhooshSegment(each) for each in segments], number).write(storage, INDEX_NAME)
    content: bytes = storage.files[table_name(number)]
    return sealed(content)
