"""Find lines that say who made an article by what stands behind a name: `Ann Lund, Staff Writer`, `Ann Lund/dpa`."""

import re
from functools import lru_cache

from corpus.article import AuthorRole, Span
from corpus.enrichment.names.credit_names import ADDRESS, CAPITAL, CREDIT_NAME, credit_table, looks_like_a_person
from corpus.enrichment.names.credit_words import role_word

_LONGEST = 160
_LONGEST_BIOGRAPHY = 400
_LONGEST_CLOSING = 100
_NAMES = rf"{CREDIT_NAME}(?:(?:, | and | und | et | y | e | и ){CREDIT_NAME})*"
_WHERE = r"(?: (?:in|at|à|en|a|em|aus|für|of|for) [^.!?]{2,40})?"
_REPORTED = re.compile(
    r"(?!.*\b(?:before|until|years|when|where|that)\b)"
    rf"{CREDIT_NAME} reported from {CAPITAL}[\w ,]+?(?:(?:,| and|;) {CREDIT_NAME} from {CAPITAL}[\w ,]+?)*\.?"
)
_FOLLOW = re.compile(
    rf"(?:You can )?[Ff]ollow (?P<name>{CREDIT_NAME})(?: (?:and|&) {CREDIT_NAME})? on [A-Z]\w+\b.{{0,60}}"
)
_REACHED = re.compile(rf"{CREDIT_NAME} (?:can|may) be (?:reached|contacted|followed)\b")
_SUBJECT = r"(?!(?:the|a|an|his|her|their)\b)[^.,!?\"“”]{3,60}"
_EMPLOYED = rf"(?:for|at|from) (?:the )?{CAPITAL}[^.,!?\"“”]{{2,60}}"
_TITLE = r"(?:(?:Dr|Prof|Professor|Sir|Dame|Rev)\.? )?"
_COVERS = re.compile(
    rf"(?:About the \w+[,:] )?{_TITLE}(?P<name>{CREDIT_NAME})"
    rf" (?:(?:writes|reports|blogs) (?:an? (?:[\w-]+ ){{1,3}})?{_EMPLOYED}"
    rf"|(?:teaches|lectures) [^.!?\"“”]{{3,80}} {_EMPLOYED}"
    rf"|(?:covers|reports on|writes (?:about|on)|blogs about) (?:{_SUBJECT}|[^.,!?\"“”]{{3,80}} {_EMPLOYED}))"
    r"\.?(?: (?:She|He|They|You can|Follow|Email|Reach|The (?:views|opinions)|Views|Opinions) [^\"“”]{3,160})?"
)
_COPULA = re.compile(
    r"(?:(?:Der|Die|El|La|O|A|Il|De|Den|L')(?:(?<=')| )(?P<role>[^\W\d_]+),? )?"
    rf"(?P<name>{CREDIT_NAME}),?(?: (?:Jahrgang|geb\.|geboren|né|née|nacid[oa]) [^,.]{{2,30}},)?"
    r" (?:ist|est|es|è|é|är|er|jest|este|je|on) (?=[^\W\d_])"
)
_AUTHOR_IS = re.compile(
    rf"(?:About the|The|Our) (?:author|writer|columnist|reviewer|essayist),? (?P<name>{CREDIT_NAME}),?"
    r" (?!was |has been )(?:is|has|[a-z]+s)\b"
)
"""`The writer, Ann Lund, teaches law`: what authors do as a rule, not what somebody did."""
_NEAR_COPULA = 3
_MAKERS = frozenset((AuthorRole.REPORTER, AuthorRole.WRITER, AuthorRole.EDITOR))
_FORMER = re.compile(rf" is an? former (?!.*\b(?:at|for|of|with) (?:the )?{CAPITAL})")
"""What somebody was, without where: `a former reporter who now farms`."""
_NOT_OF_THING = r"(?! (?:of|behind|on) (?:the|a|an|this|his|her|its) [a-z])"
"""`A producer of the film` is no author of the article."""
_TOLD = re.compile(r"\b(?:said|told|who (?:was|had|died|fled))\b")
"""What others say of somebody introduces no author."""
_OF_OTHERS = re.compile(rf"\((?:with|mit|avec|con|com|By|Von|Par|Por|Di|Door) {CAPITAL}[^()\n]{{3,120}}\)")


def signs(line: str) -> AuthorRole | None:
    """The role of those whom a line names, if it is a signature and nothing else."""
    if len(line) > _LONGEST:
        return None
    if " be " in line and _REACHED.match(line) and ADDRESS.search(line):
        return AuthorRole.CONTACT
    if line[0] == "(" and _OF_OTHERS.fullmatch(line):
        return AuthorRole.REPORTER
    if _behind().fullmatch(line):
        return AuthorRole.WRITER
    if " reported from " in line and _REPORTED.fullmatch(line):
        return AuthorRole.REPORTER
    return AuthorRole.WRITER if "ollow " in line and _FOLLOW.fullmatch(line) else None


def introduces(line: str, text: str) -> bool:
    """Whether a line at the end of an article introduces its author: `Ann Lund is a staff writer at the Morning Post`.

    The article tells nothing of whom it introduces.
    """
    if len(line) > _LONGEST_BIOGRAPHY or _TOLD.search(line):
        return False
    found = _biography().match(line) if " is " in line and not _FORMER.search(line) else None
    found = found or _COVERS.fullmatch(line) or _AUTHOR_IS.match(line) or _of_role(line)
    return found is not None and _is_new(found["name"].rpartition(" ")[2], line, text)


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


def closing(text: str) -> Span | None:
    """Where a text closes like a letter and signs: `Until next week, Ann Lund`."""
    near = max(0, len(text) - _LONGEST_CLOSING)
    found = _closing().search(text, near)
    return found.span("closing") if found and looks_like_a_person(found["name"]) else None


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, credit_table()["closings"].strip().replace("\n", "|").split("|")))
    return re.compile(
        rf"(?:[.!?]\s+|\n)(?P<closing>(?:{openers})\b[^.!?\n]{{0,30}}[,!]\s{{1,2}}(?P<name>{CREDIT_NAME}))\.?\Z"
    )


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    listed = credit_table()["behind"].strip().replace("\n", "|").split("|")
    tails = "|".join(re.escape(tail) for tail in sorted(listed, key=len, reverse=True))
    return re.compile(
        rf"\W?(?:{_NAMES})(?: ?[,/|] ?| [–—-] | (?:for|avec|mit|con|com) |(?= pour ) )"
        rf"(?i:(?:the )?(?:{tails}))\b{_WHERE}\W*"
    )


@lru_cache(maxsize=1)
def _biography() -> re.Pattern[str]:
    professions = "|".join(credit_table()["professions"].split())
    learned = "|".join(credit_table()["learned"].split())
    named = rf"(?:(?:About )?[Tt]he (?:author|reporter|writer)[,:]? )?{_TITLE}(?P<name>{CREDIT_NAME}),?"
    somewhere = rf"(?:{learned})\b[^.!?]{{0,60}} (?:at|of|in|with) (?:the )?{CAPITAL}"
    does = rf"(?:(?:{professions})\b{_NOT_OF_THING}|{somewhere})"
    return re.compile(rf"{named} is (?:an?|the|our)\b[\w ,'-]{{0,60}}?\b{does}")
