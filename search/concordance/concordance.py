"""Answer a request with lines instead of articles, or with the words that tell of its articles."""

from collections.abc import Iterator
from itertools import islice

from index.snapshots.snapshot import Snapshot
from search.answers.answer import answer
from search.concordance.line_order import MOST_SORTED, articles_in_order, by_words, read_again, sorted_by_words
from search.concordance.lines import Match, Matches, line_of
from search.concordance.telling_words import counted_words, telling
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.deadline import Deadline
from search.types.request import BadRequest, SearchRequest

MOST_EXPORTED = 50_000
"""Lines of an export that are sorted by words: their keys are held until the first is written."""

_NO_WORDS = "No word is looked for in texts; type one to see where it stands."


def concordance(
    request: SearchRequest, snapshot: Snapshot, deadline: Deadline, order: LineOrder, width: int
) -> Concordance:
    """The page of lines that a request asks for. Raises `SearchTimeout`."""
    found = answer(request, snapshot, deadline)
    matches = Matches(found.tree, snapshot, deadline)
    notices = (*found.notices(request, snapshot), *([] if matches.words else [_NO_WORDS]))
    start, bound = (request.page - 1) * request.per_page, None
    doc_ids = articles_in_order(found, order, request, snapshot) if matches.words else iter(())
    if by_words(order):
        places, beyond = sorted_by_words(matches.of(doc_ids), order, MOST_SORTED)
        page = list(read_again(places[start : start + request.per_page + 1], matches))
        bound = MOST_SORTED if beyond else None
    else:
        page = list(islice(matches.of(doc_ids, start), request.per_page + 1))
    return Concordance(
        len(found.left.doc_ids),
        [line_of(each, snapshot.document(each.doc_id), width) for each in page[: request.per_page]],
        len(page) > request.per_page,
        bound,
        notices,
        None if found.shown is found.left else len(found.shown.doc_ids),
        found.relaxed,
    )


def all_lines(
    request: SearchRequest, snapshot: Snapshot, deadline: Deadline, order: LineOrder, width: int
) -> Iterator[ConcordanceLine]:
    """Every line, one at a time. The query is evaluated at once.

    By words they are sorted at once, too, and raise `BadRequest` where they are too many for that.
    """
    found = answer(request, snapshot, deadline)
    matches = Matches(found.tree, snapshot)
    lines: Iterator[Match] = matches.of(articles_in_order(found, order, request, snapshot))
    if by_words(order):
        places, beyond = sorted_by_words(lines, order, MOST_EXPORTED)
        if beyond:
            raise BadRequest(
                "by", f"more than {MOST_EXPORTED:,} lines cannot be sorted by words; narrow the search, or leave by out"
            )
        lines = read_again(places, matches)
    return (line_of(match, snapshot.document(match.doc_id), width) for match in lines)


def telling_words(request: SearchRequest, snapshot: Snapshot, deadline: Deadline, most: int) -> TellingWords:
    """The words about the matches of a request, and those that its articles have oftener. Raises `SearchTimeout`.

    Counted in the first `most` of its articles.
    """
    found = answer(request, snapshot, deadline)
    doc_ids = list(islice(articles_in_order(found, LineOrder.RESULT, request, snapshot), most))
    counted = counted_words(doc_ids, Matches(found.tree, snapshot), deadline)
    return TellingWords(
        len(found.left.doc_ids),
        len(doc_ids),
        telling(counted.about, snapshot, counted.own),
        telling(counted.everywhere, snapshot) if len(doc_ids) < snapshot.count else (),
        found.notices(request, snapshot),
    )
