"""How much is an article about a country? By where it is named, and by what.

The weights and the share were chosen on Reuters, LGL and TR-News together, where many values near these do as well
(`bench/annotation.md`).
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from corpus.article import Span
from index.annotate.gazetteer import Atom, Rank
from index.annotate.names import Name

MIN_SHARE = 0.25
"""A country is one that an article is about from this share of the weightiest country's weight."""

_KIND = {Rank.CITY: 0.5, Rank.PEOPLE: 0.7}
_INSIDE_NAME = 0.5
_IN_TITLE = 1.0
_IN_DATELINE = 4.0
_IN_OPENING = 1.0
_FURTHER = 0.1
_MOST_FURTHER = 4
_LONGEST = 240

_DATELINE = re.compile(
    r"\s*(?:[^\n]+\n\s*)?"
    r"(?P<place>[^\W\d_][\w .'/-]{1,40}(?:, [^\W\d_][\w .'-]{1,30})??)"
    r"(?P<day>, (?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?)(?:,? \d{4})?)?(?P<agency> \([^)\n]{2,24}\))? ?[-–—]{1,2} "
)


class Zones(NamedTuple):
    """Where the title ends, the dateline stands, and the first paragraph ends."""

    title: int
    dateline: Span
    opening: int


def weigh(
    mentions: Mapping[str, Sequence[Atom]], organizations: Sequence[Name], text: str, shift: int
) -> Sequence[str]:
    """The codes of the countries that an article is about, those of most weight first.

    A mention counts less by a city or a people than by name, and less inside an organization's name. `shift` is where
    the article's text begins, after its title.
    """
    inside = {place for name in organizations for place in range(name.start, name.end)}
    whole = {(name.start, name.end) for name in organizations}
    zones = zones_of(text, shift)
    weights: dict[str, float] = {}
    for code, atoms in mentions.items():
        single = [_single(atom, inside=atom.start in inside and (atom.start, atom.end) not in whole) for atom in atoms]
        weights[code] = _together(atoms, single, zones)
    least = MIN_SHARE * max(weights.values(), default=0)
    return sorted((code for code, weight in weights.items() if weight >= least), key=lambda code: -weights[code])


def zones_of(text: str, shift: int) -> Zones:
    """The zones of an article's title and text."""
    found = _DATELINE.match(text, shift, shift + _LONGEST)
    dateline = found.span("place") if found and _is_dateline(found) else (shift, shift)
    paragraph = text.find("\n\n", dateline[1] + 1)
    return Zones(shift, dateline, len(text) if paragraph < 0 else paragraph)


def _is_dateline(found: re.Match[str]) -> bool:
    return bool(found["day"] or found["agency"] or found["place"].partition(",")[0].isupper())


def _single(atom: Atom, *, inside: bool) -> float:
    kind = _KIND.get(atom.entry.rank, 1.0) if atom.entry else 1.0
    return kind * (_INSIDE_NAME if inside else 1.0)


def _together(atoms: Sequence[Atom], single: Sequence[float], zones: Zones) -> float:
    """The weight of one country's mentions: the weightiest, a little for each further one, and more for good places."""
    weight = max(single) * (1 + _FURTHER * min(len(single) - 1, _MOST_FURTHER))
    places = list(zip((atom.start for atom in atoms), single, strict=True))
    weight += _IN_TITLE * max((each for start, each in places if start < zones.title), default=0)
    begin, end = zones.dateline
    if any(begin <= start < end for start, _ in places):
        weight += _IN_DATELINE
    return weight + _IN_OPENING * max((each for start, each in places if end <= start < zones.opening), default=0)
