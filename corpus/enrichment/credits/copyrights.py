"""Read a line that says who owns what an article shows: `© 2019 Ann Lund/AFP via Getty Images`."""

from collections.abc import Iterator

from corpus.article import Author
from corpus.enrichment.credits.credit_lines import credits_in
from corpus.enrichment.credits.picture_credits import picture_credit
from corpus.late_pattern import late

COPYRIGHT = late(r"\W*(?:(?:©|\([cC]\)|[Cc]opyright) ?)+(?:19|20)\d\d\b.{0,160}")
_OWNED = late(r"\W*(?:(?:©|\([cC]\)|[Cc]opyright) ?)+(?:19|20)\d\d[ ,:-]*")
"""What says that something is owned, and since when."""


def owner_of(line: str) -> Iterator[Author]:
    """Whose picture it is, where an agency stands behind the name: `© 2019 Ann Lund/AFP via Getty Images`."""
    owner = _OWNED.sub("", line)
    found = picture_credit(f"/{owner}", last=False) if "/" in owner else None
    if found and found[0] == 0:
        yield from found[1]
    elif ". " in owner:
        yield from credits_in(owner.partition(". ")[2], lambda _: False)  # © 2019 Example Wire. Photo: Ann Lund
