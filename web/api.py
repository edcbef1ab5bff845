"""The JSON endpoint: the same search, articles and facets as on the page, for programs."""

from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, jsonify, request

from search.request import Facet
from search.searcher import Searcher
from web.addresses import Addresses
from web.contract import Contract
from web.paging import continuation, last_page, next_page
from web.parameters import read_facet, read_search


@dataclass(frozen=True, slots=True)
class Api:
    """The routes below /api."""

    searcher: Searcher

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        api = Blueprint("api", __name__, url_prefix="/api")
        api.add_url_rule("/search", view_func=self.search)
        api.add_url_rule("/articles/<article:article_id>/similar", view_func=self.similar)
        api.add_url_rule("/articles/<article:article_id>", view_func=self.article)
        api.add_url_rule("/facets/<name>", view_func=self.facet)
        return api

    def search(self) -> Response:
        """A page of results; what comes next also as a `Link` header, by cursor where there is one."""
        result = self.searcher.search(read_search(request.args))
        response = jsonify(Contract(_here()).search(result))
        following = continuation(result) or next_page(result)
        return _linked(response, _here().api(following) if following else None)

    def article(self, article_id: str) -> Response:
        """One article; with `q`, also where it matches."""
        q = request.args.get("q", "").strip()
        return jsonify(Contract(_here()).article(self.searcher.article(article_id, q), q))

    def similar(self, article_id: str) -> Response:
        """The articles most like one."""
        return jsonify(Contract(_here()).similar(article_id, self.searcher.similar(article_id)))

    def facet(self, name: str) -> Response:
        """One page of all values of a facet."""
        if name not in set(Facet):
            abort(404)
        asked = read_facet(request.args)
        values, total = self.searcher.facet(asked.search, Facet(name), asked.prefix, asked.page, asked.per_page)
        more = replace(asked, page=asked.page + 1) if asked.page < last_page(total, asked.per_page) else None
        response = jsonify(Contract(_here()).facet_page(Facet(name), asked, values, total))
        return _linked(response, _here().api_facet(Facet(name), more) if more else None)


def _linked(response: Response, following: str | None) -> Response:
    """The answer, which names what comes next in a header, too."""
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def _here() -> Addresses:
    return Addresses(request.url_root.rstrip("/"))
