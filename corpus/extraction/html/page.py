"""Extract the article of a web page: its main text, and what the page states of it."""

import logging
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice
from types import MappingProxyType
from typing import Any

from trafilatura import bare_extraction
from trafilatura.settings import Document

from corpus.article import UNDATED, PartialDate
from corpus.extraction.boilerplate.plain_text import cleaned
from corpus.extraction.boilerplate.repeated_lines import repeated_boilerplate
from corpus.extraction.boilerplate.rules import LINE_RULES, boilerplate_lines
from corpus.extraction.dates.readings import Language
from corpus.extraction.html.elements import text_of_element
from corpus.extraction.html.page_boxes import boxes_beside
from corpus.extraction.html.page_comments import take_comments
from corpus.extraction.html.page_dialogs import take_dialogs
from corpus.extraction.html.page_metadata import page_facts
from corpus.extraction.html.page_prose import keep_prose
from corpus.extraction.html.page_structure import mend_structure
from corpus.extraction.html.page_text import is_deep, page_tree, shown_text
from corpus.extraction.metadata.date_lines import stated_date
from corpus.extraction.metadata.draft import Draft
from corpus.extraction.metadata.language import hinted
from corpus.extraction.metadata.titles import made_title
from corpus.extraction.text.legible import legible
from corpus.extraction.text.lines import Line, line_of, lines_of

_MOST_REMOVED = 500
"""Lines of boilerplate kept for a reader to check; a page with more is a list of links."""
_HEAD_LINES = 12
_LONGEST_HEADING = 300
_LONGEST_CELL, _LONG_CELL = 600, 300
_HELD = 0.93
_LEAST_SHARE, _MOST_SHARE = 1 / 3, 0.7
_LEAST_LEAD = 12
"""Words of a lead: what is shorter may be the caption of a picture."""
_LEAD_SHARE = 4
_PIECE = 20
"""A line of so many characters within a paragraph of the article is a piece of it, not chance."""

_ANOTHER = "holds another article below, “{}”, which was left out; give it a page of its own"
_MOST_TOLD = 10
_MOST_ELEMENTS = 50_000
"""Of a page in which the main text is sought: the time for it grows with their square."""

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # what a page lacks is told in our own words


