"""Find runs of capitalised tokens, and runs that small words join."""

from collections.abc import Sequence

from corpus.enrichment.tagging.tokens import Tokens, hyphenated

Run = tuple[int, int]
"""The first and the last token, both included."""

JOINTS = frozenset(
    {"of", "the", "and", "for", "on", "&", "in", "to"}
    | {"de", "la", "las", "los", "del", "di", "da", "do", "dos", "du", "des", "le"}
    | {"der", "den", "van", "von", "zu", "y", "e", "bin", "ibn", "bint", "al", "el", "ul", "ter"}
)
"""Small words that stand inside names."""

_SIGNS = frozenset("-&.'")
_MOST_JOINTS = 2


def runs_of(tokens: Tokens, stretches: Sequence[range]) -> list[Run]:
    """The runs of capitalised tokens; hyphens, dots and ampersands may stand between, `Choi Yuk-lin` is one run."""
    found: list[Run] = []
    for stretch in stretches:
        index = stretch.start
        while index < stretch.stop:
            if tokens.words[index][0].isupper():
                last = _end(tokens, index, stretch.stop)
                found.append((index, last))
                index = last
            index += 1
    return found


def _end(tokens: Tokens, first: int, stop: int) -> int:
    words, last = tokens.words, first
    for at in range(first + 1, stop):
        if words[at][0].isupper() or (at == last + 2 and hyphenated(tokens, at)):
            last = at
        elif at != last + 1 or words[at] not in _SIGNS:
            break
    return last


def joined(tokens: Tokens, runs: Sequence[Run]) -> list[Run]:
    """The runs that small words join, as one each: `Ministry of Health`."""
    found: list[Run] = []
    begin = 0
    for place in range(len(runs)):
        if place + 1 < len(runs) and _joins(tokens, runs[place][1], runs[place + 1][0]):
            continue
        if place > begin:
            found.append((runs[begin][0], runs[place][1]))
        begin = place + 1
    return found


def _joins(tokens: Tokens, last: int, first: int) -> bool:
    if not 0 < first - last - 1 <= _MOST_JOINTS:
        return False
    return JOINTS.issuperset(tokens.words[last + 1 : first]) and not any(tokens.first[last + 1 : first + 1])
