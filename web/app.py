"""The application, put together: what it is served with is passed in, and nothing is global."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from flask import Flask
from flask.json.provider import DefaultJSONProvider
from jinja2 import StrictUndefined
from werkzeug.routing import BaseConverter

from index.countries import country_name
from search.searcher import Searcher
from web import problems
from web.api import Api
from web.dates import date_in_words, date_with_basis
from web.exports import Exports
from web.feed import Feed, moment, xml_text
from web.headers import Freshness, secure
from web.health import Health
from web.insight import Insight
from web.marking import mark, paragraphs
from web.pages import Pages
from web.suggest import Suggest
from web.wording import followable, lang, number, plural

_A_YEAR = 365 * 24 * 3600
_FILTERS = {
    "country_name": country_name,
    "date_in_words": date_in_words,
    "date_with_basis": date_with_basis,
    "followable": followable,
    "lang": lang,
    "mark": mark,
    "moment": moment,
    "number": number,
    "paragraphs": paragraphs,
    "plural": plural,
    "xml_text": xml_text,
}


class _Json(DefaultJSONProvider):
    """The contract's order of names, and letters as they are."""

    sort_keys = False
    ensure_ascii = False


class _ArticleId(BaseConverter):
    """Any id at all: it may hold slashes, line ends, whatever a file's name can."""

    regex = "(?s:.+)"
    part_isolating = False


def create_app(searcher: Searcher, *, examples: Sequence[str] = ()) -> Flask:
    """The application that shows a searcher's index; `examples` are searches to offer on the first visit."""
    app = Flask(__name__)
    app.json = _Json(app)
    app.url_map.merge_slashes = False
    app.url_map.converters["article"] = _ArticleId
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = _A_YEAR
    _prepare_templates(app)
    for part in (
        Pages(searcher, examples),
        Api(searcher),
        Suggest(searcher),
        Insight(searcher),
        Exports(searcher),
        Feed(searcher),
        Health(searcher),
    ):
        app.register_blueprint(part.blueprint())
    problems.register(app)
    Freshness(searcher).register(app)
    app.after_request(secure)
    return app


def _prepare_templates(app: Flask) -> None:
    templates = app.jinja_env
    templates.trim_blocks = templates.lstrip_blocks = True
    templates.undefined = StrictUndefined
    templates.filters |= _FILTERS
    # The stylesheet may be kept for a year because its address changes with it.
    templates.globals["style_version"] = _digest(Path(app.static_folder or "") / "dateline.css")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
