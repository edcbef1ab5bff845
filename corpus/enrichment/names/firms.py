"""Tell companies that were taken for persons or places.

By what they are by law, by a ticker behind their name, and by what news says of companies alone: `shares of Quimbart`,
`an analyst at Quimbart`, `the brokerage Quimbart`.
"""

import re
from collections.abc import Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.towns import towns
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name

_BY_LAW = frozenset(
    """
    Inc Corp Corporation Ltd Limited Plc PLC LLC Llc LLP Co AG SA NV SpA GmbH KGaA Oyj ASA Bhd
    """.split()  # noqa: SIM905 - words
)
_BEHIND = re.compile(rf" ?\(_+\)|,? (?:{'|'.join(sorted(_BY_LAW))})\b")
"""A ticker, which `text_noise` has blotted out, or what a company is by law."""
_KINDS = """
    automaker carmaker bank brokerage broker chipmaker company consultancy drugmaker firm insurer lender miner retailer
    start-up startup unit utility
    """.split()  # noqa: SIM905 - words
_BEFORE = re.compile(
    r"\b(?:[Ss]hares (?:of|in)"
    r"|(?:analyst|economist|strategist|trader|broker|portfolio manager|fund manager|researcher)s? (?:at|with)"
    rf"|(?:{'|'.join(_KINDS)})s?) $"
)
_LAST_WORDS = frozenset(("of", "in", "at", "with", *_KINDS))
_ANALYST = re.compile(r" (?:analyst|economist|strategist)s? (?=[A-Z])")
_NEAR = 30


def with_firms(names: Sequence[Name], text: str) -> list[Name]:
    """The names; companies among them are organizations wherever the text, without its tickers, has them.

    So is the first word of one by itself, `Quimby` of `Quimby Barr Inc`, unless other names have it too.
    """
    firms = {_bare(name) for name in names if _is_firm(name, text) or _is_spoken_of_as_firm(name, text)}
    if not firms:
        return list(names)
    others = (name.text.split() for name in names if " " in name.text and _bare(name) not in firms)
    short = {firm.partition(" ")[0] for firm in firms if " " in firm}.difference(*others)
    called = firms | short
    return [
        name._replace(type=EntityType.ORGANIZATION) if name.known is None and _bare(name) in called else name
        for name in names
    ]


def _is_firm(name: Name, text: str) -> bool:
    """Whether a name says so itself, or what stands behind it."""
    return _bare(name) != name.text or _BEHIND.match(text, name.end) is not None


def _is_spoken_of_as_firm(name: Name, text: str) -> bool:
    """Whether a person or place that nothing else tells is spoken of as firms are."""
    if name.type is EntityType.ORGANIZATION or name.known is not None:
        return False
    near = text[max(0, name.start - _NEAR) : name.start]
    told = near[:-1].rpartition(" ")[2].removesuffix("s") in _LAST_WORDS and _BEFORE.search(near)
    if not told and not _ANALYST.match(text, name.end):
        return False
    first = name.text.partition(" ")[0]
    return first not in lexicon().given_names and not towns(name.text) and not towns(first) and not lookup(name.text)


def _bare(name: Name) -> str:
    head, _, last = name.text.rpartition(" ")
    return head.rstrip(",") if head and last.rstrip(".") in _BY_LAW else name.text
