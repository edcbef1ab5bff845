"""What a run asks of the articles that a cluster holds, hundreds together: fingerprints by id, articles by file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice

from cluster.connection import Answer, Cluster
from cluster.mapping import document_id
from cluster.sweep import buckets, sources, sweep
from corpus.encoding import to_utf8
from index.writing.indexed_articles import IndexedArticle

_PATHS = 500
_WANTED = ("id", "origin", "fingerprint")


class IndexedOnCluster:
    """The articles as they are when they are asked for, those of this run among them."""

    def __init__(self, cluster: Cluster, name: str, run: str, *, empty: bool = False) -> None:
        """`name` is the real index; it is not asked where it is known to be `empty`."""
        self._cluster, self._name, self._run, self._empty = cluster, name, run, empty
        self._counts: dict[str, int] = {} if empty else dict(buckets(cluster, name, "origin"))
        self._known: dict[str, IndexedArticle | None] = {}
        self._met: dict[str, set[int]] = {}
        self._whole: set[str] = set()
        self.meetings = 0
        """How many articles were met one by one, changed or not."""

    def expect(self, ids: Sequence[str]) -> None:
        """Ask at once of some articles, which `get` is to know; it forgets all others."""
        self._known = dict.fromkeys(ids)
        if self._empty:
            return
        found = sources(self._cluster, self._name, list(map(document_id, ids)), _WANTED)
        for article_id, source in zip(ids, found, strict=True):
            if source is not None and source["id"] == article_id:
                self._known[article_id] = _article(article_id, source)

    def get(self, article_id: str) -> IndexedArticle | None:
        """The article with an id, of those that were `expect`ed, or were asked for since."""
        if not self._empty and article_id not in self._known:
            (source,) = sources(self._cluster, self._name, [document_id(article_id)], _WANTED)
            self._known[article_id] = _article(article_id, source) if source else None
        return self._known.get(article_id)

    def files(self) -> Iterable[str]:
        """Every file of which there was an article when the run began."""
        return self._counts.keys()

    def count_of(self, path: str) -> int:
        """How many articles a file had when the run began."""
        return self._counts.get(path, 0)

    def ids_of(self, paths: Iterable[str]) -> Iterator[str]:
        """The ids of the articles of some files."""
        there = iter([path for path in paths if path in self._counts])
        while some := list(islice(there, _PATHS)):
            for hit in sweep(self._cluster, self._name, {"terms": {"origin": some}}, source=["id"]):
                yield hit["_source"]["id"]

    def meet(self, article: IndexedArticle) -> None:
        """Note that the run has met an article."""
        self.meetings += 1
        self._met.setdefault(article.origin, set()).add(article.place[1])

    def meet_file(self, path: str) -> None:
        """Note that the run has met all articles of a file."""
        self._whole.add(path)

    def met(self, article: IndexedArticle) -> bool:
        """Whether the run has met an article."""
        return article.origin in self._whole or article.place[1] in self._met.get(article.origin, ())

    def others(self, expected: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
        """The articles that the run has neither met nor written, of files that are `expected`: id and file of each.

        To be asked after a refresh.
        """
        wanted = iter([path for path in self._counts if path not in self._whole and expected(path)])
        while some := list(islice(wanted, _PATHS)):
            query = {"bool": {"filter": [{"terms": {"origin": some}}], "must_not": [{"term": {"run": self._run}}]}}
            for hit in sweep(self._cluster, self._name, query, source=["id", "origin"]):
                article_id, origin = hit["_source"]["id"], hit["_source"]["origin"]
                if _number(article_id) not in self._met.get(origin, ()):
                    yield article_id, origin


def _article(article_id: str, source: Answer) -> IndexedArticle:
    return IndexedArticle((0, _number(article_id)), source["origin"], source["fingerprint"])


def _number(article_id: str) -> int:
    """What stands for an id where millions are kept in mind."""
    return int.from_bytes(blake2b(to_utf8(article_id), digest_size=8).digest(), "big")
