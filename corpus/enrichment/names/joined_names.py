"""Put names together of which the tagger has a part only: `Bed Bath & Beyond`, `St. Andrew's`, `Ruth's Steak House`."""

from collections.abc import Collection, Sequence

from corpus.article import EntityType
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name, words_of_full_names
from corpus.late_pattern import late

_PARTNER = late(r" & [A-Z][\w'-]*\w")
_SAINT = late(r"\b(?:St\.?|Saint) $")
_OWNER = late(r"(?<![\w-])([A-Z]\w+)'s $")
_OWN = "'s"
_GOES_ON = late(r" [A-Z]")
_MONARCHS = frozenset(("King", "Queen", "Prince", "Princess", "Lord", "Bishop", "Women", "Children", "People", "Men"))
_NEAR = 30


def joined(names: Sequence[Name], text: str) -> list[Name]:
    """The names of a text, in order, each whole; what is put together is an organization."""
    if " & " not in text and _OWN not in text:
        return list(names)
    found = sorted(names, key=lambda name: name.start)
    full = words_of_full_names(found)
    wholes = [whole for name in found if (whole := _whole(name, found, full, text)) is not None]
    taken = {place for whole in wholes for place in range(whole.start, whole.end)}
    kept = [name for name in found if name.start not in taken and name.end - 1 not in taken]
    return sorted([*kept, *wholes], key=lambda name: name.start)


def _whole(name: Name, names: Sequence[Name], full: Collection[str], text: str) -> Name | None:
    if name.known is None and (partner := _PARTNER.match(text, name.end)):
        return _body(name.start, partner.end(), text) if _may_be_partners(name, names) else None
    near = text[max(0, name.start - _NEAR) : name.start]
    if name.type is EntityType.PERSON and text.startswith(_OWN, name.end) and (saint := _SAINT.search(near)):
        end = name.end + len(_OWN)
        return None if _GOES_ON.match(text, end) else _body(name.start - len(saint[0]), end, text)
    owner = _OWNER.search(near) if name.type is not EntityType.PERSON and near.endswith(f"{_OWN} ") else None
    if owner is None or not _is_owned(owner[1], name):
        return None
    alone = text.count(owner[1]) > text.count(owner[1] + _OWN)
    return None if alone or owner[1] in full else _body(name.start - len(owner[0]), name.end, text)


def _body(start: int, end: int, text: str) -> Name:
    return Name(text[start:end], start, end, EntityType.ORGANIZATION)


def _may_be_partners(name: Name, names: Sequence[Name]) -> bool:
    """Whether what stands before `&` may be a firm's with what stands behind: not where both are persons in full."""
    behind = next((each for each in names if each.start == name.end + len(" & ")), None)
    if behind is None:
        return name.text.partition(" ")[0] not in lexicon().given_names
    return behind.known is None and {name.type, behind.type} != {EntityType.PERSON}


def _is_owned(owner: str, name: Name) -> bool:
    """Whether somebody's name before that of a body belongs to it: `Ruth's Steak House`, `King's College London`."""
    bodies, words = lexicon().owned_bodies, name.text.split(" ")
    if owner in _MONARCHS:
        return words[0] in bodies or words[-1] in bodies
    return owner in lexicon().given_names and words[-1] in bodies
