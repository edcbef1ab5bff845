"""Invert the tokens of articles: term numbers that stand article after article become sorted posting lists."""

from array import array

import numpy as np

from index.arrays.int_lists import gaps
from index.arrays.types import AnyIntArray, Int64Array
from index.segments.postings import PostingLists
from index.segments.vocabulary import StringTable


class Words:
    """One field of words: the numbers of its tokens, article after article."""

    def __init__(self) -> None:
        self.tokens = array("I")
        self.lengths = array("I")
        self.initial = bytearray()
        """Whether a sentence may begin with each token; empty where nobody asks."""

    def add(self, numbers: list[int]) -> None:
        """The tokens of the next article."""
        self.tokens.fromlist(numbers)
        self.lengths.append(len(numbers))


def numbers(values: "array[int]") -> AnyIntArray:
    """The values as an array of uint32."""
    return np.frombuffer(values, np.uint32) if len(values) else np.empty(0, np.uint32)


def inverted(terms: Int64Array, lengths: Int64Array, *, positions: bool) -> tuple[Int64Array, PostingLists]:
    """The terms there are, ascending, and their postings, from term numbers that stand article after article."""
    if not len(terms):
        none = np.empty(0, np.int64)
        return none, PostingLists(none, none, none, none)
    # Sorting term and place as one number is several times faster than sorting terms and keeping their order.
    bits = len(terms).bit_length()
    packed = np.sort((terms << bits) | np.arange(len(terms)))
    term, place = packed >> bits, packed & ((1 << bits) - 1)
    owners = np.repeat(np.arange(len(lengths)), lengths)[place]
    first_of_term = np.diff(term, prepend=-1) != 0
    starts = np.flatnonzero(first_of_term | (np.diff(owners, prepend=-1) != 0))
    frequencies = np.diff(starts, append=len(terms))
    doc_freqs = np.diff(np.flatnonzero(first_of_term[starts]), append=len(starts))
    steps = np.empty(0, np.int64)
    if positions:
        begins = np.cumsum(lengths) - lengths
        steps = gaps(place - begins[owners], starts)
    return term[first_of_term], PostingLists(doc_freqs, owners[starts], frequencies, steps)


def inverted_strings(
    table: StringTable, terms: AnyIntArray, lengths: Int64Array, *, positions: bool
) -> tuple[list[bytes], PostingLists]:
    """The strings that stand in articles, each once, ascending, and their postings.

    `terms` are places in the table, article after article; `lengths` says how many each article has.
    """
    order = table.order()
    used = order[np.bincount(terms, minlength=len(order))[order] > 0]
    ranks = np.empty(len(order), np.int64)
    ranks[used] = np.arange(len(used))
    _, lists = inverted(ranks[terms], lengths, positions=positions)
    return [table.strings[place] for place in used.tolist()], lists
