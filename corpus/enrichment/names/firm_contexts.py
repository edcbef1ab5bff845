"""Find companies that the tagger misses, by what news says of them alone: `Quimbart shares`, `a stake in Quimbart`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.article import EntityType, Span
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.person_names import is_given_name
from corpus.enrichment.gazetteer.towns import towns
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.whole_words import places_of
from corpus.late_pattern import late

_CALLINGS = frozenset(("brewer", "broadcaster", "broker", "miner"))
"""What companies are, and persons as well."""
KINDS = _CALLINGS | frozenset(
    """
    airline automaker bank brokerage carmaker chipmaker company conglomerate consultancy drugmaker firm homebuilder
    insurer lender retailer shipbuilder start-up startup steelmaker unit utility
    """.split()  # noqa: SIM905 - words
)
"""What stands right before a company's name."""
_PERSONS = "analyst|economist|strategist|trader|broker|portfolio manager|fund manager|researcher"
_CALLED_SO = rf"(?:{'|'.join(sorted(_CALLINGS))})s? $"
_CALLED = late(rf"\b{_CALLED_SO}")
_TRADE = late(
    rf"\b(?:(?:shares (?:of|in)|stakes? in|(?:{_PERSONS})s? (?:at|with)|(?:{'|'.join(sorted(KINDS - _CALLINGS))})s?) $"
    rf"|at {_CALLED_SO})"
)
_LAST_WORDS = KINDS | {"of", "in", "at", "with"}
_TOLD_BEFORE = sorted(_LAST_WORDS - {"bank", "company", "firm", "unit", "utility"})
_BEFORE_CAPITAL = late(r" (?=[A-Z])(?:(?<=\b" + " )|(?<=\\b".join(_TOLD_BEFORE) + " ))")
"""Where to look closer."""
_RESULTS = r"(?:loss|losses|profits?|revenues?|earnings|sales|income)\b"
_OUTLOOK = r"(?:forecasts?|outlook|guidance|dividend|targets?|workforce|estimates?|stake)\b"
_DOES = late(
    r" shares (?:also |have |had )?(?:rose|risen|fell|fallen|gained|jumped|slid|dropped|climbed|tumbled|plunged|surged"
    r"|soared|sank|closed|ended|were|are|added|lost|traded|eased|slipped|dipped|edged|shed|opened|hit|rallied)\b"
    rf"| (?:{_PERSONS})s? (?=[A-Z])"
    r"| (?:shareholders|bondholders|chief executive|CEO|CFO|chief financial officer|finance chief)\b"
    rf"| (?:also )?(?:posted|reported) (?:\w+ )?(?:first|second|third|fourth|full|half)-[^.;,\n]{{0,30}}?{_RESULTS}"
    rf"| (?:also )?(?:raised|cut|lifted|lowered|trimmed|slashed|reaffirmed|narrowed) its (?:[\w-]+ ){{0,3}}{_OUTLOOK}"
)
"""What companies do or have, and persons and places hardly."""
_DOES_TOO = late(
    rf" (?:also )?(?:posted|reported|booked) an? [^.;,\n]{{0,40}}?{_RESULTS}"
    r"| said (?:net |quarterly |annual |same-store |operating )?(?:sales|revenues?|profits?|earnings)\b"
    r"| (?:has |had |have )?filed for (?:an? )?(?:listing|bankruptcy|IPO|initial public offering|Chapter 11|insolvency)"
    r"\b"
    r"| won an? (?:[\w$.-]+ ){0,3}order (?:for|worth|to (?:supply|build|deliver))\b"
    r"| (?:(?:will|would|plans to|is to|said it (?:will|would)) )?(?:cut|shed|eliminate|lay off) [\d,]+"
    r" (?:jobs|workers|staff)\b"
    r"| (?:(?:will|would|plans to|is to|said it (?:will|would)|to) )?(?:close|open|shut) (?:\w+ )?[\d,]+ (?:\w+ )?"
    r"(?:stores|shops|branches|outlets|restaurants|factories|plants|hotels|cinemas)\b"
    r"| (?:named|appointed|hired) (?:[A-Z][\w.'-]+ ){2,3}(?:as )?(?:its |chief \w+ officer|finance chief)"
)
"""What companies do, and persons who speak for them or lead them as well."""
_ACTS = "|".join(
    """
    acquired appointed boosted bought built closed completed cut delayed doubled ended expanded halted halved hired kept
    launched lifted lost lowered merged moved named opened raised reduced renamed shut sold started suspended trimmed
    unveiled
    """.split()  # noqa: SIM905 - words
)
_FOR_ITSELF = late(rf" (?:has |had |will )?(?:also )?(?:{_ACTS}) its\b")
"""What bodies do with what is theirs, where persons have `his` or `her`."""
_SITE = late(
    r" (?:(?:oil|gas|copper|gold|coal) )?(?:fields?|oilfield|gasfield|mine|project|site|refinery|block|pipeline|estate"
    r"|deposit|basin)\b"
)
"""What stands behind the name of something that has shareholders and is a place."""
_SUBJECT = late(
    rf"[A-Z][\w&-]*[a-z](?= (?:shares|shareholders|bondholders|chief |CEO|CFO|finance|also|posted|reported|booked|said"
    rf"|slashed|reaffirmed|narrowed|{_ACTS}|has |had |have |filed|won|will|would|plans|shed|is to"
    r"|to (?:close|open|shut))\b)"
)
"""Where to look closer."""
_NAME = late(r"[A-Z][\w&-]*[a-z](?: [A-Z][\w&-]*[a-z]){0,2}(?=[ ,.;:)\n'])")
_NAME_BEFORE = late(r"(?<![\w&'.-])(?:(?:[A-Z][\w&-]* ){0,2}[A-Z][\w&-]*[a-z])$")
_BEGINS = late(r"(?:^|[.!?:;\n(\"“—–-])[\s\"'“‘(]*$")
_SORTS = frozenset(("Block", "Class", "Series", "Type", "Unit"))
"""Sorts of shares, and parts of fields: `Class B`."""
_MIDST = frozenset("abcdefghijklmnopqrstuvwxyz,")
_NEAR = 30


