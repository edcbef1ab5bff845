"""Tell the clubs that are called like their cities: `Barcelona have won`, `beat Chicago 101-98`."""

from collections.abc import Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Entry, Rank
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.whole_words import places_of
from corpus.late_pattern import late

_OF_CLUBS = late(
    r"\b(?:strikers?|midfielders?|goalkeepers?|quarterbacks?|relegat(?:ed|ion)|playoffs?|Bundesliga|La Liga|Serie A"
    r"|Ligue 1|Premier League|Champions League|Europa League|NBA|NHL|NFL)\b"
)
"""Words of sports that clubs play; one is enough."""
_OF_SPORT = late(
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
    r"| (?:have )?finish(?:ed)? (?:first|second|third|top|bottom|\w+th)\b"
    r"| (?:have |had )?(?:re-?)?sign(?:ed)? (?:\w+ )?(?:striker|defender|midfielder|goalkeeper|winger|forward)\b"
    r"|,? \d{1,3}-\d{1,3}\b"
)
"""What clubs do behind their name, and cities do not."""
_HAS = late(rf" (?:{_PLAYERS})\b")
_HAS_AS_TOWN = late(
    r" (?:residents|police|mayor|council|councillors?|city|airport|courts?|hospitals?|magistrates|prosecutors|voters"
    r"|schools?|university|officials|authorities|hotels?)\b"
)
"""What towns have, and clubs do not."""
_BID = late(r"[^.\n]{0,60} to (?:host|stage|the (?:contract|right))\b")
"""Behind a town that won over another: `London beat Paris to host the games`."""
_PLAYED = (
    r"\b(?:final|semi-?final|quarter-?final|match|game|tie|leg|goals?|season|penalty|draw|win|round|fixture|minutes?"
    r"|play(?:ed|ing|s)?|scor(?:ed|ing)|lost|lose|won|start(?:ed)?|opener|\d-\d)\b"
)
"""What tells that somebody stands against a club, and is no protester or enemy."""
_SUFFERS = late(
    r"\b(?:beat(?:en by|ing|s)?|thrashed|edged|hammered|routed|lost (?:\d+-\d+ )?(?:at home )?to|losing to"
    r"|drew (?:\d+-\d+ )?with|held (?:\d+-\d+ |to an? [\w-]+ draw |at home )?by"
    r"|(?:win|victory|triumph|defeat|loss|draw|match|game|tie|derby|goals?) (?:over|by|against|to|with)"
    rf"|{_PLAYED}[^.\n]{{0,40}} against|rivals|\d-\d)(?: [\w-]+(?:ing|-man))? $"
)
_MOVES = late(
    r"\b(?:join(?:s|ed)?|sign(?:s|ed)?|rejoined|left|transferred|loan(?:ed)?)\b[^.\n]{0,60} (?:from|for|to) $"
    r"|\b(?:who|he|He) (?:re)?joined $"
)
"""What stands before a club's name: `beat Quimbo`, `signed the striker from Quimbo`."""
_STATES = {"Monaco": Entry("AS Monaco", EntityType.ORGANIZATION, None, Rank.NAME)}
"""A state whose club plays in another one's league, and that has no team which others play."""
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
    cities = {name.text for name in names if _may_be_club(name)}
    found = {city for city in cities if _votes(city, text) > 0}
    if not found or not _is_on_sport(text):
        return list(names)
    return [
        name._replace(type=EntityType.ORGANIZATION, known=_STATES.get(name.text))
        if name.text in found and name.type is EntityType.PLACE
        else name
        for name in names
    ]


def _votes(city: str, text: str) -> int:
    """How much oftener a text speaks of a club than of a city."""
    return sum(_vote(start, start + len(city), text) for start in places_of(city, text, "_-&"))


def _is_on_sport(text: str) -> bool:
    return bool(_OF_CLUBS.search(text)) or len({found[0] for found in _OF_SPORT.finditer(text)}) >= _FEWEST_WORDS


def _may_be_club(name: Name) -> bool:
    if name.type is not EntityType.PLACE or name.text.isupper():
        return False
    return name.known is None or name.known.rank in _CITIES or name.text in _STATES


def _vote(start: int, end: int, text: str) -> int:
    """Whether a club is spoken of here (1), a place (-1), or either (0)."""
    if _HAS_AS_TOWN.match(text, end):
        return -1
    if _BID.match(text, end):
        return 0
    near = text[max(0, start - _NEAR) : start]
    before = near.rstrip().rpartition(" ")[2].lower()
    if (before in _LEAD or before[-1:].isdigit()) and (_SUFFERS.search(near) or _MOVES.search(near)):
        return 1
    if _HAS.match(text, end):
        return 1
    if before in lexicon().locatives:
        return -1
    return int(before not in _PREPOSITIONS and _ACTS.match(text, end) is not None)
