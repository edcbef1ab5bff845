"""Documents in, one segment out: what of a document is searched, counted and stored."""

from pathlib import Path

from corpus.document import Document
from index.analysis.analyzer import analyzer_of
from index.analysis.tokenizer import split_pieces
from index.segments import stored_article, token_offsets
from index.segments.date_columns import basis_number, day_number
from index.segments.facets import Facet
from index.segments.name_readings import readings_of
from index.segments.segment_writer import SegmentWriter
from index.segments.vocabulary import Vocabulary

_VALUES_OF = tuple((facet.field.column, facet.field.of) for facet in Facet if facet.field.stored)
_SENTENCE_SIGNS = frozenset('.!?:;\n"“”„«»‘(*•…')
_MOST_GAPS = 1 << 16

_BEGINNING = 400
"""Characters by which a text is told to be all in capitals."""

_MOST_LETTERS = 0.8
"""So much of the letters of a text in capitals has such: `ª` and `ʻ` have none."""

_LARGEST_VOCABULARY = 1_000_000
"""Tokens that are remembered from one segment to the next."""


class _SentenceGaps(dict[str, bool]):
    """Whether a sentence may begin after each gap between tokens: what a capital there says nothing for."""

    def __missing__(self, gap: str) -> bool:
        begins = not gap or not _SENTENCE_SIGNS.isdisjoint(gap)
        if len(self) < _MOST_GAPS:
            self[gap] = begins
        return begins


_MAY_BEGIN = _SentenceGaps()


class SegmentBuilder:
    """Gathers documents and writes them as a segment; it may then begin the next, and knows its words already."""

    def __init__(self, language: str) -> None:
        self._language = analyzer_of(language).language
        self._vocabulary = Vocabulary()
        self.begin()

    def begin(self) -> None:
        """Begin a segment, without whatever was gathered of one that was not written."""
        self._writer = SegmentWriter(self._vocabulary)

    def __len__(self) -> int:
        return len(self._writer)

    @property
    def size(self) -> int:
        """Occurrences of words gathered so far."""
        return self._writer.size

    def add(self, document: Document, origin: str, fingerprint: str) -> None:
        """Add a document; `origin` is the file that it comes from, `fingerprint` tells its content from any other."""
        article, writer, published = document.article, self._writer, document.published
        text = split_pieces(article.text)
        stored = stored_article.pack(document, token_offsets.pack(article.text, text))
        dated = day_number(published), basis_number(published.basis)
        language = analyzer_of(article.language or self._language).language
        in_title, in_text = tokens_of(split_pieces(article.title), article.title), tokens_of(text, article.text)
        writer.add(article.id, origin, fingerprint, dated, stored)
        writer.add_words("title", in_title, language)
        writer.add_words("text", in_text, language, may_begin(text))
        writer.add_words("source", split_pieces(article.source or "")[1::2], self._language)
        for column, values_of in _VALUES_OF:
            writer.facets[column].add(values_of(document))
        writer.readings.add_keys(readings_of(document))

    def write(self, path: Path, dictionary: bytes) -> None:
        """Write the segment and begin the next. `dictionary` is that of the index, as far as it has one."""
        self._writer.write(path, dictionary)
        if len(self._vocabulary) > _LARGEST_VOCABULARY:
            self._vocabulary = Vocabulary()
        self.begin()


def tokens_of(pieces: list[str], text: str) -> list[str]:
    """The tokens of a text; of one that is all in capitals, as old wires and headlines are, in small letters.

    Their capitals tell no name from a word.
    """
    tokens = pieces[1::2]
    return [token.lower() for token in tokens] if _in_capitals(text[:_BEGINNING]) else tokens


def _in_capitals(text: str) -> bool:
    """Whether a text is in capitals, and not in a script without them, `日本の首相はNATOと会談した`."""
    return text.isupper() and sum(map(str.isupper, text)) >= _MOST_LETTERS * sum(map(str.isalpha, text))


def may_begin(pieces: list[str]) -> bytes:
    """A 1 for each token of a text, given in pieces, that a sentence may begin with."""
    return bytes(map(_MAY_BEGIN.__getitem__, pieces[:-1:2]))
