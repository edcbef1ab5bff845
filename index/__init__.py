"""Keep articles searchable: build an index, and keep it in step with folders.

What is exported here does not change without a note in the change log (docs/python.md).
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.errors import DatelineError, NothingToRead
    from corpus.refusal import Refusal
    from corpus.remark import Remark
    from index.ingest.building import build
    from index.ingest.summary import Summary
    from index.storage.location import NoIndex
    from index.storage.lock import IndexBusy

__all__ = ["DatelineError", "IndexBusy", "NoIndex", "NothingToRead", "Refusal", "Remark", "Summary", "build"]

_MODULES = {
    "DatelineError": "corpus.errors",
    "IndexBusy": "index.storage.lock",
    "NoIndex": "index.storage.location",
    "NothingToRead": "corpus.errors",
    "Refusal": "corpus.refusal",
    "Remark": "corpus.remark",
    "Summary": "index.ingest.summary",
    "build": "index.ingest.building",
}


def __getattr__(name: str) -> Any:
    """What is exported, imported when it is asked for: each part of the index is imported without the others."""
    if name in _MODULES:
        return getattr(import_module(_MODULES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