def extracted(html: str, address: str | None = None, repeated: Mapping[str, bool] = MappingProxyType({})) -> Draft:
    """The article of a page: its main text, and what the page states of it. Raises `Refused` where there is none.

    `address` is where it was fetched, if that is known; `repeated` are the lines that the publication prints again and
    again, each with whether it goes from amid the text too.
    """
    tree = page_tree(legible(html))
    keep_prose(tree)
    apart = [*take_dialogs(tree), *take_comments(_heading(tree))]
    shown = lines_of(shown_text(tree))
    text = "\n".join(line.text for line in shown)
    hint = hinted(text[len(text) // 2 :], tree.get("lang"))
    told = _beside_left_out(tree, shown)
    facts = page_facts(tree, address, lambda title: _below_heading(told, title, hint))
    others = mend_structure(tree, facts.title)
    shown = lines_of(shown_text(tree))
    text = "\n".join(line.text for line in shown)
    seen = list(dict.fromkeys(line.text for line in shown))
    whole = cleaned(text, facts.title, repeated, facts.language)
    main = _main(tree, facts.title, seen, hint, repeated)
    main = main and _with_lead(main, whole.text, {line.text for line in told})
    draft = whole if main is None or _lacks(main.text, whole.text) else main
    published = facts.published if facts.published.year else draft.published
    return replace(
        draft,
        source=facts.source or draft.source,
        url=facts.url,
        language=(facts.language or "").partition("-")[0] or None,
        published=published,
        author=facts.author or draft.author,
        removed=(*draft.removed, *apart),
        remarks=tuple(map(_ANOTHER.format, others[:_MOST_TOLD])),
    )


def _heading(tree: Any) -> Any:
    """The heading of a page; where it has none of the first level, the one with which the title of the page begins."""
    title = text_of_element(next(tree.iter("title"), tree), _LONGEST_HEADING)
    seconds = (
        each for each in tree.iter("h2") if (text := text_of_element(each, _LONGEST_HEADING)) and title.startswith(text)
    )
    first = next(tree.iter("h1"), None)
    return next(seconds, None) if first is None else first


def _beside_left_out(tree: Any, shown: Sequence[Line]) -> list[Line]:
    """The lines of a page without those of captions and of the boxes beside its article."""
    beside = Counter(text_of_element(each) for each in tree.iter("figcaption"))
    beside.update(line.text for each in boxes_beside(tree) for line in lines_of(shown_text(each)))
    left = []
    for line in reversed(shown):  # the boxes' are the last of those that are said twice
        if beside[line.text]:
            beside[line.text] -= 1
        else:
            left.append(line)
    return left[::-1]


def _lacks(main: str, whole: str) -> bool:
    """Whether the main text misses paragraphs that the text of the page has: two readings agree, and one ends early.

    Where the text of the page is several times longer, it is what follows the article.
    """
    ours, theirs = Counter(whole.split()), Counter(main.split())
    total, known = ours.total(), theirs.total()
    held = (ours & theirs).total() >= _HELD * known
    return held and _LEAST_SHARE * total < known < _MOST_SHARE * total


def _with_lead(main: Draft, whole: str, told: AbstractSet[str]) -> Draft:
    """The main text with the paragraph above it that only the text of the page has, and is among what is `told`.

    That of a long text is its standfirst, which says what the text says; that of a short one is a part of it.
    """
    lead, first, *_ = [*whole.split("\n\n", 2), ""]
    begin = main.text.partition("\n\n")[0]
    if first != begin or lead not in told or lead in main.text or not _is_lead(lead, main.text):
        return main
    return replace(main, text=f"{lead}\n\n{main.text}", removed=tuple(line for line in main.removed if line != lead))


def _is_lead(text: str, main: str) -> bool:
    line = line_of(text, 0, opens=True)
    return line.sentence and line.ends and line.words >= _LEAST_LEAD and len(text) * _LEAD_SHARE >= len(main)


def _below_heading(shown: Sequence[Line], title: str | None, language: Language) -> PartialDate:
    """The date in a line of the page near its heading, which the main text lacks."""
    place = max((number for number, line in enumerate(shown) if line.text == title), default=None)
    if place is None:
        return UNDATED
    above = min(place, 1)
    stated = stated_date(shown[place - above :][:_HEAD_LINES], above, language)
    return stated.date if stated else UNDATED


def _main(
    tree: Any, title: str | None, seen: Iterable[str], language: Language, repeated: Mapping[str, bool]
) -> Draft | None:
    """The main text, as trafilatura finds it; None where it finds none, or would look for it for minutes."""
    if next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None or is_deep(tree):
        return None
    try:
        found = bare_extraction(tree, include_comments=False)
    except Exception:  # noqa: BLE001 - odd pages make it fail in ways of its own; their text is still shown
        return None
    main = found.text or "" if isinstance(found, Document) else ""
    lines = lines_of(main)
    if any(_lays_out(line.text, main) for line in lines):
        return None  # a table that lays out the page, all its text in one row
    gone = {*boilerplate_lines(lines, LINE_RULES)}
    gone.update(
        repeated_boilerplate(lines, [n for n in range(len(lines)) if n not in gone], repeated) if repeated else ()
    )
    lines = [line for number, line in enumerate(lines) if number not in gone]
    if title and lines and lines[0].text == title:
        lines = lines[1:]
    stated = stated_date(lines, None, language)
    if stated and stated.alone:
        del lines[stated.line]
    text = "\n\n".join(line.text for line in lines)
    if not text:
        return None
    published = stated.date if stated else UNDATED
    return Draft(title or made_title(text), text, _missing(seen, title, text), published=published)


def _lays_out(row: str, text: str) -> bool:
    """Whether a row of a table is long, or as long as a paragraph and most of the text."""
    return row.startswith("|") and len(row) > (_LONG_CELL if 2 * len(row) > len(text) else _LONGEST_CELL)


def _missing(seen: Iterable[str], title: str | None, text: str) -> tuple[str, ...]:
    """The lines that are seen and not in the article, neither as its title nor in its text."""
    kept = {title, *text.split("\n\n")}
    gone = (line for line in seen if line not in kept and (len(line) < _PIECE or line not in text))
    return tuple(islice(gone, _MOST_REMOVED))
