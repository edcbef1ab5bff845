"""Build an index from Python: what `dateline index` does, as one call."""

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path

from index.ingest.pipeline import Settings, refresh
from index.ingest.summary import Progress, Summary, silent

AnyPath = str | PathLike[str]


def build(
    location: AnyPath,
    paths: AnyPath | Sequence[AnyPath] = (),
    *,
    rebuild: bool = False,
    forget: Sequence[AnyPath] = (),
    language: str | None = None,
    max_article: int | None = None,
    article_seconds: float | None = None,
    fields: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> Summary:
    """Build the index at a location from files and folders, or bring it up to date with them; gives what was done.

    Only what is new, changed or gone since the last time is touched; `rebuild` reads everything anew. Without paths,
    those that the index was built from are looked at, or the sample corpus. The articles of paths to `forget` are
    removed. The index keeps these settings for the next time: `language` (ISO 639-1, of the stemming of a new index),
    `max_article` (bytes of an article), `article_seconds` (of a processor, for each step of an article; 0: no limit)
    and `fields` (what your files call a field: `{"text": "corpo"}`). `progress` is told how far it is.

    Articles that cannot be read are in the `refusals` of the summary, and the rest is indexed. Raises `NothingToRead`
    where there is no article at all, `NoIndex` where the location cannot hold an index, `IndexBusy` where another
    process is writing to it for a minute. Called in another thread than the main one, it does not limit the time of an
    article.
    """
    named = [paths] if isinstance(paths, str | PathLike) else paths
    settings = Settings(language, max_article, article_seconds, fields and {fields[ours]: ours for ours in fields})
    return refresh(
        Path(location),
        list(map(Path, named)),
        rebuild=rebuild,
        forget=list(map(Path, forget)),
        settings=settings,
        progress=progress,
    )
