"""How far an organization's name reaches around the word it turns on, as `Ministry` or `Party`."""

from corpus.article import EntityType
from index.annotate.scan import Scan
from index.annotate.words import vocabulary

_AND = frozenset({" and ", ", ", ", and ", " & "})
_FEWEST = 3


def organization(scan: Scan, at: int, end: int) -> tuple[int, int] | None:
    """The first and the last atom (excluded) of the organization that a run names; it may reach past the run."""
    head = _head(scan, at, end)
    if head is not None:
        return _start(scan, at, head), _stop(scan, head, end)
    return (at, end) if _names_its_country(scan, at, end) else None


def _head(scan: Scan, at: int, end: int) -> int | None:
    """The last of the first row of head words."""
    words = vocabulary().heads | vocabulary().press
    are_heads = [atom.entry is None and atom.text in words for atom in scan.atoms[at:end]]
    for k, is_head in enumerate(are_heads, start=at):
        if is_head and (k > at or scan.goes_on(k + 1)):
            row = are_heads[k - at :]
            return k + (row.index(False) if False in row else len(row)) - 1
    return None


def _start(scan: Scan, at: int, head: int) -> int:
    """Past a title with a name or a known person, when these stand before the organization."""
    for k in range(head - 1, at - 1, -1):
        atom = scan.atoms[k]
        is_person = atom.entry is not None and atom.entry.type is EntityType.PERSON
        if is_person or (k < head - 1 and _is_title(atom.text)):
            return k + 1
    return at


def _stop(scan: Scan, head: int, end: int) -> int:
    """Past `of ...` and `for ... and ...` behind the head."""
    stop = head + 1
    if stop < end and scan.atoms[stop].text in vocabulary().places and scan.atoms[stop].entry is None:
        stop += 1
    while scan.goes_on(stop) and scan.atoms[stop].text not in vocabulary().titles:
        stop = _tail(scan, stop)
        while stop < len(scan.atoms) and scan.atoms[stop].gap in _AND and scan.atoms[stop].text in vocabulary().topics:
            stop = _tail(scan, stop)
    return stop


def _tail(scan: Scan, at: int) -> int:
    end = scan.run_end(at)
    return next((k for k in range(at + 1, end) if _is_title(scan.atoms[k].text)), end)


def _is_title(word: str) -> bool:
    return word in vocabulary().titles and word not in vocabulary().modifiers


def _names_its_country(scan: Scan, at: int, end: int) -> bool:
    """Whether a country ends the name of a publication or a branch: `Islamic Invitation Turkey`."""
    country = scan.atoms[end - 1].entry
    if end - at < _FEWEST or country is None or country.type is not EntityType.PLACE or not country.sure:
        return False
    lists = vocabulary()
    others = (lists.titles, lists.modifiers, lists.given, lists.places, lists.directions)
    words = scan.atoms[at : end - 1]
    return all(
        word.entry is None and not word.text.isupper() and not any(word.text in each for each in others)
        for word in words
    )
