"""Which record do some named fields make? JSONL and CSV give the same ones."""

from corpus.errors import Refused
from corpus.readers.streams.part import FieldNames, ReadableFile
from corpus.record import ContentKind, Record, fingerprint


def record_of(fields: dict[str, object], data: bytes, part: ReadableFile, line: int) -> Record:
    """The record that a line of a file gives. Raises `Refused`, which names the field and the mend."""
    if part.fields:
        fields = _renamed(fields, part.fields)
    kind, content = _content(fields)
    name = _id(fields.get("id"), f"{part.name}#{line}")
    return Record(name, part.origin, line, kind, content, fields, fingerprint(data), part.entry)


def _renamed(fields: dict[str, object], names: FieldNames) -> dict[str, object]:
    """The fields under our names: what the user named wins over a field that has our name by itself."""
    named = {names[name]: value for name, value in fields.items() if name in names}
    return {**{name: value for name, value in fields.items() if name not in names}, **named}


def _content(fields: dict[str, object]) -> tuple[ContentKind, str]:
    """The text of a record, else its HTML; it leaves the fields, which need not carry it twice.

    A headline whose text is empty is an article too.
    """
    titled = isinstance(title := fields.get("title"), str) and bool(title.strip())
    empty = False
    for name, kind in (("text", ContentKind.TEXT), ("html", ContentKind.HTML)):
        content = fields.pop(name, None)
        if content is None:
            continue
        if not isinstance(content, str):
            raise Refused(f"the field {name} is not a string; write the article in quotes")
        if content.strip():
            return kind, content
        if not titled:
            raise Refused(f"the field {name} is empty; leave the record out or give its text")
        empty = True
    if empty:
        return ContentKind.TEXT, ""
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
