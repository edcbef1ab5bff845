"""The written forms of terms over the segments of a snapshot: which there are, and how they are written."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from corpus.encoding import to_utf8
from index.segments.fields import FORM
from index.segments.form_table import COUNTS
from index.segments.segment import Segment
from index.segments.written_form import SEPARATOR
from index.snapshots.terms import Terms

_REMEMBERED = 10_000


class FormCounts(NamedTuple):
    """How often a form occurs: at all; in texts with a capital within a sentence, in small letters; with an umlaut."""

    occurrences: int
    capital: int
    lower: int
    umlaut: int


class WordForms:
    """Answers are remembered; threads may share them."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._of: dict[str, Mapping[str, int]] = {}
        self._counts: dict[str, FormCounts] = {}

    def of(self, term: str) -> Mapping[str, int]:
        """The forms of a term that are not the term itself, and acronyms in capitals, with their doc_freq."""
        found = self._of.get(term)
        if found is None:
            counted = Counter[str]()
            for segment in self._segments:
                postings = segment.postings
                terms = Terms(postings.terms, postings.doc_freqs, *postings.fields.get(FORM, (0, 0)))
                own = terms.beginning(f"{term}{SEPARATOR}")
                for form, count in zip(own.all(), own.counts().tolist(), strict=True):
                    counted[form.partition(SEPARATOR)[2]] += count
            found = counted
            _remember(self._of, term, found)
        return found

    def counts(self, form: str) -> FormCounts:
        """How often a form occurs, deleted articles among those that have it."""
        found = self._counts.get(form)
        if found is None:
            sums = [0] * len(COUNTS)
            raw = to_utf8(form)
            for segment in self._segments:
                ordinal = segment.forms.place(raw, 0, len(segment.forms))
                if ordinal < len(segment.forms) and segment.forms[ordinal] == raw:
                    sums = [
                        total + int(segment.arrays[name][ordinal]) for total, name in zip(sums, COUNTS, strict=True)
                    ]
            found = FormCounts(*sums)
            _remember(self._counts, form, found)
        return found

    def __contains__(self, form: str) -> bool:
        return self.counts(form).occurrences > 0


def _remember(kept: dict[str, Any], key: str, value: object) -> None:
    if len(kept) >= _REMEMBERED:
        kept.clear()
    kept[key] = value
