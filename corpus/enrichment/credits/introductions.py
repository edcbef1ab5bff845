"""Find how the end of an article introduces its author: a biography, a closing that signs, a name alone on its line."""

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.credit_names import CAPITAL, CREDIT_NAME, Credit, may_be_a_person
from corpus.enrichment.credits.credit_words import credit_table, role_word
from corpus.late_pattern import late

_LONGEST_BIOGRAPHY = 400
_LONGEST_CLOSING = 100
_LONGEST_NAME = 60
_LAST_LINES, _TOP_LINES = 2, 4
_LINE = late(r"[^\n]*\S[^\n]*")
_SUBJECT = r"(?!(?:the|a|an|his|her|their)\b)[^.,!?\"“”]{3,60}"
_EMPLOYED = rf"(?:for|at|from) (?:the )?{CAPITAL}[^.,!?\"“”]{{2,60}}"
_TITLE = r"(?:(?:Dr|Prof|Professor|Sir|Dame|Rev)\.? )?"
_COVERS = late(
    rf"(?:About the \w+[,:] )?{_TITLE}(?P<name>{CREDIT_NAME})"
    rf" (?:(?:writes|reports|blogs) (?:an? (?:[\w-]+ ){{1,3}})?{_EMPLOYED}"
    rf"|(?:teaches|lectures) [^.!?\"“”]{{3,80}} {_EMPLOYED}"
    rf"|(?:covers|reports on|writes (?:about|on)|blogs about) (?:{_SUBJECT}|[^.,!?\"“”]{{3,80}} {_EMPLOYED}))"
    r"\.?(?: (?:She|He|They|You can|Follow|Email|Reach|The (?:views|opinions)|Views|Opinions) [^\"“”]{3,160})?"
)
_COPULA = late(
    r"(?:(?:Der|Die|El|La|O|A|Il|De|Den|L')(?:(?<=')| )(?P<role>[^\W\d_]+),? )?"
    rf"(?P<name>{CREDIT_NAME}),?(?: (?:Jahrgang|geb\.|geboren|né|née|nacid[oa]) [^,.]{{2,30}},)?"
    r" (?:ist|est|es|è|é|är|er|jest|este|je|on) (?=[^\W\d_])"
)
_AUTHOR_IS = late(
    rf"(?:About the|The|Our) (?:author|writer|columnist|reviewer|essayist),? (?P<name>{CREDIT_NAME}),?"
    r" (?!was |has been )(?:is|has|[a-z]+s)\b"
)
"""`The writer, Ann Lund, teaches law`: what authors do as a rule, not what somebody did."""
_COLUMN = late(rf"(?P<name>{CREDIT_NAME})'s (?:column|blog|newsletter) (?:appears|runs|is published)\b")
_NEAR_COPULA = 3
_MAKERS = frozenset((AuthorRole.REPORTER, AuthorRole.WRITER, AuthorRole.EDITOR))
_FORMER = late(rf" is an? former (?!.*\b(?:at|for|of|with) (?:the )?{CAPITAL})")
"""What somebody was, without where: `a former reporter who now farms`."""
_NOT_OF_THING = r"(?! (?:of|behind|on) (?:the|a|an|this|his|her|its) [a-z])"
"""`A producer of the film` is no author of the article."""
_TOLD = late(
    r"\b(?:said|told|who (?:was|had|died|fled)|(?:[Hh]e|[Ss]he|and) (?:died|resigned|pleaded)|starb|murió|falleció)\b"
    r"|\b(?:was|were|been|wurde|été|est|fue|sido|foi)\b[^.!?]{0,60}?"
    r" (?:shot|stabbed|arrested|detained|jailed|imprisoned|killed|murdered|wounded|injured|kidnapped|abducted|charged"
    r"|convicted|sentenced|buried|deported|expelled|fired|sacked|verhaftet|festgenommen|getötet|erschossen|ermordet"
    r"|verletzt|verurteilt|entführt|entlassen|arrêtée?|tuée?|blessée?|condamnée?|enlevée?|morte?|décédée?"
    r"|detenid[oa]|asesinad[oa]|herid[oa]|condenad[oa]|secuestrad[oa]|despedid[oa]|pres[oa]|mort[oa])\b"
)
"""What is told of somebody introduces no author: what others say, or what happened to them."""
_LIVES = late(rf"{_TITLE}(?P<name>{CREDIT_NAME}),? (?:is|has|[a-z]{{2,}}s)\b")
"""How a biography of somebody who is known to be the author begins: `Ann Lund joined`, `Ann Lund leads`."""


