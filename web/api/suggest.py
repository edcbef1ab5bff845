"""Completions of what is being typed: as JSON of ours, and in the form that browsers ask search engines for.

OpenSearch Suggestions 1.1: an array of the typed text, its completions, what to say of each, and the address of each.
"""

from dataclasses import dataclass

from flask import Blueprint, Response, current_app, jsonify, request

from search.engine import Engine
from search.query.limits import MAX_CHARACTERS
from search.suggest.completion import Completion, CompletionKind
from search.types.request import Facet, SearchRequest
from web.api.values import JsonObject
from web.formatting.wording import plural
from web.links.here import absolute
from web.links.parameters import words
from web.links.refine import only

_FACETS = {CompletionKind.ENTITY: Facet.ENTITY, CompletionKind.COUNTRY: Facet.COUNTRY}


@dataclass(frozen=True, slots=True)
class Suggest:
    """The routes of completions."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        suggest = Blueprint("suggest", __name__)
        suggest.add_url_rule("/api/suggest", view_func=self.suggest)
        suggest.add_url_rule("/suggest.json", view_func=self.for_browsers)
        return suggest

    def suggest(self) -> Response:
        """Completions with their kinds and counts, each with the address of its search."""
        typed = request.args.get("q", "")[:MAX_CHARACTERS]
        return jsonify({"q": typed, "suggestions": [_told(each) for each in self.searcher.completions(typed)]})

    def for_browsers(self) -> Response:
        """Completions as a browser's address bar takes them."""
        typed = request.args.get("q", "")[:MAX_CHARACTERS]
        found = self.searcher.completions(typed)
        told = [plural(each.count, "article", "articles") for each in found]
        addresses = [absolute().page(_search(each)) for each in found]
        body = current_app.json.dumps([typed, [each.text for each in found], told, addresses])
        return Response(body, mimetype="application/x-suggestions+json")


def _told(completion: Completion) -> JsonObject:
    return {
        "kind": completion.kind,
        "text": completion.text,
        "value": completion.value,
        **({"type": completion.type} if completion.kind is CompletionKind.ENTITY else {}),
        "count": completion.count,
        "url": absolute().api(_search(completion)),
        "html": absolute().page(_search(completion)),
    }


def _search(completion: Completion) -> SearchRequest:
    """The search for a completion: of a word, or of all articles that have a value."""
    facet = _FACETS.get(completion.kind)
    return words(completion.value) if facet is None else only(facet, completion.value)
