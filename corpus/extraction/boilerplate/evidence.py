"""Weigh how much a line speaks as a site does to its readers, by its words and its shape."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.extraction.boilerplate.sign_words import signs_of
from corpus.extraction.boilerplate.vocabulary import SPEAKING, TELLING, Kinds, folded, vocabulary
from corpus.extraction.text.lines import Line, line_of
from corpus.late_pattern import late

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
_SHORT, _SHORT_WORDS = 2, 5
"""A call and little else."""
_MOST_SILENT = 7
"""Points of a line that asks nothing, and says nothing of who reads it: as a heading it may be anybody's."""
_OTHER_OBJECT = -6
"""What is asked for is none of a site's: `Donate blood`, `Email your MP`; or its last clause says something else."""
_OBJECT_LETTERS, _LAST_LETTERS = 4, 3
"""Of the word that says so; of the last word of a line: `Unsubscribe me from this war`."""
_COPULAS = frozenset(("is", "isn't", "ist", "est", "è", "é", "jest", "är", "heißt", "bleibt", "means"))
"""Behind one of these a verb is what a sentence speaks of, and asks nothing: `Kommentieren ist Macht`."""
_CLAUSE_WORDS = 2
_TURNING = frozenset(("after", "turn", "this", "how"))
"""Kinds of words that anybody uses as well as sites."""
_ADDRESS = 2
_ITEM = -4
_MANY_WORDS, _EACH_WORDS = 24, 4
"""Beyond so many words, each four take away a point."""
_STATED = -2
"""A sentence in which the site does not name itself."""
_REPORTED = -6
_NEAR = 3
_TOKEN = late(r"(?:e-)?\w+|[.!?:;,|–—؟،…]")
_MARKS = frozenset(".!?:;,|–—؟،…")
_OPENERS = frozenset(
    ("please", "and", "or", "bitte", "jetzt", "hier", "und", "et", "y", "e", "i", "и", "или", "en", "och", "og", "now")
)
_PLACES = frozenset(("on", "at", "via", "here", "now", "today"))
"""What stands behind `follow us` where that asks to be read elsewhere; `in mourning` does not."""
_QUOTED = late(r"[“”„«»「」『』\"]")
_LISTED = late(r"[-•*·–]\s|\d{1,2}[.)]\s")
_ADDRESSED = late(r"\S@\S|https?://|www\.")
_SITES = frozenset(("thing", "part", "text", "member"))
_PRESSED = frozenset(("ask", "call", "turn"))
_OFFERED = frozenset(
    ("latest", "daily", "weekly", "morning", "evening", "every", "unlimited", "briefing", "improve", "month", "week")
)
"""What else sites say when they ask readers to register."""

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
    """The languages in which a line may speak to a reader, and of a site where any of its words does; in order.

    None has fewer of its words than another: `vor` is `our` in Danish, and a German line no site's for that.
    """
    speaking = {language for each in kinds for language, of in each.items() if not SPEAKING.isdisjoint(of)}
    telling = {language for each in kinds for language, of in each.items() if not TELLING.isdisjoint(of)}
    known = Counter(language for each in kinds for language in each if language)
    most = max(known.values(), default=0)
    found = speaking if "" in telling or not telling else speaking & telling
    return sorted(language for language in found if known[language] == most)


def _weighed(line: Line, tokens: Sequence[str], words: Sequence[Word]) -> Evidence:
    """The evidence of a line in one language; none where it neither speaks to a reader nor names what a site has."""
    things = frozenset(token for token, word in zip(tokens, words, strict=True) if "thing" in word)
    parts = sum("part" in word for word in words)
    itself = _names_itself(words)
    addressed = _ADDRESSED.search(line.text) is not None
    readers = _any(words, "only") and _any(words, "member")
    own = _own(tokens, words)
    called = _called(tokens, words)
    short = called == CALL and line.words <= _SHORT_WORDS and not line.text.endswith(".")
    uses = bool(things) and _any(words, "use") and (itself or own)
    spoken = called >= HALF_CALL or own == _OWN_CALLED or (own and things) or itself or readers
    named = things or addressed or readers or (itself and called) or (own >= _OWN_CALLED and not itself)
    if not spoken or not named:
        return NONE
    points = min(_THING * len(things), _MOST_THINGS) + min(_PART * parts, _MOST_PARTS)
    points += called + own + _YOU * _any(words, "you") + _SELF * itself + _MEMBERS * readers + _ADDRESS * addressed
    points += _SHORT * short + (_USE if uses else 0)
    if not (own or itself) and (_asks_for_others(line, tokens, words) or _turns_away(tokens, words)):
        points += _OTHER_OBJECT
    told = "how" in words[0] or _any(words, "said") or _QUOTED.search(line.text)
    points += _shape(line) + (_REPORTED if told else 0)
    if line.text.endswith((".", "。")) and not (itself or (own and (called >= HALF_CALL or _any(words, "use")))):
        points += _STATED
    if not (called >= HALF_CALL or uses or readers or itself or _any(words, "you")):
        points = min(points, _MOST_SILENT)
    if not (things or parts or itself or addressed) and line.text.endswith("!"):
        points = min(points, _MOST_SILENT)  # `Come and join us!` may be anybody's cry
    return Evidence(points, things, own >= _OWN_CALLED or itself)


