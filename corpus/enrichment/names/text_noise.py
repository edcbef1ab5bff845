"""Keep what only looks like a part of a name from the names: tickers, slugs, and headlines within a paragraph."""

import re

from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.person_names import is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.whole_words import places_of
from corpus.late_pattern import late

_EXCHANGE = r"[A-Z0-9]{1,9}[a-z]?(?:_[a-z])?\.(?!CO\b)[A-Z]{1,2}\b"
_BEFORE_EXCHANGE = late(r"\.[A-Z](?:(?<=[A-Z0-9][A-Z0-9].[A-Z])|(?<=[A-Z0-9_][a-z].[A-Z])|[A-Z]{2})")
"""What every ticker has, and few texts without one: `U.S.` has it not."""
# Each begins with a sign or a set of signs, which the engine looks for before it tries anything.
_BRACKETED = late(
    rf"\((?:\s*(?:\.?{_EXCHANGE}|\.[A-Z]{{2,7}})\s*\)"  # (A.N), and an index: (.ABCD)
    r"|\s*[A-Z][A-Za-z ]{1,20}\s?:\s?[A-Z0-9.]{1,6}\s*\))"  # (NYSE: ABC)
)
_TICKER = late(
    r"[A-Z0-9](?<![\w.].)[A-Z0-9]{1,8}[a-z]?(?:_[a-z])?\.[A-Z]{1,2}\b(?!\.?\w|\.[A-Z])"  # ABCD.N
    r"|[A-Z](?<![\w.].)[A-Z]{1,4}\.[A-Z]{4,7}\.[A-Z]{1,2}\b(?![.\w])"  # ABC.PAABC.N, two that run together
    r"|\.(?<![\w.].)[A-Z]{3,7}\b(?!\.)"  # .ABCD, an index
)
_ANGLED = late(r"<(?<=[\w.>] <)[A-Z0-9./=^]{1,12}>")
_INSET = late(
    r"(?P<end>[.!?\"”)]) (?:['‘]|A (?=[A-Z-]+ [A-Z]{2}))?"
    r"(?P<headline>[A-Z][A-Z'&:,-]+(?: (?:[A-Z][A-Z'&:,-]*|\d+))*) (?=[A-Z][\w.'-]*[a-z])"
)
"""A headline within a paragraph, which may begin with a quotation mark or an article."""
# These begin with the end of the line before, which the engine finds at once; the first line is given one.
_OPENING = late(r"\n(?P<headline>[A-Z][A-Z'&:,-]+(?: (?:[A-Z][A-Z'&:,-]*|\d+))*) (?=[A-Z][\w.'-]*[a-z])")
"""A headline that runs into the first words of its paragraph: `TRUST ERODES Quimby told`."""
_SLUG = late(r"\n(?P<slug>(?:[A-Z][A-Z.&/']* )*(?P<last>[A-Z]{4,})(?: \d{1,2})?)-(?=(?P<next>[A-Z][a-z]+))")
"""What sort of article it is, in an agency's headline: `INTERVIEW-Quimby`, `RESEARCH ALERT-Quimbart`."""
_WORD = late(r"[A-Z]{2,}")
_LONGEST_ACRONYM = 4
_LONG_WORD = 6
_SMALL = frozenset(("TO", "OF", "AT", "IN", "ON", "FOR", "BY", "THE", "AND", "AS", "FROM", "WITH", "NOT", "NO"))


def without_noise(text: str) -> str:
    """The text with tickers blotted out and inset headlines on lines of their own; nothing else moves."""
    if "(" in text:
        text = _BRACKETED.sub(_blotted, text)
    if _BEFORE_EXCHANGE.search(text):
        text = _TICKER.sub(_blotted, text)
    if "<" in text:
        text = _ANGLED.sub(_blotted, text)
    return _OPENING.sub(_below, _SLUG.sub(_without_slug, "\n" + _INSET.sub(_apart, text)))[1:]


def _blotted(found: re.Match[str]) -> str:
    return f"({'_' * (len(found[0]) - 2)})"


def _apart(found: re.Match[str]) -> str:
    inset = found[0][len(found["end"]) + 1 : -1]
    return f"{found['end']}\n{inset}\n" if _is_headline(found["headline"], found.string) else found[0]


def _below(found: re.Match[str]) -> str:
    """A headline, and the paragraph that it opens below it; a lead's first words in capitals open none."""
    words = found["headline"].split()
    if any(map(_is_given_name, words)) or (len(words) == 1 and not _is_word(words[0], found.string)):
        return found[0]
    return f"\n{found['headline']}\n" if _is_headline(found["headline"], found.string) else found[0]


def _is_given_name(word: str) -> bool:
    plain = word.capitalize()
    return is_given_name(plain) or plain in lexicon().given_names


def _is_word(word: str, text: str) -> bool:
    """Whether a word in capitals is an ordinary one: `TOTTENHAM` of a lead is none."""
    return word.capitalize() in lexicon().headline_verbs or _has_word(word.lower(), text)


def _without_slug(found: re.Match[str]) -> str:
    """A slug on a line of its own; a name with a hyphen stays whole: `ROLLS-Royce`, `NATO-Russia`."""
    last = found["last"]
    if lookup(last) is not None or f"{last.capitalize()}-{found['next']}" in found.string:
        return found[0]
    return f"\n{found['slug']}\n"


def _is_headline(words: str, text: str) -> bool:
    """Whether words in capitals head a paragraph, and are no acronyms that begin its sentence."""
    if words[-1] == ",":  # of a dateline: `ST. LOUIS, March 3`
        return False
    pieces = words.split()
    unknown = [word for word in _WORD.findall(words) if lookup(word) is None and len(word) > _LONGEST_ACRONYM]
    if len(pieces) == 1:
        return bool(unknown) and len(words) >= _LONG_WORD
    return bool(unknown) or any(word in _SMALL or _has_word(word.lower(), text) for word in pieces)


def _has_word(word: str, text: str) -> bool:
    return next(places_of(word, text), None) is not None
