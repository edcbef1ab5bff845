"""Stamp articles with the version of the code that read and annotated them: another version reads them anew."""

from corpus.enrichment import annotation
from corpus.extraction.boilerplate.repeated_lines import digest
from corpus.record import Record

_READING = "10"
"""Of reading and cleaning."""

VERSION = f"{_READING}.{annotation.VERSION}"
"""Of everything that stands between a file's bytes and its article in the index."""


def stamped(record: Record) -> str:
    """What tells the content of an article from any other, and how it is cleaned and annotated."""
    cleaned = f"-{digest(str(sorted(record.repeated.items())))}" if record.repeated else ""
    return f"{VERSION}-{record.fingerprint}{cleaned}"


def annotated_by(stamp: str) -> str:
    """The version that derived names and countries, from a stamped fingerprint."""
    return stamp.partition("-")[0].partition(".")[2]
