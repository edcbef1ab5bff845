"""Find the credits of Chinese, Japanese and Korean articles, whose names have no capitals.

They stand in brackets or on lines of their own, in which every piece is a role, a person's name, or the body that
somebody works for.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.credit_names import Credit
from corpus.late_pattern import late

_UNCASED = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LINE = late(r"[^\n]*[^\s][^\n]*")
_BRACKETED = late(r"[（(【\[〔]([^（）()【】\[\]〔〕\n]{2,60})[）)】\]〕]")
_ADDRESS = late(r"\S+@\S+")
_PLACE = late(r"\s*(\w{1,12})\s?[=＝](?=.)")
"""Where a story is from, before who tells it, where it is no role: `서울=연합뉴스`, `【北京＝佐藤健】`."""
_LEAD = late(r"\s*(?:[（(【\[〔][^（）()【】\[\]〔〕\n]{2,40}[)）】\]〕]\s*)?(?P<who>[^\n=＝.。]{2,40}?)\s*[=＝]\s")
"""Who tells a story, before its first words: `(서울=연합뉴스) 김민수 기자 = `."""
_PARTED = late(r"[\s\u3000:：=＝、,，/／|｜·・;；+＋&。()（）]+")
_NAME = late(r"[\u3400-\u9fff々]{2,4}|[\u3400-\u9fff々\u3040-\u30ff]{3,6}|[\uac00-\ud7af]{2,4}")
_LONGEST_LINE = 60
_DATELINE = 40
"""Characters of a first line within which brackets name its correspondent."""
_EDGE_LINES = 3
_LONGEST_BODY = 12
_CERTAIN_LENGTH = 3
"""Characters of a name that stands behind its role as a piece of its own, where its surname is not known."""


class _Piece(NamedTuple):
    role: AuthorRole | None
    name: str


_NO_PIECES = (_Piece(None, ""), _Piece(None, ""))


class _Words(NamedTuple):
    """The role of each word; pieces of roles around a name; names of bodies; surnames."""

    roles: dict[str, AuthorRole]
    piece: re.Pattern[str]
    body: re.Pattern[str]
    surnames: re.Pattern[str]


def uncased_credits(text: str) -> Iterator[Credit]:
    """The credits of a text in one of these scripts: lines of their own, and brackets where a line begins or ends.

    The first line of the text is its title.
    """
    if text.isascii() or not _UNCASED.search(text):
        return
    lines = list(_LINE.finditer(text))
    for number, line in enumerate(lines[1:], start=1):
        top, last = number <= _EDGE_LINES, number == len(lines) - 1
        if len(whole := line[0].strip()) <= _LONGEST_LINE and (authors := _authors(whole, alone=last)):
            yield Credit(line.span(), authors)
            continue
        if top and (lead := _LEAD.match(line[0])) and (authors := _authors(lead["who"], alone=False)):
            yield Credit((line.start() + lead.start("who"), line.start() + lead.end("who")), authors)
        for found in _BRACKETED.finditer(line[0]):
            ends = not line[0][found.end() :].strip(" \u3000。.")
            if (ends or (top and found.end() <= _DATELINE)) and (authors := _authors(found[0], alone=ends and last)):
                yield Credit((line.start() + found.start(), line.start() + found.end()), authors)


def _authors(said: str, *, alone: bool) -> tuple[Author, ...]:
    """Those whom a piece of text credits, if it says nothing else.

    Without a role it does so where an article ends (`alone`), in brackets or beside an address, where names are known.
    """
    bare = _ADDRESS.sub(" ", said.strip("（()）【】[]〔〕 "))
    place = _PLACE.match(bare)
    named = bare[place.end() :] if place and not _is_role(place[1]) else bare
    pieces = [_parsed(each) for each in _PARTED.split(named) if each]
    read = [each for each in pieces if each]
    if len(read) < len(pieces):
        return ()
    if any(role for role, _ in read):
        return tuple(dict.fromkeys(_assigned(read)))
    names = [name for _, name in read if name]
    known = alone and all(map(_words().surnames.match, names)) and ("@" in said or _BRACKETED.fullmatch(said))
    return tuple(Author(name, AuthorRole.REPORTER) for name in names) if known else ()


def _is_role(piece: str) -> bool:
    read = _parsed(piece)
    return read is not None and read.role is not None


def _assigned(read: Sequence[_Piece]) -> Iterator[Author]:
    """Each name with the role of its own piece, or else with the last one before it, or the first one behind it."""
    last: AuthorRole | None = None
    for place, (role, name) in enumerate(read):
        before, farther = ([*read[:place][::-1], *_NO_PIECES])[:2]
        grouped = not name and before.role and not before.name and not farther.name  # `文・写真`: the first
        last = last if grouped else role or last
        if name:
            behind = next((each.role for each in read[place + 1 :] if each.role), None)
            led = before.role if not before.name and not farther.name else None  # `写真・石田健記者`
            yield Author(name, (last if led else role) or last or behind or AuthorRole.REPORTER)


def _parsed(piece: str) -> _Piece | None:
    """What a piece is: a role, a role with a name on either side, a name, or a body; None if it is something else."""
    words = _words()
    read = words.piece.fullmatch(piece)
    if read is None:
        return _Piece(None, "") if words.body.search(piece) and len(piece) <= _LONGEST_BODY else None
    role = words.roles.get(read["before"] or "") or words.roles.get(read["behind"] or "")
    name = read["name"]
    if not name:
        return _Piece(role, "")
    if words.body.search(name):
        return _Piece(role, "")
    certain = words.surnames.match(name) is not None or (role is None and len(name) >= _CERTAIN_LENGTH)
    return _Piece(role, name) if certain and _NAME.fullmatch(name) else None


@lru_cache(maxsize=1)
def _words() -> _Words:
    """What `data/uncased_credit_words.toml` holds."""
    table = files("corpus.enrichment.credits").joinpath("data/uncased_credit_words.toml").read_text(encoding="utf-8")
    data = tomllib.loads(table)
    roles = {word: AuthorRole(role) for role, words in data["roles"].items() for word in words.split()}
    suffixes = data["suffixes"]["roles"].split()
    long = _either(word for word in roles if len(word) > 1)
    begin, end = (_either(data["bodies"][side].split()) for side in ("begin", "end"))
    short = _either(word for word in roles if len(word) == 1)
    piece = re.compile(
        rf"(?:{begin})?(?P<before>{long}|(?:{short})(?=\Z))?(?:{long})*"
        rf"(?P<name>\w*?)(?P<behind>{long}|{_either(suffixes)})?(?:{long})*"
    )
    surnames = re.compile(_either(word for language in data["surnames"].values() for word in language.split()))
    return _Words(roles, piece, re.compile(rf"^(?:{begin})|(?:{end})$"), surnames)


def _either(words: Iterator[str] | Sequence[str] | dict[str, AuthorRole]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
