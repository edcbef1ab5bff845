"""Bring an index on a cluster up to date with folders: as a local run does it, with the articles elsewhere.

The first build, and each rebuild, goes to a new index that takes the place of the old one when it is whole. Any other
run writes to the index that is there: each article is replaced as a whole, and what the run did is seen when it says
so, once a minute and at its end. Several runs over disjoint paths may go on at once.
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from cluster import indices
from cluster import state as states
from cluster.bulk import Action, in_pieces, send
from cluster.catalogue import Files, Words
from cluster.chunks import ClusterChunks
from cluster.connection import Cluster, open_for_loading
from cluster.errors import ClusterError
from cluster.executors import executing
from cluster.indexed import IndexedOnCluster
from cluster.linking import is_large, link
from cluster.mapping import document_id
from cluster.repeated import load_samples, save_samples
from cluster.runs import Run, dead, discard_all, sole_builder, wait_for_others
from cluster.state import State
from cluster.sweep import count
from cluster.windowed_loader import WindowedLoader
from cluster.worker import Target, Written, write
from corpus.errors import DatelineError
from corpus.record import Record
from index.ingest.ledger import Ledger
from index.ingest.pipeline import Settings
from index.ingest.plan import Scope, planned
from index.ingest.roots import found_under, nothing_to_read, roots_of
from index.ingest.run_settings import ReadSettings
from index.ingest.summary import Progress, Summary, silent
from index.ingest.versions import VERSION
from index.ingest.work_queue import OnPrepared, WorkQueue
from index.ingest.worker import Prepared
from index.writing.steps import Step

_NONE = Settings()


def refresh(
    location: str,
    paths: Sequence[Path] = (),
    *,
    rebuild: bool = False,
    forget: Sequence[Path] = (),
    settings: Settings = _NONE,
    progress: Progress = silent,
    executor: Executor | None = None,
) -> Summary:
    """Bring the index at a location up to date, as `index.ingest.pipeline.refresh` does for a folder.

    The work is done by an `executor` whose workers reach the cluster, or by processes here. Raises `ClusterError`, also
    where another run builds the index.
    """
    cluster = open_for_loading(location)
    if indices.exists(cluster):
        states.check_ours(cluster)
    left = wait_for_others(cluster, anew=rebuild)
    standing = indices.standing(cluster)  # whoever waited for a first build adds to it
    there, anew = standing is not None, rebuild or standing is None
    known = list(map(Path, states.read_state(cluster).roots)) if there and not (rebuild and paths) else []
    forgotten = [path.resolve() for path in forget]
    roots = roots_of(known, paths, there=there, forget=forgotten)
    found, lost = found_under(roots, None, forget=forgotten, anew=anew, rebuild=rebuild)
    stated = states.read_state(cluster) if there and not (rebuild and paths) else None
    begun = _with_settings(stated, settings, location, rebuild=rebuild)
    named = list(map(str, found)) if rebuild else [*begun.roots, *map(str, found)]
    begun = replace(
        begun,
        roots=tuple(dict.fromkeys(root for root in named if Path(root) not in forgotten)),
        newest=_newest(cluster) if there else 0,
    )
    run = Run()
    name, empty = _prepared(cluster, begun, run, left, rebuild=rebuild, anew=anew)
    before = _readable(cluster) if empty and there else None if empty else name
    with executing(executor) as (chosen, at_once), run.showing_itself(cluster, name):
        loading = Loading(cluster, name, run, begun, progress, chosen, at_once, before, anew=anew)
        summary = loading.linked(loading.load(Scope.of(found, lost), empty=empty))
        if anew:
            indices.put_in_place(cluster, name, standing)
            states.visible(cluster, name, run.ended)
    if not (summary.indexed or summary.unchanged or summary.removed or summary.refusals):
        raise nothing_to_read(found, lost)
    return summary


@dataclass
class Loading:
    """One run over the files of a scope, into the index of a real name."""

    cluster: Cluster
    name: str
    run: Run
    begun: State
    progress: Progress
    executor: Executor
    at_once: int
    before: str | None = None
    """The index that knows when articles came, if there is one."""
    anew: bool = False
    """Whether an index is built: then the run goes on until that is in its place, lest others take it for left."""

    def load(self, scope: Scope, *, empty: bool) -> Summary:
        """Read, write, remove; then make it visible."""
        reading = ReadSettings(self.begun.largest_article, self.begun.article_seconds, dict(self.begun.fields))
        version = f"{VERSION}, {reading.version}"
        files, samples = Files(self.cluster, self.name), load_samples(self.cluster, self.name)
        manifest = files.load(version, {} if empty else scope.sources)
        indexed = IndexedOnCluster(self.cluster, self.name, self.run.id, empty=empty)
        told = partial(self._tell, Step.REPEATS)
        plan = planned(scope, manifest, indexed, samples, settings=reading, told=told)
        files.forget(path for path in (*plan.to_read, *plan.lost) if indexed.count_of(path))
        ledger, words = Ledger(indexed, plan), Words(self.cluster, self.name, self.run.id, unseen=self.anew)
        WindowedLoader(
            plan,
            ledger,
            samples,
            reading,
            partial(self._queue, words),
            progress=self.progress,
            checkpoint=partial(self._checkpoint, words),
            expect=indexed.expect,
        ).load()
        self.progress(Step.WRITING, 0, 0, ledger.summary)
        words.save()
        states.refresh(self.cluster, self.name)
        gone = [] if empty else ledger.missing()
        for piece in in_pieces(Action("delete", self.name, document_id(each)) for each in gone):
            send(self.cluster, piece)
        samples.remove(gone)
        for path, entry in ledger.close():
            manifest.add(path, entry)
        files.save(version, manifest.files, plan.to_read)
        save_samples(self.cluster, self.name, samples)
        left = sum(entry.taken for entry in plan.unchanged.values())
        self._end(words, ledger.summary, max(0, indexed.meetings - (ledger.summary.unchanged - left)))
        return ledger.summary

    def linked(self, summary: Summary) -> Summary:
        """Do what speaks of all articles together, unless it is so much that it is left to `dateline link`."""
        state = states.read_state(self.cluster, self.name)
        due = state.unlinked or dead(state)
        if not due or (not self.anew and is_large(self.cluster, self.name, state)):
            return summary

        def begun(step: Step, done: int, size: int) -> None:
            self.progress(step, done, size, summary)

        return replace(summary, redated=link(self.cluster, self.name, self.executor, self.at_once, begun).redated)

    def _queue(self, words: Words, told: OnPrepared) -> WorkQueue:
        state = self.begun
        target = Target(
            str(self.cluster.location),
            self.name,
            self.run.id,
            state.language,
            state.article_seconds,
            dated=bool(state.dated),
            moment=self.run.moment,
            before=self.before,
        )

        def taken(records: Sequence[Record], prepared: Prepared) -> None:
            if isinstance(prepared, Written):
                words.add(prepared.lexicon)
            told(records, prepared)

        return WorkQueue(partial(ClusterChunks, self.executor, self.at_once), partial(write, target=target), taken)

    def _checkpoint(self, words: Words) -> None:
        words.save(amid=True)
        states.visible(self.cluster, self.name, lambda state: self.run.seen(_speaking(state, words)))

    def _end(self, words: Words, summary: Summary, replaced: int) -> None:
        changed = bool(summary.indexed or summary.removed)

        def ended(state: State) -> State:
            state = _speaking(state if self.anew else self.run.ended(state), words)
            unlinked = (*state.unlinked, self.run.id) if changed else state.unlinked
            return replace(state, unlinked=unlinked, stale=state.stale + summary.removed + replaced)

        if changed:
            states.visible(self.cluster, self.name, ended)
        else:
            states.change_state(self.cluster, ended, self.name)

    def _tell(self, step: Step, done: int, size: int) -> None:
        self.progress(step, done, size, Summary())


def _speaking(state: State, words: Words) -> State:
    return replace(state, languages=tuple(sorted({*state.languages, *words.languages})))


def _prepared(
    cluster: Cluster, begun: State, run: Run, left: Sequence[str], *, rebuild: bool, anew: bool
) -> tuple[str, bool]:
    """The real name of the index to write to, in whose state the run is entered; and whether it is empty."""
    if not anew:
        discard_all(cluster, left)
        name = indices.real_name(cluster)
        indices.add_missing_fields(cluster, name)
        states.change_state(cluster, lambda state: run.seen(_settled_by(state, begun)), name)
        return name, False
    if left and not rebuild:
        *others, name = sorted(left)  # what a build that died has written need not be written again
        discard_all(cluster, others)
        try:
            known = states.read_state(cluster, name)
            if known.language == begun.language:
                indices.add_missing_fields(cluster, name)
                states.change_state(cluster, lambda state: run.seen(_settled_by(_given_up(state), begun)), name)
                return name, False
        except ClusterError:
            pass
        left = [name]
    discard_all(cluster, left)
    name = indices.create(cluster, run.seen(begun))
    sole_builder(cluster, name)
    return name, True


def _newest(cluster: Cluster) -> int:
    """The last moment that the index gave to a run; 0 where that cannot be known, which is why it is built anew."""
    try:
        return states.read_state(cluster).newest
    except ClusterError:
        return 0


def _readable(cluster: Cluster) -> str | None:
    """The index that is to be replaced, where its articles can be read."""
    try:
        count(replace(cluster, tries=2), cluster.name)
    except ClusterError:
        return None
    return cluster.name


def _given_up(state: State) -> State:
    """The state in which nobody was seen lately: who waited for other runs saw none, whatever their clocks say."""
    return replace(state, unfinished=tuple((run, process, 0) for run, process, _ in state.unfinished))


def _settled_by(state: State, begun: State) -> State:
    """The state with the settings of this run; roots that others added meanwhile stay."""
    return replace(
        state,
        roots=tuple(dict.fromkeys((*begun.roots, *(root for root in state.roots if root not in begun.roots)))),
        largest_article=begun.largest_article,
        article_seconds=begun.article_seconds,
        fields=begun.fields,
    )


def _with_settings(before: State | None, settings: Settings, location: str, *, rebuild: bool) -> State:
    """The state that a run begins with. Raises `DatelineError` where its language is another than the index's."""
    state = before or State()
    language = settings.language
    if before and language not in (None, before.language) and not rebuild:
        raise DatelineError(f"the index at {location} is in language {before.language}; add --rebuild to change it")
    emptied = replace(state, unfinished=(), arriving=(), unlinked=(), stale=0, dated=(), languages=())
    fresh = emptied if rebuild else state
    return replace(
        fresh,
        language=language or state.language,
        largest_article=settings.largest or state.largest_article,
        article_seconds=state.article_seconds if settings.seconds is None else settings.seconds,
        fields=state.fields if settings.fields is None else tuple(sorted(settings.fields.items())),
    )
