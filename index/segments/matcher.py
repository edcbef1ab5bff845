"""The postings of one term as Whoosh walks them: one after the other."""

from typing import Any

from whoosh.matching import LeafMatcher, ReadTooFar

from index.segments.postings import Postings


class ArrayPostings(LeafMatcher):  # type: ignore[misc]  # Whoosh has no annotations
    """A matcher over the arrays of a term; the whole list counts as one block."""

    def __init__(self, postings: Postings, term: int, named: tuple[str, bytes], format_: Any, scorer: Any) -> None:
        self.format = format_
        self.scorer = scorer
        self._term = named
        self._postings = postings
        self._place = term
        self._documents: list[int] = postings.documents(term).tolist()
        self._weights: list[int] = postings.frequencies(term).tolist()
        self._at = 0

    def reset(self) -> None:
        """Begin anew."""
        self._at = 0

    def copy(self) -> "ArrayPostings":
        """Another walk that stands at the same place."""
        other = type(self)(self._postings, self._place, self._term, self.format, self.scorer)
        other.skip(self._at)
        return other

    def is_active(self) -> bool:
        """Whether there is a posting here."""
        return self._at < len(self._documents)

    def id(self) -> int:
        """The article."""
        return self._documents[self._at]

    def weight(self) -> float:
        """How often it has the term."""
        return float(self._weights[self._at])

    def value(self) -> bytes:
        """The posting as Whoosh's format encodes it."""
        if not self.format.supports("positions"):
            return b""
        encoded: bytes = self.format.encode(self.value_as("positions"))
        return encoded

    def value_as(self, astype: str) -> Any:
        """The positions or the frequency of the posting."""
        if astype == "positions":
            lists = self._postings.position_lists(self._term[0], self._term[1])
            return lists.at(self._at) if lists else []
        return self.weight() if astype == "weight" else self._weights[self._at]

    def next(self) -> None:
        """Go to the next posting."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1

    def skip(self, postings: int) -> None:
        """Leave out some postings."""
        self._at += postings

    def skip_to(self, id: int) -> None:  # noqa: A002 - Whoosh's own name
        """Go to the first posting of this article or a later one."""
        if not self.is_active():
            raise ReadTooFar
        while self.is_active() and self.id() < id:
            self._at += 1

    def skip_to_quality(self, minquality: float) -> int:
        """Leave the block if nothing in it is good enough."""
        if self.block_quality() > minquality:
            return 0
        self._at = len(self._documents)
        return 1

    def block_min_length(self) -> int:
        """The shortest length in the block: unknown, and as good as possible."""
        return 1

    def block_max_weight(self) -> float:
        """The highest frequency in the block."""
        return float(max(self._weights))
