"""Read the mails of a mail, a digest or a mailbox (mbox), with the files attached to them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

from corpus.errors import Refused, refusing
from corpus.readers.formats.mail import attachments, mail_record, mail_text, parsed_mail
from corpus.readers.streams.lines import numbered
from corpus.readers.streams.part import ReadableFile, buffered, too_large
from corpus.record import Record
from corpus.refusal import Refusal

BEGIN = re.compile(rb"From \S+.{0,60}\d\d:\d\d.{0,40}\s*|#! rnews \d+\s*")
"""The line above each mail of a mailbox (RFC 4155), or each article of a batch of Usenet (RFC 1036)."""
_LENGTH = re.compile(rb"(\d{1,10})[ \t]*\r?\n(?=[!-9;-~]{2,60}:)")
_RULE = re.compile(r"^-{30,70}$", re.MULTILINE)
_NUMBER = re.compile(r"Message:? \d+\s*\n")
_CONTENT = re.compile(r"^(?:content-[\w-]+|mime-version):.*\n(?:[ \t].*\n)*", re.IGNORECASE | re.MULTILINE)
_IS_MAIL = re.compile(r"(?=(?:[\w-]+:.*\n(?:[ \t].*\n)*)*(?:From|Date|Subject):)(?:[\w-]+:.*\n(?:[ \t].*\n)*){2,40}\n")
_UTF8 = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def mail_records(part: ReadableFile) -> Iterator[Record | Refusal | ReadableFile]:
    """The article of a mail and the files attached to it; of a digest, those of its mails."""
    data = _unwrapped(part.whole())
    yield from _of_mail(parsed_mail(data), data, part, None)


def _unwrapped(data: bytes) -> bytes:
    """A mail without what Apple's program writes around it (.emlx): its length above, a list of properties below."""
    found = _LENGTH.match(data)
    return data[found.end() : found.end() + int(found[1])] if found else data


def mailbox_records(part: ReadableFile) -> Iterator[Record | Refusal | ReadableFile]:
    """Those of each mail of a mailbox, which is read as a stream."""
    for number, data in enumerate(_mails(part), 1):
        try:
            with refusing():
                found = [*_of_mail(parsed_mail(data), data, part, number)]
            yield from found
        except Refused as fault:
            yield part.refusal(f"mail {number} {fault}")


def _mails(part: ReadableFile) -> Iterator[bytes]:
    mail: list[bytes] = []
    size = 0
    blank = True
    for _, line in numbered(part):
        if isinstance(line, Refused):
            raise line
        if blank and BEGIN.fullmatch(line):
            if mail:
                yield _QUOTED.sub(rb"\1", b"".join(mail))
            mail, size = [], 0
            continue
        blank = not line.strip()
        mail.append(line)
        size += len(line)
        if size > part.largest:
            raise too_large(size, part.largest)
    if mail:
        yield _QUOTED.sub(rb"\1", b"".join(mail))


def _of_mail(
    message: EmailMessage, data: bytes, part: ReadableFile, number: int | None
) -> Iterator[Record | Refusal | ReadableFile]:
    inner = _inner(message) or _digested(message)
    if inner:
        for at, each in enumerate(inner, 1 if number is None else number * 1000):
            try:
                yield mail_record(each, bytes(each), part, at)
            except Refused as fault:
                yield part.refusal(f"mail {at} {fault}")
        return
    files, forwarded = [*attachments(message)], _forwarded(message)
    try:
        yield mail_record(message, data, part, number)
    except Refused:
        if not files and not forwarded:
            raise
    for at, each in enumerate(forwarded, 1):
        path = f"forwarded-{at}" if number is None else f"{number}/forwarded-{at}"
        try:
            yield mail_record(each, bytes(each), replace(part, name=f"{part.name}/{path}"))
        except Refused as fault:
            yield part.refusal(f"mail {path} {fault}")
    for name, content in files:
        yield _attached(name, content, part, number)


def _inner(message: EmailMessage) -> list[EmailMessage]:
    """The mails of a digest (RFC 2046)."""
    digests = [each for each in message.walk() if each.get_content_type() == "multipart/digest"]
    parts = (part for digest in digests for part in digest.iter_parts())
    payloads = (part.get_payload() for part in parts)
    return [each for inner in payloads if isinstance(inner, list) for each in inner if isinstance(each, EmailMessage)]


def _forwarded(message: EmailMessage) -> list[EmailMessage]:
    """The mails that are attached to a mail; a report on one that was not delivered has none."""
    if message.get_content_type() == "multipart/report":
        return []
    attached = (each.get_payload() for each in message.walk() if each.get_content_type() == "message/rfc822")
    return [each for inner in attached if isinstance(inner, list) for each in inner if isinstance(each, EmailMessage)]


def _digested(message: EmailMessage) -> list[EmailMessage]:
    """The mails of a digest in plain text (RFC 1153), each behind a line of hyphens, with a header of its own."""
    pieces = _RULE.split(mail_text(message))[1:]
    found = [each for each in map(_unnumbered, pieces) if _IS_MAIL.match(each)]
    return [parsed_mail(_UTF8 + each.encode("utf-8", "replace")) for each in found] if len(found) > 1 else []


def _unnumbered(piece: str) -> str:
    """A mail of a digest without the line that numbers it, and the header of its text."""
    return _CONTENT.sub("", _NUMBER.sub("", piece.lstrip("\n"), count=1))


def _attached(name: str, content: bytes, part: ReadableFile, number: int | None) -> ReadableFile:
    path = name if number is None else f"{number}/{name}"
    entry = path if part.entry is None else f"{part.entry}/{path}"
    file = buffered(content)
    return replace(part, name=f"{part.name}/{path}", file=file, size=len(content), entry=entry, inflated=False)