def _asks_for_others(line: Line, tokens: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether a line names no thing of a site but in its call, and something else: `unsubscribe from hate`."""
    calls = {place for place, word in enumerate(words) if word & {"call", "turn"} and _begins(tokens, place)}
    if any("thing" in word and place not in calls for place, word in enumerate(words)):
        return False
    yours = (word and "you" in word for word in words)
    if any(
        each and token.isalpha() and not word for each, token, word in zip(yours, tokens[1:], words[1:], strict=False)
    ):
        return True
    unknown = (token for token, word in zip(tokens, words, strict=True) if not word and token not in _OFFERED)
    return _has_other_words(line.text, unknown)


def _turns_away(tokens: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether the last of several clauses has some words, and none that sites use: `Accept cookies? Think twice`."""
    last = len(tokens) - (bool(tokens) and tokens[-1] in _MARKS)
    begin = next((place + 1 for place in range(last - 1, -1, -1) if tokens[place] in _MARKS), 0)
    others = sum(token.isalpha() for token in tokens[begin:last])
    return begin > 1 and others >= _CLAUSE_WORDS and not any(word - _TURNING for word in words[begin:last])


def _has_other_words(text: str, unknown: Iterable[str]) -> bool:
    """Whether some of the words of a line that sites do not use are in small letters, and so no names."""
    others = [token for token in unknown if token.isalpha() and f" {token}" in text]
    last = text.rstrip(" .!").rpartition(" ")[2]
    return any(len(token) >= (_LAST_LETTERS if token == last else _OBJECT_LETTERS) for token in others)


def asks_for_others(text: str, *, own: bool) -> bool:
    """Whether an English line that asks something of its reader does so for others: `register to vote`, `he said`.

    `own`: it is a site's where it says `we` or `our`.
    """
    tokens = _TOKEN.findall(folded(text))
    kinds = [vocabulary().kinds(token) for token in tokens]
    words = [each.get("en", _NO_KIND) | each.get("", _NO_KIND) for each in kinds]
    if _any(words, "said"):
        return True
    if any(word & _SITES for word in words[1:]) or (own and _any(words, "own")):
        return False
    others = (token for token, word in zip(tokens, words, strict=True) if not word and token not in _OFFERED)
    return _has_other_words(text, others)


def clicks_for_others(text: str) -> bool:
    """Whether an English line that begins as a link does has no other word that sites use: `Click here to kill`."""
    kinds = [vocabulary().kinds(token).get("en", _NO_KIND) for token in _TOKEN.findall(folded(text))]
    if any(each & _PRESSED for each in kinds[1:]):
        return False
    return asks_for_others(text, own=True)


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
        if place + 1 < len(tokens) and tokens[place + 1] in _COPULAS:
            continue
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
    before = words[place - 1] if place else _NO_KIND
    if "you" in before and place > 1:  # `folgen Sie uns`
        before = words[place - 2]
    if before & {"call", "turn"}:
        return place + 1 == len(words) or tokens[place + 1] in _PLACES or tokens[place + 1] in _MARKS - {","}
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
    itself, own, called = (bool(found.get(kind)) for kind in ("self", "own", "call"))
    readers = itself and bool(found.get("only"))
    short = bool(found.get("brief"))
    if not (things or itself or short):
        return NONE
    points = _SHORT * short + min(_THING * len(things), _MOST_THINGS) + CALL * called + _YOU * bool(found.get("you"))
    points += _OWN_NEAR * own + _SELF * itself + _MEMBERS * readers + _shape(line)
    points += 0 if itself or own or not line.text.endswith(("。", ".")) else _STATED
    points += _REPORTED if found.get("said") or _QUOTED.search(line.text) else 0
    points += _OTHER_OBJECT if things <= {*found.get("call", ())} and not (short or itself or own) else 0
    if not (called or itself or found.get("you") or found.get("use")):
        points = min(points, _MOST_SILENT)
    return Evidence(points, things, own or itself)
