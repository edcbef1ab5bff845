"""Read a line that says only who made an article, where, when, for whom and how to reach them, in any order.

`By Ann Lund and Olav Berg in Oslo`, `Ann Lund | Example Wire | 4 March 2019, 10:42 IST`, `From Oslo Ann Lund (EW)`.
"""

from collections.abc import Callable, Sequence

from corpus.article import Author, AuthorRole
from corpus.enrichment.aliases.aliases import listed_clubs
from corpus.enrichment.credits.byline_parts import Kind, Part, looks, parts_of
from corpus.enrichment.credits.credit_names import looks_like_a_person
from corpus.enrichment.credits.credit_words import glue
from corpus.enrichment.gazetteer.gazetteer import lookup

_LONGEST = 120
_DASHES = ("-", "–", "—")
_OF_AUTHORS = frozenset((Kind.RANK, Kind.WHEN, Kind.REACH))
_CERTAIN = _OF_AUTHORS | {Kind.BODY}
"""What stands beside authors; bodies stand beside persons in a heading in capitals too: `LUND, EXAMPLE CORP GROW`."""

Known = Callable[[str], bool]


def byline_in(line: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """Those who sign with a line at the end of an article, where the rest of it does not name them.

    A name alone may be a heading, and behind a dash whoever said what stands above (`- Winston Churchill`).
    """
    return _byline(line, known_elsewhere, top=False)


def top_byline(line: str, known_elsewhere: Known, *, alone: bool) -> tuple[Author, ...]:
    """Those whom a line under a title names, which may say nothing else where it stands `alone` over the story."""
    found = _byline(line, known_elsewhere, top=True)
    return found if alone or len(found) != 1 or line.strip().casefold() != found[0].name.casefold() else ()


def dated_byline(line: str) -> tuple[Author, ...]:
    """Those with whom a line begins that has the day of publication beside them, wherever it stood."""
    parts = parts_of(line.strip()) if len(line) <= _LONGEST else None
    named = next((part for part in parts or () if part.names), None)
    if not parts or named is None or not (named is parts[0] or named.led):
        return ()
    certain = named.led or all(map(looks_like_a_person, named.names))
    if not certain or not any(part.kind is Kind.WHEN for part in parts):
        return ()
    return _byline(line, lambda _: False, top=False)


def _byline(line: str, known_elsewhere: Known, *, top: bool) -> tuple[Author, ...]:
    bare = line.strip().strip("*_")
    dashed = bare.startswith(_DASHES)
    parts = parts_of(bare.lstrip("-–— ")) if len(bare) <= _LONGEST and _may_name(bare) else None
    if not parts:
        return ()
    names = [name for part in parts for name in part.names]
    if len({part.role for part in parts if part.kind is Kind.RANK}) > 1:
        return ()  # which of them is whose, `credit_lines` tells
    if parts[0].names and not parts[0].led and bare.startswith(f"{parts[0].text}:"):
        return ()  # a heading
    if not names or any(known_elsewhere(name) or lookup(name) for name in names):
        return ()
    if not (_is_sure(parts, top=top, shouted=bare.isupper()) or _is_beside_one(bare, parts, dashed=dashed, top=top)):
        return ()
    rank = next((part.role for part in parts if part.kind is Kind.RANK), None)
    return tuple(
        Author(name.title() if name.isupper() or name.islower() else name, part.role or rank or AuthorRole.WRITER)
        for part in parts
        for name in part.names
    )


def _may_name(line: str) -> bool:
    """Whether a line has capitals, which tell names, or is all in small letters and begins with a word for `by`."""
    begins = line.partition(" ")[0].casefold() in glue("by")
    return line.islower() and begins if not any(map(str.isupper, line)) else True


def _is_sure(parts: Sequence[Part], *, top: bool, shouted: bool) -> bool:
    """Whether what stands with the names tells that they are authors."""
    persons = [part for part in parts if part.names]
    names = [name for part in persons for name in part.names]
    kinds = {part.kind for part in parts}
    small = any(name.islower() for name in names)
    listed = len(persons) > 1 and not (top or kinds & _OF_AUTHORS)
    if not persons[0].led and (small or listed or _is_of_story(parts)):
        return False
    if persons[0].led and all(part.kind is Kind.PLACE for part in parts[: parts.index(persons[0])]):
        return all(map(looks_like_a_person, map(str.title, names))) if small else True
    if kinds & (_OF_AUTHORS if shouted else _CERTAIN):
        return top or (
            (Kind.YEAR not in kinds or Kind.WHEN in kinds) and (Kind.RANK in kinds or any(map(looks, names)))
        )
    if shouted or not top:
        return False
    if kinds == {Kind.PERSONS, Kind.PLACE, Kind.UNKNOWN}:  # MARIBOR, Slovenia — Ann Lund, Example Wire
        return len(names) == 1 and looks_like_a_person(names[0])
    return kinds == {Kind.PERSONS, Kind.PLACE} or (kinds == {Kind.PERSONS} and any(map(looks, names)))


def _is_beside_one(bare: str, parts: Sequence[Part], *, dashed: bool, top: bool) -> bool:
    """Whether one person stands beside one other name, which may be that of any body: `Ann Lund | Harbour Gazette`."""
    persons = [part for part in parts if part.names]
    if bare.isupper() or len(parts) != len(("person", "body")) or len(persons) != 1 or len(persons[0].names) != 1:
        return False
    other = next(part for part in parts if not part.names)
    pair = "/" in bare and looks_like_a_person(other.text)
    if other is parts[0] and ":" in bare and other.kind is not Kind.BODY:
        return False  # `Pictured: Ann Lund`
    if other is parts[0] and other.kind is Kind.UNKNOWN and persons[0].led and "," in bare and not top:
        return False  # The Sea, by Ann Lund
    if pair or other.kind not in {Kind.UNKNOWN, Kind.PLACE, Kind.BODY} or _is_of_story(parts):
        return False
    return dashed or looks_like_a_person(persons[0].names[0]) or (top and looks(persons[0].names[0]))


def _is_of_story(parts: Sequence[Part]) -> bool:
    """Whether a part is a body that has members and players rather than reporters: `Ann Lund (Labour)`."""
    return any(
        part.text in listed_clubs() or all(word in glue("parties") for word in part.text.casefold().split())
        for part in parts
        if part.kind in {Kind.BODY, Kind.UNKNOWN, Kind.PLACE}
    )
