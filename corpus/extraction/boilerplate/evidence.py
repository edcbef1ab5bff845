"""Weigh how much a line speaks as a site does to its readers, by its words and its shape."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.extraction.boilerplate.sign_words import signs_of
from corpus.extraction.boilerplate.vocabulary import SPEAKING, TELLING, Kinds, folded, vocabulary
from corpus.extraction.text.lines import Line, line_of

CALL, HALF_CALL = 4, 2
"""A verb that asks something of the reader, where a clause begins; one that may do so."""
_SAID_WITHIN = 1
_THING, _MOST_THINGS = 2, 4
_PART, _MOST_PARTS = 1, 2
_OWN, _OWN_NEAR, _OWN_CALLED = 1, 4, 3
"""`Our`; beside what a site has; beside a call: `follow us`."""
_YOU = 1
_SELF = 3
"""The article itself: `this article`."""
_MEMBERS = 4
"""Only some may read it."""
_USE = 3
"""The site uses something: cookies."""
_LABEL, _LABEL_WORDS = 2, 20
"""A line without a full stop, of so many words at most."""
_FEWEST = 3
_SHORT, _SHORT_WORDS = 2, 5
"""A call and little else."""
_ADDRESS = 2
_ITEM = -4
_MANY_WORDS, _EACH_WORDS = 24, 4
"""Beyond so many words, each four take away a point."""
_STATED = -2
"""A sentence in which the site does not name itself."""
_REPORTED = -6
_NEAR = 3
_TOKEN = re.compile(r"(?:e-)?\w+|[.!?:;,|–—؟،…]")
_MARKS = frozenset(".!?:;,|–—؟،…")
_OPENERS = frozenset(
    ("please", "and", "or", "bitte", "jetzt", "hier", "und", "et", "y", "e", "i", "и", "или", "en", "och", "og", "now")
)
_QUOTED = re.compile(r"[“”„«»「」『』\"]")
_LISTED = re.compile(r"[-•*·–]\s|\d{1,2}[.)]\s")
_ADDRESSED = re.compile(r"\S@\S|https?://|www\.")

Word = frozenset[str]
_NO_KIND: Word = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a line's being a site's own words: points, the things it names, and whether they are `own`."""

    points: int
    things: frozenset[str] = frozenset()
    own: bool = False


NONE = Evidence(0)


@lru_cache(maxsize=4096)
def evidence(text: str) -> Evidence:
    """The evidence of a line, in the language in which it has most; its place tells how many points are needed.

    What was weighed last is kept, since the pages of a site say the same and cleaning looks at a line several times.
    """
    lower = folded(text)
    found = signs_of(text)
    if found is not None:
        return _of_signs(line_of(text, 0, opens=True), found)
    addressed = "@" in lower or "://" in lower or "www." in lower
    if not (addressed or vocabulary().may_tell(lower.replace("-", " ").replace("'", " ").split())):
        return NONE
    tokens = _TOKEN.findall(lower)
    kinds = [vocabulary().kinds(token) for token in tokens]
    line = line_of(text, 0, opens=True)
    all_of = ([each.get(name, _NO_KIND) | each.get("", _NO_KIND) for each in kinds] for name in _languages(kinds))
    return max((_weighed(line, tokens, words) for words in all_of), key=lambda each: each.points, default=NONE)


def _languages(kinds: Sequence[Kinds]) -> list[str]:
    """The languages in which a line may speak to a reader, and of a site where any of its words does; in order."""
    speaking = {language for each in kinds for language, of in each.items() if not SPEAKING.isdisjoint(of)}
    telling = {language for each in kinds for language, of in each.items() if not TELLING.isdisjoint(of)}
    return sorted(speaking if "" in telling or not telling else speaking & telling)


def _weighed(line: Line, tokens: Sequence[str], words: Sequence[Word]) -> Evidence:
    """The evidence of a line in one language; none where it neither speaks to a reader nor names what a site has."""
    things = frozenset(token for token, word in zip(tokens, words, strict=True) if "thing" in word)
    parts = sum("part" in word for word in words)
    itself = _names_itself(words)
    addressed = _ADDRESSED.search(line.text) is not None
    readers = _any(words, "only") and _any(words, "member")
    own = _own(tokens, words)
    called = _called(tokens, words)
    short = called >= HALF_CALL and line.words <= _SHORT_WORDS
    spoken = called >= HALF_CALL or own == _OWN_CALLED or (own and things) or itself or readers
    named = things or itself or addressed or readers or own >= _OWN_CALLED
    if not spoken or not (named or (line.words <= _FEWEST and called == CALL and _any(words, "you"))):
        return NONE
    points = min(_THING * len(things), _MOST_THINGS) + min(_PART * parts, _MOST_PARTS)
    points += called + own + _YOU * _any(words, "you") + _SELF * itself + _MEMBERS * readers + _ADDRESS * addressed
    points += _SHORT * short
    if things and _any(words, "use") and (itself or own):
        points += _USE
    told = "how" in words[0] or _any(words, "said") or _QUOTED.search(line.text)
    points += _shape(line) + (_REPORTED if told else 0)
    if line.text.endswith((".", "。")) and not (itself or (own and (called >= HALF_CALL or _any(words, "use")))):
        points += _STATED
    return Evidence(points, things, own >= _OWN_CALLED or itself)


