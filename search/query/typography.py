"""Read the signs that keyboards, input methods and other programs write for those of a query."""

import re

from corpus.number_signs import GAPS, MONEY, SIGNS
from search.query.field_names import FIELD_OF
from search.query.rewritten import QUOTED, Rewritten, joined

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‹›″＂〝〞「」『』", '"'))
_DOUBLED = re.compile(r"""(?<!\w)(?:''|``|‘‘)(?=\w)((?:(?!''|``|‘‘|’’|´´)[^"])+)(?:''|’’|´´)(?!\w)""")
"""Two single marks for a double one: ``a phrase''. Within a phrase they are a quotation of its own."""
_ACCENT = re.compile(r"(?<=[^\W\d_])[`´](?=[^\W\d_])")
"""An accent for an apostrophe: l`enquête."""
_ELIDED = re.compile(r"(?<!\S)((?:[ld]|(?:jusq|lorsq|q)u|(?:da|de|ne|su|a)ll)['’])\s+(?=[^\W\d_])", re.IGNORECASE)
_WIDE_COLON = re.compile(rf"(?<!\w)({'|'.join(sorted(FIELD_OF, key=len, reverse=True))})：\s*(?=\S)", re.IGNORECASE)
_DOTS = re.compile(r"(?<=[^\W\d_])(?:\.{2,}|…)(?=[^\W\d_])")
"""What parts two words as a slash does: `Merkel...Sarkozy`."""
_ANYTHING = re.compile(r"(?<=[^\W_])\.\*(?=[\s)]|$)")
"""A regular expression for what the star says alone: `bankrupt.*`."""
_SIGN_APART = re.compile(rf"(?<=[{MONEY}])[{GAPS}](?=\d)|(?<=\d)[{GAPS}](?=[{SIGNS}](?:\s|$|[)\"]))")
"""A blank between a number and its sign, which is one word: `7 %`, `€ 35`."""
_EVERYTHING = re.compile(r"\s*\*:\*\s*")


def in_plain_signs(query: Rewritten) -> Rewritten:
    """A query with the quotation marks, apostrophes and colons that the query language has."""
    query = Rewritten(query.text.translate(_QUOTES), query.places)
    parts = query.split(QUOTED)
    parts[::2] = [part.replacing(_DOUBLED, r'"\1"') for part in parts[::2]]
    query = joined(parts)
    for pattern, written in (
        (_ACCENT, "’"),
        (_ELIDED, r"\1"),
        (_WIDE_COLON, r"\1:"),
        (_ANYTHING, "*"),
        (_SIGN_APART, ""),
    ):
        query = query.replacing(pattern, written)
    query = query.replacing(_DOTS, "/")
    return query.replacing(_EVERYTHING, "*") if _EVERYTHING.fullmatch(query.text) else query
