"""Find the credits of an article: who reported, wrote, edited or photographed it, and whom to call about it.

These are people of the article, not of its story.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from corpus.article import Author, Span
from corpus.enrichment.credits.credit_names import Credit
from corpus.enrichment.credits.edge_credits import edge_credits
from corpus.enrichment.credits.introductions import introductions
from corpus.enrichment.credits.phrased_credits import by_phrases
from corpus.enrichment.credits.picture_credits import picture_credits
from corpus.enrichment.credits.removed_credits import of_removed
from corpus.enrichment.credits.stated_authors import names_in
from corpus.enrichment.credits.uncased_credits import uncased_credits
from corpus.late_pattern import late

_STANDARDS = late(r"Our Standards: [^\n]{0,60}")
"""What stands below an agency's credits, and runs into them where lines are joined."""
_LONGEST_ADDRESS = 60


class Credits(NamedTuple):
    """Where a text says who made it, in order, and who that is."""

    spans: Sequence[Span]
    authors: Sequence[Author]


def credits_of(text: str, removed: Sequence[str] = (), stated: str | None = None) -> Credits:
    """The credits of a text whose apostrophes, spaces and wrapped lines are normalised; no two spans overlap.

    What a line says as a whole wins over the phrases in it. Of the lines that cleaning `removed`, those that credit
    this very story name its authors too. Whom its author line has `stated` it may name and introduce once more.
    """
    standards = [Credit(found.span(), ()) for found in _STANDARDS.finditer(text)] if "Our Standards:" in text else []
    for begin, end in (each.span for each in standards):
        text = f"{text[:begin]}{' ' * (end - begin)}{text[end:]}"
    phrased = list(by_phrases(text))
    addresses = " ".join(line for line in removed if "@" in line and len(line) <= _LONGEST_ADDRESS)
    story = without_credits(text, [credit.span for credit in phrased])
    whole = [*picture_credits(text), *edge_credits(text, story, phrased, addresses), *uncased_credits(text)]
    found = _apart([*whole, *phrased])
    names = [*names_in(stated or ""), *(author.name for credit in found for author in credit.authors)]
    story = without_credits(text, [credit.span for credit in found])
    found = _apart([*found, *standards, *introductions(story, frozenset(name.casefold() for name in names))])
    authors = (author for credit in [*found, *of_removed(removed, names_in(stated or ""))] for author in credit.authors)
    return Credits([credit.span for credit in found], tuple(dict.fromkeys(authors)))


def _apart(found: Sequence[Credit]) -> Sequence[Credit]:
    """Of credits that overlap the first, all in the order of the text."""
    kept: list[Credit] = []
    for credit in found:
        begin, end = credit.span
        place = bisect_left(kept, begin, key=lambda each: each.span[0])
        behind_last = place == 0 or kept[place - 1].span[1] <= begin
        if behind_last and (place == len(kept) or end <= kept[place].span[0]):
            kept.insert(place, credit)
    return kept


def without_credits(text: str, spans: Sequence[Span]) -> str:
    """The text with its credits blotted out, each other character in its place."""
    for start, end in spans:
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
    return text
