"""Open the segments of the last commit, and make the token that tells it from any other."""

from pathlib import Path

from whoosh.index import _DEF_INDEX_NAME, TOC

from index.corrections import user_aliases
from index.segments.segment import ColumnarSegment, Segment
from index.storage.durable_storage import DurableStorage
from index.storage.location import damage_told, describe, open_whoosh

_OPENINGS = 10


def generation(location: Path) -> str:
    """A token that changes with every commit and every new index; cheap enough to ask for at each request."""
    number = TOC._latest_generation(DurableStorage(location), _DEF_INDEX_NAME)  # noqa: SLF001 - nothing public is as cheap
    return f"{describe(location).identity}-{number}{user_aliases.stamp(location)}"


def opened(location: Path) -> list[Segment]:
    """The segments of the last commit. Raises `NoIndex` where there is none, or none that can be read."""
    return [segment for _, segment in opened_as_named(location)]


def opened_as_named(location: Path) -> list[tuple[ColumnarSegment, Segment]]:
    """The same, each with what the table of contents says of it.

    Another commit may come, and remove their files, while they are opened.
    """
    with damage_told(location):
        for _ in range(_OPENINGS):
            try:
                named = open_whoosh(location)._segments()  # noqa: SLF001 - nothing public tells
                return [(each, each.open(location)) for each in named]
            except FileNotFoundError as fault:
                missing = fault
        raise missing
