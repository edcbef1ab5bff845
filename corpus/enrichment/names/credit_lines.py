"""Read a line that says only who made an article, in any order: `Translated from the Danish by Ann Lund`.

Every word must have its place in a credit: a role, a name, what leads to a name, or where somebody is. One word more,
and the line tells something.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from corpus.article import Author, AuthorRole
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.names.credit_names import (
    ADDRESS,
    LETTER,
    PARTICLES,
    is_person,
    looks_like_a_person,
    may_be_a_person,
)
from corpus.enrichment.names.credit_words import glue, is_somebody, role_word

_TOKEN = re.compile(
    rf"[^\W\d_](?:{LETTER}|['-]|\.(?=[^\W\d_]\.))*(?:(?<=\b[^\W\d_])\.|(?<=\b[JSD]r)\.|(?<=\bSt)\.)?|[^\w\s]|\d+|\n"
)
_ADDRESS = re.compile(
    rf"{ADDRESS.pattern}|(?<!\w)@\w+|(?<=\w) ?/ ?[a-z][\w.-]+(?=\W*\Z)|\([A-Z]{{2,5}}[ .:]*\d[\d./-]+\)"
)
"""How to reach somebody, the number under which they are registered, and for whom they work, where that is small."""
_MAY_HAVE_ADDRESS = re.compile(r"[@/\d]")
_FROM_LANGUAGE = re.compile(r"\b[Aa]us dem [A-ZÄÖÜ]\w+(?:isch|tsch)en\b")
"""How German names a translation without saying so: `Aus dem Dänischen von Ann Lund`."""
_LEADS = frozenset(":：=—–-/|")
_PARTS = frozenset(";.|/—–\n")
_ALLOWED = frozenset(",;:：=—–-/|.&()[]*•+©\n")
_BETWEEN_ROLES = frozenset(
    (
        "and",
        "&",
        "und",
        "et",
        "och",
        "og",
        "en",
        "i",
        "y",
        "e",
        "и",
        "та",
        "και",
        "ja",
        "a",
        "ve",
        "și",
        "és",
        "in",
        "và",
        "dan",
        ",",
        "/",
        "+",
    )
)
_SURNAMED, _LONGEST_NAME = 2, 5
_MOST_WORDS = 40
_LEAST_BEHIND_OPENING = 4
_LANGUAGE_WORDS = 2
"""Words that may stand behind a translation and tell from which language."""
_MARKS = ".,;:()[]!?\"'"


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


def credits_in(line: str, known_elsewhere: Callable[[str], bool]) -> tuple[Author, ...]:
    """Those whom a line credits, if it is a credit and nothing else; else nobody.

    A role that leads to a name by a word or a sign (`Text: Ann Lund`) is enough. Where a role only stands beside
    it, the name must look like a person's, and the article may not tell of that person (`known_elsewhere`).
    """
    line = _without_opening(line)
    if not may_be_credit(line):
        return ()
    if "us dem " in line:
        line = _FROM_LANGUAGE.sub("Übersetzung", line)
    pieces = list(_pieces(_ADDRESS.sub(" ", line) if _MAY_HAVE_ADDRESS.search(line) else line))
    if len(pieces) > _MOST_WORDS or not any(piece.kind is Kind.ROLE for piece in pieces) or _tells(pieces):
        return ()
    if any(_shows(pieces, place) for place, piece in enumerate(pieces) if piece.kind is Kind.ROLE):
        return ()
    return _assigned(pieces, known_elsewhere)


def _without_opening(line: str) -> str:
    """A line without that it tells of the article: `This story was first` of `This story was first written by …`."""
    if line.partition(" ")[0].casefold() not in glue("this"):
        return line
    words = line.split()
    if len(words) <= _LEAST_BEHIND_OPENING:
        return line
    thing = words[1].casefold()
    if thing not in glue("article"):
        return line
    return " ".join(word for word in words[2:] if word.casefold() not in glue("was"))


def may_be_credit(line: str) -> bool:
    """Whether a line has hardly a small word that no credit has: most lines are told by that, in less time."""
    told = 0
    for word in line.split():
        told += word[0].islower() and "/" not in word and _kind(word.strip(_MARKS) or "-") is Kind.TOLD
        if told > _LANGUAGE_WORDS:
            return False
    return True


def _pieces(line: str) -> Iterator[Piece]:
    run: list[str] = []
    tokens = _TOKEN.findall(line)
    for place, token in enumerate(tokens):
        behind = tokens[place + 1] if place + 1 < len(tokens) else ""
        if _goes_on(run, token, behind):
            run.append(token)
        else:
            yield from _run(run)
            run = []
            kind = _kind(token)
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
def _kind(token: str) -> Kind:
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


def _tells(pieces: Sequence[Piece]) -> bool:
    """Whether a line has a word that no credit has; languages have their place behind a translation."""
    translated = 0
    for place, piece in enumerate(pieces):
        if piece.kind is Kind.ROLE:
            translated = _LANGUAGE_WORDS if role_word(piece.text) is AuthorRole.TRANSLATOR else 0
        elif piece.kind is Kind.TOLD:
            if _is_label(pieces, place):
                continue
            if not translated or not piece.text[0].isalpha():
                return True
            translated -= 1
    return False


def _is_label(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a word that is no known role leads to a name behind one that does: `Text: …, layut: Ann Lund`."""
    behind = pieces[place + 1 : place + 3]
    led = len(behind) > 1 and behind[0].text in {":", "："} and behind[1].kind is Kind.NAME
    return led and any(piece.kind is Kind.ROLE for piece in pieces[:place])


