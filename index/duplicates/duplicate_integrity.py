"""Check winnowing fingerprints against their articles, and groups against the links that make them."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np

from index.duplicates.grouping import grouped
from index.segments.duplicate_links import DuplicateLinks
from index.segments.segment import Segment
from index.winnowing.fingerprints import Fingerprints


def fingerprint_faults(fingerprints: Fingerprints, articles: int) -> Iterator[str]:
    """What is wrong with the fingerprints of a segment of so many articles."""
    keys, of = fingerprints.keys[:], fingerprints.of[:]
    if (keys[1:] < keys[:-1]).any():
        yield "its fingerprints are not in order"
    if len(of) and of.max() >= articles:
        yield "its fingerprints name articles that are not there"
    elif (np.bincount(of, minlength=articles) != fingerprints.counts).any():
        yield "its fingerprints are not those of its articles"


def duplicate_link_faults(of_segments: Sequence[DuplicateLinks | None], segments: Sequence[Segment]) -> Iterator[str]:
    """What is wrong with the links and groups of all segments. One that nobody has looked at yet has none."""
    starts = [0, *accumulate(segment.count for segment in segments)]
    known = [(base, each) for base, each in zip(starts, of_segments, strict=False) if each is not None]
    bases = {each.own: base for base, each in known}
    nothing = np.empty((0, 3), np.int64)
    links = np.concatenate([nothing, *(each.links_in(bases) + np.array([base, 0, 0]) for base, each in known)])
    groups = np.concatenate([nothing, *(each.groups + np.array([base, 0, 0]) for base, each in known)])
    if ((links[:, :2] < -1) | (links[:, :2] >= starts[-1])).any():
        yield "links between near-duplicates lead to articles that are not there"
        return
    if not segments:
        return
    live = np.concatenate([segment.live for segment in segments])
    if len(known) < len(segments) or (links[:, 1] < 0).any() or not live[links[:, :2]].all():
        return  # a run that was stopped: the next commit puts it right

    def article_id(number: int) -> bytes:
        place = int(np.searchsorted(starts, number, "right")) - 1
        return segments[place].ids[number - starts[place]]

    totals = np.concatenate([segment.winnowing.totals for segment in segments])
    made = grouped(links[links[:, 2] > 0, :2], totals, [segment.days for segment in segments], article_id)
    order = np.argsort(made[:, 0])
    if not np.array_equal(made[order], groups[np.argsort(groups[:, 0])]):
        yield "the groups of near-duplicates are not those that their links make"
