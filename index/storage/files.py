"""What stands in the folder of an index beside its segments and Whoosh's table of contents."""

from functools import lru_cache
from pathlib import Path

DESCRIPTION = "dateline.json"
"""Says that the folder is an index, and of what kind."""

COMMIT = "commit.arrays"
"""Names the segments that there are."""

LOCK = "dateline.lock"
MANIFEST = "manifest.json"
BOILERPLATE_SAMPLES = "boilerplate_samples.npz"
YEAR_CLASSIFIER = "year_classifier"
NEXT_YEAR_CLASSIFIER = "year_classifier.next"
"""A model that dates undated articles, while these are still being written."""

NOTES = (MANIFEST, BOILERPLATE_SAMPLES, YEAR_CLASSIFIER)
"""What a run remembers of the last one."""

ALIASES = "aliases.toml"
ALIASES_LOG = "aliases.log"
ALIASES_LOCK = "aliases.lock"

NOTES_FILE = "notes.toml"
NOTES_LOG = "notes.log"
NOTES_LOCK = "notes.lock"

_OF_FORMER_FORMATS = {"furniture.npz", "witnesses", "witnesses.next"}

MADE = frozenset(
    {DESCRIPTION, COMMIT, MANIFEST, BOILERPLATE_SAMPLES, YEAR_CLASSIFIER, NEXT_YEAR_CLASSIFIER} | _OF_FORMER_FORMATS
)
"""What can be made anew from the articles, and is removed when an index is."""

KEPT = frozenset({LOCK, ALIASES, ALIASES_LOG, ALIASES_LOCK, NOTES_FILE, NOTES_LOG, NOTES_LOCK})
"""What stays when an index is made anew: the lock, which the caller holds, and what the user wrote."""


@lru_cache(maxsize=256)
def path_of(location: Path, name: str) -> Path:
    """Where a file of an index is. Each request looks at four of them; a path takes longer to make than to look at."""
    return location / name
