"""The languages of an index: each article's words are stemmed by its own, a query's by all of them."""

from collections.abc import Iterable

from corpus.article import Article
from index.analysis.analyzer import Analyzer, analyzer_of


class Languages:
    """The analyzers of an index, that of its own language first."""

    def __init__(self, own: Analyzer, present: Iterable[str]) -> None:
        """`present` are the languages of its articles."""
        self._own = own
        others = [analyzer_of(each) for each in sorted(set(present)) if each != own.language]
        self.analyzers = [own, *others]

    def of(self, article: Article) -> Analyzer:
        """The analyzer that made the terms of an article."""
        return analyzer_of(article.language) if article.language else self._own

    def readings(self, text: str) -> list[tuple[str, ...]]:
        """The terms of a text in each of the languages, each different reading once; all of one length."""
        return list(dict.fromkeys(tuple(analyzer.terms(text)) for analyzer in self.analyzers))

    def terms(self, word: str) -> list[str]:
        """The terms of one word in each of the languages."""
        return list(dict.fromkeys(analyzer.term(word) for analyzer in self.analyzers))
