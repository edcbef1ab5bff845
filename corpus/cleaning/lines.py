"""Which lines does a text have, and which shape has each?"""

import re
from dataclasses import dataclass
from functools import cached_property

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)
_ENDS = re.compile(r"""[.!?…。！？؟۔।]["'”’»)\]」』]*$""")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_WORDS = 4
_LONG_WORDS = 20
_CJK_CHARACTERS_A_WORD = 2


@dataclass(frozen=True)
class Line:
    """A line that is not blank, its white space folded. `opens`: it is the first, or follows a blank line."""

    text: str
    opens: bool

    @cached_property
    def words(self) -> int:
        """How many words it has, also where the script does not part them."""
        return self.text.count(" ") + 1 + len(_CJK.findall(self.text)) // _CJK_CHARACTERS_A_WORD

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDS.search(self.text[-8:]) is not None

    @cached_property
    def sentence(self) -> bool:
        """Whether it is running text rather than a heading, a caption or a label."""
        return self.words >= _LONG_WORDS or (self.ends and self.words >= _SENTENCE_WORDS)


def lines_of(text: str) -> list[Line]:
    """The lines of a text without invisible characters; blank ones only part the others."""
    lines: list[Line] = []
    opens = True
    for raw in visible(text).splitlines():
        if line := " ".join(raw.split()):
            lines.append(Line(line, opens))
            opens = False
        else:
            opens = True
    return lines


def visible(text: str) -> str:
    """A text without control characters and those that have no width."""
    return _INVISIBLE.sub("", text)
