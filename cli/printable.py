"""Print what articles and files say without letting it steer a terminal."""

_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}")
_PRINTABLE = str.maketrans({**_CONTROLS, "\t": " ", "\n": " "})  # of as many characters: marks keep their places

_ESCAPES = {point: f"\\u{point:04x}" for point in range(0x7F, 0xA0)}


def escaped(json_text: str) -> str:
    """The same JSON with every control character escaped, as most of them are in any JSON."""
    return json_text.translate(_ESCAPES)


def printable(text: str) -> str:
    """Text in one line without a control character."""
    return text.translate(_PRINTABLE)
