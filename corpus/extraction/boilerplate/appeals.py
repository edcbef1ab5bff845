"""Tell which lines are a site's own words to its readers: appeals to subscribe, to share, to log in.

No phrase decides. Words of some kinds, and the shape and place of a line, are evidence, of which several pieces are
needed; what tells of others' words, and what the article itself is about, is evidence against.
"""

from collections.abc import Iterator, Sequence

from corpus.extraction.boilerplate.evidence import Evidence, evidence
from corpus.extraction.boilerplate.vocabulary import folded
from corpus.extraction.text.lines import Line

_ENOUGH = 8
_ENOUGH_AROUND = 6
"""Of a line below the last running text, or beside one that goes."""
_TOPIC = 4
"""Points that a line lacks whose things the article itself speaks of,"""
_TOPIC_LINES = 2
"""in so many paragraphs."""
_LONGEST = 300


def appeals(lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of the lines that are a site's words to its readers."""
    found = {
        n: each
        for n, line in enumerate(lines)
        if len(line.text) <= _LONGEST and (each := evidence(line)).points >= _ENOUGH_AROUND
    }
    if not found:
        return
    last = max((n for n, line in enumerate(lines) if line.sentence and n not in found), default=-1)
    running = [folded(line.text) for n, line in enumerate(lines) if line.sentence and n not in found]
    sure = {n for n, each in found.items() if _left(each, running) >= _ENOUGH}
    yield from sure
    for number, each in found.items():
        around = number > last or not sure.isdisjoint((number - 1, number + 1))
        if number not in sure and around and not lines[number].ends and _left(each, running) >= _ENOUGH_AROUND:
            yield number


def _left(each: Evidence, running: Sequence[str]) -> int:
    """The points of a line, less where the article speaks of the same things and the line not of its site's own."""
    if each.own or not each.things:
        return each.points
    about = sum(any(thing in text for thing in each.things) for text in running)
    return each.points - (_TOPIC if about >= _TOPIC_LINES else 0)
