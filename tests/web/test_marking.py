"""Marks and dates as they are written."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Basis, PartialDate
from web.formatting.dates import date_with_basis
from web.views.marking import mark, paragraphs


@given(st.text(), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60))))
def test_marks_add_nothing_to_the_text_and_take_nothing_away(text: str, spans: list[tuple[int, int]]) -> None:
    marked = str(mark(text, spans))
    assert unescape(re.sub("</?mark>", "", marked)) == unescape(str(mark(text, [])))
    inside = {place for start, end in spans for place in range(max(start, 0), min(end, len(text)))}
    assert unescape("".join(re.findall("<mark>(.*?)</mark>", marked, re.DOTALL))) == unescape(
        str(mark("".join(text[place] for place in sorted(inside)), []))
    )


def test_paragraphs_keep_the_places_of_the_marks() -> None:
    text = "  One & two.\nStill one.\n \n\n Second one.\n\n"
    spans = [(text.index("Still"), text.index("Second") + 6)]
    assert list(map(str, paragraphs(text, spans))) == [
        'One &amp; two.\n<span id="match"></span><mark>Still one.</mark>',
        "<mark>Second</mark> one.",
    ]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PartialDate(2019, 4, 9, Basis.STATED), "9 April 2019"),
        (PartialDate(2019, 4, 9, Basis.INFERRED), "9 April 2019, inferred"),
        (PartialDate(2019, 12, None, Basis.STATED), "December 2019"),
        (PartialDate(2019, None, None, Basis.INFERRED), "2019, inferred"),
        (PartialDate(), "undated"),
    ],
)
def test_dates_are_written_as_people_write_them(date: PartialDate, words: str) -> None:
    assert date_with_basis(date) == words
