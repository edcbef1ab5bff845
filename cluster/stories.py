"""The articles that near-duplicates are looked for among: what is asked of the cluster, as arrays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from sys import intern
from typing import Any

import numpy as np

from cluster.connection import Answer, Cluster
from cluster.mapping import document_id
from cluster.sweep import sources, sweep
from corpus.encoding import to_utf8
from index.arrays.types import AnyIntArray, Int64Array
from index.duplicates.candidates import Candidates
from index.duplicates.story_comparison import Story, story
from index.winnowing.fingerprints import Fingerprints

_FIELDS = ("id", "run", "shingles", "whole", "day", "link", "beside", "group", "group_rank")
_WANTED_TOGETHER = 100
"""Articles whose fingerprints are looked up with one request: some 6,000 of them."""
_PAGE = 2_000


@dataclass(slots=True)
class Row:
    """What the cluster has of an article: its length in shingles, a number for its whole text, its day and its links.

    `link` has the articles that it is joined with, `beside` others that it shares a passage with. `prints`, four bytes
    each, is None where they were not asked for.
    """

    id: str
    run: str
    total: int
    whole: int
    day: int
    link: frozenset[str]
    beside: frozenset[str]
    group: str
    rank: int
    prints: bytes | None = None


@dataclass
class Stories:
    """Articles by id; `numbers` gives each a number, by which the arrays of `candidates` know it."""

    cluster: Cluster
    name: str
    rows: dict[str, Row] = field(default_factory=dict)

    def load(self, query: Mapping[str, Any], *, prints: bool) -> list[str]:
        """Ask for the articles that match; gives their ids."""
        wanted = (*_FIELDS, "print") if prints else _FIELDS
        found = []
        for hit in sweep(self.cluster, self.name, query, source=False, fields=wanted, page=_PAGE):
            row = _row(hit["fields"])
            known = self.rows.get(row.id)
            if known is None or known.prints is None:
                self.rows[row.id] = row
            found.append(row.id)
        return found

    def load_prints(self, ids: Iterable[str]) -> None:
        """Ask for the fingerprints of articles that are known without them."""
        without = iter([each for each in ids if each in self.rows and self.rows[each].prints is None])
        while some := list(islice(without, _PAGE)):
            self.load({"terms": {"id": some}}, prints=True)

    def load_sharing(self, ids: Iterable[str]) -> None:
        """Ask for every article that shares a fingerprint with one of these."""
        self.load_prints(ids)
        rest = iter([each for each in ids if each in self.rows])
        while some := list(islice(rest, _WANTED_TOGETHER)):
            every = [self.rows[each].prints or b"" for each in some]
            keys = np.unique(np.frombuffer(b"".join(every), np.uint32))
            if len(keys):
                self.load({"terms": {"print": keys.view(np.int32).tolist()}}, prints=True)

    def numbered(self) -> "Numbered":
        """The articles that are known now, by numbers."""
        return Numbered(self, sorted(self.rows, key=to_utf8))


class Numbered:
    """Articles in the order of their ids."""

    def __init__(self, stories: Stories, ids: Sequence[str]) -> None:
        self._stories = stories
        self.ids = ids
        self.number = {each: number for number, each in enumerate(ids)}
        rows = [stories.rows[each] for each in ids]
        self.totals: AnyIntArray = np.array([row.total for row in rows], np.int64)
        self.wholes: AnyIntArray = np.array([row.whole for row in rows], np.int64)
        self.days: AnyIntArray = np.array([row.day for row in rows], np.int64)
        self._texts: dict[int, Story] = {}

    @cached_property
    def candidates(self) -> Candidates:
        """Finds those that may be versions of one another: the fingerprints of all, in one order."""
        counts = np.array([len(self._prints(each)) for each in range(len(self.ids))], np.uint8)
        keys, of = self._sorted(range(len(self.ids)))
        found = Fingerprints(keys, of, counts, self.totals, self.wholes)
        return Candidates([found], [np.ones(len(self.ids), np.bool_)])

    def key(self, number: int) -> bytes:
        """The id of an article, as it is ordered."""
        return to_utf8(self.ids[number])

    def keys_of(self, numbers: Sequence[int]) -> tuple[AnyIntArray, Int64Array]:
        """The fingerprints of articles, ascending, and whose they are."""
        keys, of = self._sorted(numbers)
        return keys, of.astype(np.int64)

    def _sorted(self, numbers: Sequence[int]) -> tuple[AnyIntArray, AnyIntArray]:
        """The same, whose they are in four bytes: of all articles no more than twice as much is held at any time."""
        ends = np.cumsum([0, *(len(self._prints(each)) for each in numbers)])
        both = np.empty((int(ends[-1]), 2), "<u4")  # the key above, whose it is below
        for each, begin, end in zip(numbers, ends.tolist(), ends[1:].tolist(), strict=False):
            both[begin:end, 0], both[begin:end, 1] = each, self._prints(each)
        both.view("<u8")[:, 0].sort()
        return both[:, 1].copy(), both[:, 0].copy()

    def fetch(self, numbers: Iterable[int]) -> None:
        """Ask for texts that are wanted next; the others are let go."""
        wanted = list(dict.fromkeys(numbers))
        self._texts = {each: self._texts[each] for each in wanted if each in self._texts}
        missing = [each for each in wanted if each not in self._texts]
        for number, text in zip(missing, self._asked(missing), strict=True):
            self._texts[number] = story(text)

    def story(self, number: int) -> Story:
        """The text of an article, ready to be compared."""
        if number not in self._texts:
            (text,) = self._asked([number])
            self._texts[number] = story(text)
        return self._texts[number]

    def _prints(self, number: int) -> AnyIntArray:
        return np.frombuffer(self._stories.rows[self.ids[number]].prints or b"", np.uint32)

    def _asked(self, numbers: Sequence[int]) -> Iterator[str]:
        ids = [document_id(self.ids[each]) for each in numbers]
        for source in sources(self._stories.cluster, self._stories.name, ids, ["stored.text"]):
            yield source["stored"]["text"] if source else ""


def _row(fields: Answer) -> Row:
    def one(name: str, default: Any) -> Any:
        return fields.get(name, [default])[0]

    prints = np.array(fields["print"], np.int64).astype(np.int32).tobytes() if "print" in fields else None
    return Row(
        one("id", ""),
        intern(one("run", "")),
        int(one("shingles", 0)),
        int(one("whole", 0)),
        int(one("day", 0)),
        frozenset(fields.get("link", ())),
        frozenset(fields.get("beside", ())),
        one("group", ""),
        int(one("group_rank", 0)),
        prints,
    )