def with_firms_by_context(names: Sequence[Name], text: str) -> list[Name]:
    """The names, and wherever the text has them the companies that it speaks of as such and that are not among them."""
    candidates = list(_candidates(text))
    if not candidates:
        return list(names)
    places = sorted((name.start, name.end) for name in names)
    firms = {text[start:end] for start, end in candidates if _may_be_firm(start, end, text, places)}
    if not firms:
        return list(names)
    more = [
        Name(firm, start, start + len(firm), EntityType.ORGANIZATION)
        for firm in sorted(firms)
        for start in places_of(firm, text, "_&-")
        if _is_free(start, start + len(firm), places)
    ]
    return sorted([*names, *more], key=lambda name: name.start)


def follows_trade(start: int, text: str, *, person: bool = False) -> bool:
    """Whether what stands before a name is said of companies: `shares of`, `an analyst at`, `the brokerage`.

    Of what looks like a `person` only what is said of no persons counts: `the broadcaster Zelda Barr` is one.
    """
    near = text[max(0, start - _NEAR) : start].lower()
    if near[:-1].rpartition(" ")[2].removesuffix("s") not in _LAST_WORDS:  # most names, in less time
        return False
    return _TRADE.search(near) is not None or (not person and _CALLED.search(near) is not None)


def does_as_firm(end: int, text: str, *, person: bool = False) -> bool:
    """Whether what stands behind a name is said of companies; of what looks like a `person`, of them alone."""
    return _DOES.match(text, end) is not None or (not person and _DOES_TOO.match(text, end) is not None)


def acts_for_itself(end: int, text: str) -> bool:
    """Whether what stands behind a name is said of bodies, and of no person: `sold its plant`."""
    return _FOR_ITSELF.match(text, end) is not None


def is_site(name: str, text: str) -> bool:
    """Whether a text calls something a field, a mine, a building: a stake in it makes no company of it."""
    return any(_SITE.match(text, start + len(name)) for start in places_of(name, text, "_&-"))


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Where capitalised words stand that are spoken of as companies are."""
    for blank in _BEFORE_CAPITAL.finditer(text):
        if follows_trade(blank.end(), text) and (name := _NAME.match(text, blank.end())):
            yield name.span()
    for subject in _SUBJECT.finditer(text):
        if does_as_firm(subject.end(), text) or acts_for_itself(subject.end(), text):
            start = max(0, subject.end() - _NEAR)
            if name := _NAME_BEFORE.search(text[start : subject.end()]):
                yield _start(start + name.start(), subject.end(), text), subject.end()


def _start(start: int, end: int, text: str) -> int:
    """Where a name begins, without a word that begins its sentence: `Ousted Quimbart chief`, elsewhere `Quimbart`."""
    first, _, rest = text[start:end].partition(" ")
    if not rest or _BEGINS.search(text[max(0, start - 4) : start]) is None or any(map(_is_told, rest.split(" "))):
        return start
    alone = any(not text.endswith(f"{first} ", 0, place) for place in places_of(rest, text, "_&-"))
    return end - len(rest) if alone else start


def _may_be_firm(start: int, end: int, text: str, places: Sequence[Span]) -> bool:
    """Whether nothing is known of words: no ordinary word, nobody's given name, no place, no people."""
    if not _is_free(start, end, places):
        return False
    name, lists = text[start:end], lexicon()
    words = name.split(" ")
    if any(map(_is_told, words)) or towns(name) or lookup(name) is not None or is_given_name(words[0]):
        return False
    if is_site(name, text):
        return False
    if (
        words[-1] in lists.organizations | lists.topics | lists.things | lists.adjectives
        or next(places_of(words[0].lower(), text, "_&-"), -1) >= 0
    ):
        return False
    if text[start - 1 : start] == " " and not _is_free(start - 2, start - 1, places):
        return False  # the end of a longer name
    begins = _BEGINS.search(text[max(0, start - 4) : start]) is not None
    again = not name.endswith("s") and text.count(name) > 1  # `Employers cut jobs`, in the title too
    return not begins or again or _stands_within(name, text)


def _is_free(start: int, end: int, places: Sequence[Span]) -> bool:
    """Whether none of some places, in order, has any of this one."""
    at = bisect_left(places, (end, 0))
    return not at or places[at - 1][1] <= start


def _is_told(word: str) -> bool:
    _, hyphen, last = word.rpartition("-")
    if hyphen and (last.islower() or _is_told(last)):
        return True  # `Quimbo-listed`, `Anglo-Dutch`
    lists, entry = lexicon(), lookup(word)
    told = (lists.stop, lists.roles, lists.desk_roles, lists.common_capitals, lists.figures, lists.professions)
    return (entry is not None and not entry.weak) or word in _SORTS or any(word in each for each in told)


def _stands_within(name: str, text: str) -> bool:
    """Whether a sentence has a name in its midst."""
    return any(
        text[start - 1 : start] == " " and text[start - 2 : start - 1] in _MIDST
        for start in places_of(name, text, "_&-")
    )
