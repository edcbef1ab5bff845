"""Read the records of ProQuest's TDM Studio: an article in each file of XML."""

from typing import Any

from corpus.readers.collections.splitter import Fields
from corpus.readers.collections.xml_stream import find, text_of

_MARK = b"<GOID>"


def is_proquest(start: bytes) -> bool:
    """Whether XML that begins so is a record of ProQuest."""
    return _MARK in start


def proquest_fields(record: Any) -> Fields:
    """The fields of a record; its text is markup of its own, written as text."""
    writers = (each for each in record.iter("{*}Contributor") if text_of(find(each, "ContribRole")) in {None, "Author"})
    names = [text_of(find(each, "OriginalForm", "NormalizedName", "LastName")) for each in writers]
    text = find(record, "Text", "HiddenText", "Abstract")
    return {
        "title": text_of(record.find(".//{*}TitleAtt/{*}Title")) or text_of(find(record, "Title")),
        "published": text_of(find(record, "NumericDate", "AlphaDate")),
        "author": [name for name in names if name] or None,
        "source": text_of(record.find(".//{*}DFS//{*}Title")) or text_of(find(record, "PubTitle")),
        "language": text_of(find(record, "ISOCode", "RawLang")),
        "url": text_of(find(record, "URL")),
        "text": None if text is None else "".join(text.itertext()),
    }
