"""What speaks for two names being one? Links between them, each with the articles that speak for it."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why two names may be one."""

    SPELLING = "spelling"
    """They differ in signs, or in what a company is by law."""

    GROUP = "group"
    """One says that it is a group of companies."""

    NATION = "nation"
    """One has its nation before it, and hardly another nation's is named."""

    ACRONYM = "acronym"
    """Articles introduce one as short for the other."""

    SHORT = "short"
    """One begins the other, and mostly stands beside it."""

    SURNAME = "surname"
    """One is the surname of the one person who has it here."""

    SOUND = "sound"
    """Two persons' names sound alike."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two names by their keys, the one that joins the other first.

    Of `among` articles that could tell, `articles` speak for the link. `sure`: enough to make the names one.
    """

    name: str
    other: str
    reason: Reason
    articles: int
    among: int
    sure: bool = True