def _assigned(pieces: Sequence[Piece], known_elsewhere: Callable[[str], bool]) -> tuple[Author, ...]:
    """Each person with the role that leads to the name, or else with that beside it; nobody if one name is doubtful."""
    found: list[Author] = []
    ends = _ends_with_roles(pieces)
    shouted = all(piece.text.isupper() for piece in pieces if piece.kind is Kind.NAME)
    for place, piece in enumerate(pieces):
        name = _person(pieces, place) if piece.kind is Kind.NAME else None
        if name and piece.text.isupper() and not (shouted or looks_like_a_person(name)):
            continue  # `Editing by Ann Lund) Keywords: OIL/PRICES`
        if (name and ends and (role := _behind(pieces, place))) or (name and (role := _leading(pieces, place))):
            found.append(Author(name, role))
        elif name and (
            looks_like_a_person(name) or _is_called(pieces, place, name) or _is_with_another(pieces, place, name)
        ):
            role = _by(pieces, place) or _beside(pieces, place)
            role = role or (None if _of_pictures(pieces) else AuthorRole.REPORTER)
            if role is None or known_elsewhere(name):
                return ()
            found.append(Author(name, role))
    return tuple(dict.fromkeys(found))


def _ends_with_roles(pieces: Sequence[Piece]) -> bool:
    """Whether each role stands behind its name, as in German: `von Ann Lund verfasst und von Olav Berg redigiert`."""
    first = next((place for place, piece in enumerate(pieces) if piece.kind in {Kind.ROLE, Kind.NAME}), 0)
    last = next((piece for piece in reversed(pieces) if piece.kind is not Kind.SIGN), pieces[-1])
    named = first > 0 and pieces[first].kind is Kind.NAME and pieces[first - 1].kind is Kind.BY
    return named and last.kind is Kind.ROLE


def _behind(pieces: Sequence[Piece], place: int) -> AuthorRole | None:
    return next((role_word(piece.text) for piece in pieces[place + 1 :] if piece.kind is Kind.ROLE), None)


def _is_called(pieces: Sequence[Piece], place: int, name: str) -> bool:
    """Whether what a person does stands right before a name that no table has: `Our correspondent, Tolva Brask`."""
    before = place - 1
    while before > 0 and (pieces[before].kind is Kind.GLUE or pieces[before].text == ","):
        before -= 1
    called = before >= 0 and pieces[before].kind is Kind.ROLE and is_somebody(pieces[before].text)
    return called and may_be_a_person(name)


def _is_with_another(pieces: Sequence[Piece], place: int, name: str) -> bool:
    """Whether a name that no table has is joined with one that looks like a person's: `Tolva Brask and Ann Lund`."""
    joined = (
        other
        for word, other in ((place + 1, place + 2), (place - 1, place - 2))
        if 0 <= other < len(pieces) and pieces[word].text in _BETWEEN_ROLES - {",", "/", "+"}
    )
    return any(_is_known_name([pieces[other]]) for other in joined) and may_be_a_person(name)


def _by(pieces: Sequence[Piece], place: int) -> AuthorRole | None:
    """The role of whom a line begins to name behind a word for `by`: `Door: Ann Lund - Foto: Olav Berg`."""
    before = [piece.kind for piece in pieces[:place] if piece.kind is not Kind.SIGN]
    return AuthorRole.WRITER if before == [Kind.BY] else None


