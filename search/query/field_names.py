"""Name the fields of a query as people write them: in any case, as other search engines and languages call them."""

from collections.abc import Mapping
from difflib import get_close_matches

FIELDS = (
    "title", "text", "entity", "country", "year", "before", "after", "source", "author", "language", "basis",
)  # fmt: skip
"""The fields of the query language. `before` and `after` bound the date."""

FILTERS = frozenset(FIELDS) - {"title", "text"}
"""Fields that narrow the results and add nothing to a score."""

_OTHER_NAMES = {
    "title": "intitle allintitle headline hlead hl hd ti titel titre titulo título titolo",
    "text": "intext allintext inbody body fulltext ft ab abstract lead",
    "entity": "who person people company organization organisation org pers",
    "country": "where place location loc geo",
    "year": "date when published pubdate day month pd py yr da daterange jahr datum fecha année annee",
    "before": "until",
    "after": "since",
    "source": "site publication paper newspaper publisher pub sn quelle zeitung fuente",
    "author": "byline by au inauthor autor auteur autore",
    "language": "lang la sprache langue idioma",
}

FIELD_OF: Mapping[str, str] = {name: name for name in FIELDS} | {
    other: name for name, others in _OTHER_NAMES.items() for other in others.split()
}
"""The field that each name means, the names in small letters."""

TO_THE_END = frozenset({"allintitle", "allintext"})
"""Names that hold for everything behind them."""

APART = ("title", "intitle", "headline", "entity", "country", "source", "author", "byline", "language", "year", "date")
"""Names that are read though a blank stands behind their colon, as telephones put it, if a value follows."""

CODES: Mapping[str, str] = {**FIELD_OF} | {
    "hd": "title", "hl": "title", "hlp": "text", "lp": "text", "td": "text", "ti": "title", "au": "author",
    "by": "author", "la": "language", "sn": "source", "rst": "source", "re": "country", "pd": "year", "py": "year",
}  # fmt: skip
"""Names that may stand before an equals sign: Factiva's codes, and the fields as addresses have them (`year=2008`)."""

CODES_NOT_HERE = frozenset({"an", "co", "in", "ipc", "ipd", "ns", "wc"})
"""Those for which there is nothing here: numbers, companies and subjects by Factiva's own codes, counts of words."""

DATES = frozenset({"year", "date", "day", "month", "published", "pubdate", "pd", "py"})
"""Names behind which a comparison may stand: `date>2009`, `year<=2010`."""

SEGMENTS = frozenset(CODES) - TO_THE_END
"""Names that Nexis and ProQuest write before a parenthesis: `headline(lehman)`."""

NOT_HERE = frozenset({"inurl", "allinurl", "url", "filetype", "cache", "related", "link", "define", "id"})
"""Operators of other search engines for what is not searched here; the word behind them is."""

UNSUPPORTED_CALLS = frozenset(
    """
    allcaps nocaps caps singular plural subject su subj mainsubject mjsub term terms noft ftany all section sec length
    wordcount wc cite dateline graphic highlight ticker tkr industry ind geographic geo-stk type dtype stype rtype
    issn isbn pubid docid at st
    """.split()  # noqa: SIM905 - they read better so
)
"""What Nexis, Westlaw and ProQuest write before a parenthesis for what is not searched here."""


def searched_as_word(typed: str) -> str:
    """A notice of a name and its colon that were searched as a word."""
    return f"“{typed}” has a blank behind it, so it was searched as a word; write {typed}word."


def unknown_field(name: str, value: str) -> str:
    """The notice for what looks like a field and is none."""
    near = get_close_matches(name.lower(), FIELD_OF, n=1, cutoff=0.8)
    ours = ", ".join(f"{each}:" for each in FIELDS)
    meant = f"; did you mean {FIELD_OF[near[0]]}:{value}?" if near else f". Fields are {ours}"
    return f"There is no field “{name}:”, so “{name}:{value}” was searched as words{meant}"
