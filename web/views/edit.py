"""Entities put right from the page, where it is served for that: only from this page itself, and one at a time."""

import hmac
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from index.corrections.corrections import CannotCorrect, Correction, correct, last_correction, undo
from index.corrections.user_aliases import BadAliases
from index.storage.files import ALIASES
from web.formatting.language import message
from web.links.parameters import words
from web.views.alike import pairs
from web.views.correcting import read
from web.views.pages import frame
from web.views.problems import Problem, finished, without_path

_MOST_PAIRS = 50
"""Of names that are merged at once: the page offers ten."""
_SHOWN = 50_000
"""Letters of the file that the page shows."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - compared with, not bound to


@dataclass(frozen=True, slots=True)
class Editing:
    """The route of corrections, to the index at a location. `host` is the one that is served.

    A page of another site can neither know the token nor be of this origin; nor can it take the name of this host,
    for only the one that is served, and this machine's own, are answered.
    """

    location: Path
    host: str = "127.0.0.1"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        edit = Blueprint("edit", __name__)
        edit.add_url_rule("/corrections", view_func=self.correct, methods=["POST"])
        edit.after_app_request(self.named)
        return edit

    @staticmethod
    def named(response: Response) -> Response:
        """Let a browser say of a form that it comes from this page; it tells other sites nothing."""
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def last(self) -> tuple[Correction, str] | None:
        """What can be taken back, and its mark; None where there is nothing, or the file cannot be read."""
        try:
            return last_correction(self.location)
        except (BadAliases, OSError):
            return None

    def written(self) -> str:
        """The file as it stands, or the beginning of a long one."""
        try:
            with (self.location / ALIASES).open(encoding="utf-8", errors="replace") as file:
                text = file.read(_SHOWN + 1)
        except OSError:
            return ""
        return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}\n…"

    def correct(self) -> BaseResponse:
        """Make a correction, or take the last one back, and return to where it was asked for."""
        self.check()
        kind, _, given = request.form.get("action", "").partition(":")
        if kind in ("find", "page"):
            return redirect(_again(request.form.get("prefix", ""), given), code=303)
        try:
            wanted = list(_wanted())
        except CannotCorrect:
            return redirect(_again(refused=True), code=303)
        try:
            if kind == "undo":
                undo(self.location, request.form.get("last"))
            self._make(wanted)
        except (CannotCorrect, BadAliases) as fault:
            return refused(without_path(fault, self.location))
        return redirect(back_address(), code=303)

    def _make(self, wanted: Sequence[Correction]) -> None:
        """All of them, or none."""
        for made, correction in enumerate(wanted):
            try:
                correct(self.location, correction)
            except (CannotCorrect, BadAliases):
                for _ in range(made):
                    undo(self.location)
                raise

    def check(self) -> None:
        """Refuse whatever does not come from this page itself."""
        host = urlsplit(request.host_url)
        named = (host.hostname or "") in {*_HERE, self.host} or self.host in _EVERYWHERE
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
        ours = origin == request.host_url.rstrip("/") and site in (None, "same-origin")
        if not (named and ours and hmac.compare_digest(request.form.get("token", "").encode(), self.token.encode())):
            abort(403, "Entities are put right from the page of this server alone; open it anew and try again.")


def refused(detail: str, back_says: str = message("Back to the names")) -> BaseResponse:
    """Why nothing was changed, and the way back to where it was asked for, which says where that is."""
    problem = Problem(HTTPStatus.BAD_REQUEST, detail)
    page = make_response(
        render_template("problem.html", problem=problem, back=back_address(), back_says=back_says, **frame(words("")))
    )
    return finished(page, problem.status)


def _wanted() -> Iterator[Correction]:
    """The corrections that the form asks for. Raises `CannotCorrect` where one of them makes no sense."""
    action = request.form.get("action", "")
    kind, _, given = action.partition(":")
    if kind == "undo":
        return
    if kind in ("pair", "pairs"):
        for each in pairs([given] if kind == "pair" else request.form.getlist("pair")[:_MOST_PAIRS]):
            yield read("merge", (each.name,), each.into)
        return
    yield read(action, _names(), request.form.get("to", ""))


def _names() -> list[str]:
    return [name.strip() for name in request.form.getlist("name") if name.strip()]


def _again(prefix: str | None = None, page: str = "", *, refused: bool = False) -> str:
    """Back to the form with what was ticked and typed: to find more names, or for what was refused to be mended."""
    there = urlsplit(back_address())
    replaced = {"name", "to", "action"} | ({"prefix", "page"} if prefix is not None else set())
    kept = [(name, value) for name, value in parse_qsl(there.query) if name not in replaced]
    told = [*(("name", name) for name in _names()), ("to", request.form.get("to", "").strip())]
    told += [("prefix", (prefix or "").strip()), ("page", page)]
    told += [("action", request.form.get("action", ""))] if refused else []
    query = urlencode([(name, value) for name, value in [*kept, *told] if value])
    # The field at fault is focused, which a fragment of the address would forbid.
    return urlunsplit(("", "", there.path, query, "" if refused else there.fragment))


def back_address() -> str:
    """Where to return to: an address of this page, whatever was sent."""
    home = f"{request.script_root}/"
    path = request.form.get("back", home)
    # Browsers read a backslash as a slash, and leave out tabs and line ends: what is left may name another host.
    plain = path.isprintable() and path.startswith(home) and not path.startswith(("//", "/\\"))
    return path if plain else home
