"""Count the words of an index on a cluster anew, from its articles: after runs that died, and when many articles went.

What the runs added is replaced by one count, and values of facets that a dead run did not say how to show are added.
Searches see the old count until the refresh that shows the new one.
"""

import secrets
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from itertools import islice

from cluster.bulk import in_pieces, send
from cluster.catalogue import value_actions, word_actions
from cluster.connection import Cluster
from cluster.faults import Doing
from cluster.fields import Lexicon, begun_maker
from cluster.mapping import words
from cluster.sweep import sources, sweep
from cluster.tasks import in_order
from cluster.worker import connected
from index.segments.stored_article import from_json

_AT_ONCE = 500


def recount(cluster: Cluster, name: str, language: str, executor: Executor, at_once: int) -> set[str]:
    """Count anew; gives the languages that the articles are stemmed by. To be asked after a refresh."""
    total = Lexicon()
    ids = (hit["_id"] for hit in sweep(cluster, name, {"match_all": {}}, source=False))
    work = partial(_counted, location=str(cluster.location), name=name, language=language)
    for _, lexicon in in_order(executor, at_once, work, _chunks(ids)):
        total.add(lexicon)
    run = f"recount-{secrets.token_hex(6)}"
    for piece in in_pieces((*word_actions(words(name), run, total), *value_actions(name, total))):
        send(cluster, piece)
    others = {"query": {"bool": {"must_not": [{"term": {"run": run}}]}}}

    def remove() -> object:
        return cluster.client.delete_by_query(
            index=words(name), body=others, params={"conflicts": "proceed", "request_timeout": 600}
        )

    cluster.safely(remove, Doing.WRITING)
    return total.languages


def _chunks(ids: Iterator[str]) -> Iterator[list[str]]:
    while some := list(islice(ids, _AT_ONCE)):
        yield some


def _counted(ids: Sequence[str], location: str, name: str, language: str) -> Lexicon:
    maker = begun_maker(language)
    for source in sources(connected(location), name, ids, ["stored"]):
        if source is not None:
            maker.add(from_json(source["stored"]), "", "")
    return maker.take()[1]
