"""Read the articles of a JSON file: one object a line, or one document of any layout; both as streams."""

import json
import re
from collections.abc import Iterator, Sequence

from corpus.errors import Refused, refusing
from corpus.readers.fields.article_record import record_of
from corpus.readers.fields.mapping import UnusedColumns
from corpus.readers.formats.format_detection import SCRIPT
from corpus.readers.formats.json_articles import articles_of
from corpus.readers.formats.json_document import document_records, is_document, joined_values, whole_characters, written
from corpus.readers.formats.json_tables import is_action
from corpus.readers.streams.lines import numbered
from corpus.readers.streams.part import ReadableFile
from corpus.readers.streams.transcoding import as_utf8
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

_SURROGATE = re.compile("\\\\u[dD][89a-fA-F]")
_CLEAN = re.compile(rb'"clean"\s*:\s*true')
"""A field of the record: within its text there are backslashes before the quotation marks."""
_GLUED = re.compile(r"\}[\s,]{0,9}\{")
_AROUND = b" \t\r\n\v\f\x1e"
"""White space, and the sign that begins a record in sequences of JSON texts (RFC 7464)."""
_SAMPLE = 2**16


def json_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    """The records of a JSON file; a line that cannot be read is a refusal, and the others are read."""
    part = as_utf8(part)
    unused = UnusedColumns()
    sample = part.file.peek(_SAMPLE)[:_SAMPLE]
    script = SCRIPT.match(sample)
    if script:
        part.file.read(script.end())
    if script or is_document(sample):
        yield from document_records(part, unused)
    else:
        yield from _lines(part, unused)
    yield from unused.remarks(part)


def _lines(part: ReadableFile, unused: UnusedColumns) -> Iterator[Record | Refusal]:
    for number, line in numbered(part):
        if isinstance(line, Refused):
            yield part.refusal(str(line), number)
        elif part.cleanable and _CLEAN.search(line):
            continue
        elif (data := line.strip(_AROUND)) not in {b"", b"[", b"]", b"],"}:
            try:
                with refusing():
                    values = [each for each in _parsed(data.removesuffix(b",")) if not is_action(each)]
                    found = _of_line(values, data, part, number, unused)
                yield from found
            except Refused as fault:
                yield part.refusal(str(fault), number)


def _of_line(
    values: Sequence[dict[str, object]], data: bytes, part: ReadableFile, line: int, unused: UnusedColumns
) -> list[Record | Refusal]:
    """The article of a line, or those of an interface's answer that stands on it."""
    articles = [article for value in values for article in articles_of(value)]
    if len(articles) == 1 and articles[0] is values[0]:
        return [record_of(articles[0], data, part, line, unused)]
    found: list[Record | Refusal] = []
    for number, article in enumerate(articles, 1):
        try:
            found.append(record_of(article, written(article), part, line, unused, number=f"{line}.{number}"))
        except Refused as fault:
            found.append(part.refusal(f"article {number} {fault}", line))
    return found


def _parsed(data: bytes) -> Sequence[dict[str, object]]:
    """The object of a line; several where they stand on it one behind the other."""
    try:
        text = data.decode()
        values = [*joined_values(text)] if _GLUED.search(text) else [json.loads(text)]
        if _SURROGATE.search(text):
            values = [*map(whole_characters, values)]
    except UnicodeDecodeError as fault:
        raise Refused(f"is not UTF-8 at byte {fault.start + 1} of the line; convert the file to UTF-8") from fault
    except json.JSONDecodeError as fault:
        raise Refused(f"is not JSON: {fault.msg} at character {fault.pos + 1}; write one object a line") from fault
    except (ValueError, RecursionError) as fault:
        raise Refused("is not JSON that can be read: a number too long, or nested too deep") from fault
    if not all(isinstance(value, dict) for value in values):
        raise Refused('is not a JSON object; write {"text": …}, one object a line')
    return values
