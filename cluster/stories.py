"""The articles that near-duplicates are looked for among: what is asked of the cluster, as arrays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
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

    `link` has the articles that it is joined with, `beside` others that it shares a passage with. `prints` is None
    where they were not asked for.
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
    prints: AnyIntArray | None = None


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
            every = [prints for each in some if (prints := self.rows[each].prints) is not None]
            keys = np.unique(np.concatenate([np.empty(0, np.uint32), *every]))
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
        prints = [np.empty(0, np.uint32) if row.prints is None else row.prints for row in rows]
        counts = np.array([len(each) for each in prints], np.int64)
        keys, of = np.concatenate([np.empty(0, np.uint32), *prints]), np.repeat(np.arange(len(rows)), counts)
        order = np.argsort(keys, kind="stable")
        self.totals: AnyIntArray = np.array([row.total for row in rows], np.int64)
        self.wholes: AnyIntArray = np.array([row.whole for row in rows], np.int64)
        self.days: AnyIntArray = np.array([row.day for row in rows], np.int64)
        self._prints = prints
        found = Fingerprints(keys[order], of[order], counts.astype(np.uint8), self.totals, self.wholes)
        self.candidates = Candidates([found], [np.ones(len(rows), np.bool_)])
        self._texts: dict[int, Story] = {}

    def key(self, number: int) -> bytes:
        """The id of an article, as it is ordered."""
        return to_utf8(self.ids[number])

    def keys_of(self, numbers: Sequence[int]) -> tuple[AnyIntArray, Int64Array]:
        """The fingerprints of articles, ascending, and whose they are."""
        keys = np.concatenate([np.empty(0, np.uint32), *(self._prints[each] for each in numbers)])
        of = np.repeat(np.array(numbers, np.int64), [len(self._prints[each]) for each in numbers])
        order = np.argsort(keys, kind="stable")
        return keys[order], of[order]

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

    def _asked(self, numbers: Sequence[int]) -> Iterator[str]:
        ids = [document_id(self.ids[each]) for each in numbers]
        for source in sources(self._stories.cluster, self._stories.name, ids, ["stored.text"]):
            yield source["stored"]["text"] if source else ""


def _row(fields: Answer) -> Row:
    def one(name: str, default: Any) -> Any:
        return fields.get(name, [default])[0]

    prints = np.array(fields["print"], np.int64).astype(np.int32).view(np.uint32) if "print" in fields else None
    return Row(
        one("id", ""),
        one("run", ""),
        int(one("shingles", 0)),
        int(one("whole", 0)),
        int(one("day", 0)),
        frozenset(fields.get("link", ())),
        frozenset(fields.get("beside", ())),
        one("group", ""),
        int(one("group_rank", 0)),
        prints,
    )
