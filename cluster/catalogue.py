"""Keep the small indices beside the articles: words with their counts, the values of facets, the files that were read.

What a run adds to the words is written under the run's own ids, each time as the sum of all so far: sent twice it
counts once. Nobody takes away what removed articles counted until `cluster.recount` counts anew.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from cluster.bulk import Action, in_pieces, send
from cluster.connection import Cluster
from cluster.fields import Lexicon, Value, word_bodies
from cluster.mapping import document_id, files, values, words
from cluster.sweep import sources
from corpus.folding import WORDS_BEGIN_AFTER
from corpus.readers.discovery import SourceFile
from index.ingest.manifest import FileEntry, Manifest, read_entry, stored_entry
from search.query.spelling.letters import transliteration_key

_LARGEST = 1_000_000
"""Forms that a run keeps in mind; then it begins another part."""
_LEAST_KEY = 6
_ASKED = 500
_LONGEST = 1_000
_WORD = re.compile(r"\w+")


class Words:
    """What a run adds to the indices of words and of values."""

    def __init__(self, cluster: Cluster, name: str, run: str, *, unseen: bool = False) -> None:
        """`name` is the real index; `unseen`: nobody searches it before the run ends."""
        self._cluster, self._name, self._run, self._unseen = cluster, name, run, unseen
        self.languages: set[str] = set()
        self._part = 0
        self._sum, self._forms, self._pairs = Lexicon(), _Counted(), _Counted()
        self._values, self._sent_values = set[Value](), set[Value]()

    def add(self, lexicon: Lexicon) -> None:
        """What some articles add."""
        self._sum.add(lexicon)
        self._forms.changed |= lexicon.forms.keys()
        self._pairs.changed |= lexicon.pairs.keys()
        self._values |= lexicon.values.keys() - self._sent_values
        self.languages |= lexicon.languages

    def save(self, *, amid: bool = False) -> None:
        """Send what is new since the last time; `amid` a run only how values are shown, and words not sent before.

        Counts lag until the end of a run: sent each minute, the same words would be most of the work. Where nobody
        sees them before, nothing is sent until then.
        """
        full = len(self._sum.forms) > _LARGEST
        if amid and self._unseen and not full:
            return
        known = self._sum
        changed = Lexicon(
            {form: known.forms[form] for form in self._forms.due(new=amid and not full)},
            {pair: known.pairs[pair] for pair in self._pairs.due(new=amid and not full)},
            {value: known.values[value] for value in self._values},
        )
        run = f"{self._run}.{self._part}"
        for piece in in_pieces((*word_actions(words(self._name), run, changed), *value_actions(self._name, changed))):
            send(self._cluster, piece)
        self._sent_values |= self._values
        self._values = set()
        if full:
            self._part += 1
            self._sum, self._forms, self._pairs, self._sent_values = Lexicon(), _Counted(), _Counted(), set()


class _Counted:
    """Words whose counts `changed` since they were sent, and all that were `sent` once."""

    def __init__(self) -> None:
        self.changed: set[str] = set()
        self.sent: set[str] = set()

    def due(self, *, new: bool) -> set[str]:
        """Those that are sent now: all that changed or, of them, the `new` ones."""
        due = self.changed - self.sent if new else self.changed
        self.changed = self.changed - due
        self.sent |= due
        return due


def word_actions(index: str, run: str, lexicon: Lexicon) -> Iterator[Action]:
    """What writes the words of a lexicon under the ids of a run."""
    for named, body in word_bodies(lexicon, run, name_key):
        yield Action("index", index, document_id(run, named), body)


def name_key(form: str) -> str:
    """What the spellings of one name have in common; empty for words that are too short to tell."""
    return transliteration_key(form) if len(form) >= _LEAST_KEY and form.isascii() and form.isalpha() else ""


def value_actions(name: str, lexicon: Lexicon) -> Iterator[Action]:
    """How values are shown: whoever comes first says."""
    for (facet, key), (label, kind) in lexicon.values.items():
        body: dict[str, Any] = {"facet": facet, "key": key, "label": label, "kind": kind}
        body |= {"words": _words_of(key), "beginnings": _beginnings(key)}
        yield Action("create", values(name), document_id(facet, key), body)


def _words_of(key: str) -> list[str]:
    return list(dict.fromkeys(_WORD.findall(key)))


def _beginnings(key: str) -> list[str]:
    begins = (0, *(at for at, sign in enumerate(key, 1) if sign in WORDS_BEGIN_AFTER))
    return [key[at:][:_LONGEST] for at in begins if key[at : at + 1].strip(WORDS_BEGIN_AFTER)]


class Files:
    """The manifest of a run, kept on the cluster: a document for each file that stands as it was read."""

    def __init__(self, cluster: Cluster, name: str) -> None:
        self._cluster, self._index = cluster, files(name)

    def load(self, version: str, sources_of: Mapping[str, SourceFile]) -> Manifest:
        """What is known of some files, as far as this version read them with the same settings."""
        manifest = Manifest(version)
        paths = iter(sources_of)
        while some := list(islice(paths, _ASKED)):
            for path, found in zip(
                some, sources(self._cluster, self._index, list(map(document_id, some)), ()), strict=True
            ):
                if found and found["version"] == version and found["path"] == path:
                    manifest.files[path] = read_entry(path, found["entry"])
        return manifest

    def forget(self, paths: Iterable[str]) -> None:
        """Know some files no more."""
        for piece in in_pieces(Action("delete", self._index, document_id(path)) for path in paths):
            send(self._cluster, piece)

    def save(self, version: str, entries: Mapping[str, FileEntry], only: Collection[str]) -> None:
        """Note files that were read in full."""
        bodies = (
            Action("index", self._index, document_id(path), {"path": path, "version": version, "entry": entry})
            for path, entry in ((path, stored_entry(entries[path])) for path in only if path in entries)
        )
        for piece in in_pieces(bodies):
            send(self._cluster, piece)
