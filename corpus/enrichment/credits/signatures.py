"""Find lines that say who made an article by what stands behind a name: `Ann Lund, Staff Writer`, `Ann Lund/dpa`."""

import re
from functools import lru_cache

from corpus.article import AuthorRole
from corpus.enrichment.credits.credit_names import ADDRESS, CAPITAL, CREDIT_NAME
from corpus.enrichment.credits.credit_words import credit_table
from corpus.late_pattern import late

_LONGEST = 160
_NAMES = rf"{CREDIT_NAME}(?:(?:, | and | und | et | y | e | и ){CREDIT_NAME})*"
_WHERE = r"(?: (?:in|at|à|en|a|em|aus|für|of|for) [^.!?]{2,40})?"
_REPORTED = late(
    r"(?!.*\b(?:before|until|years|when|where|that)\b)"
    rf"{CREDIT_NAME} reported from {CAPITAL}[\w ,]+?(?:(?:,| and|;) {CREDIT_NAME} from {CAPITAL}[\w ,]+?)*\.?"
)
_FOLLOW = late(
    rf"(?:You can )?[Ff]ollow (?:(?:{CAPITAL}\w+ )?[a-z]+ )?(?P<name>{CREDIT_NAME})(?: (?:and|&) {CREDIT_NAME})?"
    r" on [A-Z]\w*\b.{0,80}"
)
_REACHED = late(rf"{CREDIT_NAME} (?:can|may) be (?:reached|contacted|followed)\b")
_OF_OTHERS = late(rf"\((?:with|mit|avec|con|com|By|Von|Par|Por|Di|Door) {CAPITAL}[^()\n]{{3,120}}\)")


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


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    listed = credit_table()["behind"].strip().replace("\n", "|").split("|")
    tails = "|".join(re.escape(tail) for tail in sorted(listed, key=len, reverse=True))
    return re.compile(
        rf"\W?(?:{_NAMES})(?: ?[,/|] ?| [–—-] | (?:for|avec|mit|con|com) |(?= pour ) )"
        rf"(?i:(?:the )?(?:{tails}))\b{_WHERE}\W*"
    )
