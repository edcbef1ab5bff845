"""Read a text that holds many articles; the table of the forms that are known."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from corpus.errors import Refused, refusing
from corpus.readers.collections.annotated_tokens import ANNOTATED_TOKENS
from corpus.readers.collections.bibtex import BIBTEX
from corpus.readers.collections.dated_texts import DATED_TEXTS, seem_several
from corpus.readers.collections.dialog import DIALOG
from corpus.readers.collections.digests import DIGESTS
from corpus.readers.collections.europresse import EUROPRESSE
from corpus.readers.collections.factiva import FACTIVA
from corpus.readers.collections.gale import GALE
from corpus.readers.collections.genios import GENIOS
from corpus.readers.collections.headed_texts import HEADED_TEXTS
from corpus.readers.collections.labelled_records import LABELLED_RECORDS
from corpus.readers.collections.marked_texts import MARKED_TEXTS
from corpus.readers.collections.movable_type import MOVABLE_TYPE
from corpus.readers.collections.newsbank import NEWSBANK
from corpus.readers.collections.nexis import NEXIS
from corpus.readers.collections.press_heads import PRESS_HEADS
from corpus.readers.collections.proquest import PROQUEST
from corpus.readers.collections.references import REFER, RIS
from corpus.readers.collections.separators import RULE, SEPARATORS
from corpus.readers.collections.splitter import Fields, Splitter
from corpus.readers.collections.trove import TROVE
from corpus.readers.collections.westlaw import WESTLAW
from corpus.readers.collections.wire_stories import WIRE_STORIES
from corpus.readers.fields.article_record import record_of
from corpus.readers.fields.mapping import UnusedColumns
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

Piece = TypeVar("Piece")
SPLITTERS = (
    *(
        RIS,
        REFER,
        BIBTEX,
        WIRE_STORIES,
        ANNOTATED_TOKENS,
        NEXIS,
        FACTIVA,
        PROQUEST,
        EUROPRESSE,
        WESTLAW,
        DIALOG,
        GENIOS,
        NEWSBANK,
        GALE,
        TROVE,
        MOVABLE_TYPE,
        MARKED_TEXTS,
        DIGESTS,
        HEADED_TEXTS,
        SEPARATORS,
    ),
    *(LABELLED_RECORDS, PRESS_HEADS, DATED_TEXTS),
)
"""The forms, the most telling first."""
_SAMPLE_LINES = 4_000
_TRIED, _LEAST = 5, 30
"""Pieces that are looked at, and characters of a title or a text."""
_MARK = re.compile(
    r"\s*(?:End of Document|(?:Document|Article|Record) \d+ of \d+|\d+ of \d+ DOCUMENTS|LOAD-DATE:.*"
    r"|Record Number: ?\S+|Accession Number: ?\S+|Dokumentnummer: ?\S+|ER {1,2}-.{0,9})\s*",
    re.IGNORECASE,
)


def splitter_of(lines: Iterable[str]) -> Splitter | None:
    """The form in which a text that begins with some lines holds many articles; None where it is one article."""
    sample = [line for _, line in zip(range(_SAMPLE_LINES), lines, strict=False)]
    return next((each for each in SPLITTERS if each.shows(sample) and _has_words(each, sample)), None)


def _has_words(splitter: Splitter, sample: Sequence[str]) -> bool:
    """Whether what a form takes for articles has a text or a title: else the file is written otherwise."""
    found = islice(filter(None, map(splitter.fields, splitter.pieces(sample))), _TRIED)
    return any(len(str(value)) > _LEAST for fields in found for value in fields.values())


def split_records(lines: Iterable[str], splitter: Splitter, part: ReadableFile) -> Iterator[Record | Refusal]:
    """The records of a text with many articles, one in memory at a time."""
    yield from records_of_fields(splitter.pieces(lines), splitter.fields, splitter.name, part)


def records_of_fields(
    pieces: Iterable[Piece], fields_of: Callable[[Piece], Fields | None], name: str, part: ReadableFile
) -> Iterator[Record | Refusal]:
    """The records of the pieces of a file in a form of some name, where they are articles."""
    number = 0
    for piece in pieces:
        try:
            with refusing():
                fields = fields_of(piece)
                record = fields and record_of_fields(fields, part, number + 1)
        except Refused as fault:
            yield part.refusal(f"article {number + 1} {fault}")
            number += 1
            continue
        if record:
            number += 1
            yield record
    if not number:
        raise Refused(f"is a file of {name} without an article; leave it out, or save its articles as text")


def record_of_fields(fields: Fields, part: ReadableFile, number: int | str) -> Record:
    """The record of an article with fields of its own, the `number`th of a file. Raises `Refused` as `record_of`."""
    data = "\0".join(str(value) for value in fields.values()).encode("utf-8", "surrogatepass")
    return record_of(fields, data, part, None, UnusedColumns(), number=number)


def marks_of_several(lines: Sequence[str], part: ReadableFile) -> Iterator[Remark]:
    """A remark where a text that is read as one article shows the marks of several."""
    found = [line.strip() for line in lines if _MARK.fullmatch(line) or RULE.fullmatch(line)]
    named = [line for line in found if _MARK.fullmatch(line)]
    rules = [line for line in found if RULE.fullmatch(line)]
    mark = named[0] if len(named) > 1 else rules[0] if len(rules) > 1 else seem_several(lines)
    if mark is not None:
        text = f"seems to hold several articles (“{mark[:40]}” parts them) and was read as one; give each a file"
        yield Remark(part.origin, part.entry, None, text)
