"""Say what is wrong in the files that a user keeps beside the index, in as few lines as are read."""

from collections.abc import Sequence

from index.snapshots.snapshot import Snapshot
from index.storage.files import ALIASES, NOTES_FILE

_MOST = 5
"""Faults of one file that are told."""


def faults_of(snapshot: Snapshot) -> Sequence[str]:
    """The faults of the files of aliases and of notes, each with its line."""
    return [*_told(ALIASES, snapshot.aliases.faults), *_told(NOTES_FILE, snapshot.notes.faults)]


def _told(name: str, faults: Sequence[str]) -> list[str]:
    more = [f"{name} has {len(faults) - _MOST:,} more faults"] if len(faults) > _MOST else []
    return [*(f"{name}, {fault}" for fault in faults[:_MOST]), *more]
