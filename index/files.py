"""What stands in the folder of an index beside Whoosh's own files."""

DESCRIPTION = "dateline.json"
"""Says that the folder is an index, and of what kind."""

LOCK = "dateline.lock"
MANIFEST = "manifest.json"
FURNITURE = "furniture.npz"
WITNESSES = "witnesses"
NEXT_WITNESSES = "witnesses.next"
"""A model that dates undated articles, while these are still being written."""

ALIASES = "aliases.toml"
ALIASES_LOG = "aliases.log"
ALIASES_LOCK = "aliases.lock"

MADE = frozenset({DESCRIPTION, MANIFEST, FURNITURE, WITNESSES, NEXT_WITNESSES})
"""What can be made anew from the articles."""

KEPT = frozenset({LOCK, ALIASES, ALIASES_LOG, ALIASES_LOCK})
"""What stays when an index is made anew: the lock, which the caller holds, and what the user wrote."""
