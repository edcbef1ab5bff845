"""The near-duplicates of an article of a cluster by their dates, each compared with another: see `search.lineage`."""

from collections.abc import Collection, Mapping, Sequence

from cluster.articles import Articles
from cluster.reader import Reader
from cluster.similar import FIELDS, versions_of
from cluster.sweep import sweep
from search.engine import NoSuchArticle
from search.lineage.lineage import Read, compared, in_words
from search.types.cursors import AFTER_EVERY_DATE
from search.types.lineage import Against, Lineage

_PAGE = 5_000


class _GoneMeanwhileError(Exception):
    """Some versions were removed between their listing and their reading."""

    def __init__(self, ids: Collection[str]) -> None:
        self.ids = ids


def lineage(article_id: str, reader: Reader, against: Against, page: int, per_page: int) -> Lineage:
    """One page of the versions of an article, itself among them; ties of dates by id. Raises `NoSuchArticle`."""
    articles = Articles(reader)
    source = articles.by_id([article_id], FIELDS).get(article_id)
    if source is None:
        raise NoSuchArticle.named(article_id)
    every = _in_order(article_id, versions_of(source), reader)

    def read(places: Sequence[int]) -> Mapping[int, Read]:
        found = articles.by_id(every[place] for place in places)
        if gone := {every[place] for place in places}.difference(found):
            raise _GoneMeanwhileError(gone)
        texts = {place: articles.text(found[every[place]]["stored"]) for place in places}
        return {place: in_words(text.document, text.edges.tolist()) for place, text in texts.items()}

    while True:
        try:
            versions = compared(len(every), against, page, per_page, read)
            return Lineage(article_id, len(every), against, versions, page, per_page)
        except _GoneMeanwhileError as fault:
            if article_id in fault.ids:
                raise NoSuchArticle.named(article_id) from fault
            every = [each for each in every if each not in fault.ids]


def _in_order(article_id: str, query: object, reader: Reader) -> list[str]:
    """The ids of an article and its versions, the oldest first."""
    if query is None:
        return [article_id]
    either = {"bool": {"should": [query, {"term": {"id": article_id}}], "minimum_should_match": 1}}
    found = list[tuple[int, str]]()
    cluster = reader.archive.cluster
    for hit in sweep(cluster, cluster.name, either, source=False, fields=["id", "day"], page=_PAGE):
        reader.deadline.check()
        of = hit["fields"]
        found.append((of.get("day", [0])[0] or AFTER_EVERY_DATE, of["id"][0]))
    return [each for _, each in sorted(found)]
