"""All queries of a collection, asked of an index of its articles that is made for it and let go.

The articles are indexed as `dateline index` does it, and the queries asked of the searcher that page and endpoint ask:
a request has one order, whichever way it comes.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cli.evaluation.collection import Collection
from cli.evaluation.run_files import Run
from corpus.refusal import Refusal
from index.ingest.building import build as build_index
from search.engine import Engine
from search.searcher import Searcher
from search.types.request import Match, SearchRequest

DEPTH = 1_000
"""Articles that are ranked for each query, as TREC does."""


class Evaluation(NamedTuple):
    """The rankings of a collection's queries, and which of its articles could not be indexed."""

    run: Run
    refusals: Sequence[Refusal]


def tried(
    judged: Collection,
    language: str = "en",
    *,
    expand: bool | None = None,
    meaning: bool | None = None,
    location: str | None = None,
) -> Evaluation:
    """Rank a collection's articles for each of its queries. Raises `BadCollection`.

    They are indexed in a folder that is removed afterwards, or at a location on a cluster where nothing is.
    """
    if location is not None:
        from cluster.trials import for_the_moment

        _look_over(judged)
        with for_the_moment(location, [judged.articles_file], language) as (engine, refusals):
            return Evaluation(asked(judged, engine, expand=expand, meaning=meaning), refusals)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "index")
        refusals = build(judged, folder, language)
        return Evaluation(asked(judged, Searcher(folder), expand=expand, meaning=meaning), refusals)


def build(judged: Collection, location: Path, language: str = "en") -> Sequence[Refusal]:
    """Index a collection's articles; gives those that could not be. Raises `BadCollection`."""
    _look_over(judged)
    return build_index(location, judged.articles_file, language=language).refusals


def _look_over(judged: Collection) -> None:
    """Tell what is wrong with the file as such, before anything is indexed. Raises `BadCollection`."""
    for _ in judged.articles():
        pass


def asked(judged: Collection, searcher: Engine, *, expand: bool | None = None, meaning: bool | None = None) -> Run:
    """The rankings that an index gives: any word is enough, and in small letters no word is an operator."""
    requests = {
        name: SearchRequest(q=text.lower(), match=Match.ANY, expand=expand, meaning=meaning)
        for name, text in judged.queries.items()
    }
    return {name: searcher.ranking(request, DEPTH) for name, request in requests.items()}
