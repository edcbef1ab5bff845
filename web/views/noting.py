"""Tags and notes of articles, where the page is served for editing: the same care as for names that are put right."""

from dataclasses import dataclass

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from index.corrections.noting import BadFile, CannotChange, Noting, last_noted, note, tags_of, undo_note
from search.engine import Engine
from web.formatting.language import message
from web.links.parameters import read_keys
from web.views.edit import Editing, back_address, refused
from web.views.problems import without_path


@dataclass(frozen=True, slots=True)
class NotesOfUser:
    """The route of notes."""

    searcher: Engine
    editing: Editing

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        noting = Blueprint("noting", __name__)
        noting.add_url_rule("/notes", view_func=self.write, methods=["POST"])
        return noting

    def last(self) -> tuple[str, str] | None:
        """What can be taken back, and its mark; None where there is nothing, or the file cannot be read."""
        try:
            return last_noted(self.editing.location)
        except (BadFile, OSError):
            return None

    def write(self) -> BaseResponse:
        """Note something of the articles that the form names, or take the last note back."""
        self.editing.check()
        try:
            if request.form.get("action") == "undo":
                undo_note(self.editing.location, request.form.get("last"))
            else:
                note(self.editing.location, self._wanted())
        except (CannotChange, BadFile) as fault:
            return refused(without_path(fault, self.editing.location), message("Back to the article"))
        return redirect(back_address(), code=303)

    def _wanted(self) -> Noting:
        articles = tuple(each.article.id for each in self.searcher.articles(read_keys(request.form)))
        if not articles:
            abort(404)
        text = request.form.get("note", "").replace("\r\n", "\n")
        return Noting(request.form.get("action", ""), articles, tags_of(request.form.get("tags", "")), text)
