"""Write anew what other search engines put in words: dates, exact fields, kinds of files, counts of words.

`date(geq (1/1/1989))` and `date aft 2015` of Nexis, `da(aft 2015 & bef 2017)` of Westlaw, `date from 20160101 to
20161231` of Factiva, `ti.exact("a title")` of ProQuest become `year:>=…`, `year:>…`, `year:…..…` and `title:="…"`.
"""

import html
import re
from collections.abc import Callable
from urllib.parse import unquote_plus

from search.query.field_names import DATES, FIELD_OF
from search.query.rewritten import QUOTED, Rewritten, joined

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WORDS = rf"(?:{_DAY}\s+(?:of\s+)?)?{_MONTH}[\s-]+(?:{_DAY},?\s+)?\d{{4}}"
_DATE = rf"{_WORDS}|\d[\d/.-]*"
_WHOLE_DATE = (
    rf"(?:{_WORDS}|\d{{4}}(?:\d{{4}}|(?:[/.-]\d{{1,2}}){{1,2}})?|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})(?![\w/-])"
)
"""What no sentence has behind its word `date` that means something else: `the date is 5 May` is none."""
_SIGNS = {
    "aft": ">", "after": ">", "gt": ">", ">": ">", "geq": ">=", ">=": ">=", "since": ">=", "from": ">=", "on": "",
    "bef": "<", "before": "<", "lt": "<", "<": "<", "leq": "<=", "<=": "<=", "until": "<=", "to": "<=", "is": "",
    "=": "",
}  # fmt: skip
_SIGN = r"aft(?:er)?|bef(?:ore)?|geq|leq|gt|lt|since|from|until|to|is|on|[<>]=?|="
_OPENED = r"\s*(?:\(\s*)?"
_TERM = rf"(?:{_SIGN}){_OPENED}(?:{_DATE})(?:\s*\))?"
_NAMED = "|".join(sorted({*DATES, "da", "dt", "yr"}))
_BOUNDED = rf"{_TERM}(?:(?:\s*(?:&|\band\b)\s*|\s+){_TERM})?"
_CALL = re.compile(rf"\b(?:{_NAMED}|(?:date|da)\s+)\(\s*(?P<terms>{_BOUNDED})\s*\)", re.IGNORECASE)
_BARE = re.compile(  # where an operator joins it, and not amid a sentence
    r"(?:^|(?<=\band\s)|(?<=[&)]\s))(?:date|da)\s+"
    rf"(?P<terms>(?:is|aft(?:er)?|bef(?:ore)?|geq|leq|since|from|on)\b{_OPENED}{_WHOLE_DATE}(?:\s*\))?"
    rf"(?:\s+(?:and\s+)?(?:to|bef(?:ore)?|leq|until)\b{_OPENED}{_WHOLE_DATE}(?:\s*\))?)?)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<sign>{_SIGN}){_OPENED}(?P<date>{_DATE})", re.IGNORECASE)
