"""The pages for people: a search, an article, all values of a facet."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from corpus.article import Entity, EntityType
from corpus.document import Document
from corpus.enrichment.aliases.country_names import country_name
from search.engine import Engine
from search.types.request import BadRequest, Facet, SearchRequest, Sort
from search.types.result import FacetValue
from web.formatting import citation
from web.links import refine
from web.links.addresses import Addresses, parameters
from web.links.here import language_by_name, languages, relative
from web.links.paging import last_page, near_pages, next_page, next_values, previous_page, previous_values
from web.links.parameters import (
    BOUNDS,
    PER_PAGE,
    FacetRequest,
    View,
    read_choice,
    read_facet,
    read_number,
    read_search,
    read_span,
    words,
)
from web.links.refine import on_page
from web.links.selection import chosen, name_of
from web.views.alike import LOOKED_AT, alike
from web.views.correcting import Correcting, correcting
from web.views.lines import lines_shown
from web.views.marking import NamedSpan
from web.views.neighbours import Neighbours, has_places, neighbours
from web.views.panels import names_by_type, panels, rows
from web.views.when import when, without_time
from web.views.where import Rows, where
from web.views.who import telling

DEFAULT_INDEX = Path(".dateline")
_EVERY_COUNTRY = 300
_CITATIONS = {
    "bibtex": (citation.bibtex, "application/x-bibtex", "bib"),
    "ris": (citation.ris, "application/x-research-info-systems", "ris"),
}

_SIMILAR = 5
"""Articles like the one that is read."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The routes of the pages. `examples` are searches to offer to whoever comes first.

    With `editing` names can be put right.
    """

    searcher: Engine
    examples: Sequence[str] = ()
    editing: bool = False

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        pages = Blueprint("pages", __name__)
        pages.add_url_rule("/", view_func=self.search)
        pages.add_url_rule("/articles/<article:article_id>", view_func=self.article)
        pages.add_url_rule("/facets/<name>", view_func=self.facet)
        return pages

    def search(self) -> str | BaseResponse:
        """A page of results beside their facets."""
        asked = refine.narrowing(read_search(request.args))
        if not self.searcher.count():
            return render_template("empty.html", index_option=_index_option(self.searcher.location), **frame(asked))
        if BOUNDS & request.args.keys():
            span = read_span(request.args)
            return redirect(relative().page(refine.in_time(asked, span) if span else asked))
        if read_choice(request.args, "view", View.ARTICLES) is View.LINES:
            return self._lines(asked)
        return render_template(
            "search.html",
            found=self._answer(asked, relative()),
            first_visit=refine.plainly(asked) == words(""),
            kept_without_time=kept_fields(without_time(asked)),
            everything=self.searcher.count(),
            examples=self.examples,
            sorts=[sort for sort in Sort if asked.q or sort in (Sort.NEWEST, Sort.OLDEST, asked.sort)],
            facet_request=FacetRequest(asked),
            root=request.url_root.rstrip("/"),
            **frame(asked),
        )

    def _lines(self, asked: SearchRequest) -> str:
        """A search as lines; the box for words stays with them."""
        around = frame(replace(on_page(asked, 1), per_page=PER_PAGE))
        shown = lines_shown(self.searcher, asked)
        return render_template("lines.html", **{**around, **shown, "kept": [*around["kept"], *shown["stays"]]})

    def _answer(self, asked: SearchRequest, here: Addresses) -> dict[str, object]:
        """What the page of a search shows of its result."""
        result = self.searcher.search(asked, whole=(Facet.COUNTRY,), folded=True, pairs=True)
        last = last_page(result.listed, asked.per_page)
        return {
            "result": result,
            "panels": panels(result, here),
            "bases": rows(Facet.BASIS, _in_order(result.facets[Facet.BASIS]), asked, here),
            "years": _span(result.facets[Facet.YEAR]),
            "index_option": _index_option(self.searcher.location),
            "when": when(result, here),
            "where": where(result.facets[Facet.COUNTRY], asked, here),
            "telling": telling(result.cooccurrence, asked, here),
            "following": next_page(result),
            "before": previous_page(result),
            "near": [] if asked.cursor else near_pages(min(asked.page, last), last),
        }

    def article(self, article_id: str) -> str | BaseResponse:
        """An article, with the matches of the search that it was found by, and on request its names."""
        asked, naming = refine.narrowing(read_search(request.args)), request.args.get("entities") == "1"
        marked = self.searcher.article(article_id, asked.q, aliases=asked.aliases, filters=asked.filters)
        document = marked.document
        if form := request.args.get("cite"):
            return _cited(document, form, f"{request.url_root.rstrip('/')}{Addresses().article(article_id)}")
        return render_template(
            "article.html",
            marked=marked,
            document=document,
            root=request.url_root.rstrip("/"),
            neighbours=self._neighbours(article_id, asked),
            naming=naming,
            at=read_number(request.args, "at", 0),
            similar=self.searcher.more_like_this(article_id)[:_SIMILAR],
            named=_named(document) if naming else (),
            other_naming=relative().article(article_id, asked, naming=not naming),
            citation=citation.plain(document),
            who=names_by_type(_without_countries(document)),
            correcting=correcting(request.args, [each.name for each in document.entities]) if self.editing else None,
            evidence=[
                each for each in document.published.evidence.split("; ") if each not in ("", document.published.iso)
            ],
            **frame(asked),
        )

    def _neighbours(self, article_id: str, asked: SearchRequest) -> Neighbours | None:
        if not has_places(asked):
            return None
        return neighbours(
            article_id,
            self.searcher.search(asked, folded=True),
            relative(),
            lambda beyond: self.searcher.search(beyond, folded=True),
        )

    def facet(self, name: str) -> str:
        """All values of a facet under a search, page by page."""
        if name not in set(Facet):
            abort(404)
        facet, read = Facet(name), read_facet(request.args)
        asked = replace(read, search=refine.narrowing(read.search))
        values, total = self.searcher.facet(asked.search, facet, asked.prefix, asked.page, asked.per_page)
        last = last_page(total, asked.per_page)
        return render_template(
            "facet.html",
            facet=facet,
            facet_request=asked,
            correcting=self._correcting(asked, values) if facet is Facet.ENTITY else None,
            rows=rows(facet, values, asked.search, relative()),
            types={each.label: each.type for each in values},
            faults=self.searcher.faults if facet is Facet.ENTITY else (),
            where=self._map(asked.search) if facet is Facet.COUNTRY and asked.page == 1 else None,
            total=total,
            last=last,
            following=next_values(asked, total),
            before=previous_values(asked, total),
            **frame(asked.search),
        )

    def _correcting(self, asked: FacetRequest, values: Sequence[FacetValue]) -> Correcting | None:
        """The form for putting names right; none where names are only to be chosen."""
        if not self.editing or request.args.get("edit") == "0":
            return None
        frequent, _ = self.searcher.facet(asked.search, Facet.ENTITY, asked.prefix, per_page=LOOKED_AT)
        return correcting(request.args, [each.label for each in values], alike(frequent))

    def _map(self, asked: SearchRequest) -> Rows:
        """The map of all countries, not of those of one page alone."""
        values, _ = self.searcher.facet(asked, Facet.COUNTRY, per_page=_EVERY_COUNTRY)
        return where(values, asked, relative(), most=None)


def _in_order(bases: Sequence[FacetValue]) -> list[FacetValue]:
    """Stated, inferred, undated."""
    return sorted(bases, key=lambda each: Facet.BASIS.field.choices.index(each.value))


def _span(years: Sequence[FacetValue]) -> str:
    """The first and the last year: `2004–2024`; nothing where none is known."""
    known = sorted(each.value for each in years if each.value.isdigit() and each.count)
    return "–".join(dict.fromkeys((known[0].lstrip("0"), known[-1].lstrip("0")))) if known else ""


def _index_option(location: Path | str) -> str:
    """What a command needs to name this index; nothing for the one that it takes by itself."""
    return "" if location == DEFAULT_INDEX else f" --index {shlex.quote(str(location))}"


def _without_countries(document: Document) -> list[Entity]:
    """The names of an article, but for its countries, which are listed as such."""
    countries = {country_name(each.code) for each in document.countries}
    return [each for each in document.entities if each.type is not EntityType.PLACE or each.name not in countries]


def _named(document: Document) -> list[NamedSpan]:
    return [
        NamedSpan(start, end, each.type, relative().page(refine.only(Facet.ENTITY, each.name)))
        for each in document.entities
        for start, end in each.mentions
    ]


def _cited(document: Document, form: str, address: str) -> Response:
    if form not in _CITATIONS:
        raise BadRequest(
            "cite", f"cite is {form[:40]!r}; write one of {', '.join(f'cite={each}' for each in _CITATIONS)}"
        )
    write, kind, ending = _CITATIONS[form]
    response = Response(write(document, address), content_type=f"{kind}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{citation.key(document)}.{ending}"'
    return response


def kept_fields(asked: SearchRequest) -> list[tuple[str, str]]:
    """What a form keeps of a search, for one more value to narrow it or to widen it."""
    return [*parameters(refine.plainly(on_page(asked, 1), fewest=1)), *_kept_language()]


def _kept_language() -> list[tuple[str, str]]:
    named = language_by_name()
    return [("lang", named)] if named else []


def frame(asked: SearchRequest) -> dict[str, Any]:
    """What every page shows of the search that it belongs to."""
    kept = kept_fields(asked)
    return {
        "asked": asked,
        "name": name_of(asked),
        "chosen": chosen(asked),
        "kept": [(name, value) for name, value in kept if name != "q"],
        "kept_with_q": kept,
        "kept_language": _kept_language(),
        "refine": refine,
        "addresses": relative(),
        "facets": Facet,
        "languages": languages(),
    }
