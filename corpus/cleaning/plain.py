"""Which article does a plain text hold? Its lines without the chrome of the page it was scraped from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from corpus.article import UNDATED
from corpus.cleaning.body import body
from corpus.cleaning.lines import Line, lines_of
from corpus.cleaning.paragraphs import paragraphs
from corpus.cleaning.rules import chrome
from corpus.cleaning.titles import Headline, headline, made_title
from corpus.draft import Draft
from corpus.stated_dates import Stated, stated_date


_WEAK = {"menu", "number, address or mark"}


def cleaned(text: str, title: str | None = None) -> Draft:
    """The article of a plain text. A given title is taken as it is, and not repeated in the text.

    Lines that go bring others together, so cleaning is repeated until it finds nothing more: the result is clean.
    """
    sifted = _sifted(lines_of(text), title, seek=title is None)
    found, stated, removed = sifted.headline, sifted.stated, [*sifted.removed]
    title = title or (found.title if found else None)
    while sifted.removed:
        sifted = _sifted(sifted.kept, title, seek=False)
        removed += sifted.removed
        stated = stated or sifted.stated
    article = "\n\n".join(line.text for line in sifted.kept)
    return Draft(
        title=title or made_title(article),
        text=article,
        removed=tuple(line.text for line in sorted(removed, key=attrgetter("place"))),
        source=found.source if found else None,
        published=stated.date if stated else UNDATED,
    )


@dataclass(frozen=True, slots=True)
class _Sifted:
    """What one pass keeps, takes away and finds. The headline is neither kept nor removed."""

    kept: list[Line]
    removed: list[Line]
    headline: Headline | None
    stated: Stated | None


def _sifted(lines: Sequence[Line], title: str | None, *, seek: bool) -> _Sifted:
    reasons = chrome(lines)
    removed = [line for number, line in enumerate(lines) if number in reasons]
    numbers = [number for number in range(len(lines)) if number not in reasons]
    shown = [lines[number] for number in numbers]
    found = headline(shown) if seek else _given(shown, title)
    stated = stated_date(shown, found.line if found else None)
    outside = _outside(shown, numbers, lines, reasons, found, stated)
    kept = paragraphs([line for number, line in enumerate(shown) if number not in outside])
    removed += [line for number, line in enumerate(shown) if number in outside and not (found and number == found.line)]
    return _Sifted(kept, removed, found, stated)


def _given(lines: Sequence[Line], title: str | None) -> Headline | None:
    """The line that repeats a given title."""
    same = (number for number, line in enumerate(lines) if title and line.text.casefold() == title.casefold())
    return next((Headline(title or "", None, number) for number in same), None)


def _outside(
    lines: Sequence[Line],
    numbers: Sequence[int],
    page: Sequence[Line],
    reasons: Mapping[int, str],
    found: Headline | None,
    stated: Stated | None,
) -> set[int]:
    """The lines of an article that are not of its text: above and below it, its title and its date line."""
    start = found.line + 1 if found else 0
    above = numbers[found.line] + 1 if found else 0
    known = [number - above for number, why in reasons.items() if number >= above and why not in _WEAK]
    inside = body(page[above:], known)
    outside = {number for number in range(start, len(lines)) if numbers[number] - above not in inside}
    if found:
        outside.update(number for number, line in enumerate(lines) if found.says(line.text))
        outside.update(number for number in range(start) if not lines[number].sentence)
    if stated and stated.alone:
        outside.add(stated.line)
    return outside
