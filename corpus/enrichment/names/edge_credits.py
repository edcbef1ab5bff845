"""Find credits of no known wording in the first and the last lines of an article, and of pictures between them.

A reporter's name stands there and nowhere else in the article; whom it tells of, it names again.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.article import Author, AuthorRole, Span
from corpus.enrichment.names.contacts import contacts_in
from corpus.enrichment.names.credit_lines import credits_in
from corpus.enrichment.names.credit_names import Credit
from corpus.enrichment.names.name_lines import signatures_in

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]{3,200})[)\]]\W*\Z")
_DATELINE = re.compile(r"[^\W\d_a-z][^\n()]{1,50}\(([^()\n]{3,60})\) ?[-–—]")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3}[.!?])[\"”»]?\s+|[\"”»]\s+")
_TOP_LINES, _END_LINES = 3, 4
_LONGEST_LINE = 240
_LONGEST_OF_PICTURE = 100
_LEAST_LINES = 2
"""Lines beside a credit that there must be, of which an article can consist."""
_LAST = 2

Reader = Callable[[str, Callable[[str], bool]], tuple[Author, ...]]


def edge_credits(text: str, known: Sequence[Credit]) -> Iterator[Credit]:
    """The credits at the edges of a text, whose first line is its title.

    Where credits are `known` already, only a line that as a whole names as many people is new.
    """
    lines = list(_LINE.finditer(text))[1 if text[:1].strip() else 0 :]
    if len(lines) <= _LEAST_LINES:
        return
    for number, line in enumerate(lines):
        top, end = number < _TOP_LINES, number >= len(lines) - _END_LINES
        if top or end:
            taken = [each for each in known if line.start() < each.span[1] and each.span[0] < line.end()]
            readers = _readers(taken=bool(taken), listed=_beside_a_signature(lines, number))
            last = number >= len(lines) - _LAST
            found = _at_edge(text, line, readers, first=number == 0, last=last)
            least = len({author.name for each in taken for author in each.authors})
            yield from (credit for credit in found if len(credit.authors) >= least)
        elif len(line[0]) <= _LONGEST_OF_PICTURE and (authors := _of_picture(text, line)):
            yield Credit(line.span(), authors)


def _readers(*, taken: bool, listed: bool) -> tuple[Reader, ...]:
    """What reads a line: its words alone where it is a credit already, and no signature among others, as in a list."""
    if taken:
        return (credits_in,)
    return (credits_in, contacts_in) if listed else (credits_in, contacts_in, signatures_in)


def _beside_a_signature(lines: Sequence[re.Match[str]], number: int) -> bool:
    beside = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
    return any(signatures_in(line[0], lambda _: False) for line in beside)


def _at_edge(text: str, line: re.Match[str], readers: Sequence[Reader], *, first: bool, last: bool) -> Iterator[Credit]:
    outside = _known_outside(text, line.span())
    if len(line[0]) <= _LONGEST_LINE and (authors := _first(readers, line[0], outside)):
        yield Credit(line.span(), authors)
        return
    if first and (found := _DATELINE.match(line[0])) and (authors := signatures_in(found[1], outside)):
        yield Credit((line.start() + found.start(1), line.start() + found.end(1)), authors)
    for start in _last_sentences(line[0]) if last else ():
        if authors := credits_in(line[0][start:], outside):
            yield Credit((line.start() + start, line.end()), authors)
            return


def _first(readers: Sequence[Reader], line: str, outside: Callable[[str], bool]) -> tuple[Author, ...]:
    return next(filter(None, (reader(line, outside) for reader in readers)), ())


def _last_sentences(line: str) -> Iterator[int]:
    """Where what may be a credit at the end of a line begins, the longest first."""
    near = max(0, len(line) - _LONGEST_LINE)
    ends = {found.end() for found in _SENTENCE_END.finditer(line, near)}
    yield from sorted(ends | {found.start() for found in _BRACKETED.finditer(line, near)})


def _of_picture(text: str, line: re.Match[str]) -> tuple[Author, ...]:
    """Those who made the picture whose credit a line is, which may stand anywhere."""
    authors = credits_in(line[0], _known_outside(text, line.span()))
    return authors if all(author.role is AuthorRole.PHOTOGRAPHER for author in authors) else ()


def _known_outside(text: str, span: Span) -> Callable[[str], bool]:
    """Whether the surname of a person stands in a text outside of a piece of it."""

    def known(name: str) -> bool:
        surname = name.rsplit(maxsplit=1)[-1].strip(".")
        rest = text[: span[0]] + text[span[1] :]
        return any(form in rest for form in {surname, surname.title(), surname.upper()})

    return known
