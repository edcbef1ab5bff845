"""Tell which lines are a site's own words to its readers: appeals to subscribe, to share, to log in.

No phrase decides. Words of some kinds, and the shape and place of a line, are evidence, of which several pieces are
needed; what tells of others' words, and what the article itself is about, is evidence against.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.extraction.boilerplate.evidence import Evidence, evidence
from corpus.extraction.boilerplate.sign_words import signs_of
from corpus.extraction.boilerplate.vocabulary import BEGINNING, folded
from corpus.extraction.text.lines import Line

_ENOUGH = 8
_ENOUGH_AROUND = 6
"""Of a line below the last running text, or beside one that goes."""
_TOPIC = 4
"""Points that a line lacks whose things the article itself speaks of,"""
_TOPIC_LINES = 2
"""in so many paragraphs."""
_LONGEST = 220
_QUOTES = "\"'“”„«»().,:;"


def appeals(lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of the lines that are a site's words to its readers."""
    found = {
        n: each
        for n, line in enumerate(lines)
        if len(line.text) <= _LONGEST and (each := evidence(line.text)).points >= _ENOUGH_AROUND
    }
    if not found:
        return
    running = [n for n, line in enumerate(lines) if line.sentence and n not in found]
    last = running[-1] if running else -1
    topics = _topics(lines[n] for n in running)
    sure = {n for n, each in found.items() if _left(each, topics) >= _ENOUGH}
    yield from sure
    for number, each in found.items():
        around = number > last or not sure.isdisjoint((number - 1, number + 1))
        if number not in sure and around and not lines[number].ends and _left(each, topics) >= _ENOUGH_AROUND:
            yield number


def _topics(running: Iterable[Line]) -> Counter[str]:
    """In how many paragraphs each word stands, by its beginning; of what is written in signs, each thing of a site."""
    found: Counter[str] = Counter()
    for line in running:
        signs = signs_of(line.text)
        words = folded(line.text).split() if signs is None else signs.get("thing", ())
        found.update(set(map(_beginning, words)))
    return found


def _beginning(word: str) -> str:
    """By which the forms of a word are known: `app` and `apps`, `cookie,` and `cookies`."""
    return word.strip(_QUOTES).removesuffix("s")[:BEGINNING]


def _left(each: Evidence, topics: Mapping[str, int]) -> int:
    """The points of a line, less where the article speaks of the same things and the line not of its site's own."""
    about = max((topics.get(_beginning(thing), 0) for thing in each.things), default=0)
    return each.points - (_TOPIC if about >= _TOPIC_LINES and not each.own else 0)
