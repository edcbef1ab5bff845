"""Cut a line into the pieces of which a credit may be made: roles, names, and what leads to a name."""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from corpus.enrichment.credits.credit_names import LETTER, PARTICLES
from corpus.enrichment.credits.credit_words import glue, role_word
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.late_pattern import late

_TOKEN = late(
    rf"[^\W\d_](?:{LETTER}|['-]|\.(?=[^\W\d_]\.))*(?:(?<=\b[^\W\d_])\.|(?<=\b[JSD]r)\.|(?<=\bSt)\.)?|[^\w\s]|\d+|\n"
)
_ALLOWED = frozenset(",;:：=—–-/|.&()[]*•+©\n")


class Kind(Enum):
    """What a piece of a credit is."""

    ROLE = "role"
    NAME = "name"
    BY = "by"
    IN = "in"
    FOR = "for"
    GLUE = "glue"
    SIGN = "sign"
    TOLD = "told"


class Piece(NamedTuple):
    """A word, a sign or a run of capitals, and what it is."""

    kind: Kind
    text: str


def pieces_of(line: str) -> Iterator[Piece]:
    """The pieces of a line, from left to right: capitals that run on are one."""
    run: list[str] = []
    tokens = _TOKEN.findall(line)
    for place, token in enumerate(tokens):
        behind = tokens[place + 1] if place + 1 < len(tokens) else ""
        if _goes_on(run, token, behind):
            run.append(token)
        else:
            yield from _run(run)
            run = []
            kind = kind_of(token)
            if kind is Kind.NAME:
                run = [token]
            else:
                yield Piece(kind, token)
    yield from _run(run)


def _run(run: Sequence[str]) -> Iterator[Piece]:
    if run:
        yield Piece(Kind.NAME, " ".join(run).removesuffix("'s"))


def _goes_on(run: Sequence[str], token: str, behind: str) -> bool:
    """Whether a word belongs to the name before it."""
    if not run or run[-1].endswith("'s"):
        return False
    if token in PARTICLES:
        follows = behind in PARTICLES or (behind[:1].isupper() and role_word(behind) is None)
        return follows and _in_name(token, run)
    if not _is_capital(token):
        return False
    return role_word(token) is None or (len(run) == 1 and is_given_name(run[0]) and is_family_name(token))


def _in_name(particle: str, run: Sequence[str]) -> bool:
    """Whether a particle is one of surnames here: `Ana de la Luz`, and not `Photos Ana Luz de Lima`."""
    return len(run) == 1 or particle not in {"de", "da", "di", "von"} or run[-1] in PARTICLES


def _is_capital(token: str) -> bool:
    return token[0].isalpha() and not token[0].islower()


@lru_cache(maxsize=8192)
def kind_of(token: str) -> Kind:
    """What a word or a sign is."""
    if not token[0].isalpha():
        return Kind.SIGN if token in _ALLOWED else Kind.TOLD
    if role_word(token):
        return Kind.ROLE
    lower = token.casefold().strip(".")
    for kind in (Kind.BY, Kind.IN, Kind.FOR):
        if lower in glue(kind.value):
            return kind
    if lower in glue("other"):
        return Kind.GLUE
    return Kind.NAME if _is_capital(token) else Kind.TOLD
