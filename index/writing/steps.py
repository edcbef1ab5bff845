"""Name the steps of writing an index."""

from enum import StrEnum


class Step(StrEnum):
    """What a run is doing, in words for whoever waits."""

    REPEATS = "looking for what publications repeat"
    ARTICLES = "reading articles"
    WRITING = "writing the index"
    COPIES = "looking for near-duplicates"
    NAMES = "settling names"
    LEARNING = "learning when things happened from the dated articles"
    DATING = "dating the undated articles"
