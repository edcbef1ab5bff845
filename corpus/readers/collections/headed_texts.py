"""Split texts that stand one behind the other, each below its own fields: front matter in YAML, or lines of labels."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, pieces_where
from corpus.readers.fields.names import known_names, squashed
from corpus.readers.formats.front_matter import front_matter

_RULE = re.compile(r"---[ \t]*")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*")
_PAIR = re.compile(r"([^\W\d][\w -]{0,40}?)[ \t]*(?::(?=[ \t]|$)|：)[ \t]*(.*)")
_NUMBER = re.compile(r"[\[(]?\d{1,5}[\])]?[.:]?(?: ?(?:/|of|von|de) ?\d{1,5})?")
"""A line that numbers the article below it."""
_OF_YAML = re.compile(r"\s*(?:[^\W\d][\w .-]{0,40}:.*|-\s.*|#.*|\s+\S.*|)")
_MOST_LINES = 60
_NAMING = frozenset(("title", "published"))


def _shows(lines: Sequence[str]) -> bool:
    """Whether the text begins with fields, and others stand further below."""
    pieces = [piece for piece in _pieces(lines) if not all(map(_NUMBER.fullmatch, filled(piece)))]
    return len(pieces) > 1 and bool(_kind(pieces[0]))


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    """Each text with the fields above it, which are all of the kind of the first."""
    kinds: list[str] = []

    def begins(ahead: Sequence[str], above: str) -> bool:
        if (not above or _NUMBER.fullmatch(above) or _RULE.fullmatch(ahead[0])) and (kind := _kind(ahead)):
            kinds.append(kind)
            return kind == kinds[0]
        return False

    return pieces_where(lines, begins, _MOST_LINES)


def _kind(lines: Sequence[str]) -> str:
    """The name of the first field, or a rule, where some lines begin with fields; empty where they do not."""
    if not _RULE.fullmatch(lines[0]):
        return _labelled(lines) if _PAIR.fullmatch(lines[0].strip()) else ""
    end = next((n for n, line in enumerate(lines[1:_MOST_LINES], 1) if _END.fullmatch(line)), 0)
    head = lines[1:end]
    named = {_ours(line) for line in head}
    return "---" if head and all(map(_OF_YAML.fullmatch, head)) and named & _NAMING else ""


def _labelled(lines: Sequence[str]) -> str:
    """The name of the first label of several lines of labels with a blank line below."""
    fields, _ = front_matter("\n".join(lines))
    first = _PAIR.fullmatch(lines[0].strip())
    return squashed(first[1]) if fields and first else ""


def _ours(line: str) -> str | None:
    found = _PAIR.fullmatch(line.rstrip())
    return known_names().get(squashed(found[1])) if found else None


def _fields(lines: Sequence[str]) -> Fields | None:
    fields, text = front_matter("\n".join(lines).lstrip())
    return {**fields, "text": _unnumbered(text.strip())} if fields else None


def _unnumbered(text: str) -> str:
    """A text without the number of the next one, which stands below it."""
    above, _, last = text.rpartition("\n")
    return above.rstrip() if above and _NUMBER.fullmatch(last.strip()) else text


HEADED_TEXTS = Splitter("texts below their fields", _shows, _pieces, _fields)
