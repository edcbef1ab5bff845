"""Split exports of NewsBank (Access World News and its kin)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.readers.collections.press_lines import ADDRESS, RIGHTS, day_line, pieces_behind_foot, source_and_day
from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined

_RECORD = re.compile(r"(?:Record Number|Record number|Document Number|Accession Number)\s*:\s*\S.*")
_FOOT = re.compile(r"(?:Citation|OpenURL Link|OpenURL|Source Type|Permalink|Bookmark)\b\s*:?.*")
_LABEL = re.compile(
    r"(Author/Byline|Author\(s\)|Author|Byline|Edition|Section|Pages?|Index Terms|Dateline|Caption|Column|Memo|Series"
    r"|Word Count|Estimated printed pages|Readability|Location|Source|Category|Article Text|Note|Correction"
    r"|Paper|Publication|Title|Headline|Date|Publication Date)"
    r"\s*:\s*(.*)",
    re.IGNORECASE,
)
_TITLES, _AUTHORS = ("title", "headline"), ("author/byline", "author(s)", "author", "byline")
_HEAD_LINES = 8
_PAGE = re.compile(r",?\s{0,4}\b(?:p\.?|pp\.?|page)\s{0,2}[A-Z]{0,2}-?\d\S*$", re.IGNORECASE)


def _shows(lines: Sequence[str]) -> bool:
    """Whether records are numbered, a label is there as such an article has it, and a rights line."""
    stripped = [line.strip() for line in lines]
    numbered = any(map(_RECORD.fullmatch, stripped))
    labelled = any((found := _LABEL.fullmatch(line)) and found[2] for line in stripped)
    return numbered and labelled and any(map(RIGHTS.fullmatch, stripped))


def _is_foot(line: str) -> re.Match[str] | None:
    return _RECORD.fullmatch(line) or RIGHTS.fullmatch(line) or _FOOT.fullmatch(line) or ADDRESS.fullmatch(line)


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    return pieces_behind_foot(lines, _is_foot)


def _fields(lines: Sequence[str]) -> Fields | None:
    """Title above the line of source and day, or below it; then labels, and the text up to the foot."""
    kept = [line.strip() for line in lines if not _is_foot(line.strip())]
    labels = _labels(kept)
    first = min(labels, default=len(kept))
    head = filled(kept[:first])
    at = day_line(head, _HEAD_LINES)
    values = {found[1].lower(): found[2] for number in labels if (found := _LABEL.fullmatch(kept[number]))}
    if at is None:
        return _labelled(values, kept[max(labels) + 1 :]) if labels else None
    before, day = source_and_day(head[at]) or ("", "")
    source = before or (head[at - 1] if at else "")
    above, below = head[: at if before else max(at - 1, 0)], head[at + 1 :]
    title = " ".join(above) if above else (below.pop(0) if below else None)
    title = title or _first(values, _TITLES)
    rest = [*below, values.get("article text", ""), *kept[max(labels, default=first) + 1 :]]
    return {
        "title": title,
        "author": _first(values, _AUTHORS),
        "source": _PAGE.sub("", source) or None,
        "published": day,
        "text": joined(rest),
    }


def _labelled(values: Mapping[str, str], below: Sequence[str]) -> Fields | None:
    """The fields of an article all of which stand behind labels; None where they name no day or title."""
    title, day = _first(values, _TITLES), _first(values, ("date", "publication date"))
    source = _first(values, ("paper", "publication", "source"))
    text = joined([values.get("article text", ""), *below])
    author = _first(values, _AUTHORS)
    found: Fields = {"title": title, "author": author, "source": source, "published": day, "text": text}
    return found if title or day else None


def _first(values: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((values[name] for name in names if values.get(name)), None)


def _labels(lines: Sequence[str]) -> list[int]:
    """The numbers of the labels above the text, with no line of it between them."""
    found: list[int] = []
    for number, line in enumerate(lines):
        if _LABEL.fullmatch(line):
            if found and len(filled(lines[found[-1] + 1 : number])) > 1:
                break
            found.append(number)
    return found


NEWSBANK = Splitter("NewsBank", _shows, _pieces, _fields)
