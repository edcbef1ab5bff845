"""Score the groups of near-duplicates, and measure what they cost as an index grows: `make bench-duplicates`.

Pairs of stories that Reuters sent twice, read and labelled by hand (near_duplicates.txt: ids and labels, no text), and
edits of real articles as editors make them, with pairs that only look alike. Everything is indexed together, in the
command's own way. A pair is listed if each article names the other among its near-duplicates, and folded if both are in
one group: a merged story is listed with both of its parts, and folded with the larger.
"""

import argparse
import json
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bench.edits import MERGED, Edit, edits_of
from bench.stories import Text, texts
from index.duplicates.candidates import Candidates
from index.ingest.pipeline import refresh
from index.merging.merge_policy import LARGEST
from index.snapshots.snapshot import Snapshot
from index.winnowing.fingerprints import Fingerprints, fingerprints_of, merged

_LABELS = Path(__file__).with_name("near_duplicates.txt")
_EDITED = 400
_SEED = 11
_GIVEN = {"clean": True, "language": "en", "published": "2000-01-01", "entities": [], "countries": []}
"""What an index would derive, and what does not matter here."""


class Pair(NamedTuple):
    """Two articles, whether they are near-duplicates, and what kind of pair they are."""

    one: str
    other: str
    same: bool
    kind: str


