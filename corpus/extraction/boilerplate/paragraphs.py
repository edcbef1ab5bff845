"""Join the lines of a text to the paragraphs that they make."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.extraction.text.lines import Line, line_of

_WRAP_LEAST = 40
"""In characters: nobody wraps narrower, and shorter lines are headings or verse."""
_WRAP_MOST = 120
_RAGGED = 0.7
"""A wrapped line fills at least this share of the longest."""
_MOST = 0.75
_SLACK = 4
"""No line of a short paragraph may be quite as long as lines can be."""
_LONGEST_WRAPPED = 200
"""Characters of a line that may end in a broken word."""
_BROKEN = re.compile(r"[^\W\d_]([^\W\d_])[-\u00ad¬]$")
_SURELY_WRAPPED = 3
"""So many lines that break off within a sentence because the next word was too long are no chance."""


def whole_words(lines: Sequence[Line]) -> list[Line]:
    """Words that are broken at the end of a line are made whole, on the line where they begin."""
    found: list[Line] = []
    for line in lines:
        head, _, rest = line.text.partition(" ")
        before = found[-1] if found and not line.opens and len(found[-1].text) <= _LONGEST_WRAPPED else None
        broken = _BROKEN.search(before.text[-3:]) if before else None
        if before is None or broken is None or not (head[0].islower() if broken[1].islower() else head.isupper()):
            found.append(line)
            continue
        found[-1] = line_of(before.text[:-1] + head, before.place, opens=before.opens)
        if rest:
            found.append(line_of(rest, line.place, opens=False))
    return found


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines that were surely wrapped are joined: in pieces, an article on a page would look like a menu of labels.

    A line was wrapped where the first word of the next had no room on it. What is short stays a line: titles, dates,
    the ends of paragraphs.
    """
    return [_joined(part) if len(part) > 1 else part[0] for block in _blocks(lines) for part in _full_lines(block)]


def paragraphs(lines: Sequence[Line]) -> list[Line]:
    """Hard-wrapped lines are joined; every other line is a paragraph of its own."""
    return [_joined(part) for block in _blocks(lines) for part in _unwrapped(block)]


def _joined(lines: Sequence[Line]) -> Line:
    return line_of(" ".join(line.text for line in lines), lines[0].place, opens=True)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.opens and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _full_lines(block: Sequence[Line]) -> Iterator[list[Line]]:
    widest = max(len(line.text) for line in block)
    breaks = [(line, _has_no_room(line, after, widest - _SLACK)) for line, after in pairwise(block)]
    broken = [full for line, full in breaks if not line.ends]
    if not _WRAP_LEAST <= widest <= _WRAP_MOST or not _SURELY_WRAPPED <= sum(broken) >= len(broken) * _MOST:
        yield from ([line] for line in block)
        return
    first = 0
    for number, (_, full) in enumerate(breaks, 1):
        if not full:
            yield list(block[first:number])
            first = number
    yield list(block[first:])


def _has_no_room(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line would make this one longer than a width."""
    return len(line.text) + 1 + len(following.text.partition(" ")[0]) > width


def _unwrapped(block: Sequence[Line]) -> Iterator[list[Line]]:
    """A block is wrapped where most of its lines are near the longest and break off within a sentence."""
    widest = max(len(line.text) for line in block)
    inner = block[:-1]
    full = sum(len(line.text) >= _RAGGED * widest for line in inner)
    broken = sum(not line.ends for line in inner)
    if not (inner and _WRAP_LEAST <= widest <= _WRAP_MOST and full * 4 >= len(inner) * 3 and broken * 2 > len(inner)):
        yield from ([line] for line in block)
        return
    paragraph: list[Line] = []
    for line in block:
        paragraph.append(line)
        if line.ends and len(line.text) < _RAGGED * widest:  # a short last line ends the paragraph
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph
