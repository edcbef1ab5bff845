"""The text of a PDF."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from corpus.errors import Refused
from corpus.readers.documents.columns import page_text

_MOST_PAGES = 2_000
_EDGE_LINES = 2
_LEAST_PAGES = 3
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"(\w*[^\W\d_])-\n([a-zà-öø-ÿа-я]\w*)")
_JUNK_TITLE = re.compile(r"microsoft word|untitled|\.(?:docx?|indd|qxd|pdf|tex|dvi)\b|^\W*$", re.IGNORECASE)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what a file lacks is told in our own words


@dataclass(frozen=True, slots=True)
class Paper:
    """The text of a document, its running heads taken away, and what it says of itself."""

    text: str
    title: str | None = None
    author: str | None = None
    removed: tuple[str, ...] = field(default=())


def paper(data: bytes) -> Paper:
    """The text of a PDF. Raises `Refused` where it is encrypted or damaged, or holds pictures only."""
    try:
        reader = PdfReader(io.BytesIO(data))
        pages = [page_text(page) for page in reader.pages[:_MOST_PAGES]]
        facts = {name: str(value or "").strip() for name, value in (reader.metadata or {}).items()}
    except (DependencyError, FileNotDecryptedError) as fault:
        raise Refused("is an encrypted PDF; save it without its password") from fault
    except Exception as fault:
        raise Refused(f"is a damaged PDF ({type(fault).__name__}); fetch or print it again") from fault
    if not any(map(str.strip, pages)):
        raise Refused("is a PDF of pictures without text; run it through text recognition")
    kept, removed = _without_running_heads([page.splitlines() for page in pages])
    title = facts.get("/Title", "")
    author = facts.get("/Author", "")
    return Paper(
        _joined("\n".join(kept)),
        None if _JUNK_TITLE.search(title) or title not in " ".join(" ".join(pages[:1]).split()) else title,
        author if " " in author else None,
        removed,
    )


def _without_running_heads(pages: Sequence[Sequence[str]]) -> tuple[list[str], tuple[str, ...]]:
    """The lines of the pages, but for those that stand, page number aside, at the edge of most of them."""
    counts = Counter(key for page in pages for key in {_key(page[place]) for place in _edges(page)})
    often = {key for key, count in counts.items() if count >= max(_LEAST_PAGES, len(pages) // 2) and key}
    kept: list[str] = []
    removed: list[str] = []
    for page in pages:
        gone = {place for place in _edges(page) if _key(page[place]) in often}
        removed += [page[place].strip() for place in sorted(gone)]
        kept += [line for place, line in enumerate(page) if place not in gone]
    return kept, tuple(removed)


def _edges(page: Sequence[str]) -> Iterator[int]:
    """The numbers of the first and last lines of a page."""
    if len(page) > 2 * _EDGE_LINES:
        yield from range(_EDGE_LINES)
        yield from range(len(page) - _EDGE_LINES, len(page))


def _key(line: str) -> str:
    return _DIGITS.sub("0", " ".join(line.split()))


def _joined(text: str) -> str:
    """Words that are broken at the end of a line are whole again, unless the text has them with a hyphen elsewhere."""
    whole = text.casefold()

    def join(found: re.Match[str]) -> str:
        hyphenated = f"{found[1]}-{found[2]}"
        return hyphenated if hyphenated.casefold() in whole else found[1] + found[2]

    return _BROKEN.sub(join, text)