def main() -> None:
    """Print precision and recall by kind, then what a million articles cost."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--articles", type=int, default=1_000_000)
    options.add_argument("--wrong", action="store_true", help="list the pairs that are wrong")
    given = options.parse_args()
    known = {each.id: each for each in texts(given.data)}
    labelled = list(_labelled())
    named = {article for pair in labelled for article in pair[:2]}
    edits = edits_of([known[article] for article in sorted(known.keys() - named)], random.Random(_SEED), _EDITED)  # noqa: S311 - no secret
    pairs = [*labelled, *(Pair(edit.of, edit.text.id, same=edit.same, kind=edit.kind) for edit in edits)]
    found = _found(known.values(), edits)
    _judge(pairs, found, wrong=given.wrong)
    _strangers(edits, found, set(known))
    _scale(given.articles)


def _labelled() -> Iterable[Pair]:
    for line in _LABELS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            one, other, label = line.split()
            if label != "?":
                yield Pair(one, other, same=label == "same", kind="sent again" if label == "same" else "looks alike")


@dataclass(frozen=True, slots=True)
class Found:
    """What an index says of each article: its group, and all that is listed with it."""

    group: dict[str, int]
    versions: dict[str, set[str]]

    def listed(self, pair: Pair) -> bool:
        """Whether the two are listed as near-duplicates."""
        return pair.other in self.versions[pair.one] and pair.one in self.versions[pair.other]

    def folded(self, pair: Pair) -> bool:
        """Whether the two are folded into one."""
        return self.group[pair.one] == self.group[pair.other]


def _found(stories: Iterable[Text], edits: Iterable[Edit]) -> Found:
    """An index of all, asked."""
    with tempfile.TemporaryDirectory() as scratch:
        corpus = Path(scratch, "corpus.jsonl")
        with corpus.open("w", encoding="utf-8") as out:
            for each in {each.id: each for each in [*stories, *(edit.text for edit in edits)]}.values():
                out.write(json.dumps({**each._asdict(), **_GIVEN}) + "\n")
        refresh(Path(scratch, "index"), [corpus])
        snapshot = Snapshot(Path(scratch, "index"))
        names = [snapshot.ids[number] for number in range(snapshot.size)]
        groups = {names[number]: min([number, *snapshot.groups.others(number)]) for number in range(snapshot.size)}
        versions = {
            names[number]: {names[each] for each in snapshot.groups.versions(number)} for number in range(snapshot.size)
        }
    return Found(groups, versions)


def _judge(pairs: Sequence[Pair], found: Found, *, wrong: bool) -> None:
    by_kind: dict[tuple[bool, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_kind[not pair.same, pair.kind].append(pair)
        if wrong and found.listed(pair) != pair.same:
            print(f"  {pair.kind}: {pair.one} {pair.other} {'missed' if pair.same else 'listed'}")
    print("pairs | number | listed | folded\n--- | ---: | ---: | ---:")
    for (different, kind), some in sorted(by_kind.items()):
        shares = [sum(map(each, some)) / len(some) for each in (found.listed, found.folded)]
        print(f"{'not the same: ' if different else ''}{kind} | {len(some)} | {shares[0]:.3f} | {shares[1]:.3f}")
    for name, told in (("listed", found.listed), ("folded", found.folded)):
        right, positive = sum(told(pair) for pair in pairs if pair.same), sum(pair.same for pair in pairs)
        wrong_ones = sum(told(pair) for pair in pairs if not pair.same)
        print(f"{name}: precision {right / (right + wrong_ones):.3f}, recall {right / positive:.3f}")


def _strangers(edits: Iterable[Edit], found: Found, known: set[str]) -> None:
    """Articles that were joined with the edit of another one, without being near-duplicates of that one."""
    joined = right = 0
    for edit in edits:
        if edit.same and not edit.kind.startswith(MERGED):
            for other in found.versions[edit.text.id] & known:
                joined += 1
                right += other == edit.of or other in found.versions[edit.of]
    print(f"real articles listed with an edit: {joined}; the one that it was made of, or a near-duplicate: {right}")


def _scale(articles: int) -> None:
    """Prints of synthetic articles, a tenth of them near-copies, in pieces of 100,000: processor time of each piece."""
    draw = np.random.default_rng(_SEED)
    print("\narticles | prints, µs an article | candidates, µs an article | prints, MiB")
    print("---: | ---: | ---: | ---:")
    parts: list[Fingerprints] = []
    piece = min(100_000, articles)
    for count in range(piece, articles + 1, piece):
        lengths = np.full(piece, 300)
        words = draw.integers(0, 1 << 63, (piece, 300)).astype(np.uint64)
        words[: piece // 10, 30:] = words[piece // 10 : piece // 5, 30:]
        begun = time.process_time()
        made = [
            fingerprints_of(words[i : i + 2_000].ravel(), lengths[i : i + 2_000].copy()) for i in range(0, piece, 2_000)
        ]
        printed = time.process_time()
        if len(parts) > 1 and len(parts[-2].counts) + len(parts[-1].counts) <= LARGEST:
            parts[-2:] = [_joined(parts[-2:])]
        parts.append(_joined(made))
        candidates = Candidates(parts, [np.ones(len(each.counts), np.bool_) for each in parts])
        resumed = time.process_time()
        met = candidates.met(len(parts) - 1)
        found = sum(len(pairs.owners) for pairs in candidates.of_segment(len(parts) - 1, met))
        ended = time.process_time()
        size = sum(array[:].nbytes for part in parts for array in part) / 2**20
        print(
            f"{count:,} | {(printed - begun) / piece * 1e6:.0f} | {(ended - resumed) / piece * 1e6:.0f} | {size:,.0f}"
        )
        if found != 2 * (piece // 10):
            print(f"  found {found:,} candidates, made {2 * (piece // 10):,}")


def _joined(made: Sequence[Fingerprints]) -> Fingerprints:
    """The prints of pieces as those of one segment."""
    counts = [len(each.counts) for each in made]
    firsts = [sum(counts[:place]) for place in range(len(made))]
    numbers = [first + np.arange(count) for first, count in zip(firsts, counts, strict=True)]
    keys, of = zip(*merged(made, numbers), strict=True)
    others = (np.concatenate(values) for values in list(zip(*made, strict=True))[2:])
    return Fingerprints(np.concatenate(keys).astype(np.uint32), np.concatenate(of).astype(np.uint32), *others)


if __name__ == "__main__":
    main()
