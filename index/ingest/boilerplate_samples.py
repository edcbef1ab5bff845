"""Keep samples of each publication beside the index, which tell the lines that it repeats on every page.

They are stored after the commit that they speak of and before the manifest, which names them by their stamp: where the
two do not fit together, neither is believed, and every file is read again.
"""

import io
import secrets
import zlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from corpus.extraction.boilerplate.repeated_lines import Repeated, Sample, digest
from corpus.publication import folder, is_cleanable, publication
from corpus.record import ContentKind, Record
from index.storage.durable_storage import sealed, unsealed, write_durably
from index.storage.files import BOILERPLATE_SAMPLES

_UNKNOWN = 1
"""A mark that no set of lines has: what was cleaned is to be looked at again."""


class BoilerplateSamples:
    """The samples of all publications, and with which lines in mind the articles of the index were cleaned."""

    def __init__(self) -> None:
        self.stamp = ""
        self._samples: dict[int, Sample] = {}
        self._marks: dict[int, int] = {}
        self._stale: set[int] = set()
        self._repeated: dict[int, Repeated] = {}
        self._changed = False
        self._touched: set[int] = set()

    @classmethod
    def load(cls, location: Path, stamp: str) -> "BoilerplateSamples | None":
        """What is stored beside an index under a stamp; None where it is another, or damaged."""
        loaded = cls()
        if not stamp:
            return loaded
        try:
            loaded = cls.from_bytes(unsealed((location / BOILERPLATE_SAMPLES).read_bytes()))
        except (OSError, ValueError):
            return None
        return loaded if loaded.stamp == stamp else None

    @classmethod
    def from_bytes(cls, content: bytes) -> "BoilerplateSamples":
        """The samples that `to_bytes` wrote. Raises `ValueError` for anything else."""
        loaded = cls()
        try:
            with np.load(io.BytesIO(content), allow_pickle=False) as stored:
                loaded._fill({name: stored[name] for name in stored.files})
        except (OSError, LookupError, TypeError, EOFError, NotImplementedError, BadZipFile, zlib.error) as fault:
            raise ValueError("no samples") from fault
        return loaded

    def to_bytes(self) -> bytes:
        """All of it, as bytes."""
        stored = io.BytesIO()
        np.savez(stored, **self._arrays())
        return stored.getvalue()

    @property
    def is_changed(self) -> bool:
        """Whether it is other than it was loaded."""
        return bool(self._touched)

    def lay_over(self, others: "BoilerplateSamples") -> None:
        """Take over from `others`, stored meanwhile, the publications that were left alone here."""
        for of, sample in others._samples.items():  # noqa: SLF001 - one of this class
            if of not in self._touched:
                self._samples[of] = sample
                self._marks[of] = others._marks.get(of, 0)  # noqa: SLF001
                self._repeated.pop(of, None)

    def add(self, record: Record) -> None:
        """Look at a plain text, or a page."""
        of, article = publication_of(record), digest(record.id)
        sample = self._samples.setdefault(of, Sample())
        if sample.wants(article) and sample.add(article, _text(record), page=_is_page(record)):
            self._touch(of)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget articles that are gone."""
        gone = set(map(digest, ids))
        for of, sample in self._samples.items() if gone else ():
            for article in [each for each in sample.articles if each in gone]:
                del sample.articles[article]
                self._touch(of)

    def depleted(self) -> set[int]:
        """Publications whose articles should all be looked at again; their samples are begun anew."""
        found = {of for of in self._stale if self._samples[of].depleted}
        for of in found:
            self._samples[of] = Sample()
            self._marks[of] = _UNKNOWN
        return found

    def changed(self) -> set[int]:
        """Publications that now repeat other lines than when the articles of the index were cleaned."""
        found = {of for of in self._stale if self._of(of).mark != self._marks.get(of, 0)}
        self._marks |= {of: self._of(of).mark for of in found}
        self._stale.clear()
        return found

    def with_repeated_lines(self, record: Record) -> Record:
        """A record with those of its lines that its publication repeats."""
        if not is_cleanable(record):
            return record
        known = self._of(publication_of(record))
        repeated = known.of(_text(record), page=_is_page(record)) if known.often else {}
        return replace(record, repeated=repeated) if repeated else record

    def save(self, location: Path) -> str:
        """Store it, if it changed. Gives its stamp."""
        if self._changed:
            self.stamp = secrets.token_hex(8)
            write_durably(location / BOILERPLATE_SAMPLES, sealed(self.to_bytes()))
            self._changed = False
        return self.stamp

    def _touch(self, of: int) -> None:
        self._repeated.pop(of, None)
        self._stale.add(of)
        self._touched.add(of)
        self._changed = True

    def _of(self, of: int) -> Repeated:
        if of not in self._repeated:
            self._repeated[of] = self._samples[of].repeated() if of in self._samples else Repeated()
        return self._repeated[of]

    def _arrays(self) -> dict[str, Any]:
        samples = self._samples.values()
        articles = [article for sample in samples for article in sample.articles]
        lines = [each for sample in samples for each in sample.articles.values()]
        return {
            "stamp": np.array(self.stamp),
            "publications": np.array([*self._samples], np.uint64),
            "marks": np.array([self._marks.get(of, 0) for of in self._samples], np.uint64),
            "stale": np.array([of in self._stale for of in self._samples], np.bool_),
            "last": np.array([sample.limit - 1 for sample in samples], np.uint64),
            "sizes": np.array([len(sample.articles) for sample in samples], np.int64),
            "articles": np.array(articles, np.uint64),
            "bytes": np.array([len(each) for each in lines], np.int64),
            "lines": np.frombuffer(b"".join(lines), np.uint8),
        }

    def _fill(self, stored: dict[str, Any]) -> None:
        self.stamp = str(stored["stamp"])
        data, articles = stored["lines"].tobytes(), stored["articles"].tolist()
        ends = np.cumsum(stored["bytes"]).tolist()
        starts = [0, *ends]
        first = 0
        columns = (stored[name].tolist() for name in ("publications", "marks", "stale", "last", "sizes"))
        for of, mark, stale, last, size in zip(*columns, strict=True):
            held = {articles[n]: data[starts[n] : ends[n]] for n in range(first, first + size)}
            self._samples[of] = Sample(held, last + 1)
            self._marks[of] = mark
            first += size
            if stale:
                self._stale.add(of)


def folder_of(path: str) -> int:
    """The publication of a text that states none, by the path of its file."""
    return digest(folder(path))


def publication_of(record: Record) -> int:
    """The publication of a text."""
    return digest(publication(record))


def _is_page(record: Record) -> bool:
    return record.kind is ContentKind.HTML


def _text(record: Record) -> str:
    """The text whose lines may be repeated."""
    if not _is_page(record):
        return record.content
    from corpus.extraction.html.page_text import body_text  # noqa: PLC0415 - only pages need lxml

    return body_text(record.content)