def reports(text: str) -> bool:
    """Whether a line tells what somebody says."""
    found = (vocabulary().kinds(token) for token in _TOKEN.findall(folded(text)))
    return any("said" in of for each in found for of in each.values())


def _any(words: Sequence[Word], kind: str) -> bool:
    return any(kind in word for word in words)


def _shape(line: Line) -> int:
    """`Label`; `!` at its end; a question before what follows; an item of a list, or many words, speak against it."""
    against = _ITEM * (_LISTED.match(line.text) is not None) - max(0, line.words - _MANY_WORDS) // _EACH_WORDS
    stop = line.text.endswith((".", "。", ":", ",", ";"))
    label = _LABEL if line.words <= _LABEL_WORDS and not stop else 0
    return against + label + line.text.endswith("!") + ("?" in line.text[:-1] or "؟" in line.text[:-1])


def _called(tokens: Sequence[str], words: Sequence[Word]) -> int:
    """The strongest call of a line: at the beginning of a clause, at its end, or within."""
    best = 0
    for place, word in enumerate(words):
        if "call" in word or "turn" in word:
            turned = "call" in word or (place + 1 < len(words) and bool(words[place + 1] & {"after", "thing"}))
            best = max(best, (CALL if _begins(tokens, place) else _SAID_WITHIN) if turned else 0)
        if "ask" in word and _begins(tokens, place):
            best = max(best, HALF_CALL)
        if "last" in word and _ends(tokens, place):
            best = max(best, CALL)
    return best


def _begins(tokens: Sequence[str], place: int) -> bool:
    return place == 0 or tokens[place - 1] in _MARKS or tokens[place - 1] in _OPENERS


def _ends(tokens: Sequence[str], place: int) -> bool:
    """Whether a clause ends there, and no sentence."""
    return (
        place + 1 == len(tokens)
        or tokens[place + 1] in _OPENERS
        or (tokens[place + 1] in _MARKS and tokens[place + 1] != ".")
    )


def _own(tokens: Sequence[str], words: Sequence[Word]) -> int:
    """`Our newsletter`, `follow us`, or `us` elsewhere."""
    best = 0
    for place, word in enumerate(words):
        if "own" in word:
            near = words[max(0, place - _NEAR) : place + _NEAR + 1]
            named = any(each & {"thing", "part", "text"} for each in near)
            best = max(best, _OWN_NEAR if named else _OWN_CALLED if _is_called(tokens, words, place) else _OWN)
    return best


def _is_called(tokens: Sequence[str], words: Sequence[Word], place: int) -> bool:
    """Whether a call asks for the site itself: `follow us on`, `bizi takip edin`, and not `support our troops`."""
    before = words[place - 1] if place else frozenset()
    if before & {"call", "turn"}:
        return place + 1 == len(words) or tokens[place + 1] in _MARKS or "after" in words[place + 1]
    return any("last" in each for each in words[place + 1 : place + _NEAR])


def _names_itself(words: Sequence[Word]) -> bool:
    """Whether it says `this article`, in either order."""
    for place, word in enumerate(words):
        if "this" in word and any(
            "text" in each for each in (*words[max(0, place - 1) : place], *words[place + 1 : place + _NEAR])
        ):
            return True
    return False


def _of_signs(line: Line, found: Mapping[str, Sequence[str]]) -> Evidence:
    """The same where words are not parted."""
    things = frozenset(found.get("thing", ()))
    itself, own = bool(found.get("self")), bool(found.get("own"))
    readers = itself and bool(found.get("only"))
    short = bool(found.get("brief"))
    if not (things or itself or short):
        return NONE
    points = (
        _SHORT * short
        + min(_THING * len(things), _MOST_THINGS)
        + CALL * bool(found.get("call"))
        + _YOU * bool(found.get("you"))
    )
    points += _OWN_NEAR * own + _SELF * itself + _MEMBERS * readers + _shape(line)
    points += 0 if itself or own or not line.text.endswith(("。", ".")) else _STATED
    points += _REPORTED if found.get("said") or _QUOTED.search(line.text) else 0
    return Evidence(points, things, own or itself)
