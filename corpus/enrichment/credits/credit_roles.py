"""Tell whom the pieces of a credit name, each in the role that leads to the name or stands beside it."""

from collections.abc import Callable, Sequence

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.credit_names import is_person, looks_like_a_person, may_be_a_person
from corpus.enrichment.credits.credit_pieces import Kind, Piece
from corpus.enrichment.credits.credit_words import is_somebody, role_word

_LEADS = frozenset(":：=—–-/|")
_PARTS = frozenset(";.|/—–\n")
_JOINING = ("and", "&", "und", "et", "och", "og", "en", "i", "y", "e", "и", "та", "και", "ja", "a", "ve", "și", "és")
_BETWEEN_ROLES = frozenset((*_JOINING, "in", "và", "dan", ",", "/", "+"))
_SURNAMED, _LONGEST_NAME = 2, 5


def assigned(pieces: Sequence[Piece], known_elsewhere: Callable[[str], bool]) -> tuple[Author, ...]:
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
            looks_like_a_person(name)
            or _is_called(pieces, place, name)
            or _is_with_another(pieces, place, name)
            or _is_alike(pieces, place, name)
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


def _is_alike(pieces: Sequence[Piece], place: int, name: str) -> bool:
    """Whether a name stands behind its role as a person's does: `tekst Ann Lund, beeld Tolva Brask`."""
    behind = (at for at in range(1, len(pieces)) if pieces[at - 1].kind is Kind.ROLE and pieces[at].kind is Kind.NAME)
    others = [at for at in behind if at != place and looks_like_a_person(pieces[at].text)]
    return bool(others) and place > 0 and pieces[place - 1].kind is Kind.ROLE and may_be_a_person(name)


def _by(pieces: Sequence[Piece], place: int) -> AuthorRole | None:
    """The role of whom a line begins to name behind a word for `by`: `Door: Ann Lund - Foto: Olav Berg`."""
    before = [piece.kind for piece in pieces[:place] if piece.kind is not Kind.SIGN]
    return AuthorRole.WRITER if before == [Kind.BY] else None


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
