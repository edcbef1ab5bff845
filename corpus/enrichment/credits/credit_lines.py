"""Read a line that says only who made an article, in any order: `Translated from the Danish by Ann Lund`.

Every word must have its place in a credit: a role, a name, what leads to a name, or where somebody is. One word more,
and the line tells something.
"""

from collections.abc import Callable, Sequence

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.credit_names import ADDRESS
from corpus.enrichment.credits.credit_pieces import Kind, Piece, kind_of, pieces_of
from corpus.enrichment.credits.credit_roles import assigned
from corpus.enrichment.credits.credit_words import glue, role_word
from corpus.late_pattern import late

_ADDRESS = late(rf"{ADDRESS.pattern}|(?<!\w)@\w+|(?<=\w) ?/ ?[a-z][\w.-]+(?=\W*\Z)|\([A-Z]{{2,5}}[ .:]*\d[\d./-]+\)")
"""How to reach somebody, the number under which they are registered, and for whom they work, where that is small."""
_MAY_HAVE_ADDRESS = late(r"[@/\d]")
_FROM_LANGUAGE = late(r"\b[Aa]us dem [A-ZÄÖÜ]\w+(?:isch|tsch)en\b")
"""How German names a translation without saying so: `Aus dem Dänischen von Ann Lund`."""
_ENDING = late(r"(?<=[^\W\d_]{3})(?:\. |,? (?:from|d'après|nach) )(?=[^\W\d_])")
"""What may stand before that something is told of the article."""
_ANY = frozenset(("an", "the", "un", "einem"))
_MOST_WORDS = 40
_LEAST_BEHIND_OPENING = 4
_LANGUAGE_WORDS = 2
"""Words that may stand behind a translation and tell from which language."""
_MARKS = ".,;:()[]!?\"'"


def credits_in(line: str, known_elsewhere: Callable[[str], bool]) -> tuple[Author, ...]:
    """Those whom a line credits, if it is a credit and nothing else; else nobody.

    A role that leads to a name by a word or a sign (`Text: Ann Lund`) is enough. Where a role only stands beside
    it, the name must look like a person's, and the article may not tell of that person (`known_elsewhere`).
    """
    line = _without_ending(_without_opening(line))
    if not may_be_credit(line):
        return ()
    if "us dem " in line:
        line = _FROM_LANGUAGE.sub("Übersetzung", line)
    pieces = list(pieces_of(_ADDRESS.sub(" ", line) if _MAY_HAVE_ADDRESS.search(line) else line))
    if len(pieces) > _MOST_WORDS or not any(piece.kind is Kind.ROLE for piece in pieces) or _tells(pieces):
        return ()
    if any(_shows(pieces, place) for place, piece in enumerate(pieces) if piece.kind is Kind.ROLE):
        return ()
    return assigned(pieces, known_elsewhere)


def _without_opening(line: str) -> str:
    """A line without that it tells of the article: `This story was first` of `This story was first written by …`."""
    if line.partition(" ")[0].casefold() not in glue("this"):
        return line
    words = line.split()
    if len(words) <= _LEAST_BEHIND_OPENING:
        return line
    thing = words[1].casefold()
    if thing not in glue("article"):
        return line
    return " ".join(word for word in words[2:] if word.casefold() not in glue("was"))


def _without_ending(line: str) -> str:
    """A line without what it tells of the article behind: `… This interview has been edited.`, `… from an article`."""
    for end in _ENDING.finditer(line):
        words = line[end.end() :].casefold().split()
        if len(words) > 1 and words[0] in glue("this") | _ANY and words[1].strip(".,") in glue("article"):
            return line[: end.start() + 1].rstrip(" ,")
    return line


def may_be_credit(line: str) -> bool:
    """Whether a line has hardly a small word that no credit has: most lines are told by that, in less time."""
    told = 0
    for word in line.split():
        told += word[0].islower() and "/" not in word and kind_of(word.strip(_MARKS) or "-") is Kind.TOLD
        if told > _LANGUAGE_WORDS:
            return False
    return True


def _tells(pieces: Sequence[Piece]) -> bool:
    """Whether a line has a word that no credit has; languages have their place behind a translation."""
    translated = 0
    for place, piece in enumerate(pieces):
        if piece.kind is Kind.ROLE:
            translated = _LANGUAGE_WORDS if role_word(piece.text) is AuthorRole.TRANSLATOR else 0
        elif piece.kind is Kind.TOLD:
            if _is_label(pieces, place):
                continue
            if not translated or not piece.text[0].isalpha():
                return True
            translated -= 1
        elif piece.kind is Kind.BY and [each.kind for each in pieces[place + 1 : place + 2]] == [Kind.NAME]:
            translated = 0
    return False


def _is_label(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a word that is no known role leads to a name behind one that does: `Text: …, layut: Ann Lund`."""
    behind = pieces[place + 1 : place + 3]
    led = len(behind) > 1 and behind[0].text in {":", "："} and behind[1].kind is Kind.NAME
    return led and any(piece.kind is Kind.ROLE for piece in pieces[:place])


def _shows(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a role is a word for a picture that shows those who are named: `In the photo: Ann Lund`."""
    word = pieces[place].text
    led = any(piece.kind is Kind.BY for piece in pieces[place + 1 : place + 2])
    if led or role_word(word) is not AuthorRole.PHOTOGRAPHER:
        return False
    if [piece.text for piece in pieces[place + 1 : place + 2]] == ["of"]:
        return True  # Photos of Ann Lund
    first = place - 1
    while first > 0 and pieces[first].kind in {Kind.GLUE, Kind.BY}:  # `auf dem Foto`, `op de foto`
        first -= 1
    begins = first == 0 or (first > 0 and pieces[first - 1].kind is Kind.SIGN)  # not `tekst en foto`
    return word.casefold() in glue("pictured") or (begins and pieces[first].text.casefold() in glue("shown"))
