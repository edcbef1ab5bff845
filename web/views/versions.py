"""How a story changed, for people: its versions, oldest first, what each adds underlined, what it lacks struck out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request
from markupsafe import Markup

from search.engine import Engine
from search.types.lineage import Against, Change, Kind
from web.api.versions import read_lineage
from web.formatting.language import count, message
from web.links.here import relative
from web.links.paging import last_page
from web.links.parameters import words
from web.views.pages import frame

_AROUND = 16
"""Words that are shown on both sides of a change"""

_LEFT_OUT = 24
"""where at least so many between are left out."""

_AGAINST = {Against.BEFORE: message("with the one before"), Against.FIRST: message("with the first")}
_TAGS = {Kind.ADDED: Markup("<ins>{}</ins>"), Kind.REMOVED: Markup("<del>{}</del>"), Kind.SAME: Markup("{}")}


@dataclass(frozen=True, slots=True)
class Lineages:
    """The page of the versions of an article."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The route, to be registered with an application."""
        versions = Blueprint("versions", __name__)
        versions.add_url_rule("/versions/<article:article_id>", view_func=self.page)
        return versions

    def page(self, article_id: str) -> str:
        """One page of versions."""
        found = read_lineage(self.searcher, article_id, request.args)
        here = relative()
        last = last_page(found.total, found.per_page)
        return render_template(
            "versions.html",
            found=found,
            versions=found.versions,
            against=[
                (label, here.versions(article_id, each), each is found.against) for each, label in _AGAINST.items()
            ],
            last=last,
            before=here.versions(article_id, found.against, min(found.page - 1, last)) if found.page > 1 else None,
            following=here.versions(article_id, found.against, found.page + 1) if found.page < last else None,
            json=here.api_versions(article_id, found.against, found.page, found.per_page),
            **frame(words("")),
        )


def edited(changes: Sequence[Change], *, whole: bool = False) -> Markup:
    """Changes as HTML; of what is the same only what stands beside a change, unless the whole is wanted."""
    last = len(changes) - 1
    return Markup().join(
        part for place, each in enumerate(changes) for part in _parts(each, place, last, whole=whole or not last)
    )


def _parts(change: Change, place: int, last: int, *, whole: bool) -> Iterator[Markup]:
    before, behind = (_AROUND if place else 0), (_AROUND if place < last else 0)
    if change.kind is not Kind.SAME or whole or change.words < before + behind + _LEFT_OUT:
        text = change.text.rstrip()
        yield _TAGS[change.kind].format(text) + change.text[len(text) :]
        return
    pieces = change.text.split()
    if before:
        yield Markup("{} ").format(" ".join(pieces[:before]))
    left_out = count("%(num)s word the same", "%(num)s words the same", len(pieces) - before - behind)
    yield Markup('<span class="same">… {} …</span>').format(left_out)
    if behind:
        yield Markup(" {} ").format(" ".join(pieces[-behind:]))
