"""Find lines that say who made an article by what stands behind a name: `Ann Lund, Staff Writer`, `Ann Lund/dpa`."""

import re
from functools import lru_cache

from corpus.article import AuthorRole
from corpus.enrichment.names.credit_names import ADDRESS, CAPITAL, CREDIT_NAME, credit_table
from corpus.enrichment.names.credit_words import role_word
from corpus.late_pattern import late

_LONGEST = 160
_LONGEST_BIOGRAPHY = 400
_NAMES = rf"{CREDIT_NAME}(?:(?:, | and | und | et | y | e | и ){CREDIT_NAME})*"
_WHERE = r"(?: (?:in|at|à|en|a|em|aus|für|of|for) [^.!?]{2,40})?"
_REPORTED = late(
    r"(?!.*\b(?:before|until|years|when|where|that)\b)"
    rf"{CREDIT_NAME} reported from {CAPITAL}[\w ,]+?(?:(?:,| and|;) {CREDIT_NAME} from {CAPITAL}[\w ,]+?)*\.?"
)
_FOLLOW = late(rf"(?:You can )?[Ff]ollow (?P<name>{CREDIT_NAME})(?: (?:and|&) {CREDIT_NAME})? on [A-Z]\w+\b.{{0,60}}")
_REACHED = late(rf"{CREDIT_NAME} (?:can|may) be (?:reached|contacted|followed)\b")
_SUBJECT = r"(?!(?:the|a|an|his|her|their)\b)[^.,!?\"“”]{3,60}"
_EMPLOYED = rf"(?:for|at|from) (?:the )?{CAPITAL}[^.,!?\"“”]{{2,60}}"
_COVERS = late(
    rf"(?P<name>{CREDIT_NAME}) (?:(?:writes|reports|blogs) {_EMPLOYED}"
    rf"|(?:covers|reports on|writes (?:about|on)|blogs about) (?:{_SUBJECT}|[^.,!?\"“”]{{3,80}} {_EMPLOYED}))"
    r"\.?(?: (?:She|He|They|You can|Follow|Email|Reach) [^\"“”]{3,160})?"
)
_COPULA = late(rf"(?P<name>{CREDIT_NAME}),? (?:ist|est|es|è|é|är|er|jest|este|je|on) (?=[^\W\d_])")
_NEAR_COPULA = 3
_MAKERS = frozenset((AuthorRole.REPORTER, AuthorRole.WRITER, AuthorRole.EDITOR))
_FORMER = re.compile(rf" is an? former (?!.*\b(?:at|for|of|with) (?:the )?{CAPITAL})")
"""What somebody was, without where: `a former reporter who now farms`."""
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
    found = found or _COVERS.fullmatch(line) or _of_role(line)
    return found is not None and text.count(found["name"].rpartition(" ")[2]) == 1


def _of_role(line: str) -> re.Match[str] | None:
    """A biography in another language: `Ann Lund ist Redakteurin der Morgenpost`."""
    found = _COPULA.match(line)
    words = line[found.end() :].split()[:_NEAR_COPULA] if found else ()
    return found if any(role_word(word.strip(".,;")) in _MAKERS for word in words) else None


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
    named = rf"(?:(?:About )?[Tt]he (?:author|reporter|writer)[,:]? )?(?P<name>{CREDIT_NAME}),?"
    return re.compile(rf"{named} is (?:an?|the|our)\b[\w ,'-]{{0,60}}?\b(?:{professions})\b")
