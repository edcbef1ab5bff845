"""Answer a request on a cluster with lines, or with telling words: see `search.concordance`.

The texts come from the cluster, a chunk at a time; where the words stand in them is found here.
"""

from collections.abc import Iterator
from itertools import chain, islice

from cluster.articles import STORED, Articles
from cluster.page_of_results import Results
from cluster.pages import Row
from cluster.reader import Reader, Understood
from cluster.sweeping import rows
from corpus.document import Document
from search.concordance.concordance import NO_WORDS, forms_in
from search.concordance.lines import Match, apart, line_of, page_of_lines
from search.concordance.telling_words import MOST_COUNTED, collocates, keywords
from search.highlighting.match_positions import WantedTerms, in_their_forms, match_spans, wanted_in
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.request import SearchRequest

_CHUNK = 100


def concordance(request: SearchRequest, reader: Reader, order: LineOrder, width: int) -> Concordance:
    """The page of lines that a request asks for. Raises `SearchTimeout`."""
    found = reader.answer(request)
    wanted = wanted_in(found.tree, "text")
    notices = (*reader.notices(found), *([] if wanted else [NO_WORDS]))
    start = (request.page - 1) * request.per_page
    skipped = start if order is LineOrder.RESULT else 0
    matches = _matches(_rows(found, reader), wanted, reader) if wanted else iter(())
    lines, more, sorted_of = page_of_lines(islice(matches, skipped, None), order, start, request.per_page, width)
    return Concordance(reader.total(found), lines, more, sorted_of, notices)


def all_lines(request: SearchRequest, reader: Reader, width: int) -> Iterator[ConcordanceLine]:
    """Every line, in the order of the result, one at a time. The query is evaluated at once."""
    found = reader.answer(request)
    walker = Results(reader, fold=bool(request.group)).walker(found)
    every = rows(walker, reader, STORED)
    return (line_of(match, width) for match in _matches(every, wanted_in(found.tree, "text"), reader))


def telling_words(request: SearchRequest, reader: Reader) -> TellingWords:
    """The words about the matches of a request, and those that its articles have oftener. Raises `SearchTimeout`."""
    found = reader.answer(request)
    counted = list(islice(_rows(found, reader), MOST_COUNTED))
    texts = [document.article.text for document in _documents(counted, reader)]
    matches = list(_matches(iter(counted), wanted_in(found.tree, "text"), reader))
    own = frozenset(
        chain.from_iterable(forms_in(each.document.article.text[each.start : each.end]) for each in matches)
    )
    lexicon, total = reader.lexicon, reader.total(found)
    return TellingWords(
        total,
        len(counted),
        lexicon.settled(lambda: collocates(matches, lexicon, own)),
        lexicon.settled(lambda: keywords(texts, lexicon)) if len(counted) < reader.archive.count else (),
        reader.notices(found),
    )


def _rows(found: Understood, reader: Reader) -> Iterator[Row]:
    walker = Results(reader, fold=bool(found.request.group)).walker(found)
    return walker.rows(size=_CHUNK, fields=STORED)


def _matches(every: Iterator[Row], wanted: list[WantedTerms], reader: Reader) -> Iterator[Match]:
    """The matches in the texts of some articles, one article after the other."""
    articles = Articles(reader)
    while some := list(islice(every, _CHUNK)):
        stored = articles.stored(some)
        for row in some:
            text = articles.text(stored[row.id])
            found = apart(match_spans(wanted, text.positions))
            for span in in_their_forms(found, wanted, text.document.article.text, text.edges):
                yield Match(text.document, text.edges, span)


def _documents(some: list[Row], reader: Reader) -> Iterator[Document]:
    articles = Articles(reader)
    stored = articles.stored(some)
    return (articles.document(stored[row.id]) for row in some)
