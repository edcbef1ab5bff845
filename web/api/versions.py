"""How a story changed, for programs: its versions, oldest first, each with what it has that another has not."""

from dataclasses import dataclass

from flask import Blueprint, Response, jsonify, request

from search.engine import Engine
from search.types.lineage import Against, Change, Lineage, Version
from search.types.request import MAX_PER_PAGE, BadRequest
from web.api.routes import Api
from web.api.values import Json, JsonObject
from web.links.addresses import VERSIONS, Addresses
from web.links.here import absolute
from web.links.paging import last_page
from web.links.parameters import PER_PAGE, Arguments, read_choice, read_number


@dataclass(frozen=True, slots=True)
class Versions:
    """The route of the versions of an article."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        versions = Blueprint("lineage", __name__)
        versions.add_url_rule(f"/api/articles/<article:article_id>{VERSIONS}", view_func=self.versions)
        return versions

    def versions(self, article_id: str) -> Response:
        """One page of versions; or the article whose id ends like this address, where that is meant."""
        whole = article_id + VERSIONS
        if request.args.get("versions") == "0" or (self.searcher.has(whole) and not self.searcher.has(article_id)):
            return Api(self.searcher).article(whole)
        return jsonify(lineage_json(read_lineage(self.searcher, article_id, request.args), absolute()))


def read_lineage(searcher: Engine, article_id: str, arguments: Arguments) -> Lineage:
    """The page of versions that a query string asks for. Raises `BadRequest`, and `NoSuchArticle`."""
    page, per_page = read_number(arguments, "page", 1), read_number(arguments, "per_page", PER_PAGE)
    if page < 1:
        raise BadRequest("page", f"page is {page}; pages are counted from 1")
    if not 1 <= per_page <= MAX_PER_PAGE:
        raise BadRequest("per_page", f"per_page is {per_page}; give a number from 1 to {MAX_PER_PAGE}")
    return searcher.lineage(article_id, read_choice(arguments, "against", Against.BEFORE), page, per_page)


def lineage_json(found: Lineage, addresses: Addresses) -> JsonObject:
    """A page of versions as JSON."""
    last = last_page(found.total, found.per_page)

    def page(number: int) -> str:
        return addresses.api_versions(found.article_id, found.against, number, found.per_page)

    return {
        "id": found.article_id,
        "total": found.total,
        "against": found.against,
        "page": found.page,
        "versions": [_version(each, addresses) for each in found.versions],
        "links": {
            "self": page(found.page),
            "next": page(found.page + 1) if found.page < last else None,
            "prev": page(min(found.page - 1, last)) if found.page > 1 else None,
            "article": addresses.api_article(found.article_id),
            "html": addresses.versions(found.article_id),
        },
    }


def _version(version: Version, addresses: Addresses) -> JsonObject:
    article, published = version.document.article, version.document.published
    return {
        "id": article.id,
        "place": version.place,
        "source": article.source,
        "published": published.iso,
        "published_basis": published.basis,
        "compared_with": version.compared_with,
        "added": version.added,
        "removed": version.removed,
        "title": [_change(each) for each in version.title],
        "text": [_change(each) for each in version.text],
        "links": {"self": addresses.api_article(article.id), "html": addresses.article(article.id)},
    }


def _change(change: Change) -> Json:
    return {"kind": change.kind, "text": change.text}
