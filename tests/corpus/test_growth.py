"""Extraction and annotation take time that grows with the length of an article alone, whatever stands in it."""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from corpus.enrichment.annotation import annotate
from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.record import ContentKind, Record

SIZE = 10_000
TEXTS: dict[str, tuple[ContentKind, Callable[[int], str]]] = {
    "capitals": (ContentKind.TEXT, lambda size: "HARBOUR " * (size // 8)),
    "quoted capitals": (ContentKind.TEXT, lambda size: "«СССР» " * (size // 7)),
    "acronyms": (ContentKind.TEXT, lambda size: "USA LAOS Mr. J. R. Smith " * (size // 25)),
    "particles": (ContentKind.TEXT, lambda size: "von " * (size // 4)),
    "unclosed links": (ContentKind.HTML, lambda size: "<h1>Harbour</h1>" + "<a href=x>By <p>" * (size // 16)),
    "lines that say a date each": (ContentKind.TEXT, lambda size: "a\n22 March 2019 " * (size // 16)),
    "dates": (ContentKind.TEXT, lambda size: "22 March 2019, " * (size // 15)),
    "digits": (ContentKind.TEXT, lambda size: "7" * size),
    "quotation marks": (ContentKind.TEXT, lambda size: "“”" * (size // 2)),
    "broken words": (ContentKind.TEXT, lambda size: "re-\n" * (size // 4)),
    "no space": (ContentKind.TEXT, lambda size: "x" * size),
    "one name": (ContentKind.TEXT, lambda size: "Maria Lund " * (size // 11)),
    "one given name": (ContentKind.TEXT, lambda size: " ".join(f"Maria Lund{at} said." for at in range(size // 20))),
    "one surname": (ContentKind.TEXT, lambda size: " ".join(f"Ma{at}r Lund said." for at in range(size // 17))),
    "a table": (ContentKind.MARKDOWN, lambda size: "|a|b|\n|-|-|\n" + "|x|y|\n" * (size // 6)),
    "spans": (ContentKind.HTML, lambda size: "<h1>Harbour opens</h1><p>" + "<span>wait</span>" * (size // 17)),
    "attributes": (
        ContentKind.HTML,
        lambda size: f"<p>Ships.<p {' '.join(f'a{at}=b' for at in range(size // 8))}>They came.",
    ),
    "a long title": (ContentKind.HTML, lambda size: f"<title>{'Harbour - opens | ' * (size // 18)}</title><p>Ships."),
}


@pytest.mark.parametrize(("kind", "text"), TEXTS.values(), ids=TEXTS)
def test_four_times_the_text_takes_no_more_than_about_four_times_as_long(
    kind: ContentKind, text: Callable[[int], str]
) -> None:
    _seconds(kind, text(200))  # what is loaded with the first is not timed
    short, long = (min(_seconds(kind, text(size)) for _ in range(3)) for size in (SIZE, 4 * SIZE))
    assert long < 9 * max(short, 0.02)


def _seconds(kind: ContentKind, text: str) -> float:
    begun = time.process_time()
    with suppress(Refused):
        annotate(to_article(Record("a", "a", None, kind, text)))
    return time.process_time() - begun
