"""The passages that the embedding table is fitted to: texts whose licence is clear, cut into windows of some words."""

from pathlib import Path

from train.records import FIRST_SET, rows

SOURCES = ("wikigold", "re3d", "uner_ewt", "ud_gum")
"""What is taken of the first training set, its texts alone: running text. Tweets are left out."""

WORDS = 60
"""Words of a passage."""

STEP = 40
"""Words from the beginning of one passage to that of the next."""


def passages(folder: Path) -> list[str]:
    """The passages, in the order of the file."""
    found: list[str] = []
    for record in rows(folder / FIRST_SET):
        if str(record["source"]).startswith(SOURCES):
            words = str(record["text"]).split()
            starts = range(0, max(1, len(words) - WORDS + STEP), STEP)
            found += [" ".join(words[start : start + WORDS]) for start in starts]
    return found
