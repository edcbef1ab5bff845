"""Read the records of EndNote's XML: an article of a newspaper is one whose abstract or note is its text."""

from typing import Any

from corpus.readers.collections.splitter import Fields
from corpus.readers.collections.xml_stream import find, text_of

_MARK = b"<rec-number"
_TEXTS = ("full-text", "abstract", "research-notes", "notes")


def is_endnote(start: bytes) -> bool:
    """Whether XML that begins so is a list of EndNote's records."""
    return _MARK in start


def endnote_fields(record: Any) -> Fields:
    """The fields of a record; a day without a year stands beside the year."""
    year = text_of(find(record, "year"))
    day = text_of(record.find(".//{*}pub-dates/{*}date"))
    whole = f"{day}, {year}" if day and year and year not in day else day or year
    texts = (text_of(find(record, name)) for name in _TEXTS)
    return {
        "title": text_of(record.find(".//{*}titles/{*}title")),
        "text": next(filter(None, texts), None),
        "author": [text_of(each) for each in record.iterfind(".//{*}authors/{*}author")] or None,
        "source": text_of(record.find(".//{*}titles/{*}secondary-title")) or text_of(find(record, "full-title")),
        "published": whole,
        "url": text_of(find(record, "url")),
        "language": text_of(find(record, "language")),
    }
