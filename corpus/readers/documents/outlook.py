"""The article of a mail that Outlook saved (.msg, MS-OXMSG), from its properties."""

import io
from typing import Any

import olefile

from corpus.errors import Refused

_SUBJECT, _BODY, _HTML, _SENDER, _HEADERS = "0037", "1000", "1013", "0C1A", "007D"
_WIDE, _BYTES = "001F", "0102"


def is_message(data: bytes) -> bool:
    """Whether an OLE file is a mail rather than an old office document."""
    return "__properties_version1.0".encode("utf-16-le") in data[: 2**20] or "__substg1.0_".encode("utf-16-le") in data


def outlook_mail(data: bytes) -> bytes:
    """The mail as one of RFC 5322, header and body. Raises `Refused` where it is damaged or holds no text."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            subject, body, sender, headers = (_text(file, name) for name in (_SUBJECT, _BODY, _SENDER, _HEADERS))
            page = _stream(file, f"__substg1.0_{_HTML}{_BYTES}")
    except (OSError, ValueError, IndexError, TypeError) as fault:
        raise Refused(f"is a damaged mail of Outlook ({fault}); save it as .eml") from fault
    if not body.strip() and not page:
        raise Refused("is a mail of Outlook whose text is rich text alone; save it as .eml or .html")
    wanted = [line for line in _unfolded(headers) if line.lower().startswith(("date:", "received:", "from:"))]
    if not any(line.lower().startswith("from:") for line in wanted) and sender:
        wanted.append(f"From: {sender} <>")
    kind, content = ("plain", body.encode()) if body.strip() else ("html", page)
    head = "\n".join([f"Subject: {' '.join(subject.split())}", *wanted, "MIME-Version: 1.0"])
    charset = '; charset="utf-8"' if kind == "plain" else ""
    return f"{head}\nContent-Type: text/{kind}{charset}\nContent-Transfer-Encoding: 8bit\n\n".encode() + content


def _unfolded(headers: str) -> list[str]:
    return headers.replace("\r\n", "\n").replace("\n\t", " ").replace("\n ", " ").split("\n")


def _text(file: Any, name: str) -> str:
    if data := _stream(file, f"__substg1.0_{name}{_WIDE}"):
        return data.decode("utf-16-le", "replace")
    return _stream(file, f"__substg1.0_{name}001E").decode("cp1252", "replace")


def _stream(file: Any, name: str) -> bytes:
    return bytes(file.openstream(name).read()) if file.exists(name) else b""
