"""Which records does a file hold? The cheap step: bytes are read and decoded, nothing is cleaned."""

from collections.abc import Iterator

from corpus.decoding import decode
from corpus.discovery import SourceFile
from corpus.errors import Refused
from corpus.jsonl import json_records
from corpus.record import Kind, Record, fingerprint
from corpus.refusal import Refusal
from corpus.understanding import to_article

__all__ = ["Record", "Refusal", "Refused", "records", "to_article"]

LARGEST_ARTICLE = 64 * 2**20
"""In bytes; a file beyond it is no article, and would not fit the memory of a small machine."""

_KINDS = {".txt": Kind.TEXT, ".md": Kind.MARKDOWN, ".html": Kind.HTML, ".htm": Kind.HTML}
_READ = ".txt, .md, .html, .htm and .jsonl"


def records(source: SourceFile) -> Iterator[Record | Refusal]:
    """The records of a file, in order. What cannot be read is a refusal; nothing is raised."""
    origin = str(source.path)
    try:
        if source.path.suffix.lower() == ".jsonl":
            yield from _lines(source, origin)
        else:
            yield _whole(source, origin)
    except OSError as fault:
        yield Refusal(origin, None, f"cannot be read: {fault.strerror}; check that it exists and its permissions")
    except Refused as fault:
        yield Refusal(origin, None, str(fault))


def _lines(source: SourceFile, origin: str) -> Iterator[Record | Refusal]:
    with source.path.open("rb") as file:
        start = file.peek(4096)[:4096]
        if start.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Refused("is not UTF-8; convert it to UTF-8")
        if b"\0" in start:
            raise Refused("looks like a binary file, not JSONL; leave it out")
        empty = True
        for item in json_records(file, origin, source.name):
            empty = False
            yield item
        if empty:
            raise Refused("is empty; leave it out or fill it")


def _whole(source: SourceFile, origin: str) -> Record:
    kind = _KINDS.get(source.path.suffix.lower())
    if kind is None:
        ending = source.path.suffix or "no ending"
        raise Refused(f"has {ending}, which is not read; {_READ} files are")
    if source.size > LARGEST_ARTICLE:
        raise Refused(f"is larger than {LARGEST_ARTICLE // 2**20} MiB; give one article a file, or JSONL")
    data = source.path.read_bytes()
    if not data:
        raise Refused("is empty; leave it out or fill it")
    text = decode(data, html=kind is Kind.HTML)
    return Record(source.name, origin, None, kind, text, fingerprint=fingerprint(data))
