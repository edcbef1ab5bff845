"""Split lists of articles of Trove, each with its address at the National Library of Australia."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.press_lines import DAY, source_and_day
from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_where

_ADDRESS = re.compile(
    r"https?://(?:trove\.)?nla\.gov\.au/(?:nla\.news-article|newspaper/article/|ndp/del/article/)(\d+)\S*"
)
_CITED = re.compile(
    r"(.{1,300}?) \((\d{4}), ([A-Z][a-z]+ \d{1,2})\)\.\s*(.{1,200}?)(?:, pp?\. ?\S+?)?\.\s*Retrieved\b.*"
)
_PAGE = re.compile(r"\s{0,4}[-–,]?\s{0,4}(?:p\.?|page)\s?\d+.*$", re.IGNORECASE)
_AHEAD = 4


def _shows(lines: Sequence[str]) -> bool:
    addressed = any(map(_ADDRESS.search, lines))
    return addressed and any(_begins(filled(lines[n : n + 8]), "") for n in range(len(lines)))


def _begins(ahead: Sequence[str], above: str) -> bool:
    """Whether a title stands first in a block, with day and address in the next lines; or a citation."""
    if above or not ahead or _ADDRESS.match(ahead[0].strip()):
        return False
    if _CITED.match(ahead[0]):
        return True
    at = next((number for number, line in enumerate(ahead[1:_AHEAD], 1) if _ADDRESS.search(line)), 0)
    return at > 0 and any(DAY.search(line) for line in ahead[1 : at + 1])


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_where(lines, lambda ahead, above: _begins(filled(ahead), above), _AHEAD)


def _fields(lines: Sequence[str]) -> Fields | None:
    head = filled(lines)
    if not _begins(head[:_AHEAD], ""):
        return None
    address = next((found[0] for line in head if (found := _ADDRESS.search(line))), None)
    if cited := _CITED.match(head[0]):
        below = [line.strip() for line in lines]
        kept = [line for line in below[below.index(head[0]) + 1 :] if not _ADDRESS.fullmatch(line)]
        day = f"{cited[3]}, {cited[2]}"
        return {"title": cited[1], "source": cited[4], "published": day, "url": address, "text": joined(kept)}
    at = next(number for number, line in enumerate(lines) if _ADDRESS.search(line))
    dated = next(line for line in filled(lines[: at + 1])[1:] if DAY.search(line))
    before, day = source_and_day(dated) or ("", "")
    behind = dated.partition(day)[2].strip(" -–,")
    source = _PAGE.sub("", _ADDRESS.sub("", before or behind)).strip(" -–,")
    return {
        "title": head[0],
        "source": source or None,
        "published": day,
        "url": address,
        "text": joined(lines[at + 1 :]),
    }


TROVE = Splitter("Trove", _shows, _pieces, _fields)
