"""Which article does a mail hold? The text of its body, with subject, sender and date of its header."""

import email
import re
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from corpus.errors import Refused
from corpus.publication_day import dated
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import ReadableFile
from corpus.record import ContentKind, Record, fingerprint

_FORWARDED = re.compile(r"(?:(?:fwd?|wg|tr|re|aw|rv)\s*:\s*)+", re.IGNORECASE)
_SEALED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))
_LEAST = 40
"""In characters; a shorter plain text only says that the mail should be read as a web page."""


def mail_record(part: ReadableFile) -> Record:
    """The article of a mail (RFC 5322). Raises `Refused` where it is encrypted, nested too deep, or without text."""
    data = part.whole()
    try:
        message = email.message_from_bytes(data, policy=default)
        if not isinstance(message, EmailMessage) or message.get_content_type() in _SEALED:
            raise Refused("is an encrypted mail; save it decrypted")
        kind, content = _body(message)
    except RecursionError as fault:
        raise Refused("is a mail of parts nested too deep; save its text as a file of its own") from fault
    return Record(part.name, part.origin, None, kind, content, _fields(message), fingerprint(data), part.entry)


def _body(message: EmailMessage) -> tuple[ContentKind, str]:
    """The plain text, or the page where the text is only a word about it."""
    plain = _text(message, "plain")
    if len(plain.strip()) < _LEAST and (page := _text(message, "html")).strip():
        return ContentKind.HTML, page
    if not plain.strip():
        raise Refused("is a mail without text; save its attachments as files of their own")
    return ContentKind.TEXT, plain


def _text(message: EmailMessage, subtype: str) -> str:
    try:
        body = message.get_body(preferencelist=(subtype,))
        data = body.get_payload(decode=True) if body else None
    except (LookupError, ValueError, AttributeError, TypeError):  # of a mail whose parts are not what they say
        return ""
    if body is None or not isinstance(data, bytes) or not data:
        return ""
    return decode(data, html=subtype == "html", declared=body.get_content_charset())


def _fields(message: EmailMessage) -> dict[str, object]:
    name, address = parseaddr(_header(message, "From"))
    fields: dict[str, object] = {
        "title": _FORWARDED.sub("", _header(message, "Subject"), count=1),
        "source": name or address.rpartition("@")[2],
    }
    if day := _day(_header(message, "Date")):
        fields |= {"published": day, "published_evidence": f"Date: {_header(message, 'Date')}"}
    return {field: value for field, value in fields.items() if value}


def _header(message: EmailMessage, name: str) -> str:
    try:
        value = str(message.get(name) or "")
    except Exception:  # noqa: BLE001 - the standard parser fails in many ways on headers that are against the rules
        return ""
    return " ".join(value.encode("utf-8", "replace").decode().split())


def _day(value: str) -> str | None:
    """The day of a mail's date where it is sent; None where it is none on which an article can have been published."""
    try:
        sent = parsedate_to_datetime(value)
        date = dated(sent.year, sent.month, sent.day, value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date.iso if date else None
