"""Part the words that a page glues together where an element begins or ends."""

import re
from typing import Any

_INLINE = ("a", "b", "strong", "i", "em", "span", "u", "mark")
_BLOCK = re.compile(r"display:(?:inline-)?(?:block|flex|grid|table)")
_LETTERS = 3
"""Of a word on either side of a border: fewer are initials, or the beginning of a name such as `iPhone`."""
_ENDS = re.compile(rf"(?:[^\W\d_]{{{_LETTERS - 1}}}[a-zß-öø-ÿа-яёα-ω]|[a-zß-öø-ÿа-яёα-ω]{{2}}[.?!:;])$")
_BEGINS = re.compile(rf"[^\W\d_]{{{_LETTERS}}}")
_LAST_WORD, _FIRST_WORD = re.compile(r"[^\W\d_]+$"), re.compile(r"[^\W\d_]+")
_LONGEST = 40
_WITHIN = re.compile(r"\b[^\W\d_]{2,}[^\W\d_A-Z][A-Z][^\W\d_]{2,}\b")
_NAMES_WITHIN = frozenset(
    """
    YouTube PayPal FedEx WhatsApp LinkedIn TikTok GitHub PlayStation BuzzFeed HuffPost MasterCard SoundCloud
    WordPress OpenAI DreamWorks CitiGroup AstraZeneca GlaxoSmithKline ThyssenKrupp ExxonMobil JetBlue MetLife
    NatWest SoftBank DeepMind AliExpress PepsiCo BlackRock BlackBerry
    """.split()  # noqa: SIM905 - they read better so
)
"""Names with a capital within, whose parts a page may mark up differently."""
_NAMES_BEGIN = frozenset(("Mac", "Fitz"))
_OUTWARDS = 8
"""Elements about one that are looked at for what stands before it."""


def part_words(tree: Any) -> None:
    """Put a space where a small letter or the end of a sentence touches a capital across the border of an element.

    So do elements that are styled as blocks, and words that are put in for others that are struck out. Words that hang
    together, as drop capitals do, stay whole; so does a word with a capital within that is a name of its kind
    (`Mac<b>Donald</b>`), or stands in one piece elsewhere on the page.
    """
    whole = _Whole(tree)
    for struck in tree.iter("del", "s", "strike"):
        follows = struck.getnext()
        if follows is not None and follows.tag == "ins" and not struck.tail and text_before(struck)[-1:].isspace():
            struck.tail = " "
    for element in tree.iter(*_INLINE):
        if _BLOCK.search((element.get("style") or "").replace(" ", "").lower()):
            element.tail = f" {element.tail or ''}"
        if (text := element.text) and text[0].isupper() and whole.parts(text_before(element), text):
            _space_before(element)
        if (tail := element.tail) and tail[0].isupper() and whole.parts(_last(element), tail):
            element.tail = f" {tail}"


class _Whole:
    """The words of a page with capitals within that stand there in one piece, looked for when one is in doubt."""

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._words: set[str] | None = None

    def parts(self, before: str, behind: str) -> bool:
        """Whether a space is missing between two texts that meet at a border."""
        return _is_glued(before, behind) and not self._is_one_word(before, behind)

    def _is_one_word(self, before: str, behind: str) -> bool:
        first, rest = _LAST_WORD.search(before[-_LONGEST:]), _FIRST_WORD.match(behind[:_LONGEST])
        if first is None or rest is None:
            return False
        if f"{first[0]}{rest[0]}" in _NAMES_WITHIN:
            return True
        if self._words is None:
            self._words = {word for text in self._tree.itertext() for word in _WITHIN.findall(text)}
        return first[0] in _NAMES_BEGIN or f"{first[0]}{rest[0]}" in self._words


def _is_glued(before: str, behind: str) -> bool:
    return _ENDS.search(before[-_LETTERS - 1 :]) is not None and _BEGINS.match(behind) is not None


def text_before(element: Any) -> str:
    """The text right before an element; of the first in another, what stands before that one."""
    for _ in range(_OUTWARDS):
        previous = element.getprevious()
        if previous is not None:
            return previous.tail or (_last(previous) if previous.tag in _INLINE else "")
        parent = element.getparent()
        text = getattr(parent, "text", None) or ""
        if text or parent is None or parent.tag not in _INLINE:
            return text
        element = parent
    return ""


def _last(element: Any) -> str:
    """The last text of an element that holds no other, or of what it ends with."""
    return (element[-1].tail or "") if len(element) else element.text or ""


def _space_before(element: Any) -> None:
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        parent.text = f"{parent.text or ''} "
    else:
        previous.tail = f"{previous.tail or ''} "
