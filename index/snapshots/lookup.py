"""Look words, terms and values up over the segments of a snapshot: by a pattern, by how they are spelt."""

import fnmatch
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

import numpy as np

from index.analysis.edit_distance import distances
from index.segments.segment import Segment
from index.snapshots.terms import Terms

_WORDS = re.compile(r"\w+")


def matching(parts: Sequence[Terms], pattern: str) -> list[str]:
    """The terms that match a folded pattern, the most frequent first: `*` stands for any letters, `?` for one."""
    fixed = re.split(r"[*?]", pattern, maxsplit=1)[0]
    matches = re.compile(translated(pattern)).match
    counted: Counter[str] = Counter()
    for part in parts:
        within = part.beginning(fixed)
        terms = within.all()
        there = [match is not None for match in map(matches, terms)]
        counted.update(dict(zip(compress(terms, there), within.counts()[there].tolist(), strict=True)))
    return sorted(counted, key=counted.__getitem__, reverse=True)


def with_words(parts: Sequence[Terms], patterns: Sequence[str]) -> Iterator[str]:
    """The values of which some word matches each of some folded patterns."""
    matches = [re.compile(translated(word)).match for word in patterns]
    for value in (value for part in parts for value in part.all()):
        words = _WORDS.findall(value)
        if matches and all(any(map(match, words)) for match in matches):
            yield value


def near(parts: Sequence[Terms], term: str, distance: int) -> list[str]:
    """The terms at most `distance` edits away that share the first letter, the most frequent first."""
    counted: Counter[str] = Counter()
    for part in parts:
        within = part.beginning(term[0])
        terms = within.all()
        close = [abs(len(each) - len(term)) <= distance for each in terms]
        candidates = list(compress(terms, close))
        if candidates:
            close_by = distances(term, candidates) <= distance
            counts = within.counts()[np.array(close, np.bool_)][close_by]
            counted.update(dict(zip(compress(candidates, close_by.tolist()), counts.tolist(), strict=True)))
    return sorted(counted, key=counted.__getitem__, reverse=True)


def forms_near(
    segments: Sequence[Segment], parts: Sequence[Terms], word: str, edits: int, start: str
) -> Mapping[str, int]:
    """Forms that begin so and may be so many edits away, some others among them, and how often each occurs."""
    counted: Counter[str] = Counter()
    for segment, part in zip(segments, parts, strict=True):
        within = part.beginning(start) if start else part
        for place in segment.spellings.near(word, edits, within.first, within.last).tolist():
            counted[part[place]] += int(segment.form_counts[place])
    return counted


def names_near(segments: Sequence[Segment], word: str, edits: int, letters: str) -> Iterator[str]:
    """Forms that are written with a capital mostly, begin with one of some letters and may be so many edits away."""
    for segment in segments:
        forms = segment.forms
        close = segment.spellings.near(word, edits, 0, len(forms))
        names = segment.arrays["form.capital"][close] >= segment.arrays["form.lower"][close]
        first = np.isin(forms.data[forms.ends[close]], np.frombuffer(letters.encode(), np.uint8))
        for ordinal in close[names & first].tolist():
            yield forms[ordinal].decode()


def translated(pattern: str) -> str:
    """A pattern as a regular expression; compiled to atomic groups, so that none makes it backtrack without end."""
    return fnmatch.translate(pattern.replace("[", "[[]"))
