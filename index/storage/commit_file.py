"""The file of a commit: which segments there are, and which of their articles are gone.

It is a file of arrays as those of segments are, with a head, checksums and a tail, and is replaced as a whole. Nothing
of it is code: what a hostile one says is numbers and names, and names of segments are checked.
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.article import EntityType
from index.arrays.array_file import Arrays, ArrayWriter, Damaged, checksum_of
from index.arrays.types import AnyIntArray
from index.segments.added_times import packed, unpacked
from index.segments.duplicate_links import DuplicateLinks
from index.segments.segment import INDEX_NAME, ColumnarSegment
from index.segments.settled_names import SettledNames
from index.storage.durable_storage import BESIDE, sync
from index.storage.files import COMMIT, path_of

_NAME = re.compile(f"{INDEX_NAME}_[0-9a-z]+")
_LINKS, _GROUPS = 4, 3
"""Columns of the tables of `DuplicateLinks`."""


@dataclass(frozen=True, slots=True)
class Commit:
    """What one commit made visible; `number` counts them.

    `settled_by` are the rules by which the names of all its articles are settled; empty where names of some may not be.
    """

    number: int
    segments: Sequence[ColumnarSegment] = ()
    settled_by: str = ""


def read_commit(location: Path) -> Commit:
    """The last commit. Raises `Damaged`, or `FileNotFoundError`."""
    arrays = Arrays(location / COMMIT)
    arrays.verify()
    try:
        named = [_segment(arrays, place, each) for place, each in enumerate(arrays.about["segments"])]
        return Commit(int(arrays.about["number"]), named, str(arrays.about.get("settled_by", "")))
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as fault:
        raise Damaged(f"{COMMIT} is none of ours ({fault!r})") from fault


def commit_stamp(location: Path) -> str:
    """What tells the last commit from others; cheap enough to ask for at each request. Empty where there is none."""
    try:
        return f"{checksum_of(path_of(location, COMMIT)):08x}"
    except FileNotFoundError:
        return ""


def write_beside(location: Path, commit: Commit) -> None:
    """Write a commit, on the disk, beside the last one, whose place it is to take."""
    path = location / (COMMIT + BESIDE)
    try:
        out = ArrayWriter(path)
        named = [_about(out, *each) for each in enumerate(commit.segments)]
        out.close({"number": commit.number, "settled_by": commit.settled_by, "segments": named})
        sync(path)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _about(out: ArrayWriter, place: int, segment: ColumnarSegment) -> dict[str, Any]:
    """What is said of a segment beside its arrays, which are written."""
    out.extend(f"deleted.{place}", np.array(sorted(segment.deleted), np.uint32))
    out.extend(f"added.{place}", packed(segment.times()), np.int64)
    links = segment.duplicate_links
    if links is not None:
        out.extend(f"links.{place}", links.links.ravel(), np.int32)
        out.extend(f"groups.{place}", links.groups.ravel(), np.int32)
    return {
        "name": segment.name,
        "size": segment.size,
        "checksum": segment.checksum,
        "linked": None if links is None else links.segments,
        "settled": None if segment.settled is None else asdict(segment.settled),
    }


def _segment(arrays: Arrays, place: int, about: dict[str, Any]) -> ColumnarSegment:
    name, size, linked = str(about["name"]), int(about["size"]), about["linked"]
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} names no segment")
    deleted = arrays[f"deleted.{place}"]
    if deleted.size and int(deleted.max()) >= size:
        raise ValueError(f"an article of {name} is deleted that is not there")
    links = None
    if linked is not None:
        tables = _table(arrays[f"links.{place}"], _LINKS), _table(arrays[f"groups.{place}"], _GROUPS)
        links = DuplicateLinks(name, tuple(map(str, linked)), *tables)
    settled = None if about["settled"] is None else _settled(about["settled"])
    added = unpacked(arrays[f"added.{place}"], size)
    return ColumnarSegment(name, size, set(deleted.tolist()), int(about["checksum"]), links, settled, added)


def _settled(told: dict[str, Any]) -> SettledNames:
    names = {str(name): tuple(map(str, shown)) for name, shown in told["names"].items()}
    return SettledNames(names, {str(name): EntityType(kind) for name, kind in told["types"].items()})


def _table(flat: AnyIntArray, columns: int) -> Any:
    return flat.astype(np.int32).reshape(-1, columns)
