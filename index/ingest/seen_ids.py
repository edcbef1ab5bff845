"""Remember where the articles of a run stand, so that no two of them have one id."""

from corpus.record import Record
from corpus.refusal import Refusal

_LINE_BITS = 40


class SeenIds:
    """Where the articles of a run stand, by their ids."""

    def __init__(self) -> None:
        self._origins: list[str] = []
        self._places: dict[str, int] = {}

    def add(self, record: Record) -> None:
        """Note an article."""
        if not self._origins or self._origins[-1] != record.origin:
            self._origins.append(record.origin)
        # One number each, as there may be millions.
        self._places[record.id] = (len(self._origins) - 1) << _LINE_BITS | (record.line or 0)

    def where(self, article_id: str) -> str | None:
        """`path:line` of the article with an id, or the path alone."""
        place = self._places.get(article_id)
        if place is None:
            return None
        return Refusal(self._origins[place >> _LINE_BITS], place & ((1 << _LINE_BITS) - 1) or None, "").where
