"""Write the entities of HTML, which XML has not, as numbers before a parser reads them, and a bare `&` as one.

Feeds have both. At the first of them a parser that recovers goes on, but leaves out each `&lt;` and `&amp;` behind it.
"""

import re
from html.entities import html5
from typing import Protocol

_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_AMPERSAND = re.compile(rb"&(?:([A-Za-z_][\w.-]{0,40});|(?!#\w{1,8};))")
_BEGIN, _END = b"<![CDATA[", b"]]>"
_DECLARED = b"<!ENTITY"
_DECLARATION = re.compile(rb"<!ENTITY\s+([A-Za-z_][\w.-]{0,40})\s+(?:\"([^\"&<%]{0,200})\"|'([^'&<%]{0,200})')\s*>")
"""Of an entity that is words alone: one made of others may be a bomb."""
_MARGIN = 48
"""What is held back of the bytes that were read, lest a sign be cut: more than the longest name of an entity has."""


class _Stream(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


def in_entities_of_xml(stream: _Stream, sample: bytes) -> _Stream:
    """The stream with entities of XML alone; as it is where its bytes are not those of ASCII (UTF-16, JIS)."""
    return stream if b"\0" in sample or b"\x1b" in sample else Entities(stream)


class Entities:
    """A stream of XML whose text has entities of XML alone; sections of CDATA, and what a file declares, stay."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream
        self._left = b""
        self._verbatim = False
        self._declared = False
        self._words: dict[bytes, bytes] = {}

    def read(self, size: int = -1) -> bytes:
        """The next bytes, about as many as are wanted; none at the end alone."""
        while True:
            data = self._stream.read(size)
            ready = self._left + data
            begun = max(ready.rfind(b"&"), ready.rfind(b"<"), ready.find(b"]", -len(_END) + 1)) if data else -1
            cut = begun if begun >= max(0, len(ready) - _MARGIN) else len(ready)
            ready, self._left = ready[:cut], ready[cut:]
            if ready or not data:
                return self._written(ready)

    def _written(self, data: bytes) -> bytes:
        if _DECLARED in data:
            self._declared = True
            self._words |= {name: one or other for name, one, other in _DECLARATION.findall(data)}
        pieces = []
        while data:
            piece, sign, data = data.partition(_END if self._verbatim else _BEGIN)
            pieces += [piece if self._verbatim or b"&" not in piece else _AMPERSAND.sub(self._meant, piece), sign]
            self._verbatim ^= bool(sign)
        return b"".join(pieces)

    def _meant(self, found: re.Match[bytes]) -> bytes:
        name = found[1]
        if name is None:
            return b"&amp;"
        if name in self._words and name not in _OF_XML:
            return self._words[name]
        characters = html5.get(f"{name.decode()};")
        if name in _OF_XML or (self._declared and not characters):
            return found[0]
        return "".join(f"&#{ord(each)};" for each in characters).encode() if characters else b"&amp;" + name + b";"
