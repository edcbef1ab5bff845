"""The matches of a search as a page of lines, below the words that stand about them or tell of their articles."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import request

from corpus.folding import fold
from search.concordance.concordance import MOST_EXPORTED
from search.engine import Engine
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, WordCount
from search.types.request import SearchRequest
from web.formatting.language import direction, message
from web.links.addresses import Addresses
from web.links.here import relative
from web.links.parameters import LINES, PER_PAGE, read_choice
from web.links.refine import as_shown, asking, on_page

COUNTED = 60
"""Articles whose words the page counts, for these are most of its cost; programs, which can wait, get more."""

_SURE = 6.63
"""The log-likelihood ratio that one word of a hundred reaches by chance."""

_WORDS = 12
_WIDTH = 110
"""Characters on each side: more than the widest window shows, for what is too long is cut by the style sheet."""

_ATOM = r"""(?:"[^"]+"|=?[^\s():"=-][^\s():"]*)"""
_ALTERNATIVES = re.compile(rf"{_ATOM}(?: OR {_ATOM})*")
_ORDERS = {
    LineOrder.RESULT: message("result"),
    LineOrder.LEFT: message("the word before"),
    LineOrder.RIGHT: message("the word after"),
    LineOrder.MATCH: message("the match"),
    LineOrder.DATE: message("date"),
    LineOrder.SOURCE: message("source"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the direction that its text is written in, and where it leads."""

    of: ConcordanceLine
    direction: str
    href: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that tells, how often it stands there, and where its lines are."""

    word: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class LineAddresses:
    """Addresses of searches that stay with the lines, in place of the page of results."""

    addresses: Addresses
    order: LineOrder

    def page(self, search: SearchRequest) -> str:
        """The lines of a search."""
        return self.addresses.lines(on_page(replace(search, per_page=LINES), 1), self.order)


def lines_shown(searcher: Engine, asked: SearchRequest) -> dict[str, Any]:
    """What the page shows: near-duplicates are folded where nothing else is said, as among the results."""
    here, order = relative(), read_choice(request.args, "by", LineOrder.RESULT)
    asked = replace(asked, per_page=asked.per_page if request.args.get("per_page") else LINES, cursor=None)
    found = searcher.concordance(as_shown(asked), order, _WIDTH)
    staying = LineAddresses(here, order)
    articles = replace(on_page(asked, 1), per_page=PER_PAGE)
    told = searcher.telling_words(as_shown(asked), COUNTED) if found.lines and asked.page == 1 else None
    return {
        "found": found,
        "lines": [_line(each, articles, here) for each in found.lines],
        "first": (asked.page - 1) * asked.per_page + 1,
        "order": order,
        "most": MOST_EXPORTED,
        "orders": [(each, label, here.lines(on_page(asked, 1), each)) for each, label in _ORDERS.items()],
        "before": here.lines(on_page(asked, asked.page - 1), order) if asked.page > 1 else None,
        "following": here.lines(on_page(asked, asked.page + 1), order) if found.more else None,
        "counted": told and told.counted,
        "collocates": _beside(told.collocates, articles, staying) if told else (),
        "keywords": _within(told.keywords, articles, staying) if told else (),
        "staying": staying,
        "stays": [("view", "lines"), *([("by", order)] if order is not LineOrder.RESULT else [])],
        "table": here.export_lines(as_shown(articles), order),
        "json": here.api_lines(as_shown(asked), order),
        "articles": articles,
        "each": here.lines(replace(on_page(asked, 1), group=False), order) if _folds(found) else None,
    }


def _folds(found: Concordance) -> bool:
    return found.groups is not None and found.groups < found.articles


def _line(line: ConcordanceLine, articles: SearchRequest, addresses: Addresses) -> Line:
    href = f"{addresses.article(line.article_id, articles, at=line.start)}#match"
    return Line(line, _written(f"{line.left} {line.match} {line.right}"), href)


def _written(text: str) -> str:
    """The direction of a text, `ltr` or `rtl`: that of most of its letters, as it may begin with a foreign name."""
    kinds = Counter(map(unicodedata.bidirectional, text))
    leftward, rightward = kinds["R"] + kinds["AL"], kinds["L"]
    return direction() if leftward == rightward else "rtl" if leftward > rightward else "ltr"


def _beside(words: Sequence[WordCount], articles: SearchRequest, staying: LineAddresses) -> list[Word]:
    """Collocates, each with the lines in which it stands near: that can be asked of words, phrases and alternatives."""
    q = articles.q
    if not _ALTERNATIVES.fullmatch(q):
        return _within(words, articles, staying)
    near = f"({q})" if " OR " in q else q
    return [
        Word(each.word, each.count, staying.page(asking(articles, f'{near} w/5 "{each.word}"')))
        for each in _surely(words, q)
    ]


def _within(words: Sequence[WordCount], articles: SearchRequest, staying: LineAddresses) -> list[Word]:
    """Words, each with the lines of the same articles that have it."""
    q = articles.q if re.fullmatch(_ATOM, articles.q) or not articles.q else f"({articles.q})"
    return [
        Word(each.word, each.count, staying.page(asking(articles, f'{q} "{each.word}"'.strip())))
        for each in _surely(words, articles.q)
    ]


def _surely(words: Sequence[WordCount], q: str) -> list[WordCount]:
    """The first of the words that tell hardly by chance, without those that were typed."""
    typed = set(re.findall(r"\w+", fold(q)))
    return [each for each in words if each.score >= _SURE and each.word not in typed][:_WORDS]
