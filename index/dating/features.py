"""What in a text may tell its year? Its words as they are written, and pairs of capitalised words; never a year."""

import re

READ = 4_000
"""Characters of a text that are looked at: what an article is about stands at its beginning."""

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’&-][^\W\d_]+)*|\d[\d.,]*\d|\d|[.!?;:()\"]")


def features(text: str) -> set[str]:
    """The words of the beginning of a text, and the pairs of capitalised words that stand side by side.

    Years are struck out, for a text speaks of many: what is left tells whose times these are.
    """
    found: set[str] = set()
    before = ""
    for token in _TOKEN.findall(_YEAR.sub(" ; ", text[:READ])):
        if not token[0].isalnum():
            before = ""
            continue
        found.add(token)
        capital = token[0].isupper()
        if capital and before:
            found.add(f"{before} {token}")
        before = token if capital else ""
    return found
