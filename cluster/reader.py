"""Answer a request on a cluster: the query as it was understood, and what finds everything that matches it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import floor
from typing import Any

from cluster.bounded import Bounded
from cluster.lexicon import Archive, ClusterLexicon
from cluster.lookups import Asking
from cluster.mapping import SEPARATOR
from cluster.narrowing import Narrowing, narrowing
from cluster.translate import Query, Translator
from search.answers.headline import HEADLINE, as_headline
from search.answers.missing_words import told_missing
from search.query.parser import read
from search.query.question import Question
from search.query.tree import And, Every, Node
from search.ranking.adjacent_words import WordRun, word_runs
from search.ranking.by_default import Reranking, reranking
from search.ranking.proximity import neighbours
from search.scoring.parameters import K1, MOST_PAIRS, PAIR, WEIGHTS
from search.types.deadline import NO_DEADLINE, Deadline
from search.types.request import Match, SearchRequest, Sort

NEARLY = "On a cluster, of words near each other within others the nearest alone count: a few articles may be missing."


@dataclass(frozen=True, slots=True)
class Understood:
    """A request with one tree of its question.

    `query` finds and scores what matches, exclusions honoured; filters are left to `narrowed`.
    """

    request: SearchRequest
    question: Question
    tree: Node
    query: Query
    narrowed: Narrowing
    nearly: bool = False
    relaxed: bool = False
    runs: tuple[WordRun, ...] = ()

    @property
    def by_score(self) -> bool:
        """Whether scores decide the order."""
        return self.request.sort is Sort.RELEVANCE

    @property
    def left(self) -> Query:
        """Everything that matches under all filters, without scores."""
        return {"bool": {"filter": [self.query, *self.narrowed.left]}}

    def countable(self, *filters: Query) -> Query:
        """Everything that matches under some filters, without scores."""
        return {"bool": {"filter": [self.query, *filters]}}

    @property
    def expands(self) -> bool:
        """Whether words count that the best articles have in common."""
        return self.by_score and bool(self.runs) and self._reranking.expand

    @property
    def means(self) -> bool:
        """Whether nearness in meaning counts."""
        return self.by_score and bool(self.runs) and self._reranking.meaning

    @property
    def _reranking(self) -> Reranking:
        return reranking(self.request, self.question, self.tree, self.runs)

    def also(self, gains: list[Query]) -> "Understood":
        """The same where what else matches raises scores."""
        return replace(self, query={"bool": {"must": [self.query], "should": gains}}) if gains else self


@dataclass(slots=True)
class Reader:
    """Understands the requests of one generation."""

    archive: Archive
    deadline: Deadline = NO_DEADLINE
    lexicon: ClusterLexicon = field(init=False)

    def __post_init__(self) -> None:
        self.lexicon = ClusterLexicon(self.archive, self.deadline)

    @property
    def cluster(self) -> Bounded:
        """The cluster, to be asked within the time that there is."""
        return Bounded(self.archive.cluster, self.deadline)

    @property
    def asking(self) -> Asking:
        """What counts articles."""
        return Asking(self.cluster)

    def ask(self, body: Query, **params: Any) -> Any:
        """Search the articles. Raises `SearchTimeout`, `ClusterError`."""
        return self.cluster.ask(body, **params)

    def question(self, q: str, *, aliases: bool = True) -> Question:
        """What was typed, as it is understood."""
        return self.lexicon.settled(lambda: read(q, self.lexicon, aliases=aliases, deadline=self.deadline))

    def understood(self, question: Question, tree: Node, request: SearchRequest) -> Understood:
        """A question, to be answered by one of its trees."""
        translator = Translator(self.lexicon)
        query = self.lexicon.settled(lambda: translator.query(tree))
        filters = narrowing(request, self.archive.aliases, self.archive.tags)
        runs = tuple(word_runs(question.rows, self.lexicon)) if request.sort is Sort.RELEVANCE else ()
        wanted: dict[str, Any] = {"must": [query]}
        if only := _only(request):
            wanted["filter"] = only
        if filters.excluded:
            wanted["must_not"] = list(filters.excluded)
        if gains := list(map(_together, _pairs(runs))):
            wanted["should"] = gains
        joined = query if len(wanted) == 1 else {"bool": wanted}
        return Understood(request, question, tree, joined, filters, translator.nearly, runs=runs)

    def answer(self, request: SearchRequest, total: Callable[[Understood], int] | None = None) -> Understood:
        """A request as it is answered; if no article that the filters leave has all words, those that have any.

        `total` says how many articles match: whoever asks for more than the number asks for it there.
        """
        total = total or self.total
        question = self.question(request.q, aliases=request.aliases)
        any_word = question.any_word
        if request.match is Match.ANY and any_word is not None:
            found = self.understood(question, any_word, request)
            total(found)
            return found
        found = self.understood(question, question.all_words, request)
        if total(found):
            return found
        if headline := as_headline(request.q):
            reread = self.question(headline, aliases=request.aliases)
            reread = replace(reread, notices=(*reread.notices, HEADLINE))
            of_headline = self.understood(reread, reread.all_words, request)
            if total(of_headline):
                return of_headline
        if any_word is not None:
            some = replace(self.understood(question, any_word, request), relaxed=True)
            if total(some):
                return some
        total(found)
        return found

    def total(self, found: Understood) -> int:
        """How many articles match under all filters."""
        body = {"size": 0, "track_total_hits": True, "query": found.left}
        return int(self.ask(body)["hits"]["total"]["value"])

    def notices(self, found: Understood) -> tuple[str, ...]:
        """What the user should know of how the query was understood, and of which words were left out."""
        notices = [*found.question.notices, *([NEARLY] if found.nearly else [])]
        if found.relaxed and (missing := self._missing(found)):
            notices.append(missing)
        return tuple(notices)

    def _missing(self, found: Understood) -> str | None:
        """Which words no article has, or none beside the others."""
        request = found.request
        queries = [self._clause(choice.clause) for choice in found.question.choices]

        def together(places: tuple[int, ...]) -> bool:
            within = {"bool": {"filter": [found.left, *(queries[place] for place in places[:-1])]}}
            return bool(self.asking.count([queries[places[-1]]], within)[0])

        def counts() -> list[int]:
            return self.asking.count(queries, found.left)

        return told_missing(found.question.choices, counts, together, filtered=request.filtered)

    def _clause(self, clause: Node) -> Query:
        return self.lexicon.settled(lambda: Translator(self.lexicon).query(clause))


def _only(request: SearchRequest) -> list[Query]:
    """What leaves the articles to which a request is limited, whatever it seeks."""
    only: list[Query] = [{"terms": {"key": list(request.articles)}}] if request.articles else []
    if request.added_since:
        # Later than a part of a second is later than the second: moments of articles have no parts.
        only.append({"range": {"added": {"gt": floor(request.added_since.timestamp())}}})
    return only


def everything(tree: Node) -> bool:
    """Whether a tree finds every article with one score."""
    return isinstance(tree, Every) or (isinstance(tree, And) and all(isinstance(each, Every) for each in tree.clauses))


def _pairs(runs: tuple[WordRun, ...]) -> list[tuple[tuple[str, str], float]]:
    """Terms that stand together in a query, and how much that counts."""
    counted: dict[tuple[str, str], int] = {}
    for run in runs:
        for first, second, _ in neighbours(run):
            counted[first, second] = counted.get((first, second), 0) + 1
    return [(pair, PAIR * count) for pair, count in list(counted.items())[:MOST_PAIRS]]


def _together(pair: tuple[tuple[str, str], float]) -> Query:
    """What two terms gain where they stand together: as one word that is as rare as they are on average."""
    terms, weight = pair
    # Lucene's phrase is as rare as both are together; one in the title counts as several do in the text, saturated.
    boost = weight * (K1 + 1) / 2
    each = [
        {"match_phrase": {field: {"query": SEPARATOR.join(terms), "boost": boost * times * (K1 + 1) / (K1 + times)}}}
        for field, times in WEIGHTS.items()
    ]
    return {"dis_max": {"queries": each}}
