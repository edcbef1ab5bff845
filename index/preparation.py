"""The costly step, in any process: records understood, annotated and written as a segment that no commit names yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.reading import Record, Refused, to_article
from index.annotate import annotate
from index.builder import SegmentBuilder


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of some records: those that were refused, by their place and with the reason, are not written."""

    indexed: int
    refused: dict[int, str] = field(default_factory=dict)


def prepare(records: Sequence[tuple[Record, str]], path: Path, language: str, dictionary: bytes) -> Prepared:
    """Write records, given with their fingerprints, as the segment at `path`; nothing where all are refused."""
    builder = _builder(language)
    refused = {}
    for place, (record, fingerprint) in enumerate(records):
        try:
            document = annotate(to_article(record, language))
        except Refused as fault:
            refused[place] = str(fault)
        else:
            builder.add(document, record.origin, fingerprint)
    if len(builder):
        builder.write(path, dictionary)
    return Prepared(len(records) - len(refused), refused)


@cache
def _builder(language: str) -> SegmentBuilder:
    """One for each process, which remembers the words that it has met."""
    return SegmentBuilder(language)
