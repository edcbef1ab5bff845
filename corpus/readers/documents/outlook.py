"""The article of a mail that Outlook saved (.msg, MS-OXMSG), from its properties."""

import io
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.encoders import encode_base64
from email.mime.application import MIMEApplication
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

import olefile

from corpus.errors import Refused
from corpus.readers.streams.decoding import decode

_SUBJECT, _BODY, _HTML, _SENDER, _HEADERS = "0037", "1000", "1013", "0C1A", "007D"
_NAME, _LONG_NAME, _DATA = "3704", "3707", "3701"
_WIDE, _BYTES = "001F", "0102"
_PROPERTIES_HEAD = 32
_SUBMITTED, _DELIVERED = 0x00390040, 0x0E060040


def is_message(data: bytes) -> bool:
    """Whether an OLE file is a mail rather than an old office document."""
    return "__properties_version1.0".encode("utf-16-le") in data[: 2**20] or "__substg1.0_".encode("utf-16-le") in data


def outlook_mail(data: bytes) -> bytes:
    """The mail as one of RFC 5322, with its attachments. Raises `Refused` where it is damaged or has no text."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            subject, body, sender, headers = (_text(file, name) for name in (_SUBJECT, _BODY, _SENDER, _HEADERS))
            page = _stream(file, f"__substg1.0_{_HTML}{_BYTES}") or _text(file, _HTML).encode()
            sent, attached = _sent(file), list(_attached(file))
    except (OSError, ValueError, IndexError, TypeError, struct.error, OverflowError) as fault:
        raise Refused(f"is a damaged mail of Outlook ({fault}); save it as .eml") from fault
    if not body.strip() and not page:
        raise Refused("is a mail of Outlook whose text is rich text alone; save it as .eml or .html")
    mail = MIMEMultipart()
    mail["Subject"] = " ".join(subject.split())
    for line in _unfolded(headers):
        name, _, value = line.partition(":")
        if name.lower() in {"date", "received", "from"}:
            mail[name] = value.strip()
    if mail["From"] is None and sender:
        mail["From"] = f"{sender} <>"
    if mail["Date"] is None and sent:
        mail["Date"] = format_datetime(sent)
    mail.attach(MIMEText(body, "plain", "utf-8") if body.strip() else _page(page))
    for name, content in attached:
        part = MIMEApplication(content)
        part.add_header("Content-Disposition", "attachment", filename=name)
        mail.attach(part)
    return mail.as_bytes(policy=SMTP)


def _page(page: bytes) -> MIMEBase:
    part = MIMEBase("text", "html")
    part.set_payload(page)
    encode_base64(part)
    return part


def _sent(file: Any) -> datetime | None:
    """When it was sent or delivered, by its properties: a mail that was never delivered has no header."""
    data = _stream(file, "__properties_version1.0")[_PROPERTIES_HEAD:]
    times = {tag: value for tag, _, value in struct.iter_unpack("<IIQ", data[: len(data) // 16 * 16])}
    ticks = next((times[tag] for tag in (_SUBMITTED, _DELIVERED) if times.get(tag)), 0)
    return datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10) if ticks else None


def _attached(file: Any) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files attached to it."""
    places = dict.fromkeys(path[0] for path in file.listdir() if path[0].startswith("__attach_version1.0_"))
    for place in places:
        name = _text(file, _LONG_NAME, f"{place}/") or _text(file, _NAME, f"{place}/")
        content = _stream(file, f"{place}/__substg1.0_{_DATA}{_BYTES}")
        if name and content:
            yield name, content


def _unfolded(headers: str) -> list[str]:
    return headers.replace("\r\n", "\n").replace("\n\t", " ").replace("\n ", " ").split("\n")


def _text(file: Any, name: str, place: str = "") -> str:
    if data := _stream(file, f"{place}__substg1.0_{name}{_WIDE}"):
        return data.decode("utf-16-le", "replace")
    data = _stream(file, f"{place}__substg1.0_{name}001E")
    return decode(data) if data else ""


def _stream(file: Any, name: str) -> bytes:
    return bytes(file.openstream(name).read()) if file.exists(name) else b""
