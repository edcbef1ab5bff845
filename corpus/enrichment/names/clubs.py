"""Tell the clubs that are called like their cities: `Barcelona have won`, `beat Chicago 101-98`."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Rank
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.late_pattern import late

_OF_CLUBS = re.compile(
    r"\b(?:strikers?|midfielders?|goalkeepers?|quarterbacks?|relegat(?:ed|ion)|playoffs?|Bundesliga|La Liga|Serie A"
    r"|Ligue 1|Premier League|Champions League|Europa League|NBA|NHL|NFL)\b"
)
"""Words of sports that clubs play; one is enough."""
_OF_SPORT = re.compile(
    r"\b(?:defenders?|wingers?|leagues?|season|coach|scor(?:ed|ing)|goals?|overtime|matches|semi-?finals?|club|fans)\b"
    r"|(?<![\d-])\d{1,3}-\d{1,3}(?![\d-])"
)
"""Words of other sports, too, and results; two are asked for."""
_FEWEST_WORDS = 2
_PLAYERS = (
    "(?:head |assistant )?coach|manager|striker|midfielder|defender|goalkeeper|winger|captain|playmaker"
    "|full-?back|quarterback|fans|players"
)
_ACTS = late(
    r"(?: have| had| has)? (?:beat(?:en)?|thrashed|edged|hammered|routed|drew|draw|won \d"
    r"|lost (?:\d|to\b|at\b|against\b|their\b)"
    r"|equali[sz]ed|relegated|scored|sacked their)\b"
    r"| (?:were|have been) (?:relegated|promoted|held|beaten|knocked out|eliminated|crowned|leading|trailing|without)\b"
    r"| (?:are|have) (?:won|lost|scored|conceded|\w+ points|second|third|fourth|top|bottom)\b"
    r"|,? \d{1,3}-\d{1,3}\b"
)
"""What clubs do behind their name, and cities do not."""
_HAS = re.compile(rf" (?:{_PLAYERS})\b")
_HAS_AS_TOWN = re.compile(
    r" (?:residents|police|mayor|council|councillors?|city|airport|courts?|hospitals?|magistrates|prosecutors|voters"
    r"|schools?|university|officials|authorities|hotels?)\b"
)
"""What towns have, and clubs do not."""
_BID = re.compile(r"[^.\n]{0,60} to (?:host|stage|the (?:contract|right))\b")
"""Behind a town that won over another: `London beat Paris to host the games`."""
_PLAYED = (
    r"\b(?:final|semi-?final|quarter-?final|match|game|tie|leg|goals?|season|penalty|draw|win|round|fixture|minutes?"
    r"|play(?:ed|ing|s)?|scor(?:ed|ing)|lost|lose|won|start(?:ed)?|opener|\d-\d)\b"
)
"""What tells that somebody stands against a club, and is no protester or enemy."""
_SUFFERS = late(
    r"\b(?:beat(?:en by|ing|s)?|thrashed|edged|hammered|routed|lost (?:\d+-\d+ )?(?:at home )?to|losing to"
    r"|drew (?:\d+-\d+ )?with"
    r"|(?:win|victory|triumph|defeat|loss|draw|match|game|tie|derby|goals?) (?:over|by|against|to|with)"
    rf"|{_PLAYED}[^.\n]{{0,40}} against|rivals|\d-\d)(?: \w+ing)? $"
)
_MOVES = re.compile(
    r"\b(?:joined|signed|rejoined|left|transferred|loan(?:ed)?)\b[^.\n]{0,60} (?:from|for|to) $"
    r"|\b(?:who|he|He) (?:re)?joined $"
)
"""What stands before a club's name: `beat Quimbo`, `signed the striker from Quimbo`."""
_CITIES = frozenset({Rank.CITY, Rank.SEAT})
_LEAD = frozenset(
    """
    against at beat beaten beating beats by edged for from hammered joined over rejoined rivals routed thrashed to with
    """.split()  # noqa: SIM905 - words
)
"""What stands right before a club's name where others beat it or players come from it; or a result does."""
_PREPOSITIONS = frozenset(("and", "between", "for", "from", "of", "to"))
_NEAR = 80


def with_clubs(names: Sequence[Name], text: str) -> list[Name]:
    """The names; cities that an article on sports speaks of as clubs, oftener than as places, are organizations."""
    clubs: Counter[str] = Counter()
    for name in names:
        if _may_be_club(name):
            clubs[name.text] += _vote(name, text)
    found = {each for each, votes in clubs.items() if votes > 0}
    if not found or not _is_on_sport(text):
        return list(names)
    return [
        name._replace(type=EntityType.ORGANIZATION, known=None)
        if name.text in found and name.type is EntityType.PLACE
        else name
        for name in names
    ]


def _is_on_sport(text: str) -> bool:
    return bool(_OF_CLUBS.search(text)) or len({found[0] for found in _OF_SPORT.finditer(text)}) >= _FEWEST_WORDS


def _may_be_club(name: Name) -> bool:
    if name.type is not EntityType.PLACE or name.text.isupper():
        return False
    return name.known is None or name.known.rank in _CITIES


def _vote(name: Name, text: str) -> int:
    """Whether a club is spoken of here (1), a place (-1), or either (0)."""
    if _HAS_AS_TOWN.match(text, name.end):
        return -1
    if _BID.match(text, name.end):
        return 0
    near = text[max(0, name.start - _NEAR) : name.start]
    before = near.rstrip().rpartition(" ")[2].lower()
    if (before in _LEAD or before[-1:].isdigit()) and (_SUFFERS.search(near) or _MOVES.search(near)):
        return 1
    if _HAS.match(text, name.end):
        return 1
    if before in lexicon().locatives:
        return -1
    return int(before not in _PREPOSITIONS and _ACTS.match(text, name.end) is not None)
