"""Answer a request on a cluster with lines, or with telling words: see `search.concordance`.

The texts come from the cluster, a chunk at a time; where the words stand in them is found here. An article is known by
its place among those that were read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from cluster.articles import STORED, Articles
from cluster.page_of_results import Results
from cluster.pages import Row, Walker
from cluster.reader import Reader, Understood
from cluster.sweeping import rows
from corpus.document import Document
from search.concordance.concordance import MOST_EXPORTED, NO_WORDS, too_many_lines
from search.concordance.line_order import MOST_SORTED, Place, by_words, sorted_by_words
from search.concordance.lines import Match, apart, line_of
from search.concordance.telling_words import Matched, counted_words, telling
from search.highlighting.hits import Text
from search.highlighting.match_positions import MatchSpan, in_their_forms, match_spans, wanted_in
from search.query.tree import Node
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.request import SearchRequest, Sort

_CHUNK = 100


@dataclass(slots=True)
class _Matches:
    """The matches of a query in the texts of some articles, one article after the other."""

    reader: Reader
    tree: Node
    ids: list[str] = field(default_factory=list)
    documents: dict[int, Document] = field(default_factory=dict)
    """Of the chunk of articles that was read last."""

    def of(self, every: Iterator[Row]) -> Iterator[Match]:
        """Those in some articles."""
        for place, text, spans in self._read(every):
            for span in spans:
                yield Match(place, text.document.article.text, text.edges, span)

    def within(self, every: Iterator[Row]) -> Iterator[Matched]:
        """The texts of some articles, with their tokens and matches."""
        for _, text, spans in self._read(every):
            yield text.document.article.text, text.edges, spans

    def again(self, places: Sequence[Place]) -> Iterator[Match]:
        """Matches that were found before, their texts read once more; those of articles that went are left out."""
        articles = Articles(self.reader)
        for begin in range(0, len(places), _CHUNK):
            some = places[begin : begin + _CHUNK]
            found = articles.by_id(self.ids[each.doc_id] for each in some)
            there = [each for each in some if self.ids[each.doc_id] in found]
            texts = {each.doc_id: articles.text(found[self.ids[each.doc_id]]["stored"]) for each in there}
            self.documents = {place: text.document for place, text in texts.items()}
            for place, span in there:
                yield Match(place, texts[place].document.article.text, texts[place].edges, span)

    def line(self, match: Match, width: int) -> ConcordanceLine:
        """The line of the match that was given last, or of one before it in the same chunk."""
        return line_of(match, width, self.documents[match.doc_id])

    def _read(self, every: Iterator[Row]) -> Iterator[tuple[int, Text, list[MatchSpan]]]:
        articles, wanted = Articles(self.reader), wanted_in(self.tree, "text")
        while some := list(islice(every, _CHUNK)):
            stored, first = articles.stored(some), len(self.ids)
            texts = [articles.text(stored[row.id]) for row in some]
            self.ids += [row.id for row in some]
            self.documents = {first + place: text.document for place, text in enumerate(texts)}
            for place, text in enumerate(texts, first):
                found = apart(match_spans(wanted, text.in_text))
                yield place, text, in_their_forms(found, wanted, text.document.article.text, text.edges)


def concordance(request: SearchRequest, reader: Reader, order: LineOrder, width: int) -> Concordance:
    """The page of lines that a request asks for. Raises `SearchTimeout`."""
    results = Results(reader, fold=bool(request.group))
    found = reader.answer(request)
    matches, looks = _Matches(reader, found.tree), bool(wanted_in(found.tree, "text"))
    notices = (*reader.notices(found), *([] if looks else [NO_WORDS]))
    start, bound = (request.page - 1) * request.per_page, None
    every = matches.of(_walker(found, results, order).rows(size=_CHUNK, fields=STORED)) if looks else iter(())
    if by_words(order):
        places, beyond = sorted_by_words(every, order, MOST_SORTED)
        every, start = matches.again(places[start : start + request.per_page + 1]), 0
        bound = MOST_SORTED if beyond else None
    lines = [matches.line(each, width) for each in islice(every, start, start + request.per_page + 1)]
    groups, _ = results.groups(found)
    return Concordance(
        reader.total(found),
        lines[: request.per_page],
        len(lines) > request.per_page,
        bound,
        notices,
        groups,
        found.relaxed,
    )


def all_lines(request: SearchRequest, reader: Reader, order: LineOrder, width: int) -> Iterator[ConcordanceLine]:
    """Every line, one at a time. The query is evaluated at once; too many to sort by words raise `BadRequest`."""
    results = Results(reader, fold=bool(request.group))
    found = reader.answer(request)
    matches = _Matches(reader, found.tree)
    every = matches.of(rows(_walker(found, results, order), reader, STORED))
    if by_words(order):
        places, beyond = sorted_by_words(every, order, MOST_EXPORTED)
        if beyond:
            raise too_many_lines()
        every = matches.again(places)
    return (matches.line(match, width) for match in every)


def telling_words(request: SearchRequest, reader: Reader, most: int) -> TellingWords:
    """The words about the matches of a request, and those that its articles have oftener. Raises `SearchTimeout`.

    Counted in the first `most` of its articles.
    """
    found = reader.answer(request)
    matches = _Matches(reader, found.tree)
    walker = Results(reader, fold=bool(request.group)).walker(found)
    first = islice(walker.rows(size=_CHUNK, fields=STORED), most)
    counted = counted_words(matches.within(first), reader.deadline)
    lexicon, number = reader.lexicon, len(matches.ids)
    return TellingWords(
        reader.total(found),
        number,
        lexicon.settled(lambda: telling(counted.about, lexicon, counted.own)),
        lexicon.settled(lambda: telling(counted.everywhere, lexicon)) if number < reader.archive.count else (),
        reader.notices(found),
    )


def _walker(found: Understood, results: Results, order: LineOrder) -> Walker:
    """What goes through the articles: by date or source where that is asked for, else as the result has them."""
    if order not in (LineOrder.DATE, LineOrder.SOURCE):
        return results.walker(found)
    by_date = replace(found, request=replace(found.request, sort=Sort.OLDEST))
    return Walker(results.reader, by_date, folded=results.fold, by_source=order is LineOrder.SOURCE)
