"""Which records does a JSONL file hold? One a line, read as a stream."""

import json
import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from corpus.errors import Refused
from corpus.record import Kind, Record, fingerprint
from corpus.refusal import Refusal

LONGEST_LINE = 64 * 2**20
"""In bytes; a line beyond it is no article, and would not fit the memory of a small machine."""

_SURROGATE = re.compile("\\\\u[dD][89a-fA-F]")
_BOM = b"\xef\xbb\xbf"


def json_records(file: BinaryIO, origin: str, name: str) -> Iterator[Record | Refusal]:
    """The records of an open file; a line that cannot be read is a refusal, and the others are read."""
    number, whole = 0, True
    for line in iter(partial(file.readline, LONGEST_LINE), b""):
        begins, whole = whole, line.endswith(b"\n") or len(line) < LONGEST_LINE
        if not begins:
            continue
        number += 1
        data = (line.removeprefix(_BOM) if number == 1 else line).strip()
        if not data:
            continue
        if not whole:
            yield Refusal(origin, number, f"is longer than {LONGEST_LINE // 2**20} MiB; write one article a line")
            continue
        try:
            yield _record(data, origin, name, number)
        except Refused as fault:
            yield Refusal(origin, number, str(fault))


def _record(data: bytes, origin: str, name: str, line: int) -> Record:
    fields = _parsed(data)
    kind, content = _content(fields)
    return Record(_id(fields.get("id"), f"{name}#{line}"), origin, line, kind, content, fields, fingerprint(data))


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


def _content(fields: dict[str, object]) -> tuple[Kind, str]:
    """The text of a record, else its HTML; it leaves the fields, which need not carry it twice."""
    for name, kind in (("text", Kind.TEXT), ("html", Kind.HTML)):
        content = fields.pop(name, None)
        if content is None:
            continue
        if not isinstance(content, str):
            raise Refused(f"the field {name} is not a string; write the article in quotes")
        if not content.strip():
            raise Refused(f"the field {name} is empty; leave the record out or give its text")
        return kind, content
    raise Refused("has neither text nor html; give one of these fields")


def _id(given: object, otherwise: str) -> str:
    if given is None:
        return otherwise
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if not isinstance(given, str) or not given.strip():
        raise Refused("the field id is not a string or a whole number; write one, or leave it out")
    if given in (".", ".."):
        raise Refused(f"the field id is {given!r}, which no address can hold; write another, or leave it out")
    return given
