"""Searching from the browser's address bar: what OpenSearch 1.1 wants to know of this server."""

from flask import Blueprint, Response, render_template

from web.links.here import absolute


def blueprint() -> Blueprint:
    """The route, to be registered with an application."""
    opensearch = Blueprint("opensearch", __name__)
    opensearch.add_url_rule("/opensearch.xml", view_func=_description)
    return opensearch


def _description() -> Response:
    """Where to search and where to ask for suggestions."""
    told = render_template("opensearch.xml", addresses=absolute())
    return Response(told, content_type="application/opensearchdescription+xml; charset=utf-8")
