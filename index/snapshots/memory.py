"""Memory for arrays that live as long as one query.

glibc gives blocks of more than some hundred KiB back to the system as soon as they are freed, and each page of the next
one is fetched, and cleared, anew: for arrays of a number for each article that costs several times what is done with
them. Told to keep some, it hands the same pages out again. A common word is counted twice as fast so.
"""

import ctypes
import sys
from functools import cache

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENAS = -1, -3, -8
_KEPT = 1 << 26
_LARGEST_KEPT = 1 << 25
_FEW = 2
"""Threads share so many stores of memory: each keeps its own."""


@cache
def keep_freed() -> bool:
    """Let this process keep up to 64 MiB of freed memory twice; False where the C library cannot be told."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        told = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):
        return False
    return bool(told(_MMAP_THRESHOLD, _LARGEST_KEPT) and told(_TRIM_THRESHOLD, _KEPT) and told(_ARENAS, _FEW))
