"""Find runs of capitalised words: everything that may be a name, before anything is decided."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.enrichment.aliases.country_names import country_table
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.late_pattern import late

PARTICLES = frozenset(
    {"van", "von", "der", "den", "ten", "ter", "zu", "av", "af", "bin", "ibn", "ben", "bint", "al", "el", "ul"}
    | {"de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le"}
)
"""What begins a surname: `van der Bellen`, `bin Laden`, `de la Cruz`."""

BETWEEN = frozenset({"y", "e", "wa"})
OF = frozenset({"of", "of the", "for", "for the", "on", "on the", "to", "against", "against the", "in", "in the"})
AND = frozenset({"and", "&", "and the"})
POSSESSIVE = frozenset({"'s", "'"})

_GLUES = {" ": ""} | {f" {glue} ": glue for glue in BETWEEN | OF | AND} | {f"{glue} ": glue for glue in POSSESSIVE}
_GLUES |= {"": "", ", ": ","}
_OWNERS = frozenset(
    {"People", "Peoples", "Women", "Children", "Men", "Workers", "Farmers", "Teachers", "Students", "Lawyers"}
    | {"Journalists", "Lloyd", "Moody", "McDonald"}
)
_DISTRICT = frozenset({"D.C.", "D.C", "DC"})
_PLAIN = {0x2019: "'", 0x2018: "'", 0xA0: " ", 0x202F: " ", 0x2011: "-"}
_WRAPPED = late(r"(?m)^([^\n]{49,99}[^\n.!?:])\n(?=[^\n])")
_LONGEST_GLUE = max(map(len, _GLUES))
_LAST_ALPHABET = 0x3000
_ARTICLES = "al|el|as|ash|ad|ar|an|at|az|ez|ul|ur"
_INNER = "al|el|ul|ed|de|des|la|le|les|du|au|aux|sur|sous|on|upon|in|e|i|o|y"
# What makes a word of a name (`US-led`), where other short endings belong to it (`Kim Jong-un`).
_COMPOUNDS = (
    "led|run|held|made|era|wide|born|like|only|type|size|free|paid|rich|poor|aid|and|to|of|the|up|off|by|non|war|deal|"
    "hit|tied|fed|set|law|day|time|line|term|bank|city|town|area|side"
)


class Word(NamedTuple):
    """A capitalised word: where it stands, and what joins it to the word before (nothing but a space: empty)."""

    text: str
    start: int
    end: int
    glue: str


def level(text: str, source: str | None = None) -> str:
    """The text as names are looked for in it, each character in its place.

    Apostrophes and spaces become plain ones, breaks of wrapped lines become spaces, and the name of the publication
    that the text is from is blotted out.
    """
    plain = text.translate(_PLAIN)
    if source:
        plain = plain.replace(source.translate(_PLAIN), "_" * len(source))
    # Where line ends stand in pairs alone, between paragraphs, no line is wrapped.
    return plain if plain.count("\n") == 2 * plain.count("\n\n") else _WRAPPED.sub(r"\1 ", plain)


def runs_of(text: str) -> Iterator[list[Word]]:
    """The runs of capitalised words of a text made level, with the small words that may stand inside a name."""
    run: list[Word] = []
    end = -1
    for match in _word(plain=text.isascii()).finditer(text):
        start, word = match.start(), match[0]
        glue = _GLUES.get(text[end:start]) if start - end <= _LONGEST_GLUE else None
        if run and (glue is None or (not glue.isalpha() and not _glued(run[-1].text, glue, word))):
            yield run
            run = []
        run.append(Word(word, start, match.end(), glue if run and glue else ""))
        end = match.end()
    if run:
        yield run


def _glued(before: str, glue: str, word: str) -> bool:
    if glue == ",":
        return word in _DISTRICT
    return glue not in POSSESSIVE or before in _OWNERS


@lru_cache(maxsize=2)
def _word(*, plain: bool) -> re.Pattern[str]:
    """A capitalised word, an abbreviation with its dots, a name with its hyphens; not a currency (`US$`).

    The `plain` one, for texts in ASCII, takes less time.
    """
    capital = "[A-Z]" if plain else _capitals()
    titles = "|".join(re.escape(role) for role in sorted(lexicon().roles, key=len, reverse=True) if role[-1] == ".")
    states = "|".join(re.escape(name) for name in country_table()["US"]["places"] if name[-1] == ".")
    particles = "|".join(sorted(PARTICLES))
    # Looked at before all else, as it rules out most places: the small letters that what follows may begin with.
    firsts = "".join(sorted({particle[0] for particle in PARTICLES} | set("audl")))
    small = rf"(?:{particles}) |(?:{_ARTICLES})-|[dl]'|dell'"
    return re.compile(
        # Most words are plain ones, behind which nothing stands that may belong to them.
        rf"(?<![\w@#&])(?:[A-Z][a-z]+(?![\w.'&$-]|,? D\.C\.)|(?=[{firsts}{capital[1:]})(?=[^a-z]|{small})"
        rf"(?:(?:{titles}|S[tT]\.|M[tT]\.|F[tT]\.)(?= )|(?:{states})"
        r"|(?:Inc|Corp|Co|Ltd|Jr|Sr|Bros)\.(?=,? [a-z])"
        rf"|(?:{capital}\.)+{capital}(?!\w)\.?|{capital}\.(?= ?{capital})"
        rf"|(?:(?:{particles}) ){{0,6}}(?:(?:{_ARTICLES})-|[dl]'|dell')?{capital}\w*"
        rf"(?:'(?!(?:s|m|ve|re|ll|d|t)\b)\w+|&(?={capital})\w+|-(?=\d|{capital})\w+"
        rf"|-(?:{_INNER})-(?={capital})\w+|-(?!(?:{_COMPOUNDS})\b)[a-z]{{2,4}}(?![\w-]))*)(?!\$))",
        re.ASCII if plain else 0,
    )


def _capitals() -> str:
    """All capital letters as a regular expression's class."""
    points = [point for point in range(_LAST_ALPHABET) if chr(point).isupper()]
    firsts = [point for point in points if not chr(point - 1).isupper()]
    lasts = [point for point in points if not chr(point + 1).isupper()]
    return "[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(firsts, lasts, strict=True)) + "]"
