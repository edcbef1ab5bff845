"""A facet as a Whoosh column: the value that stands first in each article, to be grouped and sorted by."""

from whoosh.columns import ColumnReader

from index.segments.segment_facet import SegmentFacet


class FacetColumnReader(ColumnReader):  # type: ignore[misc]  # Whoosh has no annotations
    """Reads the first value of an article, of a country that is mentioned most; none as an empty string."""

    def __init__(self, facet: SegmentFacet) -> None:
        self._facet = facet
        self._doccount = len(facet.starts) - 1
        self._reverse = False

    def __getitem__(self, docnum: int) -> bytes:
        first, end = int(self._facet.starts[docnum]), int(self._facet.starts[docnum + 1])
        return self._facet.keys[int(self._facet.ordinals[first])] if first < end else b""
