"""XML in the files of office programs, read within bounds: entities are left alone, and nothing is fetched."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused
from corpus.readers.streams.budget import is_bomb

LARGEST = 64 * 2**20
"""In bytes; markup is many times as long as its text."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)
"""What a damaged or encrypted archive raises."""


@contextmanager
def unpacked(data: bytes, ending: str) -> Iterator[zipfile.ZipFile]:
    """The archive that a document is, of files that end so. Raises `Refused` where it is damaged or encrypted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except BROKEN as fault:
        raise Refused(f"is a damaged or encrypted document ({fault}); save it again as {ending}") from fault


def member(archive: zipfile.ZipFile, name: str, ending: str) -> Any:
    """The root of a member, None where there is none. Raises `Refused` where it is damaged, or too large."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.file_size > LARGEST or is_bomb(entry.compress_size, entry.file_size):
        raise Refused("unpacks to far more than an article; save its text as .txt")
    return parsed(archive.read(entry), ending)


def parsed(data: bytes, ending: str) -> Any:
    """The root of some XML. Raises `Refused` where it is damaged."""
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as fault:
        raise Refused(f"is a damaged document ({fault.msg}); save it again as {ending}") from fault
