"""Which records does a JSONL file hold? One a line, read as a stream."""

import json
import re
from collections.abc import Iterator

from corpus.errors import Refused, refusing
from corpus.readers.formats.fields import record_of
from corpus.readers.streams.lines import numbered
from corpus.readers.streams.part import ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal

_SURROGATE = re.compile("\\\\u[dD][89a-fA-F]")
_CLEAN = re.compile(rb'"clean"\s*:\s*true')
"""A field of the record: within its text there are backslashes before the quotation marks."""


def json_records(part: ReadableFile) -> Iterator[Record | Refusal]:
    """The records of a file of lines; a line that cannot be read is a refusal, and the others are read."""
    for number, line in numbered(part):
        if isinstance(line, Refused):
            yield part.refusal(str(line), number)
        elif part.plain and _CLEAN.search(line):
            continue
        elif data := line.strip():
            try:
                with refusing():
                    record = record_of(_parsed(data), data, part, number)
                yield record
            except Refused as fault:
                yield part.refusal(str(fault), number)


def _parsed(data: bytes) -> dict[str, object]:
    try:
        text = data.decode()
        value = json.loads(text)
        if _SURROGATE.search(text):
            value = _whole_characters(value)
    except UnicodeDecodeError as fault:
        raise Refused(f"is not UTF-8 at byte {fault.start + 1} of the line; convert the file to UTF-8") from fault
    except json.JSONDecodeError as fault:
        raise Refused(f"is not JSON: {fault.msg} at character {fault.pos + 1}; write one object a line") from fault
    except (ValueError, RecursionError) as fault:
        raise Refused("is not JSON that can be read: a number too long, or nested too deep") from fault
    if not isinstance(value, dict):
        raise Refused('is not a JSON object; write {"text": …}, one object a line')
    return value


def _whole_characters(value: object) -> object:
    """The same value where half of a surrogate pair, which no file can hold, is a replacement character."""
    written = json.dumps(value, ensure_ascii=False)
    mended: object = json.loads(written.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    return mended
