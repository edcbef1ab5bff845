"""Find where sentences and clauses begin: behind full stops that end no abbreviation, in any language.

The rules of Punkt (Kiss and Strunk, Unsupervised multilingual sentence boundary detection, Computational Linguistics
32(4), 2006) that need no training: known abbreviations, initials, ordinals, and whether a small letter follows.
"""

import re
from collections.abc import Iterator

# Both begin with a set of signs, which the engine looks for before it tries anything.
_END = re.compile(
    r"[.!?…。！？｡؟۔।॥](?:(?<=[.!?…])[.!?…]*[\"'”’»)\]]*\s+|(?<=[。！？｡])[。！？｡]*[」』”’）]*\s*|(?<=[؟۔।॥])[؟۔।॥]*\s*)"
    r"(?=[\"'“‘«„(\[¿¡—–-]*\s?[^\W_])"
)
_CLAUSE = re.compile(
    r"[;:,–—、，；：،؛-](?:(?<=[;:,])(?=\s)|(?<=\s[–—-])(?=\s)|(?<=[—、，；：،؛]))\s*(?=[\"'“‘«„(\[]*[^\W_])"
)
_LAST_WORD = re.compile(r"([^\s\"'“‘«„(\[]+)\.[\"'”’»)\]]*\s+$")
_INNER_STOP = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)+")
_LONGEST_ORDINAL = 2
_REACH = 40
"""Letters before a full stop in which the word that it ends is looked for."""

_ABBREVIATIONS = frozenset(
    """
    adj adm al apt approx assoc asst ave bldg blvd brig bros capt cf ch co col comdr corp cpl ct cu dept dist div dr ed
    esp est etc ext ff fig figs fr ft gen gov govt hon hr hrs hwy inc incl insp intl jr lb lbs lt ltd maj max messrs
    min misc mr mrs ms msgr mt mts mx natl no nos nr op oz par pfc ph pp pres prof pt pty pub pvt qt rd ref rep reps
    res ret rev rt sec sect sen sens sgt spc spokesperson sq sr ss st ste supt tel treas univ viz vol vols vs yd yr yrs
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn
    tenn tex va vt wash wis wyo
    abs abt akt anm art bd bzw ca dipl dir ebd einschl ev evtl geb gegr ges gest ggf hl hrsg ing inkl jh jhd jhdt kath
    kfm lic mag mio mrd nachf nr phil rer sog spvg str tsd usw verh vgl zzgl präs min
    av bd bld cie dép dr ét éts exc fig hab id m mgr mll mlle mlles mm mme mmes pr réf st ste vs
    sr sra srta sres dña dn da excmo ilmo lic lda ing arq núm num pág págs tel ud uds vd vds admón cía ej aprox ee uu
    sig sigg sra dott avv on prof rag geom arch pag spa
    exmo exma dra prof profa eng sta sto av
    dhr mevr mw drs ir mr bijv blz enz jl nl zgn vzw
    гг г тыс млн млрд руб коп ул им проф акад стр тел см др пр напр обл р ст ред
    """.split()  # noqa: SIM905 - hundreds of words read better so
)

_WORDS_TOO = frozenset("art col fig id ill mar mass mon miss no nos on ore res sat so sun wash".split())  # noqa: SIM905
"""Abbreviations that in small letters are words, which may end a sentence."""


def sentence_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences begin in a piece of a text, from `start` to `end`, besides at its own beginning; ascending."""
    for found in _END.finditer(text, start, min(len(text), end + _REACH)):
        if found.end() > end:
            return
        if not _goes_on(text, found.start(), found.end()):
            yield found.end()


def clause_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where clauses begin there: behind a comma, a colon, a semicolon or a dash; ascending."""
    for found in _CLAUSE.finditer(text, start, min(len(text), end + _REACH)):
        if found.end() > end:
            return
        yield found.end()


def _goes_on(text: str, stop: int, following: int) -> bool:
    """Whether the sentence goes on behind what may be its end."""
    if text[stop] != ".":
        return text[stop] in "…!?" and text[following : following + 1].islower()
    if text[following : following + 1].islower():
        return True
    ended = _LAST_WORD.search(text[max(0, stop - _REACH) : following])
    return ended is not None and _is_abbreviation(ended[1])


def _is_abbreviation(word: str) -> bool:
    """Whether a word before a full stop is an abbreviation, an initial, or, as in German, an ordinal."""
    if len(word) == 1 and word.isalpha():
        return True
    if word.isdigit():
        return len(word) <= _LONGEST_ORDINAL
    last = re.split(r"[-–/]", word)[-1]
    if last in _WORDS_TOO:
        return False
    return last.lower() in _ABBREVIATIONS or len(last) == 1 or bool(_INNER_STOP.fullmatch(word))
