"""Put the lines of a PDF page that draws two columns row by row into reading order."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_LEAST_ROWS = 4
_LEAST_LETTERS = 15
"""In the mean row of a column of text; those of a table have fewer."""
_BIN = 8
_NEAR = 12
"""In letters: where a column begins varies by so many, as letters are not of one width."""

_Row = tuple[str, str]


def page_text(page: Any) -> str:
    """The text of a page (of pypdf), its columns one after the other where the page draws them row by row."""
    plain: str = page.extract_text()
    if len(plain.splitlines()) < _LEAST_ROWS:
        return plain
    try:
        laid_out: str = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)
    except Exception:  # noqa: BLE001 - odd pages make the layout fail in many ways; their text is read as it is drawn
        return plain
    return _in_columns(laid_out.splitlines(), plain) or plain


def _in_columns(lines: Sequence[str], plain: str) -> str | None:
    """Lines that are laid out as on the page, in reading order; None where they have no columns drawn row by row."""
    starts = Counter(found.end() // _BIN for line in lines for found in _GAP.finditer(line))
    if not starts:
        return None
    gutter = starts.most_common(1)[0][0] * _BIN
    rows = [(number, row) for number, line in enumerate(lines) if (row := _split(line, gutter))]
    drawn = {" ".join(line.split()) for line in plain.splitlines()}
    across = [row for _, row in rows if " ".join(" ".join(row).split()) in drawn]
    if len(across) < _LEAST_ROWS or len(across) * 2 < len(rows) or not all(map(_is_prose, zip(*across, strict=True))):
        return None
    first, last = rows[0][0], rows[-1][0]
    left = [row[0] if (row := _split(line, gutter)) else line for line in lines[first : last + 1]]
    right = [row[1] for _, row in rows]
    return "\n".join(line.strip() for line in (*lines[:first], *left, *right, *lines[last + 1 :]))


def _split(line: str, gutter: int) -> _Row | None:
    """The two halves of a line, of which the right one begins at about a column of letters."""
    for found in _GAP.finditer(line):
        if abs(found.end() - gutter) <= _NEAR:
            return line[: found.start()].strip(), line[found.end() :].strip()
    return None


def _is_prose(column: Sequence[str]) -> bool:
    return sum(map(len, column)) >= _LEAST_LETTERS * len(column)
