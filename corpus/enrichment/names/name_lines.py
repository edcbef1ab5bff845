"""Find lines that are a name and the body that somebody works for, and nothing else: `Ann Lund | Lima`."""

from collections.abc import Callable

from corpus.article import Author, AuthorRole
from corpus.enrichment.aliases.aliases import listed_clubs
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.names.credit_names import CAPITAL, CREDIT_NAME, looks_like_a_person, may_be_a_person
from corpus.enrichment.names.credit_words import glue
from corpus.late_pattern import late

_BODY = rf"{CAPITAL}[\w.&'-]*(?: (?:{CAPITAL}[\w.&'-]*|of|de|del|the|and|en)){{0,4}}"
_WITH = r"(?i:with|mit|avec|con|com|met|z|med|с)"
_FOR = r"(?:for|für|pour|para|per|voor|för|dla|для)"
_WIRES = r"(?:dpa|epd|sda|afp|ap|apa)"
_BODIES = rf"(?:{_BODY}|{_WIRES})(?:[,/] ?(?:{_BODY}|{_WIRES})| (?:and|und|et|y|e) (?:{_BODY}|{_WIRES}))*"
_SIGNED = late(
    rf"[-–—]{{1,2}} ?{CREDIT_NAME}, {_BODY}\.?|{CREDIT_NAME},? {_FOR} (?:the |la |le |el |il )?{_BODIES}"
    rf"|{CREDIT_NAME}(?: ?[|/•·] ?{_BODY}|, {_BODY}|,? \(?{_WITH} {_BODIES}\)?"
    rf"| \((?:(?:à|au|in|aus|en|em|a) )?{_BODY}\))\.?"
)
_FIRST = late(rf"(?:[-–—]{{1,2}} ?)?(?P<name>{CREDIT_NAME})")
_BEHIND_BODY = late(
    rf"(?:{_BODY}(?:, | ?[/|] ?)|(?:TT|NTB|STT|dpa|AFP|EFE|ANSA|PAP|ANP|Belga): )(?P<name>{CREDIT_NAME})"
)
_FROM_PLACE = late(
    rf"(?:Z|Ze|From|Aus|Desde|Da|Из|З) {CAPITAL}\w+(?:[ -]{CAPITAL}\w+)?? (?P<name>{CREDIT_NAME}) ?\({_BODIES}\)"
)
_DASHES = ("-", "–", "—")
_LONGEST = 80


def signatures_in(line: str, known_elsewhere: Callable[[str], bool]) -> tuple[Author, ...]:
    """The person who signs with a line, where the rest of the article does not name them.

    Capitals are a heading's. Only a body beside it makes a signature: a name alone may be a heading, and behind a dash
    whoever said what stands above (`- Winston Churchill`).
    """
    bare = line.strip("()[] ") if line.strip()[:1] in {"(", "["} else line.strip()
    if len(bare) > _LONGEST:
        return ()
    found = _FIRST.match(bare) if _SIGNED.fullmatch(bare) else None
    looks = may_be_a_person if bare[:1] in _DASHES else looks_like_a_person
    if found is None or not looks(found["name"]):
        found = _BEHIND_BODY.fullmatch(bare) or _FROM_PLACE.fullmatch(bare)
    if found is None or not _signs(found["name"], looks, known_elsewhere):
        return ()
    beside = bare[found.end("name") :].strip(" /,|().")
    pair = "/" in bare and beside != "" and looks_like_a_person(beside)
    return () if pair or _is_of_story(beside.removeprefix("for ")) else (Author(found["name"], AuthorRole.WRITER),)


def _is_of_story(body: str) -> bool:
    """Whether a body is one that has members and players rather than reporters: `Ann Lund (Labour)`."""
    words = body.casefold().split()
    return body in listed_clubs() or (bool(words) and all(word in glue("parties") for word in words))


def _signs(name: str, looks: Callable[[str], bool], known_elsewhere: Callable[[str], bool]) -> bool:
    """Whether a name may be an author's: written as names are, and neither known to all nor to the article."""
    return not name.isupper() and lookup(name) is None and looks(name) and not known_elsewhere(name)
