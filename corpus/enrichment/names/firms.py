"""Tell companies that were taken for persons or places.

By what they are by law, by a ticker behind their name, and by what news says of companies alone: `shares of Quimbart`,
`an analyst at Quimbart`, `the brokerage Quimbart`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Rank, lookup
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.gazetteer.towns import towns
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.firm_contexts import (
    KINDS,
    acts_for_itself,
    does_as_firm,
    follows_trade,
    is_site,
    with_firms_by_context,
)
from corpus.enrichment.names.name_parsing import Name, words_of_full_names
from corpus.enrichment.names.role_words import is_role
from corpus.late_pattern import late

_BY_LAW = frozenset(
    """
    Inc Corp Corporation Ltd Limited Plc PLC LLC Llc LLP Co AG SA NV SpA GmbH KGaA Oyj ASA Bhd
    """.split()  # noqa: SIM905 - words
)
_MOST_WORDS = 4
"""Of a company before its ticker."""
_BEHIND = late(rf" ?\(_+\)|,? (?:{'|'.join(sorted(_BY_LAW))})\b")
"""A ticker, which `text_noise` has blotted out, or what a company is by law."""
_TICKER = late(r" \(_{2,}\)")
_TICKERED = late(rf"\b([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){{0,{_MOST_WORDS - 1}}}){_TICKER.pattern}")
_OWNS = late(
    r"'s? (?:shares|share price|stock price|shareholders|dividend|revenues?|earnings|turnover|order book|inflows"
    r"|profit margins?|subsidiary|subsidiaries|factories|assembly lines?|outlets|branches"
    r"|(?:quarterly|annual|net|operating) (?:profit|loss|sales))\b"
)
"""What companies have, and few persons."""
_HAS_PERSON = late(r"'s ([A-Z][a-z]+) [A-Z][a-z]")
_APPOSED = late(r", (?P<name>[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2})(?=[,.])")
"""`his firm, Quimbart, has`."""
_NEAR = 30


def with_firms(names: Sequence[Name], text: str) -> list[Name]:
    """The names; companies among them are organizations wherever the text, without its tickers, has them.

    So is the first word of one by itself, `Quimby` of `Quimby Barr Inc`, unless other names have it too.
    """
    names = with_firms_by_context(_with_apposed(_with_tickers(names, text), text), text)
    full = words_of_full_names(names)
    firms = {_bare(name.text) for name in names if _is_firm(name, text) or _is_spoken_of_as_firm(name, text, full)}
    if not firms:
        return list(names)
    starts = {firm.partition(" ")[0] for firm in firms if " " in firm}
    others = (name.text.split() for name in names if " " in name.text and not _is_called_after(name, firms, starts))
    short = starts.difference(*others)
    called = firms | short
    return [
        name._replace(type=EntityType.ORGANIZATION, known=None)
        if _bare(name.text) in called and _may_be(name, text)
        else name
        for name in names
    ]


def _may_be(name: Name, text: str) -> bool:
    """Whether nothing else is known of a name than that a city is called so, and no `in` stands before it."""
    if name.known is None or name.known.rank is not Rank.CITY:
        return name.known is None
    before = text[max(0, name.start - _NEAR) : name.start - 1].rpartition(" ")[2].lower()
    return before not in lexicon().locatives and before not in {"of", "to", "for"}


def _is_called_after(name: Name, firms: Collection[str], starts: Collection[str]) -> bool:
    """Whether a name is a firm's, or a body's that begins as one: `Quimby Barr` beside `Quimby Barr Group Inc`."""
    begins = name.type is EntityType.ORGANIZATION and name.text.partition(" ")[0] in starts
    return begins or _bare(name.text) in firms


def _with_tickers(names: Sequence[Name], text: str) -> list[Name]:
    """The names, and what stands before a ticker where nothing was found: `Quimbart (QUI.N)`."""
    found = list(names)
    for listed in _tickered(text) if "(__" in text else ():
        words = listed[1].split(" ")
        while words and words[0] in lexicon().stop:
            del words[0]
        start = listed.end(1) - len(" ".join(words))
        if words and not any(name.start < listed.end(1) and name.end > start for name in names):
            found.append(Name(" ".join(words), start, listed.end(1), EntityType.ORGANIZATION))
    return found


def _tickered(text: str) -> Iterator[re.Match[str]]:
    """What stands before each ticker; looked for from there, as most of a text is before none."""
    before = 0
    for ticker in _TICKER.finditer(text):
        begin = ticker.start()
        for _ in range(_MOST_WORDS):
            begin = max(before, text.rfind(" ", before, begin))
        if listed := _TICKERED.search(text, begin, ticker.end()):
            yield listed
        before = ticker.end()


def _with_apposed(names: Sequence[Name], text: str) -> list[Name]:
    """The names, and what a company is called in passing where nothing was found: `his firm, Quimbart, has debts`."""
    found = list(names)
    for apposed in _APPOSED.finditer(text):
        if text[max(0, apposed.start() - _NEAR) : apposed.start()].rpartition(" ")[2] not in KINDS:
            continue
        first, (start, end) = apposed["name"].partition(" ")[0], apposed.span("name")
        told = lookup(first) is not None or first in lexicon().given_names or first in lexicon().stop
        if not told and not any(name.start < end and name.end > start for name in names):
            found.append(Name(apposed["name"], start, end, EntityType.ORGANIZATION))
    return found


def _is_firm(name: Name, text: str) -> bool:
    """Whether a name says so itself, or what stands behind it."""
    return _bare(name.text) != name.text or _BEHIND.match(text, name.end) is not None


def _is_spoken_of_as_firm(name: Name, text: str, full: Collection[str]) -> bool:
    """Whether a person or place that nothing else tells is spoken of as firms are."""
    if name.type is EntityType.ORGANIZATION or name.known is not None:
        return False
    person = _looks_like_a_person(name)
    told = follows_trade(name.start, text, person=person) or _has_as_firms_do(name, text, full)
    told = told or (name.type is EntityType.PERSON and not person and acts_for_itself(name.end, text))
    if not told and (name.text in full or not does_as_firm(name.end, text, person=person)):
        return False
    before = text[max(0, name.start - _NEAR) : name.start].split()[-1:]
    if name.type is EntityType.PERSON and any(map(is_role, before)):  # `Senator Quimby has filed for bankruptcy`
        return False
    if name.type is EntityType.PLACE and is_site(name.text, text):
        return False
    first = name.text.partition(" ")[0]
    return first not in lexicon().given_names and not towns(name.text) and not towns(first) and not lookup(name.text)


def _looks_like_a_person(name: Name) -> bool:
    """Whether a person's name is a given name and a surname, or a surname that is known."""
    first, _, rest = name.text.partition(" ")
    return name.type is EntityType.PERSON and (is_given_name(first) if rest else is_family_name(first))


def _has_as_firms_do(name: Name, text: str, full: Collection[str]) -> bool:
    """Whether what stands behind a name is a company's: `Quimbart's shares`, `Quimbart's Zelda Barr`."""
    if not text.startswith("'", name.end) or name.text in full:
        return False
    person = _HAS_PERSON.match(text, name.end)
    staff = person is not None and person[1] in lexicon().given_names and " " not in name.text
    return staff or _OWNS.match(text, name.end) is not None


@lru_cache(maxsize=1 << 14)
def _bare(name: str) -> str:
    head, _, last = name.rpartition(" ")
    return head.rstrip(",") if head and last.rstrip(".") in _BY_LAW else name
