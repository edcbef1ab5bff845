"""Which lines a text has, and which shape each of them has."""

from dataclasses import dataclass

from corpus.extraction.text.legible import legible
from corpus.late_pattern import late

_ENDS = late(r"""[.!?…。！？؟۔।]["'”’»)\]」』]*$""")
_BROKEN_SOFTLY = late(r"\u00ad(?=[ \t]{0,9}\r?\n)")
"""At the end of a line a soft hyphen is seen, and breaks a word."""
_CJK = late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SOUTH_EAST = late("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Letters of Thai, Lao, Burmese and Khmer, which have no blanks between words either."""
_LETTERS_A_WORD = 5
_SENTENCE_WORDS = 4
_LONG_WORDS = 20
_CJK_CHARACTERS_A_WORD = 2


@dataclass(slots=True)
class Line:
    """A line that is not blank, its white space folded.

    `opens`: it is the first, or follows a blank line. `place` tells its order among the lines of its text. `ends`: it
    ends as a sentence does. `sentence`: it is running text rather than a heading, a caption or a label.
    """

    text: str
    opens: bool
    place: int
    words: int
    ends: bool
    sentence: bool

    @property
    def broken(self) -> bool:
        """Whether it begins or breaks off within a sentence."""
        return self.text[0].islower() or self.text.endswith((",", ";"))


def line_of(text: str, place: int, *, opens: bool) -> Line:
    """A line with its shape; words are counted also where the script does not part them."""
    words = text.count(" ") + 1
    if not text.isascii():
        words += len(_CJK.findall(text)) // _CJK_CHARACTERS_A_WORD
        words += len(_SOUTH_EAST.findall(text)) // _LETTERS_A_WORD
    ends = _ENDS.search(text[-8:]) is not None
    return Line(text, opens, place, words, ends, words >= _LONG_WORDS or (ends and words >= _SENTENCE_WORDS))


def lines_of(text: str) -> list[Line]:
    """The lines of a text without invisible characters; blank ones only part the others."""
    lines: list[Line] = []
    opens = True
    for raw in legible(_BROKEN_SOFTLY.sub("-", text) if "\u00ad" in text else text).splitlines():
        if folded := " ".join(raw.split()):
            lines.append(line_of(folded, len(lines), opens=opens))
            opens = False
        else:
            opens = True
    return lines
