"""What must hold between the names of one article: lists are lists, and an organization is one wherever it is named."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import lookup
from corpus.enrichment.gazetteer.towns import towns
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name, words_of_full_names
from corpus.enrichment.names.role_words import OF_FIRMS
from corpus.enrichment.names.whole_words import places_of
from corpus.late_pattern import late

_GOES_ON = late(r",? (?:and|or) [A-Z]|, [A-Z]")
_WENT_ON = late(r"[A-Z]\w+,(?: (?:and|or))? $|[A-Z]\w+ (?:and|or) $")
_FIRM = late(r"[A-Z]\w+, [A-Z]\w+,? (?:and|&) [A-Z]\w+")
"""Three surnames, as firms are called after."""
_PARTED = late(r", (?:and |& )?| and | & ")
_NEAR = 30
_COMMAS_OF_A_LIST = 2


def consistent(names: Sequence[Name], text: str) -> list[Name]:
    """The names of a text made level, each of one kind and length wherever the text has it."""
    apart = [part for name in names for part in _listed(name, text)]
    return _repeated(_with_short_forms([_by_last_word(name) for name in apart], apart), text)


def _listed(name: Name, text: str) -> Iterator[Name]:
    """The places of a list that were taken for one (`Oran, Blida and Setif`); `Lima, Peru` alone is one."""
    if name.type is not EntityType.PLACE or name.known or ", " not in name.text:
        yield name
        return
    if _FIRM.fullmatch(name.text) and not any(map(_is_place, _PARTED.split(name.text))):
        yield name._replace(type=EntityType.ORGANIZATION)
        return
    many = name.text.count(", ") >= _COMMAS_OF_A_LIST
    around = _GOES_ON.match(text, name.end) or _WENT_ON.search(text[max(0, name.start - _NEAR) : name.start])
    if not many and not around:
        yield name
        return
    start = name.start
    for part in name.text.split(", "):
        yield name._replace(text=part, start=start, end=start + len(part))
        start += len(part) + len(", ")


def _is_place(name: str) -> bool:
    entry = lookup(name) or lookup(f"{name}.")
    return bool(entry and entry.code) or bool(towns(name))


def _by_last_word(name: Name) -> Name:
    """A body that was taken for a person or place, by its last word or its first: `Quimby Textiles`, `Banco Quimby`."""
    words = lexicon()
    first, _, last = name.text.rpartition(" ")
    if name.type is EntityType.PLACE and first and not name.known and ", " not in name.text and last in OF_FIRMS:
        return name._replace(type=EntityType.ORGANIZATION)
    if name.type is not EntityType.PERSON or name.known or not first or first in words.given_names:
        return name
    telling = last in words.companies | OF_FIRMS or (last in words.organizations and last not in words.surnames)
    telling = telling or first.partition(" ")[0] in words.body_openings or "&" in first.split()
    return name._replace(type=EntityType.ORGANIZATION) if telling else name


def _with_short_forms(names: Sequence[Name], before: Sequence[Name]) -> list[Name]:
    """The names, with the first words of those that turned out to be bodies where they stand alone: `Quimby`."""
    turned = {name.text for name, other in zip(names, before, strict=True) if name.type is not other.type}
    if not turned:
        return list(names)
    full = words_of_full_names(names)
    starts = {body.rsplit(" ", count)[0] for body in turned for count in range(1, body.count(" ") + 1)}
    short = {each for each in starts if full.isdisjoint(each.split()) and not towns(each)}
    return [
        name._replace(type=EntityType.ORGANIZATION) if name.text in short and not name.known else name for name in names
    ]


def _repeated(names: Sequence[Name], text: str) -> list[Name]:
    """The names, and the organizations among them also where they stand once more and nothing was found.

    One of a single word must have been found twice: it may be a word as well.
    """
    times: dict[str, int] = {}
    others = {name.text for name in names if name.type is not EntityType.ORGANIZATION}
    for name in names:
        if name.type is EntityType.ORGANIZATION and name.text[0].isupper() and name.text not in others:
            times[name.text] = times.get(name.text, 0) + (2 if " " in name.text else 1)
    often = [each for each, count in times.items() if count > 1 < len(each)]
    known = Counter(name.text for name in names) if often else {}
    sure = [each for each in often if text.count(each) > known[each]]
    if not sure:
        return list(names)
    taken = set[int]().union(*(range(name.start, name.end) for name in names))
    more = (
        Name(each, start, start + len(each), EntityType.ORGANIZATION)
        for start, each in _apart(sure, text)
        if taken.isdisjoint(range(start, start + len(each)))
    )
    return sorted([*names, *more], key=lambda name: name.start)


def _apart(names: Sequence[str], text: str) -> Iterator[tuple[int, str]]:
    """Where some names stand in a text, of those that overlap the first, and the longest of those that begin there."""
    last = 0
    found = [(start, name) for name in names for start in places_of(name, text, "_-")]
    for start, name in sorted(found, key=lambda each: (each[0], -len(each[1]))):
        if start >= last:
            yield start, name
            last = start + len(name)
