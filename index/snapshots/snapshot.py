"""One whole, unchanging state of the index, to be searched: a commit that comes later is another snapshot."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import numpy as np

from corpus.article import Basis
from corpus.document import Document
from corpus.encoding import to_utf8
from corpus.enrichment.aliases.country_names import territories
from corpus.folding import exact_key
from index.analysis.analyzer import analyzer_of
from index.analysis.languages import Languages
from index.arrays.doc_id_set import DocIdSet
from index.arrays.types import Int64Array, Mask
from index.corrections import notes, user_aliases
from index.corrections.synonyms import Synonyms
from index.duplicates.groups import Groups
from index.segments.added_times import UNKNOWN
from index.segments.date_columns import basis_number
from index.segments.facets import Facet, Values
from index.segments.segment import Segment
from index.segments.settled_names import SettledNames
from index.snapshots import adjacency, lookup
from index.snapshots.aliased_facet import AliasedFacetColumn
from index.snapshots.article_ids import ArticleIds
from index.snapshots.facet_column import FacetColumn
from index.snapshots.memory import keep_freed
from index.snapshots.open_segments import generation, opened_as_named
from index.snapshots.shown_articles import ShownArticles, Tokenized
from index.snapshots.tag_column import TagColumn
from index.snapshots.terms import Terms
from index.snapshots.word_forms import WordForms
from index.storage.location import damage_told, describe


class Snapshot:
    """The articles of one commit by doc_id, 0 to `size`, deleted ones among them (`live` tells).

    Everything in it is read-only, but for what it keeps of its own answers: threads share it freely.
    The files are let go with the last reference to it.
    """

    def __init__(self, location: Path, before: "Snapshot | None" = None) -> None:
        """Open the last commit. What a snapshot `before` it has verified is not verified again.

        Each array is verified when it is first asked for, which raises `NoIndex` where it is damaged.
        """
        keep_freed()
        self._location = location
        self.generation = generation(location)
        self.analyzer = analyzer_of(describe(location).language)
        """The analyzer of the index's own language, which the others follow."""
        self.corrections = user_aliases.load(location)
        """What a user has put right."""
        with damage_told(location):
            known: dict[str, Segment] = {each.path.stem: each for each in before.segments} if before else {}
            named = opened_as_named(location, known)
            settled = next((name.settled for name, _ in named if name.settled), SettledNames())
            self.aliases = self.corrections.over(settled)
            """How names are shown: as the collection settles them, and before that as a user has put them right."""
            self.segments: list[Segment] = [segment for _, segment in named]
            self.languages = Languages(self.analyzer, (each for part in self.segments for each in part.languages))
            self.bases = [0, *accumulate(segment.count for segment in self.segments)]
            self.size = self.bases[-1]
            self.live: Mask = _joined([segment.live for segment in self.segments], np.bool_)
            self.days: Int64Array = _joined([segment.days for segment in self.segments], np.uint32)
            self.date_bases: Int64Array = _joined([segment.date_bases for segment in self.segments], np.uint8)
            self.added: Int64Array = _joined([name.times() for name, _ in named], np.int64)
            """When each article entered the index, as `index.segments.added_times` has it."""
            self.groups = Groups([name.duplicate_links for name, _ in named], self.bases, self.live)
            """Which articles are near-duplicates."""
            self.ids = ArticleIds(self.segments, self.bases)
            self.notes = notes.load(location)
            """What a user has noted of articles."""
            self.articles = ShownArticles(location, self.segments, self.bases, self.notes, self.aliases)
            self.facets = {facet: self._facet(facet) for facet in Facet}
        self.word_forms = WordForms(self.segments)
        self.expansions: dict[tuple[str, str], list[str]] = {}
        """The terms that patterns were found to stand for: kept here, so that they go with the snapshot."""

    def verify(self) -> None:
        """Read every array against its checksum once more. Raises `NoIndex`."""
        with damage_told(self._location):
            for segment in self.segments:
                segment.arrays.verify()

    def verify_unread(self) -> bool:
        """Verify what nobody has asked for yet; whether there was anything. Raises `NoIndex`."""
        read = [segment.arrays.verify_unread() for segment in self.segments]
        return any(read)

    @cached_property
    def count(self) -> int:
        """How many articles there are."""
        return int(np.count_nonzero(self.live))

    @cached_property
    def last_added(self) -> int:
        """When the last of all articles entered the index, as `index.segments.added_times` has it."""
        return int(self.added.max(initial=UNKNOWN))

    @cached_property
    def totals(self) -> dict[Facet, Int64Array]:
        """How many of all articles have each value of each facet: int64 of shape (values,)."""
        everything = DocIdSet(self.size, mask=self.live)
        return {facet: column.counts(everything) for facet, column in self.facets.items()}

    @cached_property
    def countries_as_names(self) -> Mask:
        """Which names are countries, which the facet of countries has as well: shape (names,)."""
        column = self.facets[Facet.ENTITY]
        ordinals = (column.ordinal(exact_key(name)) for name in territories().values())
        countries: Mask = np.zeros(len(column), np.bool_)
        countries[[each for each in ordinals if each is not None]] = True
        return countries

    @cached_property
    def synonyms(self) -> Synonyms:
        """Which names mean the same."""
        return Synonyms(self.corrections)

    @cached_property
    def inferred(self) -> Mask:
        """Of which articles the date is inferred: shape (articles,)."""
        inferred: Mask = self.date_bases == basis_number(Basis.INFERRED)
        return inferred

    def document(self, doc_id: int) -> Document:
        """The article with a doc_id."""
        return self.tokenized(doc_id).document

    def tokenized(self, doc_id: int) -> Tokenized:
        """The article with a doc_id, and where each token of its text stands."""
        (found,) = self.articles.read([doc_id])
        return found

    def terms(self, field: str) -> list[Terms]:
        """The terms of a field in each segment, counted by the articles that have them, deleted ones among them."""
        postings = [segment.postings for segment in self.segments]
        return [Terms(each.terms, each.doc_freqs, *each.fields.get(field, (0, 0))) for each in postings]

    @property
    def forms(self) -> list[Terms]:
        """The words as they are written, folded, in each segment, counted by their occurrences."""
        return [Terms(each.forms, each.form_counts, 0, len(each.forms)) for each in self.segments]

    def frequency(self, field: str, term: str) -> int:
        """In how many articles, deleted ones among them, a field has a term."""
        raw = to_utf8(term)
        postings = [segment.postings for segment in self.segments]
        return sum(each.frequency(place) for each in postings if (place := each.term(field, raw)) is not None)

    def held(self, fields: Collection[str], term: str) -> int:
        """In how many articles, deleted ones among them, any of some fields has a term; counted once."""
        names, raw = tuple(fields), to_utf8(term)
        return sum(segment.held(names, raw) for segment in self.segments)

    @property
    def occurrences(self) -> int:
        """How many words stand in all articles, deleted ones among them."""
        return sum(sum(segment.totals.values()) for segment in self.segments)

    @property
    def words(self) -> int:
        """How many words stand in the texts of all articles, deleted ones among them."""
        return sum(segment.totals["text"] for segment in self.segments)

    def forms_like(self, pattern: str) -> list[str]:
        """The written words that match a folded pattern, the most frequent first."""
        return lookup.matching(self.forms, pattern)

    def values_like(self, field: str, pattern: str) -> list[str]:
        """The whole values of a field that match a folded pattern, the most frequent first."""
        return lookup.matching(self.terms(field), pattern)

    def values_with(self, field: str, patterns: Sequence[str]) -> Iterator[str]:
        """The whole values of a field of which some word matches each of some folded patterns."""
        return lookup.with_words(self.terms(field), patterns)

    def terms_near(self, field: str, term: str, distance: int) -> list[str]:
        """Terms at most `distance` edits away that share the first letter, the most frequent first."""
        return lookup.near(self.terms(field), term, distance)

    def forms_near(self, word: str, edits: int, start: str) -> Mapping[str, int]:
        """Forms that begin so and may be so many edits away, some others among them, and how often each occurs."""
        return lookup.forms_near(self.segments, self.forms, word, edits, start)

    def names_near(self, word: str, edits: int, letters: str) -> Iterator[str]:
        """Forms with a capital mostly that begin with one of some letters and may be so many edits away."""
        return lookup.names_near(self.segments, word, edits, letters)

    def stand_together(self, field: str, terms: Sequence[str]) -> bool:
        """Whether some terms stand in order, one after the other, in a field of any of the first articles with all."""
        return adjacency.stand_together(self.segments, field, terms)

    def always_together(self, field: str, first: str, last: str) -> bool:
        """Whether a term never stands in a field without another one behind it."""
        return adjacency.always_together(self.segments, field, first, last)

    def _facet(self, facet: Facet) -> FacetColumn:
        if not facet.field.stored:
            found = ((self.ids.doc_id(article_id), each.tags) for article_id, each in self.notes.of.items())
            return TagColumn({doc_id: tags for doc_id, tags in found if doc_id is not None}, self.size)
        parts = [segment.facets[facet.field.column] for segment in self.segments]
        if facet.field.values is Values.NAMES and self.aliases is not user_aliases.NOTHING:
            return AliasedFacetColumn(parts, self.bases, self.aliases)
        return FacetColumn(parts, self.bases)


def _joined(parts: list[np.ndarray], dtype: type) -> np.ndarray:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.empty(0, dtype)