def introductions(text: str, authors: frozenset[str]) -> Iterator[Credit]:
    """Where a text that has no other credits left introduces its author, or repeats a name of its `authors` alone."""
    end = len(text.rstrip())
    if closed := _closing(text[:end]):
        yield closed
    lines = list(_LINE.finditer(text, 0, end))
    for line in lines[-_LAST_LINES:]:
        if line.start() and (name := _introduced(line[0], text, authors)):
            yield Credit(line.span(), (Author(name, AuthorRole.WRITER),))
    if not authors:
        return
    edges = lines[:_TOP_LINES] + lines[max(_TOP_LINES, len(lines) - _LAST_LINES) :]
    yield from (Credit(line.span(), ()) for line in edges if line[0].strip(" -–—").casefold() in authors)


def _introduced(line: str, text: str, authors: frozenset[str]) -> str | None:
    """Whom a line at the end of an article introduces: `Ann Lund is a staff writer at the Morning Post`.

    The article tells nothing of them, unless it is known that they wrote it.
    """
    if len(line) > _LONGEST_BIOGRAPHY or _TOLD.search(line):
        return None
    if (known := _LIVES.match(line)) and known["name"].casefold() in authors:
        return known["name"]
    found = _biography().match(line) if " is " in line and not _FORMER.search(line) else None
    found = found or _COVERS.fullmatch(line) or _AUTHOR_IS.match(line) or _COLUMN.match(line) or _of_role(line)
    return found["name"] if found and _is_new(found["name"].rpartition(" ")[2], line, text) else None


def _is_new(surname: str, line: str, text: str) -> bool:
    return text.count(surname) == line.count(surname)


def _of_role(line: str) -> re.Match[str] | None:
    """A biography in another language: `Ann Lund ist Redakteurin der Morgenpost`."""
    found = _COPULA.match(line)
    if found and found["role"]:
        profession = line[found.end() :].partition(" ")[0].casefold()
        learned = profession.startswith(tuple(credit_table()["learned_elsewhere"].split()))
        return found if learned and role_word(found["role"]) is AuthorRole.WRITER else None
    words = line[found.end() :].split()[:_NEAR_COPULA] if found else ()
    return found if any(role_word(word.strip(".,;")) in _MAKERS for word in words) else None


def _closing(text: str) -> Credit | None:
    """Where a text closes like a letter, and who signs: `Until next week, Ann Lund`."""
    near = max(0, len(text) - _LONGEST_CLOSING)
    found = _closed().search(text, near)
    if found is None or not may_be_a_person(found["name"]):
        return None
    return Credit(found.span("closing"), (Author(found["name"], AuthorRole.WRITER),))


@lru_cache(maxsize=1)
def _closed() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, credit_table()["closings"].strip().replace("\n", "|").split("|")))
    return re.compile(
        rf"(?:[.!?]\s+|\n)(?P<closing>(?:{openers})\b[^.!?\n]{{0,30}}[,!]\s{{1,2}}(?P<name>{CREDIT_NAME}))\.?\Z"
    )


@lru_cache(maxsize=1)
def _biography() -> re.Pattern[str]:
    professions = "|".join(credit_table()["professions"].split())
    learned = "|".join(credit_table()["learned"].split())
    named = rf"(?:(?:About )?[Tt]he (?:author|reporter|writer)[,:]? )?{_TITLE}(?P<name>{CREDIT_NAME}),?"
    somewhere = rf"(?:{learned})\b[^.!?]{{0,60}} (?:at|of|in|with) (?:the )?{CAPITAL}"
    does = rf"(?:(?:{professions})\b{_NOT_OF_THING}|{somewhere})"
    ranked = rf"(?:[a-z-]+ ){{0,2}}(?:{professions}) (?:of|at|for) (?:the )?{CAPITAL}"
    heads = r"(?:director|head|chair|dean) of [^.!?]{3,80}\b(?:University|Institute|College|School)\b"
    return re.compile(rf"{named} is (?:(?:an?|the|our)\b[\w ,'-]{{0,60}}?\b{does}|{ranked}|{heads})")
