"""Open the segments of the last commit, and make the token that tells it from any other."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from index.corrections import notes, user_aliases
from index.segments.segment import ColumnarSegment, Segment
from index.storage.commit_file import commit_stamp, read_commit
from index.storage.location import damage_told, identity, no_index

_OPENINGS = 10


def generation(location: Path) -> str:
    """A token that changes with every commit and every new index; cheap enough to ask for at each request."""
    with damage_told(location):
        of_users = f"{user_aliases.stamp(location)}{notes.stamp(location)}"
        return f"{identity(location)}-{commit_stamp(location)}{of_users}"


def opened(location: Path) -> list[Segment]:
    """The segments of the last commit. Raises `NoIndex` where there is none, or none that can be read.

    Each array is verified when it is first asked for, which raises `NoIndex`, too, where it is damaged.
    """
    return [segment for _, segment in opened_as_named(location)]


def opened_as_named(
    location: Path, known: Mapping[str, Segment] = MappingProxyType({})
) -> list[tuple[ColumnarSegment, Segment]]:
    """The same, each with what the commit says of it; what is `known` by its name is not verified again.

    Another commit may come, and remove their files, while they are opened.
    """
    with damage_told(location):
        for _ in range(_OPENINGS):
            try:
                named = read_commit(location).segments
                told = partial(no_index, location)
                return [(each, each.open(location, known.get(each.name), told=told)) for each in named]
            except FileNotFoundError as fault:
                missing = fault
        raise missing
