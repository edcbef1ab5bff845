"""The table of written forms of a segment: how often each occurs, with a capital, in small letters, with an umlaut.

Whether a word is a name in this collection is read from it: names are written with a capital within sentences.
"""

from collections.abc import Sequence

import numpy as np

from index.arrays.array_file import ArrayWriter
from index.arrays.strings import write_strings
from index.arrays.types import AnyIntArray, Int64Array
from index.segments.inversion import Words, inverted_strings, numbers
from index.segments.postings import PostingLists
from index.segments.vocabulary import CAPITAL, LOWER, UMLAUT, Vocabulary

FORM_FIELDS = ("title", "text")
"""The fields whose forms are told apart."""

COUNTS = ("form.count", "form.capital", "form.lower", "form.umlaut")
"""Arrays of a number for each form: its occurrences; those in texts with a capital within a sentence; those in texts in
small letters; those with an umlaut."""


def write_form_table(out: ArrayWriter, fields: Sequence[Words], text: Words, vocabulary: Vocabulary) -> None:
    """Write the forms of some fields, in order, with their counts."""
    used, counts = form_counts(fields, text, vocabulary)
    write_strings(out, "form", [vocabulary.forms.table.strings[place] for place in used.tolist()])
    for name, values in zip(COUNTS, counts, strict=True):
        out.extend(name, values, "<u4")


def form_counts(
    fields: Sequence[Words], text: Words, vocabulary: Vocabulary
) -> tuple[Int64Array, tuple[Int64Array, ...]]:
    """The forms of some fields, by their places in the vocabulary and in order, and what `COUNTS` names of each."""
    forms, size = vocabulary.forms, len(vocabulary.forms.table.strings)
    flags = np.frombuffer(vocabulary.flags, np.uint8) if len(vocabulary) else np.empty(0, np.uint8)
    count = np.zeros(size, np.int64)
    umlaut = np.zeros(size, np.int64)
    for words in fields:
        tokens = numbers(words.tokens)
        count += np.bincount(forms.ids(tokens), minlength=size)
        umlaut += np.bincount(forms.ids(tokens[flags[tokens] & UMLAUT != 0]), minlength=size)
    tokens = numbers(text.tokens)
    begins = np.frombuffer(text.initial, np.bool_)
    capital = np.bincount(forms.ids(tokens[(flags[tokens] & CAPITAL != 0) & ~begins]), minlength=size)
    lower = np.bincount(forms.ids(tokens[flags[tokens] & LOWER != 0]), minlength=size)
    order = forms.table.order()
    used = order[count[order] > 0]
    return used, tuple(values[used] for values in (count, capital, lower, umlaut))


def inverted_forms(fields: Sequence[Words], vocabulary: Vocabulary) -> tuple[list[bytes], PostingLists]:
    """The terms of the field `form`, ascending, and their postings."""
    tokens, owners = list[AnyIntArray](), list[Int64Array]()
    for words in fields:
        lengths = np.array(words.lengths, np.int64)
        tokens.append(numbers(words.tokens))
        owners.append(np.repeat(np.arange(len(lengths)), lengths))
    return _form_postings(np.concatenate(tokens), np.concatenate(owners), len(fields[0].lengths), vocabulary)


def _form_postings(
    tokens: AnyIntArray, owners: Int64Array, articles: int, vocabulary: Vocabulary
) -> tuple[list[bytes], PostingLists]:
    """The postings of forms and acronyms, from tokens and the article of each."""
    table = vocabulary.form_terms.table
    ids, of = list[Int64Array](), list[Int64Array]()
    for strings in (vocabulary.form_terms, vocabulary.acronym_terms):
        found = strings.ids(len(vocabulary))[tokens]
        ids.append(found[found >= 0])
        of.append(owners[found >= 0])
    places, articles_of = np.concatenate(ids), np.concatenate(of)
    order = np.argsort(articles_of, kind="stable")
    return inverted_strings(table, places[order], np.bincount(articles_of, minlength=articles), positions=False)
