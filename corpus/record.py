"""What a record is: one article as it stands in a file, read but not yet understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from corpus.refusal import Refusal
from corpus.remark import Remark, place_of


class ContentKind(StrEnum):
    """How the content of a record is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Record:
    """An article's content and the fields given with it.

    `origin` is the absolute path of the file, `entry` the path within it where it is an archive, `line` the line of a
    JSONL or CSV file. Content that is no text yet (PDF, DOCX) stands in `data`, and `content` is empty. Equal
    fingerprints mean equal bytes. `repeated`: the lines that its publication prints again and again, each with whether
    it goes from amid the text too. `remarks` tell what of its fields could not be used.
    """

    id: str
    origin: str
    line: int | None
    kind: ContentKind
    content: str
    fields: Mapping[str, object] = field(default_factory=dict)
    fingerprint: str = ""
    entry: str | None = None
    data: bytes = b""
    repeated: Mapping[str, bool] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def refusal(self, reason: str) -> Refusal:
        """Why the article of this record is not taken."""
        return Refusal(self.origin, self.line, self._told(reason), self.entry, self.id)

    def remark(self, text: str) -> Remark:
        """What to know of the article of this record."""
        return Remark(self.origin, self.entry, self.line, self._told(text))

    def _told(self, text: str) -> str:
        """What is told, with the article's id where neither a line nor the file tells which of several it is."""
        alone = self.line is not None or place_of(self.origin, self.entry, None).endswith(self.id)
        return text if alone else f"article {self.id}: {text}"


def fingerprint(*data: bytes) -> str:
    """A digest of a record's bytes, in hexadecimal."""
    digest = blake2b(digest_size=16)
    for each in data:
        digest.update(each)
    return digest.hexdigest()
