"""JSON as it is stored and sent: in UTF-8, letters as they are, and no white space."""

import json

import orjson

_PLAIN = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
_OTHER_KEYS = _PLAIN | orjson.OPT_NON_STR_KEYS
"""Keys that are numbers or members of an enumeration, too: with them all keys take twice the time."""


def compact_json(value: object) -> bytes:
    """Plain values as JSON: what `json` makes of them, in a seventh of the time."""
    try:
        return orjson.dumps(value, option=_PLAIN)
    except TypeError:
        return _with_other_keys(value)


def _with_other_keys(value: object) -> bytes:
    try:
        return orjson.dumps(value, option=_OTHER_KEYS)
    except TypeError:  # whole numbers of more than 64 bits; what is no plain value raises again
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
