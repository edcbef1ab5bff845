"""Link near-duplicates on a cluster: a join on fingerprints, of what is new with everything, as a local commit does it.

After small runs the cluster is asked which articles share a fingerprint with new ones; after large ones, all
fingerprints are fetched and joined here: two kilobytes of memory an article.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

import numpy as np

from cluster.bulk import Action, in_pieces, send
from cluster.connection import Cluster
from cluster.mapping import document_id
from cluster.stories import Numbered, Row, Stories
from index.arrays.types import Int64Array
from index.duplicates.candidates import Pairs
from index.duplicates.grouping import grouped
from index.duplicates.story_links import StoryLinks

_AT_ONCE = 500
_LINKED = {"bool": {"should": [{"exists": {"field": each}} for each in ("group", "beside", "link")]}}

LinksById = dict[str, list[tuple[str, bool]]]
"""The links of articles that were looked at, by ids; each with whether it joins two articles into a group."""


def link_duplicates(cluster: Cluster, name: str, runs: Collection[str] | None) -> int:
    """Link the articles that some runs wrote, or all of them; how many articles are in other groups than before.

    To be asked after a refresh.
    """
    stories = Stories(cluster, name)
    if runs is None:
        new = set(stories.load({"exists": {"field": "print"}}, prints=True))
        stories.load(_LINKED, prints=False)
        links = _links(stories, new)
    else:
        stories.load(_LINKED, prints=False)
        new = set(stories.load({"terms": {"run": sorted(runs)}}, prints=True)) if runs else set()
        touched = _bereft(stories.rows.values(), new)
        stories.load_sharing([*new, *touched])
        touched |= _longer(stories.numbered(), new)
        stories.load_sharing(touched - new)
        links = _links(stories, new | touched)
    return _note(stories, links)


def _bereft(rows: Iterable[Row], new: set[str]) -> set[str]:
    """Articles that are linked to others which are gone, or changed."""
    kept = list(rows)
    there = {row.id for row in kept} - new
    return {row.id for row in kept if row.id not in new and not (row.link | row.beside) <= there}


def _longer(numbered: Numbered, new: set[str]) -> set[str]:
    """Articles that may be linked to new ones, as they are longer or as long."""
    found: set[str] = set()
    for pairs in _pairs(numbered, new):
        longer = numbered.totals[pairs.others] >= numbered.totals[pairs.owners]
        found.update(numbered.ids[each] for each in np.unique(pairs.others[longer]).tolist())
    return found


def _pairs(numbered: Numbered, ids: Collection[str]) -> Iterator[Pairs]:
    numbers = sorted(numbered.number[each] for each in ids if each in numbered.number)
    if len(numbers) == len(numbered.ids):
        yield from numbered.candidates.of_segment(0, numbered.candidates.met(0))
        return
    for first in range(0, len(numbers), _AT_ONCE):
        yield numbered.candidates.paired(*numbered.keys_of(numbers[first : first + _AT_ONCE]))


def _links(stories: Stories, looked_at: set[str]) -> LinksById:
    """The links of articles that are new or touched, to those before them."""
    numbered = stories.numbered()
    linking = StoryLinks(numbered.totals, numbered.wholes, numbered.key, numbered.story)
    found: LinksById = {each: [] for each in looked_at}
    for pairs in _pairs(numbered, looked_at):
        rows = list(zip(*map(np.ndarray.tolist, pairs), strict=True))
        owners = [
            (owner, [(other, shared) for _, other, shared in group])
            for owner, group in groupby(rows, lambda row: row[0])
        ]
        for first in range(0, len(owners), _AT_ONCE):
            some = owners[first : first + _AT_ONCE]
            numbered.fetch(each for owner in some for each in _compared(numbered, *owner))
            for owner, others in some:
                linked = linking.of(owner, others)
                found[numbered.ids[owner]] = [(numbered.ids[other], joined) for other, joined in linked]
    return found


def _compared(numbered: Numbered, owner: int, others: list[tuple[int, int]]) -> Iterator[int]:
    """The articles whose texts are wanted to link one: none where it has a copy that stands before it."""
    before = [other for other, _ in others if (numbered.totals[other], other) < (numbered.totals[owner], owner)]
    whole, total = numbered.wholes[owner], numbered.totals[owner]
    if before and not any((numbered.wholes[each], numbered.totals[each]) == (whole, total) for each in before):
        yield owner
        yield from before


def _note(stories: Stories, links: LinksById) -> int:
    """Write what articles are linked to, and their groups, where that is other than the cluster has it."""
    numbered = stories.numbered()
    joined: set[tuple[str, str]] = set()
    beside: dict[str, set[str]] = {}
    for row in stories.rows.values():
        mine = links.get(row.id)
        for other, together in mine if mine is not None else _kept(stories, row):
            if other not in stories.rows:
                continue
            if together:
                joined.add((row.id, other))
            else:
                beside.setdefault(row.id, set()).add(other)
                beside.setdefault(other, set()).add(row.id)
    groups = _groups(numbered, joined)
    link: dict[str, set[str]] = {}
    for one, other in joined:
        link.setdefault(one, set()).add(other)
    changes = list(_changes(stories, groups, link, beside))
    for piece in in_pieces(changes):
        send(stories.cluster, piece)
    return len(changes)


def _kept(stories: Stories, row: Row) -> Iterator[tuple[str, bool]]:
    """The links that an article has on the cluster. Of two that are beside each other the longer one has the link."""
    for other in row.link:
        yield other, True
    for other in row.beside:
        there = stories.rows.get(other)
        if there and (there.total, there.id) < (row.total, row.id):
            yield other, False


def _groups(numbered: Numbered, joined: set[tuple[str, str]]) -> dict[str, tuple[str, int]]:
    """The group of each joined article, by the id of the one that stands for it, and its place there."""
    pairs: Int64Array = np.array([numbered.number[each] for pair in joined for each in pair], np.int64)
    found = grouped(pairs.reshape(-1, 2), numbered.totals, [numbered.days], numbered.key)  # type: ignore[arg-type]
    table = list(zip(*(found[:, column].tolist() for column in range(3)), strict=True))
    first = {group: number for number, group, rank in table if rank == 0}
    return {numbered.ids[number]: (numbered.ids[first[group]], rank) for number, group, rank in table}


def _changes(
    stories: Stories, groups: dict[str, tuple[str, int]], link: dict[str, set[str]], beside: dict[str, set[str]]
) -> Iterator[Action]:
    for row in stories.rows.values():
        group, rank = groups.get(row.id, ("", 0))
        links, others = frozenset(link.get(row.id, ())), frozenset(beside.get(row.id, ()))
        if (row.group, row.rank, row.link, row.beside) == (group, rank, links, others):
            continue
        body: dict[str, Any] = {
            "group": group or None,
            "group_rank": rank if group else None,
            "link": sorted(links) or None,
            "beside": sorted(others) or None,
        }
        yield Action("update", stories.name, document_id(row.id), body)
