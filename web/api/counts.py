"""What a result is counted by, as a table: the values of its facets."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, request

from search.engine import Engine
from search.types.request import BadRequest, Facet
from search.types.result import FacetValue
from web.api.tables import BYTE_ORDER_MARK, CSV, csv_line, file_name, streamed
from web.links.parameters import Arguments, read_flag, read_search

_OF_FACETS = ("facet", "value", "label", "type", "count", "inferred")


@dataclass(frozen=True, slots=True)
class Counts:
    """The route of the table; it takes the parameters of a search."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        counts = Blueprint("counts", __name__)
        counts.add_url_rule("/export.facets.csv", view_func=self.facets)
        return counts

    def facets(self) -> Response:
        """Every value of each `facet` that is named, of all where none is."""
        search, wanted = read_search(request.args), read_facets(request.args)
        found = ((facet, each) for facet in wanted for each in self.searcher.facet_values(search, facet))
        return self._table(_facet_lines(found), f"{file_name('facets', search)}.csv")

    @staticmethod
    def _table(lines: Iterator[str], name: str) -> Response:
        # What fails is answered as a problem, if it fails before the second line.
        begun = list(itertools.islice(lines, 2))
        mark = [BYTE_ORDER_MARK] if read_flag(request.args, "bom") is True else []
        return streamed(itertools.chain(mark, begun, lines), CSV, name)


def read_facets(arguments: Arguments) -> Sequence[Facet]:
    """The facets that are asked for, each once; all of them where none is. Raises `BadRequest`."""
    given = [each for each in (value.strip().lower() for value in arguments.getlist("facet")) if each]
    for each in given:
        if each not in set(Facet):
            raise BadRequest(
                "facet", f"facet is {each[:40]!r}; write one of {', '.join(f'facet={one}' for one in Facet)}"
            )
    return [Facet(each) for each in dict.fromkeys(given)] or list(Facet)


def _facet_lines(found: Iterable[tuple[Facet, FacetValue]]) -> Iterator[str]:
    yield csv_line(_OF_FACETS)
    for facet, each in found:
        yield csv_line([facet, each.value, each.label, each.type or "", str(each.count), str(each.inferred)])
