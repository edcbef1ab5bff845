"""Answer a request with lines instead of articles, or with the words that tell of its articles."""

from collections.abc import Iterator, Sequence
from itertools import chain

from corpus.folding import fold
from index.analysis.analyzer import form_of
from index.snapshots.snapshot import Snapshot
from search.answers.answer import Answer, answer
from search.concordance.lines import Matches, line_of, page_of_lines
from search.concordance.telling_words import MOST_COUNTED, collocates, keywords
from search.execution.ordering import page_of
from search.types.concordance import Concordance, ConcordanceLine, LineOrder, TellingWords
from search.types.deadline import Deadline
from search.types.request import SearchRequest

NO_WORDS = "No word is looked for in texts; type one to see where it stands."


def concordance(
    request: SearchRequest, snapshot: Snapshot, deadline: Deadline, order: LineOrder, width: int
) -> Concordance:
    """The page of lines that a request asks for. Raises `SearchTimeout`."""
    found = answer(request, snapshot, deadline)
    matches = Matches(found.tree, snapshot)
    notices = (*found.notices(request, snapshot), *([] if matches.words else [NO_WORDS]))
    start = (request.page - 1) * request.per_page
    skipped = start if order is LineOrder.RESULT else 0
    doc_ids = _doc_ids(found, request, snapshot) if matches.words else []
    lines, more, sorted_of = page_of_lines(matches.of(doc_ids, skipped), order, start, request.per_page, width)
    return Concordance(len(found.left.doc_ids), lines, more, sorted_of, notices)


def all_lines(request: SearchRequest, snapshot: Snapshot, deadline: Deadline, width: int) -> Iterator[ConcordanceLine]:
    """Every line, in the order of the result, one at a time. The query is evaluated at once."""
    found = answer(request, snapshot, deadline)
    matches = Matches(found.tree, snapshot).of(_doc_ids(found, request, snapshot))
    return (line_of(match, width) for match in matches)


def telling_words(request: SearchRequest, snapshot: Snapshot, deadline: Deadline) -> TellingWords:
    """The words about the matches of a request, and those that its articles have oftener. Raises `SearchTimeout`."""
    found = answer(request, snapshot, deadline)
    doc_ids = _doc_ids(found, request, snapshot)[:MOST_COUNTED]
    matches = list(Matches(found.tree, snapshot).of(doc_ids))
    own = chain.from_iterable(forms_in(match.document.article.text[match.start : match.end]) for match in matches)
    texts = (snapshot.document(doc_id).article.text for doc_id in doc_ids)
    return TellingWords(
        len(found.left.doc_ids),
        len(doc_ids),
        collocates(matches, snapshot, frozenset(own)),
        keywords(texts, snapshot) if len(doc_ids) < snapshot.count else (),
        found.notices(request, snapshot),
    )


def forms_in(matched: str) -> list[str]:
    """The forms of the words of a match."""
    return [form_of(fold(word)) for word in matched.split()]


def _doc_ids(found: Answer, request: SearchRequest, snapshot: Snapshot) -> Sequence[int]:
    matches = found.ranked(request, snapshot).matches
    doc_ids: list[int] = page_of(matches, request.sort, snapshot, start=0, count=len(matches.doc_ids)).doc_ids.tolist()
    return doc_ids
