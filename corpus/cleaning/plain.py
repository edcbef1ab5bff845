"""Which article does a plain text hold? Its lines without the chrome of the page it was scraped from."""

from corpus.cleaning.lines import lines_of
from corpus.cleaning.paragraphs import paragraphs
from corpus.cleaning.rules import chrome
from corpus.cleaning.titles import headline, made_title
from corpus.draft import Draft


def cleaned(text: str, title: str | None = None) -> Draft:
    """The article of a plain text. A given title is taken as it is, and not repeated in the text."""
    lines = lines_of(text)
    reasons = chrome(lines)
    kept = [number for number in range(len(lines)) if number not in reasons]
    shown = [lines[number] for number in kept]
    prose = next((n for n, line in enumerate(shown) if line.sentence), len(shown))
    found = headline(shown, prose)
    body = [line for n, line in enumerate(shown) if not found or n not in found.lines]
    article = "\n\n".join(paragraphs(body))
    removed = tuple(line.text for n, line in enumerate(lines) if n in reasons)
    return Draft(
        title or (found.title if found else made_title(article)), article, removed, found.source if found else None
    )
