"""Weigh how much an article is about a country, by where it is named and by what.

The weights and the share were chosen on Reuters, LGL and TR-News together, where many values near these do as well
(`bench/annotation.md`).
"""

from collections.abc import Mapping, Sequence

from corpus.article import Span
from corpus.enrichment.gazetteer.gazetteer import Atom, Rank
from corpus.enrichment.names.name_parsing import Name

MIN_SHARE = 0.25
"""A country is one that an article is about from this share of the weightiest country's weight."""

_KIND = {Rank.CITY: 0.5, Rank.TOWN: 0.2, Rank.PEOPLE: 0.85}
_INSIDE_NAME = 0.5
_IN_DATELINE = 3.0
_LEAD = 250
_NAMED_BEHIND_LEAD = 0.88
_BEHIND_LEAD = 0.5
"""Where a dateline says where a story is, what only stands behind its first sentences is background.

A country that is named there weighs more than one that only a city or a people stands for.
"""
_FURTHER = 0.2
_MOST_FURTHER = 4


def weigh(
    mentions: Mapping[str, Sequence[Atom]], organizations: Sequence[Name], dateline: Span, shift: int
) -> Sequence[str]:
    """The codes of the countries that an article is about, those of most weight first.

    A mention counts less by a city or a people than by name, and less inside an organization's name; in an article
    with a dateline a country counts less that neither title nor lead names. `shift` is where the article's text
    begins, after its title.
    """
    inside = set[int]().union(*(range(name.start, name.end) for name in organizations))
    whole = {(name.start, name.end) for name in organizations}
    weights: dict[str, float] = {}
    for code, atoms in mentions.items():
        single = [_single(atom, inside=atom.start in inside and (atom.start, atom.end) not in whole) for atom in atoms]
        weight = max(single) * (1 + _FURTHER * min(len(single) - 1, _MOST_FURTHER))
        dated = any(dateline[0] <= atom.start < dateline[1] for atom in atoms)
        background = dateline[0] < dateline[1] and all(atom.start > shift + _LEAD for atom in atoms)
        weights[code] = weight * (_background(atoms) if background else 1) + (_IN_DATELINE if dated else 0)
    least = MIN_SHARE * max(weights.values(), default=0)
    return sorted((code for code, weight in weights.items() if weight >= least), key=lambda code: -weights[code])


def _background(atoms: Sequence[Atom]) -> float:
    named = any(atom.entry and atom.entry.rank is Rank.COUNTRY for atom in atoms)
    return _NAMED_BEHIND_LEAD if named else _BEHIND_LEAD


def _single(atom: Atom, *, inside: bool) -> float:
    kind = _KIND.get(atom.entry.rank, 1.0) if atom.entry else 1.0
    return kind * (_INSIDE_NAME if inside else 1.0)
