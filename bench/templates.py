"""Score the cleaning of real articles set in the boilerplate of real pages, as a publication repeats it."""

import random
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from bench.scores import scores, words
from corpus.errors import Refused
from corpus.extraction.boilerplate.repeated_lines import Sample, digest
from corpus.extraction.extract import to_article
from corpus.record import ContentKind, Record

_TEMPLATES = 60
_PAGES = 24
_LEAST = 12
"""Lines of furniture that a page must have to be a template."""
_VARYING = 0.25
"""Of the lines of furniture, as lists of other articles vary from page to page."""
_LONG = 40
_LABEL = 3


def templates(pages: Sequence[dict[str, Any]], articles: Sequence[str]) -> None:
    """Print the scores of the same pages, cleaned one by one and cleaned as those of one publication."""
    chance = random.Random(1)  # noqa: S311 - no secret
    frames = [frame for frame in map(_frame, pages) if len(frame[0]) + len(frame[1]) >= _LEAST]
    alone, together = [], []
    for frame in chance.sample(frames, min(_TEMPLATES, len(frames))):
        gold = chance.sample(articles, _PAGES)
        made = [_page(frame, article, articles, chance) for article in gold]
        sample = Sample()
        for number, page in enumerate(made):
            sample.add(digest(str(number)), page)
        repeated = sample.repeated()
        alone += [scores(_text(page, {}), article) for page, article in zip(made, gold, strict=True)]
        together += [scores(_text(page, repeated.of(page)), article) for page, article in zip(made, gold, strict=True)]
    for name, found in (("one by one", alone), ("as a publication", together)):
        precision, recall, f1 = map(fmean, zip(*found, strict=True))
        scored = f"token F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}"
        print(f"{len(found)} pages of templates, {name}: {scored}")


def _frame(page: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The lines above and below the article of a page; a line that says its title is left empty."""
    lines = [line.strip() for line in page["dirty"].splitlines() if line.strip()]
    own = {line.strip() for line in page["clean"].splitlines() if len(line.strip()) >= _LONG}
    places = [number for number, line in enumerate(lines) if line in own]
    if not places:
        return [], []
    title = set(words(lines[0]))
    above = ["" if _says(set(words(line)), title) else line for line in lines[: places[0]]]
    return above, lines[places[-1] + 1 :]


def _says(line: set[str], title: set[str]) -> bool:
    return len(line) > _LABEL and 2 * len(title & line) > len(line)


def _page(frame: tuple[list[str], list[str]], article: str, articles: Sequence[str], chance: random.Random) -> str:
    title, _, text = article.partition("\n")
    above, below = ([line or title for line in _varied(part, articles, chance)] for part in frame)
    return "\n".join([*above, *([] if title in above else [title]), text, *below])


def _varied(lines: Sequence[str], articles: Sequence[str], chance: random.Random) -> Iterator[str]:
    for line in lines:
        other = line and chance.random() < _VARYING
        yield chance.choice(articles).partition("\n")[0][:80] if other else line


def _text(page: str, repeated: Mapping[str, bool]) -> str:
    try:
        article = to_article(Record("page", "page", None, ContentKind.TEXT, page, repeated=repeated))
    except Refused:
        return ""
    return f"{article.title}\n{article.text}"
