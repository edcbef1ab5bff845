"""The head of a request, read more strictly than waitress does.

What two readers of one connection may understand in two ways is refused (RFC 9112, 6.3): were one of them a proxy in
front, whoever asks could smuggle a request past it.
"""

from waitress.parser import HTTPRequestParser, ParsingError

_VERSIONS = frozenset({"1.0", "1.1"})
_FIELDS = 200
"""Of a head, at most: those of one name are joined, which takes the square of their number."""


class Parser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no annotations
    """One request of a connection."""

    def parse_header(self, head: bytes) -> None:
        """Read the first line and the fields. Raises `ParsingError`, which is answered with 400."""
        lines = head.split(b"\r\n")[1:]
        if len(lines) > _FIELDS:
            raise ParsingError(f"More than {_FIELDS} fields")
        if any(line[:1] in (b" ", b"\t") for line in lines):
            raise ParsingError("A field goes on in a further line")
        try:
            super().parse_header(head)
        except ValueError as fault:  # brackets around what is no address, a length of five thousand digits
            raise ParsingError("The target, or the length of the body, is none") from fault
        if self.version not in _VERSIONS:
            raise ParsingError("HTTP/1.1 and HTTP/1.0 are spoken here")
        self._settle([(name.strip().lower(), rest) for name, _, rest in (line.partition(b":") for line in lines)])

    def _settle(self, fields: list[tuple[bytes, bytes]]) -> None:
        """Know for sure who is asked, where the body ends, and whether the connection stays open."""
        names = [name for name, _ in fields]
        if sum(name == b"host" for name in names) > 1:
            raise ParsingError("More than one Host")
        codings = b",".join(value for name, value in fields if name == b"transfer-encoding").split(b",")
        if b"transfer-encoding" in names and (self.version == "1.0" or b"content-length" in names or len(codings) > 1):
            raise ParsingError("It is not sure where the body ends")
        if self.proxy_netloc:  # of a whole address as the target, whatever Host says (RFC 9112, 3.2.2)
            self.headers["HOST"] = self.proxy_netloc
        tokens = {token.strip().lower() for token in self.headers.get("CONNECTION", "").split(",")}
        for token in ("close", "keep-alive"):
            if token in tokens:
                self.headers["CONNECTION"] = token
                break
        if "close" in tokens:
            self.connection_close = True
