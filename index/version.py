"""Which version of the code made what an article is in the index? Another one reads it anew."""

from index import annotate

_READING = "4"
"""Of reading and cleaning."""

VERSION = f"{_READING}.{annotate.VERSION}"
"""Of everything that stands between a file's bytes and its article in the index."""


def stamped(fingerprint: str) -> str:
    """The fingerprint of a record's bytes and of what was made of them."""
    return f"{VERSION}-{fingerprint}"


def annotated_by(stamp: str) -> str:
    """The version that derived names and countries, from a stamped fingerprint."""
    return stamp.partition("-")[0].partition(".")[2]
