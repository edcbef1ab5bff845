"""Where a text names somebody or something, as far as the words beside a name can tell."""

from collections.abc import Iterator

from corpus.article import EntityType
from index.annotate.groups import group, is_personal, known
from index.annotate.organizations import organization
from index.annotate.scan import Found, Scan
from index.annotate.words import begins_sentence, vocabulary


def names(scan: Scan) -> list[Found]:
    """Every name in the order of the text, none overlapping another."""
    found: list[Found] = []
    at = 0
    while at < len(scan.atoms):
        atom = scan.atoms[at]
        if scan.breaks(atom):
            at += 1
        elif scan.headlines.has(atom.start):
            found.extend(_in_headline(scan, at))
            at += 1
        else:
            at = _read_run(scan, at, found)
    return found


def _in_headline(scan: Scan, at: int) -> Iterator[Found]:
    """A headline's capitals tell nothing: known names only."""
    if is_personal(scan, at, scan.run_end(at)):
        scan.close(at, at + 1)
    else:
        yield from known(scan, scan.atoms[at])


def _read_run(scan: Scan, at: int, found: list[Found]) -> int:
    """Reads the names of the run of capitalised words that begins here; gives where to go on."""
    end = scan.run_end(at)
    at = _after_opening(scan, at, end)
    span = organization(scan, at, end)
    if span is None:
        found.extend(_people_and_places(scan, at, end))
        return end
    start, stop = span
    found.extend(_people_and_places(scan, at, start))
    if stop - start > 1:
        found.append(scan.found(start, stop, EntityType.ORGANIZATION, sure=True))
        if _keeps_its_country(scan, start, stop):
            scan.close(start, stop)
    return stop


def _keeps_its_country(scan: Scan, start: int, stop: int) -> bool:
    """A country in the name of a publication or of a foreign branch is not what an article is about."""
    words = [atom.text for atom in scan.atoms[start:stop]]
    press, heads = vocabulary().press, vocabulary().heads
    return not heads.intersection(words) or bool(press.intersection(words))


def _after_opening(scan: Scan, at: int, end: int) -> int:
    """Past the first word of a sentence, where the article has it in lower case too."""
    atom = scan.atoms[at]
    lists = vocabulary()
    if end - at == 1 or atom.entry is not None or atom.text in lists.titles or atom.text in lists.given:
        return at
    opens = begins_sentence(scan.text, atom.start) and atom.text.lower() in scan.lower_words
    return at + 1 if opens else at


def _people_and_places(scan: Scan, at: int, end: int) -> Iterator[Found]:
    titled = False
    while at < end:
        atom = scan.atoms[at]
        if atom.entry is None and (atom.text in vocabulary().titles or atom.text in vocabulary().modifiers):
            titled = titled or atom.text in vocabulary().titles
            at += 1
        elif atom.entry is not None and not is_personal(scan, at, end):
            yield from known(scan, atom)
            at += 1
        else:
            stop = _group_end(scan, at, end)
            yield from group(scan, at, stop, titled=titled)
            at, titled = stop, False


def _group_end(scan: Scan, at: int, end: int) -> int:
    for k in range(at, end):
        atom = scan.atoms[k]
        if atom.entry is not None:
            if not is_personal(scan, k, end):
                return max(k, at + 1)
            scan.close(k, k + 1)
        elif k > at and atom.text in vocabulary().titles:
            return k
    return end
