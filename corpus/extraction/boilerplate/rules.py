"""Tell which lines are boilerplate by what they say, and by which rule."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.extraction.boilerplate.access_notices import ACCESS_NOTICES, HEADLINE
from corpus.extraction.boilerplate.appeals import appeals
from corpus.extraction.boilerplate.evidence import asks_for_others, clicks_for_others, reports
from corpus.extraction.boilerplate.foreign_phrases import FOREIGN_BLOCKS, FOREIGN_CONTROLS, FOREIGN_NOTICES
from corpus.extraction.boilerplate.phrases import BLOCKS, CONTROLS, SECTIONS
from corpus.extraction.boilerplate.source_lines import names_source
from corpus.extraction.text.lines import Line
from corpus.late_pattern import late

_EDGES = " \t.,:;!…»«›‹→←↑▲▼•·*+|-–—>[]()#"
_COUNT = late(r"^\(?\d{1,6}\)?\s+|\s+\(?\d{1,6}\)?$")
_DATA = late(
    r"""(?!\d{4}[-./]\ ?\d\d?[-./]\ ?\d|\d\d?[-./]\ ?\d\d?[-./]\ ?\d{4})(?:(?:https?://|www\.)\S+ | \S+@\S+\.\w+ | @\w+
    | [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12} | (?=[0-9a-f]*\d)[0-9a-f]{16,64}
    | page\ \d{1,3}\ of\ \d{1,3} | [$€£¥₽]?\s?\d[\d\s.,:/%+$€£¥₽-]*(?:USD|EUR|GBP|RUB)? | \d{1,2}:\d\d\s?(?:[ap]m)?
    | [\W_]+)""",
    re.VERBOSE | re.IGNORECASE,
)
_BEGINNINGS = (
    r"(?:©|ⓒ|\(c\)|copyright (?:©|ⓒ|\(c\)|\d{4}(?! (?:is|was|has|had|will)\b))).{0,200}",
    r"copyright\b(?:[^\w’']+(?:by|of|the|and|(?-i:[^\W\da-z])[\w’']*)){0,12}[^\w’']+\d{4}(?:-\d{4})?\.?",
    r"(?:tags?|keywords|topics|categor(?:y|ies)|schlagw[oö]rter|etiquetas|mots[ -]clés|теги)\s*:.{0,200}",
    r"(?:tagged|posted in|filed under)\b[^.]{0,100}",
    rf"(?:also read\s*[:|]|(?:related|more)\s*:){HEADLINE}",
    r"(?:(?:read (?:more|also)|see also)\s*[:|]|(?:lesen sie auch|lire aussi|lea también|читайте также)\s*:).{0,150}",
    r"(?:follow us(?!,)|(?:like|join) us (?:on|at))\b.{0,100}",
    r"(?:click here(?! to\b)|download our)\b.{0,100}",
    r"(?:support|help) (?:our|independent) (?:work|journalism|newsroom|reporting|media|site)\b.{0,40}",
    r"(?:do you )?(?:like|enjoy)(?:ed)? (?:what you(?:[’']re| are)? (?:read|see|hear|do)\w*|this|our)\b.{0,80}[?!]",
    r"(?:was|did you find) this (?:article|story|page)\b.{0,30}\b(?:helpful|useful|interesting|worth)\b.{0,30}",
    r"(?:(?:font|text) size|rate this|listen to this (?:article|story|episode)|share (?:on|to|via|this))\b.{0,40}",
    r"comments (?:are|have been) (?:now )?(?:closed|disabled)(?! (?:and|but)\b)\b[^,;:?]{0,60}",
    r"there are no comments\b.{0,80}",
    r"your e-?mail address will not be published.{0,100}|required fields are marked.{0,20}",
    r"you must be logged in.{0,60}",
    *ACCESS_NOTICES,
    *FOREIGN_NOTICES,
    r"\d+\s+(?:comments?|shares?|views?|likes?|kommentare?|commentaires?|comentarios?)",
)
_BEGUN = late("|".join(_BEGINNINGS), re.IGNORECASE)
"""Notices by how they begin."""
_ASKING = late(r"(?:subscribe|sign up|register (?:now|here|for|to|free)|get the latest)\b.{0,100}", re.IGNORECASE)
_CLICKING = late(r"click here to\b.{0,100}", re.IGNORECASE)
_ASKING_HELP = late(r"(?:support us|help us(?!!))\b.{0,40}", re.IGNORECASE)
"""Those that are none where something else is asked for."""
_WITHIN = {
    "©": r".{0,60}[|•·] ?©.{0,200}",
    "rechte": r".{0,60}\balle rechten? (?:vorbehalten|voorbehouden)\b.{0,60}",
    "droits": r".{0,60}\btous droits réservés\b.{0,60}",
    "reservados": r".{0,60}\btodos (?:los derechos|os direitos) reservados\b.{0,60}",
    "riservat": r".{0,60}\b(?:tutti i diritti riservati|riproduzione riservata)\b.{0,60}",
    "права защищены": r".{0,60}все права защищены.{0,60}",
    "saklıdır": r".{0,60}tüm hakları saklıdır.{0,60}",
    "zastrzeżone": r".{0,60}wszelkie prawa zastrzeżone.{0,60}",
    "محفوظة": r".{0,60}جميع الحقوق محفوظة.{0,60}",
    "rights reserved": r".{0,100}\ball rights reserved\b.{0,60}",
    " read": r".{0,40}\b\d+ min(?:ute)?s? read",
}
"""Notices by a word that they all have, which is looked for first."""
_NOTICES = {word: late(pattern, re.IGNORECASE) for word, pattern in _WITHIN.items()}
_SEPARATED = late(r"[>»›→|•·]| / ")
_GLUED = late(r"(?<=[a-zа-я])(?=[A-ZА-Я])")
_BOXES = BLOCKS | FOREIGN_BLOCKS
_LABELS = CONTROLS | FOREIGN_CONTROLS | _BOXES | SECTIONS
_LABEL_PARTS = _LABELS | {"this", "on", "by", "to", "your", "|", "/", "·", "•", "-"}
_FIRST_WORDS = frozenset(phrase.partition(" ")[0] for phrase in _LABEL_PARTS)
_PHRASE_WORDS = 5
_LONGEST_LABEL = 100
_LONGEST_NOTICE = 300
_MENU = 5
_LABEL_WORDS = 6
_SECTION_WORDS = 3
_YEAR = late(r"\b(?:1[6-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Rule:
    """Why a line goes, and a function that finds such lines on a page."""

    name: str
    finds: Callable[[Sequence[Line]], Iterator[int]]


def _each(test: Callable[[Line], bool]) -> Callable[[Sequence[Line]], Iterator[int]]:
    return lambda lines: (number for number, line in enumerate(lines) if test(line))


def _label(line: Line) -> str:
    """What a line says as a label: lower case, without counts and the marks at either end."""
    return _COUNT.sub(
        "", line.text[:_LONGEST_LABEL].strip(_EDGES).replace("’", "'").casefold().replace("i̇", "i")
    ).strip(_EDGES)


def _is_control(line: Line) -> bool:
    return len(line.text) <= _LONGEST_LABEL and _label(line) in _LABELS


def _is_bar(line: Line) -> bool:
    """`Share Tweet Print`, `Print this page | Send to a friend`: nothing but labels."""
    if len(line.text) > _LONGEST_LABEL:
        return False
    words = line.text.strip(_EDGES).casefold().split()
    begin = 0
    while begin < len(words) and words[begin] in _FIRST_WORDS:
        ends = range(min(begin + _PHRASE_WORDS, len(words)), begin, -1)
        begin = next((end for end in ends if " ".join(words[begin:end]) in _LABEL_PARTS), len(words) + 1)
    return begin == len(words)


def _is_data(line: Line) -> bool:
    return len(line.text) <= _LONGEST_NOTICE and _DATA.fullmatch(line.text) is not None


def _is_notice(line: Line) -> bool:
    if len(line.text) > _LONGEST_NOTICE:
        return False
    lower = line.text.casefold()
    within = any(word in lower and pattern.fullmatch(line.text) for word, pattern in _NOTICES.items())
    told = line.text.endswith("?") or (within and reports(line.text))
    return (within and not told) or _BEGUN.fullmatch(line.text) is not None or _asks(line.text)


def _asks(text: str) -> bool:
    """Whether a site asks its readers to register, to press a link, or to help."""
    if _ASKING.fullmatch(text):
        return not asks_for_others(text, own=True)
    if _CLICKING.fullmatch(text):
        return not clicks_for_others(text)
    return _ASKING_HELP.fullmatch(text) is not None and not asks_for_others(text, own=False)


def _trails(lines: Sequence[Line]) -> Iterator[int]:
    """`Home > World > Africa`, `Share | Print`, or the same glued together by a scraper: `HomeWorldAfrica`.

    A line that begins with another one is the title with the name of the site behind it.
    """
    alone = {line.text for line in lines if len(line.text) <= _LONGEST_LABEL}
    for number, line in enumerate(lines):
        if line.ends or len(line.text) > _LONGEST_LABEL:
            continue
        parts = [part for piece in _SEPARATED.split(line.text) for part in _GLUED.split(piece.strip())]
        named = len(parts) > 1 and any(part.casefold() in _LABELS for part in parts) and parts[0] not in alone
        if named and all(part.count(" ") < _SECTION_WORDS for part in parts):
            yield number


def _box(lines: Sequence[Line]) -> Iterator[int]:
    """From the heading of a box to the end of the page, where no running text follows."""
    last = next((number for number in range(len(lines) - 1, -1, -1) if _runs(lines[number])), -1)
    for number in range(last + 1, len(lines)):
        if _label(lines[number]) in _BOXES:
            yield from range(number, len(lines))
            return


def _runs(line: Line) -> bool:
    """Whether a line is running text; a question may be a headline."""
    return line.sentence and not line.text.endswith("?")


def _menus(lines: Sequence[Line]) -> Iterator[int]:
    """Runs of labels."""
    start = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or not _is_label(lines[number]):
            if number - start >= _MENU and not (start and _announces(lines[start - 1])):
                yield from range(start, number)
            start = number + 1


def _announces(line: Line) -> bool:
    """Whether a list follows that belongs to the text: `They sail to:`."""
    return line.text.endswith(":") and line.words > _SECTION_WORDS - 1


def _is_label(line: Line) -> bool:
    """Whether a line may be an item of a menu: short, no piece of a sentence, and without a year."""
    piece = line.broken or line.ends or line.text.endswith(":")
    return not piece and line.words <= _LABEL_WORDS and not _YEAR.search(line.text)


LINE_RULES = (
    Rule("notice", _each(_is_notice)),
    Rule("number, address or mark", _each(_is_data)),
    Rule("control", _each(_is_control)),
    Rule("bar", _each(_is_bar)),
    Rule("trail", _trails),
    Rule("appeal", appeals),
    Rule("source", _each(names_source)),
)
"""What a line says by itself."""
RULES = (*LINE_RULES[:2], Rule("box", _box), *LINE_RULES[2:], Rule("menu", _menus))
"""And what its neighbours say: headings of boxes are looked for before they go as labels."""


def boilerplate_lines(lines: Sequence[Line], rules: Sequence[Rule] = RULES) -> dict[int, str]:
    """The numbers of the lines that go, each with the name of the rule that says so."""
    reasons: dict[int, str] = {}
    left = list(range(len(lines)))
    for rule in rules:
        found = {left[number] for number in rule.finds([lines[number] for number in left])}
        reasons |= dict.fromkeys(found, rule.name)
        left = [number for number in left if number not in found]
    return reasons
