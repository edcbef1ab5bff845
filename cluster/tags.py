"""Tags on a cluster: kept in a file beside it, as a user noted them, and sought by the ids of their articles."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Self

from cluster.translate import Query
from corpus.folding import exact_key, has_word
from index.corrections.notes import Notes

_AT_ONCE = 50_000
"""Ids of one clause: a cluster takes 65,536."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a file by their keys: how each is shown, and the ids of the articles that have it."""

    labels: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, notes: Notes, there: Collection[str]) -> Self:
        """The tags of notes of the articles that are `there`."""
        labels: dict[str, str] = {}
        members: dict[str, list[str]] = {}
        for article_id, note in sorted(notes.of.items()):
            if article_id not in there:
                continue
            for label in note.tags:
                labels.setdefault(exact_key(label), label)
                members.setdefault(exact_key(label), []).append(article_id)
        return cls(labels, members)

    def having(self, key: str) -> Query:
        """What finds the articles that have a tag."""
        ids = self.members.get(key, [])
        some = [ids[first : first + _AT_ONCE] for first in range(0, max(1, len(ids)), _AT_ONCE)]
        return {"bool": {"should": [{"terms": {"id": each}} for each in some]}}

    def with_word(self, start: str) -> list[str]:
        """The tags that have a word which begins so."""
        return [key for key in self.labels if has_word(key, start)]
