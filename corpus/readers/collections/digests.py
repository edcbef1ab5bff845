"""Split digests of mailing lists and of Usenet (RFC 1153): mails behind lines of hyphens, with a header each."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, joined, pieces_before

_RULE = re.compile(r"-{28,72}\s*")
_NUMBER = re.compile(r"Message:? \d+\s*")
_HEADER = re.compile(r"([A-Z][\w-]{1,30}):\s+(.*)")
_SENDER = re.compile(r"\"?([^\"<>()@]{2,80}?)\"?\s*<[^<>]*>|\S+@\S+\s+\(([^()]{2,80})\)")
_NAMED = frozenset(("From", "Date", "Subject"))
_SIGNATURE = "_______"


def _shows(lines: Sequence[str]) -> bool:
    return sum(len(_NAMED & {*_header(piece)[0]}) > 1 for piece in _pieces(lines)) > 1


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_before(lines, _RULE.fullmatch)


def _header(piece: Sequence[str]) -> tuple[dict[str, str], int]:
    """The header of a mail by its names, and how many lines stand above its text."""
    found: dict[str, str] = {}
    name = ""
    for number, line in enumerate(piece):
        blank = not line.strip()
        if _RULE.fullmatch(line) or _NUMBER.fullmatch(line) or (blank and not found):
            continue
        if not blank and (header := _HEADER.fullmatch(line)):
            name = header[1]
            found[name] = header[2]
        elif not blank and name and line[0].isspace():
            found[name] += f" {line.strip()}"
        else:
            return found, number
    return found, len(piece)


def _fields(piece: Sequence[str]) -> Fields | None:
    header, above = _header(piece)
    if len(_NAMED & {*header}) < len(("Date", "Subject")):
        return None
    text = piece[above:]
    foot = next((number for number, line in enumerate(text) if line.startswith(_SIGNATURE)), len(text))
    if not (body := joined(text[:foot])):
        return None
    sender = _SENDER.match(header.get("From", ""))
    author = sender and (sender[1] or sender[2])
    return {"title": header.get("Subject"), "published": header.get("Date"), "author": author, "text": body}


DIGESTS = Splitter("digests", _shows, _pieces, _fields)
