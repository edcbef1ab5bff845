"""The costly step, in any process: records understood, annotated and written as a segment that no commit names yet."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.reading import Record, Refused, to_article
from index.annotate import annotate
from index.builder import SegmentBuilder
from index.dating.testimony import testimony
from index.preparation.context import Context
from index.preparation.earlier import earlier
from index.preparation.version import stamped


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of some records: those that were refused, by their place and with the reason, are not written.

    `seconds` of a processor went into them.
    """

    indexed: int
    seconds: float
    refused: dict[int, str] = field(default_factory=dict)


def prepare(records: Sequence[Record], path: Path, dictionary: bytes, context: Context) -> Prepared:
    """Write records as the segment at `path`; nothing where all are refused."""
    begun = time.process_time()
    builder = builder_of(context.language)
    before = earlier(context.location, context.generation)
    witnesses = None if context.anew else testimony(context.location, context.generation).model
    refused = {}
    for place, record in enumerate(records):
        try:
            article = to_article(record, context.language)
        except Refused as fault:
            refused[place] = str(fault)
        else:
            document = annotate(article, witnesses, before.derived(article))
            builder.add(document, record.origin, stamped(record))
    if len(builder):
        builder.write(path, dictionary)
    return Prepared(len(records) - len(refused), time.process_time() - begun, refused)


@cache
def builder_of(language: str) -> SegmentBuilder:
    """One for each process, which remembers the words that it has met."""
    return SegmentBuilder(language)
