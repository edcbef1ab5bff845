"""The names of a result that stand together, as a graph that Gephi, networkx, igraph or R opens, and as a table.

GraphML (http://graphml.graphdrawing.org/) and GEXF 1.2 (http://gexf.net/). A node is a name, with its type and in how
many articles it stands, here and in all; an edge says how many articles have both.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from flask import Blueprint, Response, request
from lxml import etree  # type: ignore[import-untyped]
from lxml.builder import ElementMaker  # type: ignore[import-untyped]

from search.engine import Engine
from search.types.request import SearchRequest
from search.types.result import Cooccurrence, Named
from web.api.feed import xml_text
from web.api.tables import BYTE_ORDER_MARK, CSV, csv_line, file_name, streamed
from web.links.parameters import read_choice, read_flag, read_search
from web.links.selection import name_of

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://www.gexf.net/1.2draft"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OF_NODES = {"label": "string", "type": "string", "count": "int", "total": "int"}
_OF_EDGES = {"weight": "int"}
_COLUMNS = ("one", "one_type", "one_count", "other", "other_type", "other_count", "count")


class Names(StrEnum):
    """Which names of a result are looked at."""

    FREQUENT = "frequent"
    TELLING = "telling"


@dataclass(frozen=True, slots=True)
class Networks:
    """The routes of the graph; they take the parameters of a search, and `names`."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        networks = Blueprint("networks", __name__)
        networks.add_url_rule("/export.graphml", view_func=self.graphml)
        networks.add_url_rule("/export.gexf", view_func=self.gexf)
        networks.add_url_rule("/export.pairs.csv", view_func=self.pairs)
        return networks

    def graphml(self) -> Response:
        """The graph as GraphML."""
        return self._as_file(graphml, "application/graphml+xml", "graphml")

    def gexf(self) -> Response:
        """The graph as GEXF."""
        return self._as_file(gexf, "application/gexf+xml", "gexf")

    def pairs(self) -> Response:
        """The pairs as a table; `bom=1` tells spreadsheets that it is UTF-8."""
        search, found = self._found()
        mark = [BYTE_ORDER_MARK] if read_flag(request.args, "bom") is True else []
        return streamed(itertools.chain(mark, _lines(found)), CSV, f"{file_name('pairs', search)}.csv")

    def _as_file(self, written: Callable[[Cooccurrence, str], bytes], kind: str, ending: str) -> Response:
        search, found = self._found()
        response = Response(written(found, name_of(search)), content_type=f"{kind}; charset=utf-8")
        name = f"{file_name('names', search)}.{ending}"
        response.headers.set("Content-Disposition", "attachment", filename=name)
        return response

    def _found(self) -> tuple[SearchRequest, Cooccurrence]:
        search = read_search(request.args)
        telling = read_choice(request.args, "names", Names.FREQUENT) is Names.TELLING
        return search, self.searcher.cooccurrence(search, telling=telling)


def graphml(found: Cooccurrence, described: str) -> bytes:
    """Names and pairs as a document of GraphML; `described` says what they are of."""
    make = ElementMaker(namespace=_GRAPHML, nsmap={None: _GRAPHML, "xsi": _XSI})
    root = make.graphml({f"{{{_XSI}}}schemaLocation": f"{_GRAPHML} {_GRAPHML}/1.0/graphml.xsd"})
    root.append(make.desc(xml_text(described)))
    for kind, attributes in (("node", _OF_NODES), ("edge", _OF_EDGES)):
        for name, values in attributes.items():
            root.append(make.key({"id": name, "for": kind, "attr.name": name, "attr.type": values}))
    graph = make.graph(id="names", edgedefault="undirected")
    places = {each.name: f"n{place}" for place, each in enumerate(found.names)}
    for each in found.names:
        told = (make.data(value, key=name) for name, value in _told(each).items())
        graph.append(make.node(*told, id=places[each.name]))
    for pair in found.pairs:
        weight = make.data(str(pair.count), key="weight")
        graph.append(make.edge(weight, source=places[pair.one], target=places[pair.other]))
    root.append(graph)
    return _written(root)


def gexf(found: Cooccurrence, described: str) -> bytes:
    """The same as a document of GEXF."""
    make = ElementMaker(namespace=_GEXF, nsmap={None: _GEXF})
    root = make.gexf(version="1.2")
    root.append(make.meta(make.creator("Dateline"), make.description(xml_text(described))))
    graph = make.graph(defaultedgetype="undirected", mode="static")
    kinds = {name: "integer" if kind == "int" else kind for name, kind in _OF_NODES.items() if name != "label"}
    listed = (make.attribute(id=name, title=name, type=kind) for name, kind in kinds.items())
    graph.append(make.attributes(*listed, {"class": "node"}))
    places = {each.name: f"n{place}" for place, each in enumerate(found.names)}
    nodes, edges = make.nodes(), make.edges()
    for each in found.names:
        told = _told(each)
        values = (make.attvalue({"for": name, "value": told[name]}) for name in kinds)
        nodes.append(make.node(make.attvalues(*values), id=places[each.name], label=told["label"]))
    for place, pair in enumerate(found.pairs):
        ends = {"source": places[pair.one], "target": places[pair.other]}
        edges.append(make.edge(id=f"e{place}", weight=str(pair.count), **ends))
    graph.extend((nodes, edges))
    root.append(graph)
    return _written(root)


def _told(each: Named) -> dict[str, str]:
    """What is said of a name, by the attributes of nodes."""
    kind = each.type or ""
    return {"label": xml_text(each.name), "type": kind, "count": str(each.count), "total": str(each.total)}


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _lines(found: Cooccurrence) -> Iterator[str]:
    names = {each.name: each for each in found.names}
    yield csv_line(_COLUMNS)
    for pair in found.pairs:
        ends = ([each.name, each.type or "", str(each.count)] for each in (names[pair.one], names[pair.other]))
        yield csv_line([*itertools.chain(*ends), str(pair.count)])
