"""A short name of an article by which an address can hold hundreds: eight characters, whatever its id.

It is a digest of the id, so that an address holds after the articles were indexed anew. That one of ten million
articles has the key of another one is as likely as one to 28 million.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from hashlib import blake2b

from corpus.encoding import to_utf8

LENGTH = 8
"""Characters: letters, digits, `-` and `_`."""
_BYTES = 6
_KEYS = re.compile(f"([A-Za-z0-9_-]{{{LENGTH}}})*")


def article_key(article_id: str) -> str:
    """The key of the article with an id."""
    return urlsafe_b64encode(_digest(to_utf8(article_id))).decode()


def parted(keys: str) -> list[str]:
    """Keys that stand one after the other. Raises `ValueError` where something else does."""
    if not _KEYS.fullmatch(keys):
        raise ValueError(f"{len(keys)} characters are not keys of {LENGTH} each")
    return [keys[at : at + LENGTH] for at in range(0, len(keys), LENGTH)]


def number_of_key(key: str) -> int:
    """The key as a number."""
    return int.from_bytes(urlsafe_b64decode(key))


def numbers_of_ids(ids: Iterator[bytes]) -> Iterator[int]:
    """The keys of some ids as numbers."""
    return (int.from_bytes(_digest(each)) for each in ids)


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=_BYTES).digest()
