"""Encode any string as UTF-8, a lone surrogate (half a character of a damaged file) among them."""

_ERRORS = "surrogatepass"


def to_utf8(text: str) -> bytes:
    """The text as bytes; never raises."""
    return text.encode("utf-8", _ERRORS)


def from_utf8(raw: bytes) -> str:
    """The text that `to_utf8` encoded. Raises `UnicodeDecodeError` for any other bytes."""
    return raw.decode("utf-8", _ERRORS)
