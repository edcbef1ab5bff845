"""Say what is wrong in a file that a user keeps beside the index, in as few lines as are read."""

from collections.abc import Sequence

_MOST = 5
"""Faults of one file that are told."""


def told(name: str, faults: Sequence[str]) -> list[str]:
    """The faults of a file, each with its name."""
    more = [f"{name} has {len(faults) - _MOST:,} more faults"] if len(faults) > _MOST else []
    return [*(f"{name}, {fault}" for fault in faults[:_MOST]), *more]