def _shows(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a role is a word for a picture that shows those who are named: `In the photo: Ann Lund`."""
    word = pieces[place].text
    led = any(piece.kind is Kind.BY for piece in pieces[place + 1 : place + 2])
    if led or role_word(word) is not AuthorRole.PHOTOGRAPHER:
        return False
    first = place - 1
    while first > 0 and pieces[first].kind in {Kind.GLUE, Kind.BY}:  # `auf dem Foto`, `op de foto`
        first -= 1
    begins = first == 0 or (first > 0 and pieces[first - 1].kind is Kind.SIGN)  # not `tekst en foto`
    return word.casefold() in glue("pictured") or (begins and pieces[first].text.casefold() in glue("shown"))


def _of_pictures(pieces: Sequence[Piece]) -> bool:
    """Whether a line tells only who made a picture: a name without a role may be whom it shows."""
    roles = {role_word(piece.text) for piece in pieces if piece.kind is Kind.ROLE}
    return roles == {AuthorRole.PHOTOGRAPHER}


def _person(pieces: Sequence[Piece], place: int) -> str | None:
    """The person whom a run of capitals names, if any."""
    words = pieces[place].text.split()
    if (
        len(words) > _SURNAMED
        and place
        and pieces[place - 1].kind is Kind.IN
        and looks_like_a_person(" ".join(words[1:]))
    ):
        words = words[1:]  # in redazione a Roma Ann Lund
    elif len(words) < _SURNAMED or not _may_be_person(pieces, place):
        return None
    name = " ".join(words)
    return name.title() if name.isupper() else name


def _may_be_person(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a name is a person's by its words and by what stands before it: not a place, nor for whom they work."""
    name = pieces[place].text
    before = [
        piece for piece in pieces[max(0, place - 2) : place] if piece.text.lower() not in {"the", "la", "le", "el"}
    ]
    if len(name.split()) > _LONGEST_NAME or not is_person(name):
        return False
    if not before:
        return True
    if before[-1].kind in {Kind.IN, Kind.FOR}:
        return False
    if before[-1].text in {",", "/", "|", "(", "-", "–", "—"} and place > 1 and _is_known_name(pieces[: place - 1]):
        return looks_like_a_person(name)
    return True


def _has_own_name(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a role is that of a person who stands right behind it: `редактор Анна Седова`."""
    place = at + 2 if [piece.kind for piece in pieces[at + 1 : at + 2]] == [Kind.IN] else at + 1
    named = place < len(pieces) and pieces[place].kind is Kind.NAME
    name = _person(pieces, place) if named else None
    return name is not None and looks_like_a_person(name)


def _is_known_name(pieces: Sequence[Piece]) -> bool:
    """Whether what stands last is the name of a person who looks like one."""
    return bool(pieces) and pieces[-1].kind is Kind.NAME and looks_like_a_person(pieces[-1].text)


def _leading(pieces: Sequence[Piece], place: int) -> AuthorRole | None:
    """The role that leads to a name, through others of its list: `Text: Ann Lund, Olav Berg`."""
    led = False
    for at in range(place - 1, -1, -1):
        piece = pieces[at]
        behind = pieces[at + 1].kind if at + 1 < len(pieces) else None
        led = led or piece.kind is Kind.BY or (piece.kind is Kind.SIGN and piece.text in _LEADS and behind is Kind.NAME)
        if piece.kind is Kind.ROLE:
            return _of_group(pieces, at) if led and _leads(pieces, at) else None
    return None


def _leads(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the word or sign behind a role leads to a name: `editing by`, `Text:`, `photos taken by`."""
    for piece in pieces[at + 1 :]:
        if piece.kind is Kind.BY or (piece.kind is Kind.SIGN and piece.text in _LEADS):
            return True
        if piece.kind is Kind.NAME and " " not in piece.text and piece.text.isupper():
            continue  # Photo EXAMPLE / Ann Lund
        if piece.kind not in {Kind.GLUE, Kind.ROLE, Kind.TOLD}:
            return piece.kind is Kind.NAME and role_word(pieces[at].text) is AuthorRole.TRANSLATOR  # from the Danish by
    return False


def _of_group(pieces: Sequence[Piece], at: int) -> AuthorRole | None:
    """The role of words that stand together: the last of `photo editor`, the first of `text and photos`."""
    first = at
    while first > 1 and pieces[first - 1].text in _BETWEEN_ROLES:
        if pieces[first - 2].kind is not Kind.ROLE:
            break
        first -= 2
    return role_word(pieces[first].text)


def _beside(pieces: Sequence[Piece], place: int) -> AuthorRole | None:
    """The role right before a name, or else that behind it in its clause, or else the last one before it."""
    if place and pieces[place - 1].kind is Kind.ROLE:
        return role_word(pieces[place - 1].text)
    for at in range(place + 1, len(pieces)):
        piece = pieces[at]
        if piece.kind is Kind.SIGN and piece.text in _PARTS:
            break
        if piece.kind is Kind.ROLE and not _leads(pieces, at) and not _has_own_name(pieces, at):
            return role_word(piece.text)
    return next((role_word(piece.text) for piece in reversed(pieces[:place]) if piece.kind is Kind.ROLE), None)
