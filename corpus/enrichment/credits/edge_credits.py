"""Find credits of no known wording in the first and the last lines of an article, and of pictures between them.

A reporter's name stands there and nowhere else in the article; whom it tells of, it names again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from corpus.article import Author, AuthorRole, Span
from corpus.enrichment.credits.bylines import byline_in, top_byline
from corpus.enrichment.credits.contacts import contact_block, contacts_in
from corpus.enrichment.credits.credit_lines import credits_in, may_be_credit
from corpus.enrichment.credits.credit_names import BY, Credit, may_be_a_person
from corpus.enrichment.credits.signed_lines import (
    in_list,
    lone_persons,
    signed_behind_dash,
    signed_over,
    signed_with_address,
)
from corpus.late_pattern import late

_LINE = late(r"[^\n]*\S[^\n]*")
_BRACKETED = late(r"[(\[]([^()\[\]\n]{3,200})[)\]]\W*\Z")
_DATELINE = late(r"[^\W\d_a-z][^\n()]{1,50}\(([^()\n]{3,60})\) ?[-–—]")
_SENTENCE_END = late(r"[\s\"”»](?:(?<=[^\W\d_]{3}[.!?]\s)\s*|(?<=[\"”»])\s+)")
"""Begins with a set of signs, for which the engine looks before it tries anything."""
_SPOKEN = late(r"[\"”»]\s+[-–—]\Z")
"""Between what somebody says and who that is: `“Books are tools.” – Ann Lund, writer`."""
_NEAR_QUOTE = 4
_CLOSES = late(r"[^()\[\]]*[)\]]")
"""What is left of brackets that opened before."""
_TOP_LINES, _END_LINES = 3, 4
_LONGEST_LINE = 240
_LONGEST_OF_PICTURE = 100
_LONGEST_SIGNATURE = 60
_LONE_LINES = 1
"""Lines that may stand above a name that is a line of its own."""
_ENDS = (".", "!", "?", '"', "”", "»", "।", "…")
_LEAST_TEXT = 60
"""Characters beside a credit that there must be, of which an article can consist."""
_LAST = 2

Reader = Callable[[str, Callable[[str], bool]], tuple[Author, ...]]


def edge_credits(text: str, story: str, known: Sequence[Credit], addresses: str = "") -> Iterator[Credit]:
    """The credits at the edges of a text, whose first line is its title; `addresses` stood beside it.

    The `story` is the text with what is known already blotted out: who stands there is no author.

    Where credits are `known` already, only a line that as a whole names as many people is new.
    """
    lines = list(_LINE.finditer(text))[1 if text[:1].strip() else 0 :]
    size = sum(len(line[0]) for line in lines)
    if size < _LEAST_TEXT:
        return
    reached = (Credit(lines[at].span(), (author,)) for at, author in contact_block([line[0] for line in lines]))
    yield from (credit for credit in (*reached, *_of_lines(story, lines, addresses)) if _is_alone(credit, known))
    for number, line in enumerate(lines):
        if number < _TOP_LINES or number >= len(lines) - _END_LINES:
            beside = _neighbours(lines, number)
            if in_list(line[0], beside):
                continue
            taken = [each for each in known if line.start() < each.span[1] and each.span[0] < line.end()]
            readers = _readers(taken=bool(taken), listed=any(map(_signs_alone, beside)))
            found = _at_edge(story, line, readers, first=number == 0, last=number >= len(lines) - _LAST)
            yield from (each for each in found if _tells_more(each, taken, line) and size - _size(each) >= _LEAST_TEXT)
        elif len(line[0]) <= _LONGEST_OF_PICTURE and (authors := _of_picture(story, line)):
            yield Credit(line.span(), authors)


def _neighbours(lines: Sequence[re.Match[str]], number: int) -> Sequence[str]:
    return [each[0] for each in (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])]


def _signs_alone(line: str) -> bool:
    """Whether a line is a signature by what stands beside the name, and says nothing of who made what."""
    return bool(byline_in(line, lambda _: False)) and not credits_in(line, lambda _: False)


def _tells_more(credit: Credit, taken: Sequence[Credit], line: re.Match[str]) -> bool:
    """Whether a credit names as many people as those that are known in its line; if it is a part of it, more."""
    least = len({author.name for each in taken for author in each.authors})
    return len(credit.authors) > least or (len(credit.authors) == least and (not taken or credit.span == line.span()))


def _size(credit: Credit) -> int:
    return credit.span[1] - credit.span[0]


def _is_alone(credit: Credit, known: Sequence[Credit]) -> bool:
    """Whether no credit that is known already is in the same place."""
    begin, end = credit.span
    return all(end <= each.span[0] or each.span[1] <= begin for each in known)


def _of_lines(text: str, lines: Sequence[re.Match[str]], addresses: str) -> Iterator[Credit]:
    """The credits that a line at an edge is by what stands around it."""
    for number, line in enumerate(lines):
        if len(line[0]) > _LONGEST_SIGNATURE or _TOP_LINES <= number < len(lines) - _END_LINES:
            continue
        outside = _known_outside(text, line.span())
        above = lines[number - 1][0] if number else ""
        below = lines[number + 1] if number + 1 < len(lines) else None
        if below and (authors := signed_over(line[0], below[0], outside, top=number < _TOP_LINES)):
            yield Credit((line.start(), below.end()), authors)
            continue
        if below and credits_in(below[0], outside) and (names := lone_persons(line[0], outside, may_be_a_person)):
            yield Credit(line.span(), tuple(Author(name, AuthorRole.WRITER) for name in names))
            continue
        authors = signed_with_address(line[0], addresses, outside)
        if _opens(lines, number) and not in_list(line[0], _neighbours(lines, number)):
            opens = number <= _LONE_LINES and below is not None and below[0].rstrip().endswith(_ENDS)
            authors = authors or top_byline(line[0], outside, alone=opens)
        if not below:
            authors = authors or signed_behind_dash(above, line[0], outside)
        if authors:
            yield Credit(line.span(), authors)


def _opens(lines: Sequence[re.Match[str]], number: int) -> bool:
    """Whether the story is still to come behind a line: one paragraph may stand over a byline, two are the story."""
    long = [len(each[0]) >= _LEAST_TEXT for each in lines]
    return number < _TOP_LINES and sum(long[:number]) <= 1 and any(long[number + 1 :])


def _readers(*, taken: bool, listed: bool) -> tuple[Reader, ...]:
    """What reads a line: its words alone where it is a credit already, and no signature among others, as in a list."""
    if taken:
        return (credits_in,)
    return (credits_in, contacts_in) if listed else (credits_in, contacts_in, byline_in)


def _at_edge(text: str, line: re.Match[str], readers: Sequence[Reader], *, first: bool, last: bool) -> Iterator[Credit]:
    outside = _known_outside(text, line.span())
    if len(line[0]) <= _LONGEST_LINE and (authors := _first(readers, line[0], outside)):
        yield Credit(line.span(), authors)
        return
    sentences = [each for each in line[0].split(". ") if each]
    if len(sentences) > 1 and len(line[0]) <= _LONGEST_LINE and may_be_credit(line[0]):
        pictured = any(
            author.role is AuthorRole.PHOTOGRAPHER for each in sentences for author in credits_in(each, outside)
        )
        read_each = [
            # What stands beside a picture's credit is its caption, unless it says `by`: `Ann Lund in Oslo. Photo: …`
            _first(_readers(taken=False, listed=pictured and not BY.match(each)), each, outside)
            for each in sentences
        ]
        if all(read_each):
            yield Credit(line.span(), tuple(author for each in read_each for author in each))
            return
    if first and (found := _DATELINE.match(line[0])) and (authors := byline_in(found[1], outside)):
        yield Credit((line.start() + found.start(1), line.start() + found.end(1)), authors)
    starts = takewhile(lambda start: may_be_credit(line[0][start:]), _last_sentences(line[0]) if last else ())
    read = [(credits_in(line[0][start:], outside), start) for start in starts]
    # Of those that name as many, the first, which is the shortest.
    authors, start = max(read, key=lambda each: len(each[0]), default=((), 0))
    if authors:
        yield Credit((line.start() + start, line.end()), authors)


def _first(readers: Sequence[Reader], line: str, outside: Callable[[str], bool]) -> tuple[Author, ...]:
    return next(filter(None, (reader(line, outside) for reader in readers)), ())


def _last_sentences(line: str) -> Iterator[int]:
    """Where what may be a credit at the end of a line begins, the shortest first."""
    near = max(0, len(line) - _LONGEST_LINE)
    ends = {found.end() for found in _SENTENCE_END.finditer(line, near) if not _CLOSES.match(line, found.end())}
    ends = {end for end in ends if not _SPOKEN.search(line, max(0, end - _NEAR_QUOTE), end + 1)}
    yield from sorted(ends | {found.start() for found in _BRACKETED.finditer(line, near)}, reverse=True)


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
