"""Join the authors whom an article states with those whom its credits name."""

import re
from collections.abc import Mapping, Sequence

from corpus.article import Article, Author, AuthorRole
from corpus.enrichment.credits.credit_names import looks_like_a_person
from corpus.enrichment.credits.slavic_credits import in_nominative

_BODY_BEHIND = re.compile(r"(?<=[^\W\d_A-Z] )(?!(?:II|III|IV|JR|SR)\b)[A-Z]{2,5}\b(?: [A-Z][a-z]+){0,2}\Z")
"""For whom somebody works, behind the name: `Ann Lund BBC News`."""
_PARTED = re.compile(r"\s*(?:,|;|\band\b)\s*")


def names_in(stated: str) -> Sequence[str]:
    """The names of an author line."""
    return [name for name in _PARTED.split(stated) if name]


def with_stated(article: Article, credited: Sequence[Author]) -> tuple[Author, ...]:
    """The authors whom an article states, then those whom its credits name, each once in each role."""
    credited = in_nominative(credited, article.language.replace("_", "-").partition("-")[0].lower())
    spelled = {author.name.casefold(): author.name for author in credited}
    stated = [Author(_written(name, spelled)) for name in names_in(article.author or "")]
    names = {author.name.casefold() for author in stated}
    others = (each for each in credited if not (each.name.casefold() in names and each.role is AuthorRole.WRITER))
    return tuple(dict.fromkeys((*stated, *others)))


def _written(name: str, spelled: Mapping[str, str]) -> str:
    """A person's name as it is written elsewhere: a byline may have capitals alone, or none."""
    name = _BODY_BEHIND.sub("", name).strip() if " " in name else name
    if not (name.isupper() or name.islower()) or " " not in name:
        return name
    return spelled.get(name.casefold()) or (name.title() if looks_like_a_person(name.title()) else name)
