"""Where a query matches in a text: token positions of its words and phrases, found without Whoosh's highlighter."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from corpus.article import Span
from index.analysis.analyzer import Analysis, form_of
from index.arrays.types import OffsetArray
from index.segments.written_form import capitals_of
from search.query.tree import And, CombinedTerm, DisjunctionMax, Near, Node, Or, Phrase, Term, WordForm
from search.scoring.parameters import WEIGHTS

_PAIRS = 64
"""Pairs of words near each other that are looked for as such."""

Positions = Callable[[str], Sequence[int]]
"""The positions of a term in one text, ascending."""


@dataclass(frozen=True, slots=True)
class WantedTerms:
    """A word, or a phrase whose words stand in order, each at most `slop` places after the one before.

    With `forms`, each word in one of those that stand in the place of its term.
    """

    terms: tuple[str, ...]
    slop: int = 1
    forms: tuple[frozenset[str], ...] = ()


class MatchSpan(NamedTuple):
    """A match: tokens `first` to `last` of the text, and which of the wanted words it is."""

    first: int
    last: int
    wanted: int


def wanted_in(tree: Node, field: str) -> list[WantedTerms]:
    """The words and phrases that a query looks for in a field, without those that it refuses."""
    return list(dict.fromkeys(_walk(tree, field)))


def _walk(node: Node, field: str) -> Iterator[WantedTerms]:
    match node:
        case And() | Or() | DisjunctionMax():
            for clause in node.clauses:
                yield from _walk(clause, field)
        case CombinedTerm():
            if field in WEIGHTS:
                yield WantedTerms((node.text,))
        case WordForm():
            if field in WEIGHTS:
                yield WantedTerms((node.text,), forms=(frozenset(node.forms),))
        case Near() if node.field == field:
            yield from _near(node)
        case Phrase() if node.field == field:
            yield WantedTerms(node.terms, node.slop, tuple(frozenset((form,)) for form in node.forms))
        case Term() if node.field == field:
            yield WantedTerms((node.text,))


def _near(near: Near) -> Iterator[WantedTerms]:
    """The words of both clauses in order, and the other way round if they may be; each alone if those are too many."""
    first, second = (list(_walk(clause, near.field)) for clause in near.clauses)
    if len(first) * len(second) > _PAIRS:
        yield from [*first, *second]
        return
    for one, other in product(first, second):
        slop = max(near.distance, one.slop, other.slop)
        yield WantedTerms(one.terms + other.terms, slop)
        if not near.ordered:
            yield WantedTerms(other.terms + one.terms, slop)


def match_spans(wanted: Sequence[WantedTerms], positions: Positions) -> list[MatchSpan]:
    """The matches in a text, in its order."""
    found: list[MatchSpan] = []
    for number, each in enumerate(wanted):
        places = [positions(term) for term in each.terms]
        if len(places) == 1:
            found += [MatchSpan(place, place, number) for place in places[0]]
        elif all(places):
            found += [MatchSpan(first, last, number) for first, last in _runs(places, each.slop)]
    return sorted(found)


def in_their_forms(
    found: Sequence[MatchSpan], wanted: Sequence[WantedTerms], text: str, edges: Sequence[Span] | OffsetArray
) -> list[MatchSpan]:
    """The matches whose words stand in the forms that are wanted. `edges` are the offsets of the text's tokens."""
    if not any(each.forms for each in wanted):
        return list(found)
    return [span for span in found if _has_forms(span, wanted[span.wanted].forms, text, edges)]


def _has_forms(
    span: MatchSpan, forms: Sequence[frozenset[str]], text: str, edges: Sequence[Span] | OffsetArray
) -> bool:
    if not forms:
        return True
    tokens = [text[edges[position][0] : edges[position][1]] for position in range(span.first, span.last + 1)]
    return all(form_of(token) in each or capitals_of(token) in each for token, each in zip(tokens, forms, strict=False))


def _runs(places: Sequence[Sequence[int]], slop: int) -> list[Span]:
    """The shortest runs through all words in order: where each begins, and where it ends."""
    first, *others = places
    reached = [(place, place) for place in first]
    for stands in others:
        reached = list(_onward(reached, stands, slop))
    # Ends ascend: of several that one beginning leads to, the first is the nearest.
    return list({begin: (begin, end) for begin, end in reversed(reached)}.values())


def _onward(reached: Sequence[Span], stands: Sequence[int], slop: int) -> Iterator[Span]:
    """The runs that a further word goes on with. Each takes the nearest end before it, which began the latest, too."""
    ends = [end for _, end in reached]
    for place in stands:
        before = bisect_left(ends, place) - 1
        if before >= 0 and place - ends[before] <= slop:
            yield reached[before][0], place


def positions_in(analysis: Analysis) -> Positions:
    """The positions of terms in an analysed text."""
    where: dict[str, list[int]] = {}
    for position, term in enumerate(analysis.terms):
        where.setdefault(term, []).append(position)
    return lambda term: where.get(term, ())


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch or overlap made one."""
    if len(spans) <= 1:
        return tuple(spans)
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
