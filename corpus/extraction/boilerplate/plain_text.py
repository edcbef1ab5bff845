"""Extract the article of a plain text: its lines without the boilerplate of the page it was scraped from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from types import MappingProxyType

from corpus.article import UNDATED
from corpus.extraction.boilerplate.body import body
from corpus.extraction.boilerplate.paragraphs import paragraphs, unwrapped, whole_words
from corpus.extraction.boilerplate.repeated_lines import repeated_boilerplate
from corpus.extraction.boilerplate.rules import boilerplate_lines
from corpus.extraction.dates.readings import Language
from corpus.extraction.metadata.authors import byline_author
from corpus.extraction.metadata.date_lines import Stated, stated_date
from corpus.extraction.metadata.draft import Draft
from corpus.extraction.metadata.language import hinted
from corpus.extraction.metadata.titles import Headline, headline, made_title
from corpus.extraction.text.lines import Line, lines_of

_TIMES = 3
_ROUNDS = 24
"""More than any text needs that was not made to lose a line in each."""
_HINT = 2_000
"""Characters at the end of a text, where no menu stands, that tell its language."""
_SCRAPED = 6
"""So many lines of plain boilerplate show that a whole page was saved, and not an article alone."""
_DOUBTFUL = {"menu", "number, address or mark", "repeated", "appeal", "source"}
"""Reasons of lines that may stand in an article too, and prove no page. (What is repeated, taken as proof, cost .013 of
the words of articles for .008 of precision: `bench/templates.py`.)"""


def cleaned(
    text: str,
    title: str | None = None,
    repeated: Mapping[str, bool] = MappingProxyType({}),
    language: str | None = None,
) -> Draft:
    """The article of a plain text. A given title is taken as it is, and not repeated in the text.

    `repeated`: lines that the publication prints again and again, each with whether it goes from amid the text too.
    `language`: the tag that is stated with the text.

    Of a text that stands there twice, as some programs save it and its summary, one copy is kept; it is cleaned alone
    where nothing is left of both: what is repeated seems boilerplate.
    """
    found = _cleaned(text, title, repeated, language)
    once = Counter(found.text.split("\n\n") if found.text else [line.text for line in lines_of(text)])
    if set(once.values()) != {2}:
        return found
    if found.text:
        return replace(found, text="\n\n".join(once), removed=(*found.removed, *once))
    copy = _cleaned("\n\n".join(once), title, repeated, language)
    return replace(copy, removed=(*copy.removed, *once)) if copy.text else found


def _cleaned(text: str, title: str | None, repeated: Mapping[str, bool], language: str | None) -> Draft:
    """Lines that go bring others together, so cleaning is repeated until it finds nothing more: the result is clean."""
    hint = hinted(text[-_HINT:], language)
    sifted = _sifted(unwrapped(whole_words(lines_of(text))), title, repeated, hint, seek=title is None)
    found, stated, removed = sifted.headline, sifted.stated, [*sifted.removed]
    title, author = title or (found.title if found else None), sifted.author
    for _ in range(_ROUNDS):
        if not sifted.removed:
            break
        sifted = _sifted(sifted.kept, title, {}, hint, seek=False)
        removed += sifted.removed
        stated = stated or sifted.stated
    article = "\n\n".join(line.text for line in sifted.kept)
    return Draft(
        title=title or made_title(article),
        text=article,
        removed=tuple(line.text for line in sorted(removed, key=attrgetter("place"))),
        source=found.source if found else None,
        published=stated.date if stated else UNDATED,
        author=author,
    )


@dataclass(frozen=True, slots=True)
class _Sifted:
    """What one pass keeps, takes away and finds. The headline is neither kept nor removed."""

    kept: list[Line]
    removed: list[Line]
    headline: Headline | None
    stated: Stated | None
    author: str | None


def _sifted(
    lines: Sequence[Line], title: str | None, repeated: Mapping[str, bool], language: Language, *, seek: bool
) -> _Sifted:
    page = _Page(lines, _reasons(lines, repeated))
    shown = page.shown
    found = headline(shown) if seek else _given(shown, title)
    stated = stated_date(shown, found.line if found else None, language)
    outside = page.outside(found, stated)
    kept = paragraphs([line for number, line in enumerate(shown) if number not in outside])
    removed = [lines[number] for number in sorted(page.reasons)]
    removed += [line for number, line in enumerate(shown) if number in outside and not (found and number == found.line)]
    author = byline_author(shown[found.line + 1 if found else 0 :])
    return _Sifted(kept, removed, found, stated, author)


def _reasons(lines: Sequence[Line], repeated: Mapping[str, bool]) -> dict[int, str]:
    """The numbers of the lines that are boilerplate by themselves, each with the reason."""
    reasons = boilerplate_lines(lines)
    left = (number for number in range(len(lines)) if number not in reasons)
    return reasons | dict.fromkeys(repeated_boilerplate(lines, left, repeated) if repeated else (), "repeated")


class _Page:
    """The lines of a page: `reasons` of those that are boilerplate by themselves, and those that are `shown`."""

    def __init__(self, lines: Sequence[Line], reasons: Mapping[int, str]) -> None:
        self.reasons = reasons
        self._lines = lines
        self._numbers = [number for number in range(len(lines)) if number not in reasons]
        self.shown = [lines[number] for number in self._numbers]

    def outside(self, found: Headline | None, stated: Stated | None) -> set[int]:
        """The numbers of the shown lines that are not of the article's text: around it, its title, its date line."""
        start = found.line + 1 if found else 0
        above = self._numbers[found.line] + 1 if found else 0
        known = [number - above for number, why in self.reasons.items() if why not in _DOUBTFUL]
        scraped = len(known) >= _SCRAPED
        below = {number for number in known if number >= 0}
        inside = body(self._lines[above:], below, headed=found is not None, scraped=scraped)
        outside = {number for number in range(start, len(self.shown)) if self._numbers[number] - above not in inside}
        if found:
            outside.update(number for number, line in enumerate(self.shown) if found.says(line.text))
            bare = scraped and _mostly(self.shown[start:], self.shown[:start])
            outside.update(number for number in range(start) if bare or not self.shown[number].sentence)
        if stated and stated.alone:
            outside.add(stated.line)
        return outside


def _mostly(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether lines hold three times as much running text as others."""
    running, little = (sum(line.words for line in each if line.sentence) for each in (lines, others))
    return little * _TIMES < running


def _given(lines: Sequence[Line], title: str | None) -> Headline | None:
    """The line that repeats a given title."""
    same = (number for number, line in enumerate(lines) if title and line.text.casefold() == title.casefold())
    return next((Headline(title or "", None, number) for number in same), None)
