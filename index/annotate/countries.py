"""The countries that an article is about."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from corpus.article import Country, Span
from index.annotate.scan import Scan

_TITLE_WEIGHT = 2
_NEAR = 200
_CLOSER = 3
_NO_COUNTRY = "-"


def countries_in(text: Scan, title: Scan, apart: list[Span]) -> tuple[Country, ...]:
    """The countries of an article with the number of their mentions, by weight, then by first appearance.

    A mention in the title weighs twice in the order. `apart` are the places of the text that name a person: what
    stands there names no country.
    """
    mentions: dict[str, int] = {}
    weights: dict[str, int] = {}
    for scan, weight, closed in ((title, _TITLE_WEIGHT, title.closed), (text, 1, [*apart, *text.closed])):
        for code in _codes(scan, closed):
            mentions[code] = mentions.get(code, 0) + 1
            weights[code] = weights.get(code, 0) + weight
    ordered = sorted(mentions, key=lambda code: -weights[code])
    return tuple(Country(code, mentions[code]) for code in ordered)


def _codes(scan: Scan, closed: list[Span]) -> Iterator[str]:
    inside = {place for start, end in closed for place in range(start, end)}
    votes: dict[str, Counter[str]] = {}
    for atom in scan.atoms:
        entry = atom.entry
        if entry is None or entry.code is None or atom.start in inside:
            continue
        if atom.text == "US" and scan.headlines.capitals(atom.start):
            continue
        readings = _readings().get(atom.text)
        if readings is None:
            yield entry.code
            continue
        if atom.text not in votes:
            votes[atom.text] = _votes(scan.text, readings)
        near = _votes(scan.text[max(0, atom.start - _NEAR) : atom.end + _NEAR], readings)
        code = max(readings, key=lambda code: _CLOSER * near[code] + votes[atom.text][code])
        if code != _NO_COUNTRY:
            yield code


def _votes(text: str, readings: dict[str, re.Pattern[str]]) -> Counter[str]:
    return Counter({code: len(cues.findall(text)) for code, cues in readings.items()})


@lru_cache(maxsize=1)
def _readings() -> dict[str, dict[str, re.Pattern[str]]]:
    table = tomllib.loads(files("index").joinpath("annotate/data/ambiguous.toml").read_text(encoding="utf-8"))
    return {
        name: {code: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cues))})(?!\w)") for code, cues in codes.items()}
        for name, codes in table.items()
    }
