"""The JSON endpoint: the same search, articles and facets as on the page, for programs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import Blueprint, Response, abort, jsonify, request

from index.segments.article_key import article_key
from search.engine import Engine, NoSuchArticle
from search.types.request import Facet
from web.api.contract import Contract
from web.links.addresses import SIMILAR
from web.links.here import absolute
from web.links.paging import continuation, next_page, next_values, previous_page, previous_values
from web.links.parameters import read_facet, read_keys, read_search, words


@dataclass(frozen=True, slots=True)
class Api:
    """The routes below /api."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        api = Blueprint("api", __name__, url_prefix="/api")
        api.add_url_rule("/search", view_func=self.search)
        api.add_url_rule(SIMILAR, view_func=self.similar_to)
        api.add_url_rule(f"/articles/<article:article_id>{SIMILAR}", view_func=self.similar)
        api.add_url_rule("/articles/<article:article_id>", view_func=self.article)
        api.add_url_rule("/facets/<name>", view_func=self.facet)
        return api

    def search(self) -> Response:
        """A page of results; what comes next also as a `Link` header, by cursor where there is one."""
        result = self.searcher.search(read_search(request.args))
        response = jsonify(Contract(absolute()).search(result))
        following, before = continuation(result) or next_page(result), previous_page(result)
        pages = {"next": following, "prev": before}
        return _linked(response, {each: absolute().api(page) for each, page in pages.items() if page})

    def article(self, article_id: str) -> Response:
        """One article; with `q` or filters, also where it matches."""
        asked = read_search(request.args)
        marked = self.searcher.article(article_id, asked.q, aliases=asked.aliases, filters=asked.filters)
        return jsonify(Contract(absolute()).article(marked, replace(words(asked.q), filters=asked.filters)))

    def similar(self, article_id: str) -> Response:
        """The articles most like one; or the article whose id ends like this address, where that is meant."""
        whole = article_id + SIMILAR
        if request.args.get("similar") == "0" or (self.searcher.has(whole) and not self.searcher.has(article_id)):
            return self.article(whole)
        return jsonify(Contract(absolute()).similar(article_id, self.searcher.more_like_this(article_id)))

    def similar_to(self) -> Response:
        """The articles most like those that `articles` and `id` name, taken together."""
        asked = read_keys(request.args)
        ids = [each.article.id for each in self.searcher.articles(asked)]
        if asked and not ids:
            raise NoSuchArticle("no article of these is in the index; search for them from the start page")
        found = self.searcher.more_like_this(*ids) if ids else []
        return jsonify(Contract(absolute()).similar_to(list(map(article_key, ids)), found))

    def facet(self, name: str) -> Response:
        """One page of all values of a facet."""
        if name not in set(Facet):
            abort(404)
        asked = read_facet(request.args)
        values, total = self.searcher.facet(asked.search, Facet(name), asked.prefix, asked.page, asked.per_page)
        response = jsonify(Contract(absolute()).facet_page(Facet(name), asked, values, total))
        pages = {"next": next_values(asked, total), "prev": previous_values(asked, total)}
        return _linked(
            response, {each: absolute().api_facet(Facet(name), page) for each, page in pages.items() if page}
        )


def _linked(response: Response, there: Mapping[str, str]) -> Response:
    """The answer, which names what comes next, and what came before, in a header, too."""
    if there:
        response.headers["Link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in there.items())
    return response
