"""Read the article of a mail: the text of its body, with subject, sender and date of its header."""

import email
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from corpus.errors import Refused
from corpus.publication_day import dated
from corpus.readers.fields.markup import plain
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import ReadableFile
from corpus.record import ContentKind, Record, fingerprint

_FORWARDED = re.compile(r"(?:(?:fwd?|wg|tr|re|aw|rv)\s*:\s*)+", re.IGNORECASE)
_FORWARD = re.compile(
    r"\s{0,20}(?:-{2,20} ?[^\n-]{6,60}? ?-{2,20}|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:"
    r"|Début du message réexpédié :|Inicio del mensaje reenviado:|Inizio messaggio inoltrato:)\s{1,20}"
    r"((?:[>*]{0,3}[^\W\d][\w '-]{1,20}\*?\s?:\*?[ \t][^\n]{0,400}\n(?:[ \t][^\n]{0,400}\n){0,9}){2,9})\s{0,20}",
)
"""The header of a mail that is forwarded, above its text."""
_SENT = re.compile(
    r"^\W{0,3}(?:date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|дата|отправлено)\b\W{1,4}(.{8,80})$",
    re.IGNORECASE | re.MULTILINE,
)
_SEALED = frozenset(("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"))
_LEAST = 40
"""In characters; a shorter plain text only says that the mail should be read as a web page."""
_STUB_SHARE = 4
"""A plain text that is so many times shorter than the page beside it is no other form of it."""
_OTHER_DAY = re.compile(r"\d.*[^\W\d_]{3}.*\b(?:19[89]|20\d)\d\b|(?:19[89]|20\d)\d-\d\d-\d\d")
"""A day in words of another language than mails have, or as ISO 8601 has it: `Di, 22 März 2019 10:00`."""
_FIRST_MAIL = 1971
_SAVED = re.compile(r"saved by", re.IGNORECASE)
_NO_TEXT = ("image/", "audio/", "video/", "text/css", "application/pkcs7-signature", "application/pgp-signature")


def parsed_mail(data: bytes) -> EmailMessage:
    """A mail (RFC 5322). Raises `Refused` where it is encrypted, or none."""
    try:
        message = email.message_from_bytes(data, policy=default)
    except RecursionError as fault:
        raise Refused("is a mail of parts nested too deep; save its text as a file of its own") from fault
    if not isinstance(message, EmailMessage) or message.get_content_type() in _SEALED:
        raise Refused("is an encrypted mail; save it decrypted")
    return message


def mail_record(message: EmailMessage, data: bytes, part: ReadableFile, number: int | None = None) -> Record:
    """The article of a mail, or of a page that a browser saved as one (MHTML).

    `number` tells it from the other mails of its file. Raises `Refused` where it is nested too deep, or without text.
    """
    name = part.name if number is None else f"{part.name}#{number}"
    try:
        saved = _is_saved_page(message)
        kind, content = (ContentKind.HTML, _text(message, "html")) if saved else _body(message)
    except RecursionError as fault:
        raise Refused("is a mail of parts nested too deep; save its text as a file of its own") from fault
    if not content.strip():
        raise Refused("is a mail without text; save its attachments as files of their own")
    fields = _page_fields(message) if saved else _fields(message)
    if kind is ContentKind.TEXT and (found := _FORWARD.match(content)):
        sent = _SENT.search(found[1])
        content = content[found.end() :]
        fields |= {"published": sent[1].strip(), "published_evidence": sent[0].strip()} if sent else {}
    return Record(name, part.origin, None, kind, content, fields, fingerprint(data), part.entry)


def attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files attached to a mail; pictures and signatures are none."""
    if _is_saved_page(message):
        return
    for number, each in enumerate(message.walk()):
        name = each.get_filename()
        if not name or each.is_multipart() or each.get_content_type().startswith(_NO_TEXT):
            continue
        try:
            data = each.get_payload(decode=True)
        except (LookupError, ValueError, TypeError):
            continue
        if isinstance(data, bytes) and data:
            yield name.replace("/", "_").replace("\\", "_") or f"attachment-{number}", data


def mail_text(message: EmailMessage) -> str:
    """The plain text of a mail, its lines ended as everywhere; empty where it has none."""
    return _text(message, "plain").replace("\r\n", "\n")


def _is_saved_page(message: EmailMessage) -> bool:
    """Whether a browser saved a page so."""
    related = message.get_content_type() == "multipart/related"
    return bool(message.get("Snapshot-Content-Location")) or (
        related and _SAVED.search(_header(message, "From")) is not None
    )


def _body(message: EmailMessage) -> tuple[ContentKind, str]:
    """The plain text, or the page where the text is only a word about it."""
    text, page = _text(message, "plain").strip(), _text(message, "html")
    if page.strip() and (len(text) < _LEAST or len(text) * _STUB_SHARE < len(plain(page))):
        return ContentKind.HTML, page
    return ContentKind.TEXT, _text(message, "plain")


def _text(message: EmailMessage, subtype: str) -> str:
    try:
        body = message.get_body(preferencelist=(subtype,))
        if body is None and subtype == "html":  # of a saved page, whose root part may stand anywhere
            body = next((each for each in message.walk() if each.get_content_type() == "text/html"), None)
        data = body.get_payload(decode=True) if body else None
    except (LookupError, ValueError, AttributeError, TypeError):  # of a mail whose parts are not what they say
        return ""
    if body is None or not isinstance(data, bytes) or not data:
        return ""
    return decode(data, html=subtype == "html", declared=body.get_content_charset())


def _page_fields(message: EmailMessage) -> dict[str, object]:
    """What a saved page has of its own: its address, and the day on which it was there."""
    # styles may come first, and frames of others behind the page
    parts = sorted(message.walk(), key=lambda each: each is not message and each.get_content_type() != "text/html")
    address = _header(message, "Snapshot-Content-Location") or next(
        (_header(each, "Content-Location") for each in parts if each.get("Content-Location")), ""
    )
    fields: dict[str, object] = {"captured": _day(_header(message, "Date"))}
    if address.startswith(("http://", "https://")):
        fields["url"] = address
    return {field: value for field, value in fields.items() if value}


def _fields(message: EmailMessage) -> dict[str, object]:
    name, address = parseaddr(_header(message, "From"))
    fields: dict[str, object] = {
        "title": _FORWARDED.sub("", _header(message, "Subject"), count=1),
        "source": name or address.rpartition("@")[2],
    }
    received = " ".join(str(message.get_all("Received", [""])[0]).split()).rpartition(";")[2].strip()
    sent = _header(message, "Date")
    for header, value in (("Date", sent), ("Received", received)):
        if day := _day(value):
            fields |= {"published": day, "published_evidence": f"{header}: {value}"}
            break
    else:
        if _OTHER_DAY.search(sent):
            fields["published"] = sent
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
        date = dated(sent.year, sent.month, sent.day, value) if sent.year >= _FIRST_MAIL else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date.iso if date else None
