"""Find lines that are a name and the body that somebody works for, and nothing else: `Ann Lund | Lima`."""

from collections.abc import Callable

from corpus.article import Author, AuthorRole
from corpus.enrichment.names.credit_names import CAPITAL, CREDIT_NAME, looks_like_a_person
from corpus.late_pattern import late

_BODY = rf"{CAPITAL}[\w.&'-]*(?: (?:{CAPITAL}[\w.&'-]*|of|de|del|the|and|en)){{0,4}}"
_WITH = r"(?i:with|mit|avec|con|com|met|z|med|с)"
_WIRES = r"(?:dpa|epd|sda|afp|ap|apa)"
_BODIES = rf"(?:{_BODY}|{_WIRES})(?:[,/] ?(?:{_BODY}|{_WIRES})| (?:and|und|et|y|e) (?:{_BODY}|{_WIRES}))*"
_SIGNED = late(
    rf"[-–—]{{1,2}} ?{CREDIT_NAME}, {_BODY}\.?"
    rf"|{CREDIT_NAME}(?: ?[|/•·] ?{_BODY}|, {_BODY}|,? \(?{_WITH} {_BODIES}\)?"
    rf"| \((?:(?:à|au|in|aus|en|em|a) )?{_BODY}\))\.?"
)
_FIRST = late(rf"(?:[-–—]{{1,2}} ?)?(?P<name>{CREDIT_NAME})")
_BEHIND_BODY = late(rf"{_BODY}(?:, | ?[/|] ?)(?P<name>{CREDIT_NAME})")
_LONGEST = 80


def signatures_in(line: str, known_elsewhere: Callable[[str], bool]) -> tuple[Author, ...]:
    """The person who signs with a line, where the rest of the article does not name them.

    Capitals are a heading's. Only a body beside it makes a signature: a name alone may be a heading, and behind a dash
    whoever said what stands above (`- Winston Churchill`).
    """
    bare = line.strip("()[] ") if line.strip()[:1] in {"(", "["} else line.strip()
    found = _FIRST.match(bare) if len(bare) <= _LONGEST and _SIGNED.fullmatch(bare) else None
    found = found if found and looks_like_a_person(found["name"]) else _BEHIND_BODY.fullmatch(bare[:_LONGEST])
    if (
        found is None
        or found["name"].isupper()
        or not looks_like_a_person(found["name"])
        or known_elsewhere(found["name"])
    ):
        return ()
    name = found["name"]
    return (Author(name, AuthorRole.WRITER),)
