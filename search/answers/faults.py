"""Say what is wrong in the files that a user keeps beside the index."""

from collections.abc import Sequence

from index.corrections.faults import told
from index.snapshots.snapshot import Snapshot
from index.storage.files import ALIASES, NOTES_FILE


def faults_of(snapshot: Snapshot) -> Sequence[str]:
    """The faults of the files of aliases and of notes, each with its line."""
    return [*told(ALIASES, snapshot.aliases.faults), *told(NOTES_FILE, snapshot.notes.faults)]
