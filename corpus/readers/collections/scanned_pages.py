"""Read the text of scanned pages: ALTO, PAGE and the XML of ABBYY FineReader."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from corpus.readers.collections.splitter import Fields
from corpus.readers.collections.xml_stream import local

_BROKEN = re.compile(r"(?<=\w)[-¬⸗=]\n(?=[^\W\d_])")
_AROUND = frozenset(("page-number", "header", "footer", "signature-mark", "catch-word", "marginalia"))
"""Regions of a page that are no text of an article."""


def alto_fields(page: Any) -> Fields:
    """The words of a page of ALTO, a paragraph for each block."""
    blocks = (each for each in page.iter() if local(each) == "TextBlock")
    return _fields(_paragraph(_words(line) for line in block if local(line) == "TextLine") for block in blocks)


def page_fields(page: Any) -> Fields:
    """The text of a page of PAGE, a paragraph for each region, in the order of reading where it is given."""
    regions = [each for each in page.iter() if local(each) == "TextRegion" and each.get("type") not in _AROUND]
    order = {reference: number for number, reference in enumerate(_reading_order(page))}
    regions.sort(key=lambda region: order.get(region.get("id"), len(order)))
    return _fields(map(_region, regions))


def finereader_fields(page: Any) -> Fields:
    """The paragraphs of a page of FineReader, whose signs stand one by one, or in runs of one form."""
    paragraphs = (each for each in page.iter() if local(each) == "par")
    return _fields(_paragraph(_signs(line) for line in each if local(line) == "line") for each in paragraphs)


def _fields(blocks: Iterable[str]) -> Fields:
    return {"text": "\n\n".join(filter(None, blocks))}


def _paragraph(lines: Iterable[str]) -> str:
    """Lines as one, the words whole that were broken at their ends."""
    return " ".join(_BROKEN.sub("", "\n".join(lines)).split())


def _words(line: Any) -> str:
    """The words of a line; of a word broken at its end the half that stands here, and a hyphen."""
    words = [each.get("CONTENT", "") for each in line if local(each) in {"String", "HYP"}]
    ends = len(words) > 1 and words[-1] in {"-", "¬", "⸗", "="}
    return " ".join(words[:-1]) + words[-1] if ends else " ".join(words)


def _reading_order(page: Any) -> Iterator[str]:
    """The regions that the order of reading names, in this order."""
    for order in page.iter("{*}ReadingOrder"):
        for group in order.iter():
            named = [each for each in group if each.get("regionRef") is not None]
            if all(each.get("index", "").isdigit() for each in named):
                named.sort(key=lambda each: int(each.get("index")))
            yield from (each.get("regionRef") for each in named)


def _region(region: Any) -> str:
    """The text of a region: that of its lines, or its own where they have none."""
    lines = [_reading(each) for each in region if local(each) == "TextLine"]
    return _paragraph(lines if any(lines) else [_reading(region)])


def _reading(element: Any) -> str:
    """The first of the readings of a line or region; of a line without one, those of its words."""
    readings = [each for each in element if local(each) == "TextEquiv"]
    if not readings:
        return " ".join(_reading(each) for each in element if local(each) == "Word")
    best = min(readings, key=lambda each: int(index) if (index := each.get("index", "")).isdigit() else 0)
    return (best.findtext("{*}Unicode") or best.findtext("{*}PlainText") or "").strip()


def _signs(line: Any) -> str:
    return "".join(each.text or "" for each in line.iter() if local(each) in {"formatting", "charParams"}).strip()
