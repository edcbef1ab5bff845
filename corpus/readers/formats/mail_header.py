"""Tell whether a file begins with the header of a mail (RFC 5322)."""

import re

from corpus.late_pattern import late

_HEADER = late(rb"[!-9;-~]{2,60}:(?:[ \t]|\r?$)")
_MAIL_NAMES = late(
    rb"^(?:received|snapshot-content-location|return-path|mime-version|message-id|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_PEOPLE = late(rb"^from:", re.IGNORECASE | re.MULTILINE)
_MAIL_SENT = late(rb"^(?:(subject|date):|(?:from|to):.*@)", re.IGNORECASE | re.MULTILINE)
_SENT_NAMES = 3
"""Subject, day, and somebody with an address: a mail that shows no more of its header."""


def is_mail(start: bytes) -> bool:
    """Whether it begins with a mail's header: an article may begin with `From:` or `Date:` too."""
    head = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    lines = [line for line in head.splitlines() if line[:1] not in {b" ", b"\t"}]
    if lines and lines[0].startswith(b"From "):
        del lines[0]
    named = all(map(_HEADER.match, lines[:-1])) and len(lines) > 1
    sent = _MAIL_NAMES.search(head) is not None or len({*map(bytes.lower, _MAIL_SENT.findall(head))}) == _SENT_NAMES
    return named and _MAIL_PEOPLE.search(head) is not None and sent
