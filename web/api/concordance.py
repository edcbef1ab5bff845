"""The matches of a search as lines, and the words that tell of it: for programs and spreadsheets."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from flask import Blueprint, Response, jsonify, request

from search.concordance.lines import WIDTH
from search.engine import Engine
from search.types.concordance import ConcordanceLine, LineOrder, WordCount
from search.types.request import BadRequest
from web.api.contract import asked
from web.api.tables import BYTE_ORDER_MARK, CSV, csv_line, file_name, streamed
from web.api.values import Json
from web.links.parameters import Arguments, read_choice, read_flag, read_search

_WIDEST = 400
_COLUMNS = ("article_id", "title", "source", "published", "left", "match", "right", "start", "end", "published_basis")


@dataclass(frozen=True, slots=True)
class Lines:
    """The routes of the concordance and of telling words; they take the parameters of a search."""

    searcher: Engine

    def blueprint(self) -> Blueprint:
        """The routes, to be registered with an application."""
        lines = Blueprint("lines", __name__)
        lines.add_url_rule("/api/concordance", view_func=self.concordance)
        lines.add_url_rule("/api/words", view_func=self.words)
        lines.add_url_rule("/export.concordance.csv", view_func=self.csv)
        return lines

    def concordance(self) -> Response:
        """A page of lines; `page` and `per_page` count lines, `by` orders them."""
        search = read_search(request.args)
        order = read_choice(request.args, "by", LineOrder.RESULT)
        found = self.searcher.concordance(search, order, read_width(request.args))
        return jsonify(
            {
                "query": asked(search),
                "articles": found.articles,
                "groups": found.groups,
                "relaxed": found.relaxed,
                "by": order,
                "page": search.page,
                "more": found.more,
                "sorted_of": found.sorted_of,
                "notices": found.notices,
                "lines": [asdict(line) for line in found.lines],
            }
        )

    def words(self) -> Response:
        """Collocates of the query, and keywords of its articles."""
        search = read_search(request.args)
        found = self.searcher.telling_words(search)
        return jsonify(
            {
                "query": asked(search),
                "articles": found.articles,
                "counted": found.counted,
                "notices": found.notices,
                "collocates": _counts(found.collocates),
                "keywords": _counts(found.keywords),
            }
        )

    def csv(self) -> Response:
        """Every line, in the order that is asked for; `bom=1` tells spreadsheets that it is UTF-8."""
        search, width = read_search(request.args), read_width(request.args)
        order = read_choice(request.args, "by", LineOrder.RESULT)
        mark = BYTE_ORDER_MARK if read_flag(request.args, "bom") is True else ""
        lines = csv_lines(self.searcher.concordance_lines(search, width, order))
        marked = (mark * (number == 0) + line for number, line in enumerate(lines))
        return streamed(marked, CSV, f"{file_name('concordance', search)}.csv")


def csv_lines(lines: Iterable[ConcordanceLine]) -> Iterator[str]:
    """Lines of a concordance as those of a table, the names of its columns first."""
    yield csv_line(_COLUMNS)
    for line in lines:
        told = asdict(line)
        yield csv_line("" if told[name] is None else str(told[name]) for name in _COLUMNS)


def read_width(arguments: Arguments) -> int:
    """The characters of context that are asked for. Raises `BadRequest`."""
    typed = arguments.get("width", "").strip()
    if not typed:
        return WIDTH
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= _WIDEST):
        raise BadRequest("width", f"width is {typed[:20]!r}; write a number of characters from 1 to {_WIDEST}")
    return int(typed)


def _counts(words: Iterable[WordCount]) -> list[Json]:
    return [{"word": each.word, "count": each.count, "total": each.total, "score": each.score} for each in words]
