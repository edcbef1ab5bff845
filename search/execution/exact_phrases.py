"""Match phrases in the very forms that were typed: `="hedge fund"` finds no `hedge funds`.

Positions are those of stems, so the stored text decides, for the few articles that have the stems in order and each of
the forms somewhere.
"""

from collections.abc import Callable

import numpy as np

from corpus.encoding import to_utf8
from index.analysis.analyzer import TOKENIZER, form_of
from index.arrays.types import Int64Array, Mask
from index.segments import stored_article, token_offsets
from index.segments.form_table import FORM_FIELDS
from index.segments.segment import Segment
from search.execution.forms import having_form
from search.execution.word_postings import WordPostings
from search.query.tree import Phrase

TokenAt = Callable[[int], str]
"""The token at a position of a text; empty behind the last."""


def in_forms(node: Phrase, segment: Segment, doc_ids: Int64Array, check: Callable[[], None]) -> Mask:
    """Which of some articles, that have the terms of a phrase in order, have it in its forms: shape (doc_ids,).

    `check` is called before each article, and may stop the search.
    """
    there: Mask = np.ones(len(doc_ids), np.bool_)
    for term, form in zip(node.terms, node.forms, strict=True) if node.field in FORM_FIELDS else ():
        there &= having_form(WordPostings(term, segment), (form,), doc_ids)
    first = segment.postings.position_lists(node.field, to_utf8(node.terms[0]))
    for place in np.flatnonzero(there).tolist():
        check()
        doc_id = int(doc_ids[place])
        token = _tokens(node.field, segment.records[doc_id])
        begins = first.of(doc_id) if first is not None else []
        there[place] = any(_stands(node.forms, token, begin) for begin in begins)
    return there


def _tokens(field: str, record: bytes) -> TokenAt:
    """The tokens of a stored article's text, or of another field of it, by their positions."""
    document, packed = stored_article.unpack(record)
    if field != "text":
        tokens = TOKENIZER.tokenize(getattr(document.article, field) or "")
        return lambda position: tokens[position] if position < len(tokens) else ""
    text = document.article.text
    edges = token_offsets.unpack(packed, text)
    return lambda position: text[edges[position, 0] : edges[position, 1]] if position < len(edges) else ""


def _stands(forms: tuple[str, ...], token: TokenAt, begin: int) -> bool:
    tokens = (token(begin + step) for step in range(len(forms)))
    # Behind the last token of a text there is nothing.
    return all(each and form_of(each) == form for each, form in zip(tokens, forms, strict=True))
