"""Read a line of names as a signature by what is around it: over a role, beside an address, behind the last dash."""

from collections.abc import Callable, Sequence

from corpus.article import Author, AuthorRole, EntityType
from corpus.enrichment.credits.contacts import contacts_in
from corpus.enrichment.credits.credit_names import CAPITAL, CREDIT_NAME, looks_like_a_person, may_be_a_person
from corpus.enrichment.credits.credit_words import role_word
from corpus.enrichment.credits.ranks import rank_of
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.late_pattern import late

AND = r"(?:, and |, | and | & | und | et | y | e | i | și | şi | και | и )"
NAMES = rf"{CREDIT_NAME}(?:{AND}{CREDIT_NAME})*"
_ALONE = late(NAMES)
_DASHED = late(rf"[-–—]{{1,2}} ?({NAMES})\.?")
_LISTED = late(rf"\W{{0,2}}{CREDIT_NAME}(?:, | \()(?P<what>.+)")
_NAME = late(CREDIT_NAME)
_PARTED = late(AND)
_PLACE = rf"{CAPITAL}\w+(?:[ -]{CAPITAL}\w+)*"
_FOR_BODY = late(
    r"(?:Do|Da|Del|De|Dal|Dalla|Du|For|Für|Pour|Para|Per|Voor|Vom) (?:the |la |le |el |il )?"
    rf"{CAPITAL}[\w.&'-]*(?: {CAPITAL}[\w.&'-]*){{0,4}}(?:, (?:em|en|in|a|à) {_PLACE})?"
)
"""For whom somebody works, under a name: `Do Correio, em Lisboa`."""
_QUOTES = frozenset('"“”„«»')
_LONGEST, _MARKS = 60, ",;/()&"
_LEAST_BEFORE_ONE = 160
"""Characters of a paragraph behind which a name alone signs it: what is shorter may be its bearer's words."""

Known = Callable[[str], bool]


def signed_over(line: str, below: str, known_elsewhere: Known, *, top: bool = False) -> tuple[Author, ...]:
    """Those whose names are a line over one that says what they do: `Ann Lund` over `Transport correspondent`.

    At the `top` of an article it may say for whom they do it.
    """
    names = lone_persons(line, known_elsewhere, looks=may_be_a_person)
    role = rank_of(below.strip()) if names else None
    if names and role is None and top and _is_body(below.strip()):
        role = AuthorRole.WRITER
    return tuple(Author(name, role) for name in names) if role else ()


def _is_body(line: str) -> bool:
    """Whether a line names for whom somebody works, or where, and nothing else."""
    if len(line) > _LONGEST:
        return False
    known = lookup(line) or lookup(line.partition(" ")[0])
    return _FOR_BODY.fullmatch(line) is not None or (known is not None and known.type is not EntityType.PERSON)


def in_list(line: str, beside: Sequence[str]) -> bool:
    """Whether a line and one beside it list people, of whom one did not make the article: `Ann Lund, baker`."""
    listed = [found for each in (line, *beside) if len(each) <= _LONGEST and (found := _LISTED.match(each))]
    others = [found for found in listed if not any(role_word(word.strip(_MARKS)) for word in found["what"].split())]
    return len(listed) > 1 and bool(others)


def signed_with_address(line: str, addresses: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """The person whose name is a line, of which one of some addresses is made."""
    if not addresses or not lone_persons(line, known_elsewhere):
        return ()
    return contacts_in(f"{line}, {addresses}", known_elsewhere)


def signed_behind_dash(above: str, line: str, known_elsewhere: Known) -> tuple[Author, ...]:
    """Those who sign with the last line: `— Ann Lund and Olav Berg`.

    One alone may be whoever said what stands above, unless that is a long paragraph and no quotation.
    """
    found = _DASHED.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    names = lone_persons(found[1], known_elsewhere) if found else ()
    told = len(above) >= _LEAST_BEFORE_ONE and _QUOTES.isdisjoint(above)
    return tuple(Author(name, AuthorRole.WRITER) for name in names) if len(names) > 1 or told else ()


def lone_persons(line: str, known_elsewhere: Known, looks: Known = looks_like_a_person) -> Sequence[str]:
    """The persons that a line names and nothing else, none of them known to all or told of in the rest."""
    bare = line.strip()
    if len(bare) > _LONGEST or bare.isupper() or not _ALONE.fullmatch(bare):
        return ()
    names = [name for part in _PARTED.split(bare) for name in _NAME.findall(part)]
    unknown = all(lookup(name) is None and looks(name) and not known_elsewhere(name) for name in names)
    return names if unknown else ()
