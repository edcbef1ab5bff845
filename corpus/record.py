"""What a record is: one article as it stands in a file, read but not yet understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b


class Kind(StrEnum):
    """How the content of a record is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Record:
    """An article's content and the fields given with it.

    `origin` is the absolute path of the file, `line` the line of a JSONL file. Equal fingerprints mean equal bytes.
    """

    id: str
    origin: str
    line: int | None
    kind: Kind
    content: str
    fields: Mapping[str, object] = field(default_factory=dict)
    fingerprint: str = ""


def fingerprint(data: bytes) -> str:
    """A digest of a record's bytes, in hexadecimal."""
    return blake2b(data, digest_size=16).hexdigest()
