"""A reading list: articles that an address names, wherever they were ticked."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from index.segments.article_key import article_key
from search.engine import Engine
from search.types.request import SearchRequest, Sort
from web.links.here import relative
from web.links.parameters import read_keys, words
from web.views.pages import frame


@dataclass(frozen=True, slots=True)
class ReadingList:
    """The route of the list."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        listed = Blueprint("reading_list", __name__)
        listed.add_url_rule("/list", view_func=self.page)
        return listed

    def page(self) -> str | BaseResponse:
        """The list; where a form sent its articles one by one, the address that it is to be kept and sent by."""
        keys = read_keys(request.args)
        if "id" in request.args or (request.args.getlist("articles") or [""]) != ["".join(keys)]:
            return redirect(relative().reading_list(keys))
        documents = self.searcher.articles(keys)
        found = tuple(article_key(each.article.id) for each in documents)
        ids = [each.article.id for each in documents]
        return render_template(
            "list.html",
            documents=documents,
            missing=len(keys) - len(documents),
            these=SearchRequest(articles=found, sort=Sort.NEWEST),
            similar=self.searcher.more_like_this(*ids) if ids else (),
            root=request.url_root.rstrip("/"),
            **frame(words("")),
        )
