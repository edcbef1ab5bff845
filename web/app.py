"""The application, put together: what it is served with is passed in, and nothing is global."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from flask import Flask, Response
from flask.json.provider import DefaultJSONProvider
from flask.templating import DispatchingJinjaLoader
from jinja2 import Environment, StrictUndefined
from werkzeug.routing import BaseConverter

from corpus.compact_json import compact_json
from index.segments.article_key import article_key
from search.engine import Engine
from web.api import opensearch
from web.api.concordance import Lines
from web.api.counts import Counts
from web.api.exports import Exports
from web.api.feed import Feed, iri, moment, permanent_id, xml_text
from web.api.networks import Networks
from web.api.routes import Api
from web.api.suggest import Suggest
from web.api.trend import Trends
from web.api.versions import Versions
from web.formatting import language
from web.formatting.dates import date_in_words, date_with_basis, month_label, utc
from web.formatting.facet_words import facet_words
from web.formatting.wording import followable, lang, language_tag
from web.http import assets
from web.http.access import Access, Names
from web.http.access_log import AccessLog
from web.http.compression import packed
from web.http.headers import Freshness, secure, shared
from web.http.health import Health
from web.http.metrics import Metrics
from web.links.here import language_asked
from web.views import problems
from web.views.compare import Compare
from web.views.cooccurrence import Insight
from web.views.edit import Editing
from web.views.marking import mark, paragraphs
from web.views.noting import NotesOfUser
from web.views.pages import Pages
from web.views.reading_list import ReadingList
from web.views.versions import Lineages, edited

_INDENT = re.compile(r"\n\s+")
_SUGGESTIONS = "/api/suggest"
_FILTERS = {
    "article_key": article_key,
    "country_name": language.country,
    "date_in_words": date_in_words,
    "date_with_basis": date_with_basis,
    "edited": edited,
    "followable": followable,
    "iri": iri,
    "lang": lang,
    "language_tag": language_tag,
    "mark": mark,
    "moment": moment,
    "month_label": month_label,
    "number": language.grouped,
    "tell": language.tell,
    "utc": utc,
    "paragraphs": paragraphs,
    "percent": language.percent,
    "permanent_id": permanent_id,
    "xml_text": xml_text,
}


class _App(Flask):
    """Calls functions as they are: Flask looks at each of a dozen, at each request, whether it is a coroutine."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """What can be called; none of ours is a coroutine."""
        return func


class _Json(DefaultJSONProvider):
    """The contract's order of names, and letters as they are."""

    sort_keys = False
    ensure_ascii = False

    def response(self, *args: Any, **kwargs: Any) -> Response:
        """An answer of plain values."""
        body = compact_json(self._prepare_response_obj(args, kwargs)) + b"\n"
        return Response(body, mimetype=self.mimetype)


class _ArticleId(BaseConverter):
    """Any id at all: it may hold slashes, line ends, whatever a file's name can."""

    regex = "(?s:.+)"
    part_isolating = False


def create_app(
    searcher: Engine,
    *,
    examples: Sequence[str] = (),
    editing: Editing | None = None,
    origin: str | None = None,
    access: Access | None = None,
    log_queries: bool = False,
    processes: int = 1,
) -> Flask:
    """The application that shows a searcher's index; `examples` are searches to offer on the first visit.

    With `editing` the page puts entities right. Pages of `origin` (`*`: of any) may read the endpoint. What `access`
    asks for is asked of every request. So many `processes`, forked of this one, may serve it.
    """
    app = _App(__name__)
    AccessLog(log_queries).register(app)
    metrics = Metrics(searcher, processes)
    metrics.register(app)
    (access or Access(Names(editing.host) if editing else None)).register(app)
    app.json = _Json(app)
    app.url_map.merge_slashes = False
    app.url_map.converters["article"] = _ArticleId
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = assets.A_YEAR
    _prepare_templates(app)
    app.before_request(lambda: language.speak(language_asked()))
    app.teardown_request(lambda _: language.speak(language.DEFAULT))
    _add_parts(app, searcher, examples, editing)
    problems.register(app, searcher.location)
    metrics.cover(app)
    Freshness(searcher, language.spoken).register(app)
    app.after_request(secure)
    app.after_request(packed)
    if origin:
        app.after_request(lambda response: shared(response, origin))
    return app


def _add_parts(app: Flask, searcher: Engine, examples: Sequence[str], editing: Editing | None) -> None:
    """The routes, and what their templates know of each other."""
    files = assets.assets(Path(app.static_folder or ""))
    for part in (
        Pages(searcher, examples, editing=editing is not None),
        Api(searcher),
        Suggest(searcher),
        Insight(searcher),
        Compare(searcher),
        Exports(searcher),
        Networks(searcher),
        ReadingList(searcher),
        Counts(searcher),
        Feed(searcher),
        Lines(searcher),
        Trends(searcher),
        Versions(searcher),
        Lineages(searcher),
        Health(searcher),
    ):
        app.register_blueprint(part.blueprint())
    app.register_blueprint(opensearch.blueprint())
    app.register_blueprint(assets.blueprint(files))
    app.jinja_env.globals["assets"] = {name: each.address for name, each in files.items()}
    app.jinja_env.globals["editing"] = editing
    app.jinja_env.globals["notes"] = notes = NotesOfUser(searcher, editing) if editing else None
    if editing and notes:
        app.register_blueprint(editing.blueprint())
        app.register_blueprint(notes.blueprint())
    offered = any(rule.rule == _SUGGESTIONS for rule in app.url_map.iter_rules())
    app.jinja_env.globals["suggest"] = _SUGGESTIONS if offered else None


class _Templates(DispatchingJinjaLoader):
    """Templates without the white space that indents them: a fifth of a page."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The template's text."""
        text, name, fresh = super().get_source(environment, template)
        return _INDENT.sub("\n", text), name, fresh


def _prepare_templates(app: Flask) -> None:
    templates = app.jinja_env
    templates.loader = _Templates(app)
    templates.trim_blocks = templates.lstrip_blocks = True
    templates.undefined = StrictUndefined
    templates.filters |= _FILTERS
    templates.globals |= {"_": language.say, "ngettext": language.count, "speech": language, "facet_words": facet_words}
