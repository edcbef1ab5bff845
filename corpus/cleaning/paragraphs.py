"""Which paragraphs do the lines of a text make."""

from collections.abc import Iterator, Sequence

from corpus.cleaning.lines import Line, line_of

_WRAP_LEAST = 40
"""In characters: nobody wraps narrower, and shorter lines are headings or verse."""
_WRAP_MOST = 120
_RAGGED = 0.7
"""A wrapped line fills at least this share of the longest."""


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
