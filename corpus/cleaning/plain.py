"""Which article does a plain text hold? Its lines without the chrome of the page it was scraped from."""

from collections.abc import Iterator, Sequence

from corpus.article import UNDATED
from corpus.cleaning.body import body
from corpus.cleaning.lines import Line, lines_of
from corpus.cleaning.paragraphs import paragraphs
from corpus.cleaning.rules import chrome
from corpus.cleaning.titles import Headline, headline, made_title
from corpus.draft import Draft
from corpus.stated_dates import Stated, stated_date


def cleaned(text: str, title: str | None = None) -> Draft:
    """The article of a plain text. A given title is taken as it is, and not repeated in the text."""
    lines = lines_of(text)
    gone = set(chrome(lines))
    kept = [number for number in range(len(lines)) if number not in gone]
    shown = [lines[number] for number in kept]
    found = _given(shown, title) if title else headline(shown)
    stated = stated_date(shown, found.line if found else None)
    out = set(_outside(shown, found, stated))
    gone.update(kept[number] for number in out)
    if found:
        gone.discard(kept[found.line])
    article = "\n\n".join(paragraphs([line for number, line in enumerate(shown) if number not in out]))
    return Draft(
        title=title or (found.title if found else made_title(article)),
        text=article,
        removed=tuple(lines[number].text for number in sorted(gone)),
        source=found.source if found else None,
        published=stated.date if stated else UNDATED,
    )


def _given(lines: Sequence[Line], title: str) -> Headline | None:
    """The line that repeats a given title."""
    places = (number for number, line in enumerate(lines) if line.text.casefold() == title.casefold())
    return next((Headline(title, None, number) for number in places), None)


def _outside(lines: Sequence[Line], found: Headline | None, stated: Stated | None) -> Iterator[int]:
    """The lines of an article that are not of its text: above and below it, its title and its date line."""
    if stated and stated.alone:
        yield stated.line
    if found is None:
        inside = body(lines)
    else:
        inside = body(lines[found.line + 1 :])
        inside = range(found.line + 1, inside.stop + found.line + 1)
        yield from (number for number in range(found.line) if not lines[number].sentence)
        yield from (number for number, line in enumerate(lines) if found.says(line.text))
    yield from (number for number in range(len(lines)) if number >= inside.stop or (not found and number < inside.start))
