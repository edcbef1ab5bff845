"""The words of the collection as they are written, beside the index, which holds their stems.

`withdrawa*` must find what says *withdrawal*, which stands in the index as `withdraw`: patterns are matched against
these forms and searched by their stems. The list may hold words of articles that have gone; that costs nothing but
its room.
"""

import zlib
from collections.abc import Iterable
from pathlib import Path

from index.analysis import fold
from index.storage import write_durably

_FILE = "forms.z"


def load(location: Path) -> list[str]:
    """All folded word forms, in order."""
    path = location / _FILE
    return zlib.decompress(path.read_bytes()).decode().split("\n") if path.exists() else []


def add(location: Path, tokens: Iterable[str]) -> None:
    """Add tokens as they stand in texts. To be called before the commit that makes their articles visible."""
    forms = load(location)
    both = set(forms).union(map(fold, tokens))
    if len(both) > len(forms):
        write_durably(location / _FILE, zlib.compress("\n".join(sorted(both)).encode(), level=1))
