"""What a splitter is: how the articles of a file of many are told apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.errors import Refused

Lines = list[str]
Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class Splitter:
    """A form in which text files hold many articles.

    `shows` tells from the first lines of a file whether it is written so, `pieces` gives the lines of each article,
    and `fields` what an article has of its own; None for a piece that is none, such as a list of contents.
    """

    name: str
    shows: Callable[[Sequence[str]], bool]
    pieces: Callable[[Iterable[str]], Iterator[Lines]]
    fields: Callable[[Sequence[str]], Fields | None]


def pieces_before(lines: Iterable[str], begins: Callable[[str], object], largest: int = 10**6) -> Iterator[Lines]:
    """Pieces that each begin with a line of a kind; what stands before the first is a piece as well."""
    piece: Lines = []
    for line in lines:
        if begins(line):
            yield piece
            piece = []
        piece.append(line)
        if len(piece) > largest:
            raise Refused("has an article without an end; mend the file")
    yield piece


def pieces_where(
    lines: Iterable[str], begins: Callable[[Sequence[str], str], object], ahead: int, largest: int = 10**6
) -> Iterator[Lines]:
    """Pieces that each begin where `begins` says so of some lines from there on and of the line above them.

    What stands before the first is a piece as well. `ahead` is how many lines are looked at.
    """
    source, piece, above = iter(lines), Lines(), ""
    window = Lines(islice(source, ahead))
    while window:
        if window[0].strip() and begins(window, above):
            yield piece
            piece = []
        above = window[0].strip()
        piece.append(window.pop(0))
        window.extend(islice(source, 1))
        if len(piece) > largest:
            raise Refused("has an article without an end; mend the file")
    yield piece


def pieces_behind(lines: Iterable[str], ends: Callable[[str], object], largest: int = 10**6) -> Iterator[Lines]:
    """Pieces that each end with a line of a kind, which is given with them."""
    piece: Lines = []
    for line in lines:
        piece.append(line)
        if ends(line):
            yield piece
            piece = []
        if len(piece) > largest:
            raise Refused("has an article without an end; mend the file")
    yield piece


def joined(lines: Iterable[str]) -> str:
    """Lines as a text."""
    return "\n".join(lines).strip()


def filled(lines: Iterable[str]) -> Lines:
    """The lines that are not blank, stripped."""
    return [stripped for line in lines if (stripped := line.strip())]