_SAID = re.compile(r"[a-z]", re.IGNORECASE)
"""A sign that is a word; others read alike here."""
_DATE_FIELDS = "|".join(sorted(name for name, of in FIELD_OF.items() if of in ("year", "before", "after")))
_IN_WORDS = re.compile(
    rf"\b(?P<name>{_DATE_FIELDS})(?::(?P<date>{_WORDS})(?![\w-])|\(\s*(?P<called>{_WORDS})\s*\))", re.IGNORECASE
)
_SINGLE = re.compile(r"(?<=:)[‘'](?P<words>[^‘’']+)[’'](?=[\s)]|$)")
_FROM_TO = re.compile(r"\b(?P<name>from|to):(?=\d{4})", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\bdate\s+between\s+(?P<first>{_WHOLE_DATE})\s+(?:and|to|&)\s+(?P<last>{_WHOLE_DATE})", re.IGNORECASE
)
_IN_PASSING = re.compile(
    r"\b(?:(?P<word>in|during|since|before|after|until)\s+|between\s+(?P<first>(?:1[6-9]|20)\d\d)\s+and\s+)"
    r"(?P<year>(?:1[6-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_MOST_TOLD = 3
"""Years in passing of which is told: a pasted paragraph may have many."""

_MEANT = {"since": "since:{}", "before": "before:{}", "after": "year:>{}", "until": "year:..{}"}
_EXACT = re.compile(r'\b(?:(?P<name>[a-z]+)\.)?(?:exact|x)\(\s*(?P<phrase>"[^"]*")\s*\)', re.IGNORECASE)
_NOT_HERE = (
    r"(?:(?:wc|wordcount|length)\s*(?:[<>]=?|=)\s*\d+|(?:wc|wordcount|length)\s*\(\s*(?:[<>]=?|=)?\s*\d+\s*\)"
    r"|(?:filetype|ext):\w+)(?![^\s)])"
)
_LEFT_OUT = re.compile(
    rf"(?:^\s*(?P<first>{_NOT_HERE})\s+(?:and\s|&)|(?:\band\s+|&\s+)?\b(?P<later>{_NOT_HERE}))", re.IGNORECASE
)
_TAGS = "a|b|br|div|em|font|h[1-6]|i|li|mark|p|span|strong|sub|sup|u"
_MARKUP = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_PERCENT, _IN_ADDRESS = re.compile(r"%2[02]", re.IGNORECASE), re.compile(r"(?:%[0-9a-f]{2})+|\+", re.IGNORECASE)
_ENTITY, _ANY_ENTITY = (
    re.compile(r"&(?:quot|amp|apos|nbsp|shy|hellip|[nm]dash|[lr][ads]quo|#\d{2,4}|#x[0-9A-Fa-f]{2,4});"),
    re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[^\s<&#;]{1,32});?"),
)


def unescaped(query: Rewritten) -> Rewritten:
    """A query as it was typed, where it comes from an address or from the text of a page."""
    if _PERCENT.search(query.text) and not re.search(r"\s|://", query.text):
        query = query.replacing(_IN_ADDRESS, lambda found: unquote_plus(found[0]))
    if _ENTITY.search(query.text):
        query = query.replacing(_ANY_ENTITY, lambda found: html.unescape(found[0]))
    return query.replacing(_MARKUP, " ") if _MARKUP.sub("", query.text).strip() else query


def rewritten(query: Rewritten) -> tuple[Rewritten, list[str]]:
    """A query with such restrictions in our own syntax, and notices of what is told; phrases are left as they are."""
    notices: list[str] = []
    passing: list[str] = []
    parts = query.replacing(_EXACT, _exact).split(QUOTED)
    parts[::2] = [part.replacing(_SINGLE, r'"\g<words>"') for part in parts[::2]]
    parts = joined(parts).split(QUOTED)
    for place in range(0, len(parts), 2):
        parts[place] = _in_our_syntax(parts[place], notices)
        passing += map(_in_passing, _IN_PASSING.finditer(parts[place].text))
    notices += passing[:_MOST_TOLD]
    without = [part.replacing(_LEFT_OUT, "") if place % 2 == 0 else part for place, part in enumerate(parts)]
    if without != parts and any(part.text.strip() for part in without):
        left = [found["first"] or found["later"] for part in parts[::2] for found in _LEFT_OUT.finditer(part.text)]
        notices += [f"“{each}” is not searched here; it was left out." for each in left]
        parts = without
    return joined(parts), notices


def _in_our_syntax(part: Rewritten, notices: list[str]) -> Rewritten:
    """A part without phrases, its dates in our syntax."""
    part = part.replacing(_IN_WORDS, lambda day: f'{day["name"]}:"{day["date"] or day["called"]}"')
    part = part.replacing(_FROM_TO, lambda name: "after:" if name[1].lower() == "from" else "year:..")
    for pattern in (_BETWEEN, _CALL, _BARE):
        part = part.replacing(pattern, _telling(notices))
    return part


def _telling(notices: list[str]) -> Callable[[re.Match[str]], str]:
    """What writes a restriction anew, and says so."""

    def written(found: re.Match[str]) -> str:
        ranges = f"year:{found['first']}..{found['last']}" if found.re is _BETWEEN else _ranges(found["terms"])
        if found.re is _BETWEEN or _SAID.match(found["terms"]):
            notices.append(f"“{found[0]}” was read as {ranges}.")
        return ranges

    return written


def _in_passing(found: re.Match[str]) -> str:
    """What to say where a year stands in a sentence: articles of that time may have no word of it."""
    if found["first"]:
        meant = f"year:{found['first']}..{found['year']}"
    else:
        meant = _MEANT.get(found["word"].lower(), "year:{}").format(found["year"])
    return f"“{found[0]}” was searched as words; for articles of that time write {meant}."


def _ranges(terms: str) -> str:
    bounds = [(_SIGNS[each["sign"].lower()], each["date"].strip()) for each in _ONE.finditer(terms)]
    return " ".join(f'year:"{sign}{date}"' if " " in date else f"year:{sign}{date}" for sign, date in bounds)


def _exact(found: re.Match[str]) -> str:
    name = (found["name"] or "").lower()
    if not name:
        return f"={found['phrase']}"
    return f"{name}:={found['phrase']}" if name in FIELD_OF else found[0]
