"""Serve style and script, each joined from its parts, at addresses that change with what they hold."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, request

A_YEAR = 365 * 24 * 3600
"""Seconds."""
_RESULTS = ("base", "layout", "results_line", "facets", "pictures", "results", "tray", "narrow", "print")
"""The style of a result page, which comes first and must be small."""
_OTHERS = (*_RESULTS[:2], "plain", *_RESULTS[2:-2], "editing", "article", "list", *_RESULTS[-2:])
"""That of all other pages: the same, with what only they have."""
_DESK = ("lines", "compare", "versions")
"""Of pages that work with a result: no other page loads them."""

_SCRIPT = ("dom", "updates", "suggestions", "facet_search", "range", "pictures", "reading", "keys", "sharing")
_KINDS = {".css": "text/css", ".js": "text/javascript"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that every page asks for. `address` names its content, so that browsers may keep it for a year."""

    name: str
    content: str

    @property
    def address(self) -> str:
        """Its address with a digest of what it holds."""
        return f"/static/{self.name}?v={hashlib.sha256(self.content.encode()).hexdigest()[:12]}"


def assets(folder: Path) -> dict[str, Asset]:
    """The assets by name, from the folder of static files. Later parts build on earlier ones."""
    joined = {
        "dateline.css": [folder / "style" / f"{part}.css" for part in _RESULTS],
        "pages.css": [folder / "style" / f"{part}.css" for part in _OTHERS],
        "desk.css": [folder / "style" / f"{part}.css" for part in _DESK],
        "dateline.js": [folder / "script" / f"{part}.js" for part in _SCRIPT],
        "shade.js": [folder / "shade.js"],
        "tray.js": [folder / "tray.js"],
        "saved.js": [folder / "saved.js"],
    }
    return {name: Asset(name, "\n".join(_read(part) for part in parts)) for name, parts in joined.items()}


def blueprint(known: dict[str, Asset]) -> Blueprint:
    """Their addresses."""
    served = Blueprint("assets", __name__)

    def asset(name: str) -> Response:
        response = Response(known[name].content, mimetype=_KINDS[Path(name).suffix])
        response.cache_control.public = True
        response.cache_control.max_age = A_YEAR
        response.add_etag()
        response.make_conditional(request)
        return response

    for name in known:
        served.add_url_rule(f"/static/{name}", view_func=asset, defaults={"name": name})
    return served


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
