"""What two texts have in common."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")


def scores(found: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words, as bags."""
    ours, theirs = Counter(words(found)), Counter(words(gold))
    common = (ours & theirs).total()
    precision, recall = common / max(ours.total(), 1), common / max(theirs.total(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.casefold())
