"""Which lines are page chrome, and why?"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.cleaning.lines import Line
from corpus.cleaning.phrases import BLOCKS, CONTROLS, SECTIONS

_EDGES = " \t.,:;!…»«›‹→←↑▲▼•·*+|-–—>[]()#"
_COUNT = re.compile(r"^\(?\d{1,6}\)?\s+|\s+\(?\d{1,6}\)?$")
_DATA = re.compile(
    r"""(?!\d{4}[-./]\d\d?[-./]\d|\d\d?[-./]\d\d?[-./]\d{4})(?:(?:https?://|www\.)\S+ | \S+@\S+\.\w+ | @\w+
    | [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} | (?=[0-9a-f]*\d)[0-9a-f]{16,64}
    | [$€£¥₽]?\s?\d[\d\s.,:/%+-]*\s?(?:[$€£¥₽%]|USD|EUR|GBP|RUB)? | \d{1,2}:\d\d\s?(?:[ap]m)? | [\W_]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_NOTICE = re.compile(
    r"""(?:©|\(c\)|copyright\b(?=.*\d{4})).{0,200} | .{0,100}\ball\ rights\ reserved\b.{0,60}
    | (?:tags?|keywords|topics|filed\ under|categor(?:y|ies)|schlagw[oö]rter|etiquetas|mots[ -]cl[ée]s|теги|метки)\s*:.{0,200}
    | (?:read\ more|read\ also|also\ read|see\ also|related|more|lesen\ sie\ auch|lire\ aussi|lea\ tambi[eé]n|читайте\ также)\s*:.{0,150}
    | (?:subscribe|sign\ up|register|follow\ us|like\ us|join\ us|click\ here|download\ our|get\ the\ latest)\b.{0,100}
    | .{0,60}\b(?:uses?|using|our)\ (?:of\ )?cookies\b.{0,200}
    | .{0,40}(?:verwende[nt]|nutz(?:en|t))\b.{0,20}\bcookies\b.{0,200} | .{0,40}\butilis(?:e|ons)\b.{0,20}\bcookies\b.{0,200}
    | .{0,40}\butiliza(?:mos)?\b.{0,20}\bcookies\b.{0,200} | .{0,60}\bиспользу\w+\b.{0,20}\bcookies?\b.{0,200}
    | (?:your\ e-?mail\ address\ will\ not\ be\ published|required\ fields\ are\ marked|you\ must\ be\ logged\ in).{0,100}
    | \d+\s+(?:comments?|shares?|views?|likes?|kommentare?|commentaires?|comentarios?) | .{0,40}\b\d+\s+min(?:ute)?s?\ read""",
    re.VERBOSE | re.IGNORECASE,
)
_SEPARATED = re.compile(r"\s*[>»›→|•·]\s*|\s+/\s+")
_GLUED = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])")
_LONGEST_NOTICE = 300
_MENU = 5
_LABEL_WORDS = 6
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a line goes, and a function that finds such lines on a page."""

    name: str
    finds: Callable[[Sequence[Line]], Iterator[int]]


def _each(test: Callable[[Line], bool]) -> Callable[[Sequence[Line]], Iterator[int]]:
    return lambda lines: (number for number, line in enumerate(lines) if test(line))


def label(line: Line) -> str:
    """What a line says as a label: lower case, without counts and the marks at either end."""
    return _COUNT.sub("", line.text[:100].strip(_EDGES).replace("’", "'").casefold()).strip(_EDGES)


def _is_control(line: Line) -> bool:
    return len(line.text) < 100 and (name := label(line)) in CONTROLS | BLOCKS | SECTIONS and name != ""


def _is_data(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NOTICE and _DATA.fullmatch(line.text) is not None


def _is_notice(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NOTICE and _NOTICE.fullmatch(line.text) is not None


def _is_trail(line: Line) -> bool:
    """`Home > World > Africa`, `Share | Print`, or the same glued together by a scraper: `HomeWorldAfrica`."""
    if line.ends or len(line.text) > 100:
        return False
    parts = _SEPARATED.split(line.text)
    glued = _GLUED.split(line.text)
    named = any(part.casefold() in SECTIONS | CONTROLS for part in (*parts, *glued))
    return named and max(len(parts), len(glued)) > 1 and all(len(part.split()) <= 3 for part in (*parts, *glued))


def _box(lines: Sequence[Line]) -> Iterator[int]:
    """From the heading of a box to the end of the page, where no running text follows."""
    last = max((number for number, line in enumerate(lines) if line.sentence), default=-1)
    for number in range(last + 1, len(lines)):
        if label(lines[number]) in BLOCKS:
            yield from range(number, len(lines))
            return


def _menus(lines: Sequence[Line]) -> Iterator[int]:
    """Runs of labels."""
    start = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or not _is_label(lines[number]):
            if number - start >= _MENU:
                yield from range(start, number)
            start = number + 1


def _is_label(line: Line) -> bool:
    """Whether a line may be an item of a menu: short, begun and not broken off, and without a year."""
    whole = not line.text[0].islower() and not line.text.endswith((",", ";", ":")) and not line.ends
    return whole and line.words <= _LABEL_WORDS and not _YEAR.search(line.text)


RULES = (
    Rule("box", _box),
    Rule("control", _each(_is_control)),
    Rule("number, address or mark", _each(_is_data)),
    Rule("notice", _each(_is_notice)),
    Rule("trail", _each(_is_trail)),
    Rule("menu", _menus),
)


def chrome(lines: Sequence[Line]) -> dict[int, str]:
    """The numbers of the lines that go, each with the name of the rule that says so."""
    reasons: dict[int, str] = {}
    left = list(range(len(lines)))
    for rule in RULES:
        found = {left[number] for number in rule.finds([lines[number] for number in left])}
        reasons |= dict.fromkeys(found, rule.name)
        left = [number for number in left if number not in found]
    return reasons
