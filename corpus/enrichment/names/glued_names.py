"""Take names apart from what was glued to them: other names, roles, and the word that begins their sentence."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import EntityType
from corpus.enrichment.gazetteer.gazetteer import Rank, lookup
from corpus.enrichment.gazetteer.person_names import is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.names.role_words import OF_FIRMS, OFFICERS, ends_as_body, is_common, is_officeless, is_role
from corpus.enrichment.names.whole_words import places_of
from corpus.late_pattern import late

_LAW_WORDS = frozenset(("Inc", "Corp", "Ltd", "Plc", "PLC", "LLC", "Llc", "Co", "AG", "SA", "NV", "SpA"))
_BY_LAW = rf"(?:{'|'.join(sorted(_LAW_WORDS))})\b\.?"
_SIGNS = late(r"['’,&.]| - ")
_LAW = late(rf"(?<=\w )({_BY_LAW})(?P<between>,? (?:and|or) |, | )(?=[A-Z])(?!{_BY_LAW})")
_LAW_ENDS = late(rf" {_BY_LAW}$")
_SENTENCE = late(r"(?<![\w.])([A-Za-z]{3,}|(?:[A-Z]/)+[A-Z])\. (?=[A-Z])")
_OWNER = late(r"(?:['’]s|(?<=s)['’]) (?=[A-Z])")
_LIST = late(r",? and |, | - ")
_DATELINE = late(r"[A-Z][A-Z .'-]+ - (?=[A-Z])")
_PREFIX = "Ex-"
_RIVAL = "Rival "
_OWN = late(r"(?<=\w)['’]s$")
_AT = late(r" (?:at|of|for|with)(?: the)? (?=[A-Z])", re.IGNORECASE)
_BEGIN = frozenset(
    """
    Although And As At Because Both But Can Despite Did Do Does Earlier Even Former For From How However If In Is
    Meanwhile Nor Not Of On Or Separately Since So Still That These They This Those Though Unlike Was Were What When
    Where While Who Why With Without Yes No Yet
    """.split()  # noqa: SIM905 - words
)
"""Words that begin a sentence, and hardly a name."""

_BODY = EntityType.ORGANIZATION
_PAIR = 2
_LONGEST_ABBREVIATION = 3
_MOST_WORDS = 24
"""Of a name; what is longer is a run of capital letters, and is left as it is."""


@dataclass(frozen=True, slots=True)
class _Article:
    """An article's text and the types of the names that were found in it."""

    text: str
    types: dict[str, EntityType | None]

    def kind(self, name: str, otherwise: EntityType | None) -> EntityType | None:
        """The type of a name by the article, or else by the tables."""
        entry = lookup(name)
        return self.types.get(name) or (entry.type if entry and not entry.weak else None) or otherwise

    def names(self, words: str) -> bool:
        """Whether words are a name by themselves, here or in the tables."""
        return words in self.types or _is_known(words)

    def has_alone(self, words: str, within: str) -> bool:
        """Whether words stand in the article elsewhere than within a name."""
        return self.names(words) or _count(words, self.text) > _count(within, self.text)


def unglued(names: Sequence[Name], text: str) -> list[Name]:
    """The names of a text, each by itself: `Quimby Inc and Barr` are two, `But Quimby` is one of a word less."""
    article = _Article(text, {name.text: name.type for name in names})
    return [part for name in names for part in _parts(name, article)]


def _parts(name: Name, article: _Article) -> Iterator[Name]:
    whole = name.known is not None or name.end - name.start != len(name.text) or name.text.count(" ") > _MOST_WORDS
    for rule in () if whole or not _may_be_glued(name.text) or _is_known(name.text) else _RULES:
        found = rule(name, article)
        if found is not None:
            for part in found:
                yield from _parts(part, article)
            return
    yield name


@lru_cache(maxsize=1 << 14)
def _may_be_glued(text: str) -> bool:
    """Whether any of the rules may find something: most names have nothing that they look for."""
    if " " not in text or text.startswith(_PREFIX):
        return text.startswith(_PREFIX)
    telling = not _telling_words().isdisjoint(text.split(" ")) or "minister" in text
    return telling or text.isupper() or _SIGNS.search(text) is not None


@lru_cache(maxsize=1)
def _telling_words() -> frozenset[str]:
    roles = lexicon().roles | lexicon().roles_elsewhere | lexicon().professions
    return _BEGIN | OFFICERS | roles | _LAW_WORDS | {"New", "Rival", "and", "or"}


def _by_sentence(name: Name, article: _Article) -> Sequence[Name] | None:
    """`Norderstedt. Workers`: where a sentence ends a name does, and a single word that begins one is mostly none."""
    ends = (found for found in _SENTENCE.finditer(name.text) if _ends_sentence(name.text[: found.end(1)], found[1]))
    if (end := next(ends, None)) is None:
        return None
    tail = name.text[end.end() :]
    keeps = " " in tail or article.names(tail)
    return [_piece(name, 0, end.end(1), article), *([_piece(name, end.end(), None, article)] if keeps else [])]


def _ends_sentence(head: str, last: str) -> bool:
    """Whether a dot behind a word is no abbreviation's; one of three letters must end a known name: `Fannie Mae`."""
    return not _is_abbreviation(last) and (len(last) > _LONGEST_ABBREVIATION or "/" in last or _is_known(head))


def _by_dateline(name: Name, article: _Article) -> Sequence[Name] | None:
    """`OSLO - Quimby`: the place of a dateline; of what stands behind it what is a name by itself or several words."""
    found = _DATELINE.match(name.text)
    if found is None or article.text[max(0, name.start - 1) : name.start] not in {"", "\n"}:
        return None
    tail = name.text[found.end() :]
    keeps = " " in tail or article.names(tail)
    place = _piece(name, 0, found.end() - len(" - "), article, EntityType.PLACE)
    return [place, *([_piece(name, found.end(), None, article)] if keeps else [])]


def _by_law(name: Name, article: _Article) -> Sequence[Name] | None:
    """`Quimby Inc and Barr`: what a company is by law ends its name; what follows without `and` is mostly a product."""
    found = None if name.type is EntityType.PERSON else _LAW.search(name.text)
    if found is None:
        return None
    tail = name.text[found.end() :]
    bare = found["between"] == " "
    last = tail.rpartition(" ")[2]
    if bare and (last in lexicon().organizations | lexicon().companies or re.fullmatch(_BY_LAW, last)):
        return None
    keeps = not bare or article.names(tail)
    return [
        _piece(name, 0, found.end(1), article, _BODY),
        *([_piece(name, found.end(), None, article)] if keeps else []),
    ]


def _by_owner(name: Name, article: _Article) -> Sequence[Name] | None:
    """`Japan's Quimby`: two names, where the first is one that stands elsewhere without the genitive."""
    found = None if name.type is EntityType.PLACE else _OWNER.search(name.text)
    owner = name.text[: found.start()] if found else ""
    if found is None or _is_known(f"{owner}'s"):
        return None
    if not (_is_known(owner) or _LAW_ENDS.search(owner) or _may_own(owner, article)):
        return None
    tail = name.text[found.end() :]
    last = tail.rpartition(" ")[2]
    keeps = article.names(tail) or last in lexicon().organizations or not all(map(is_common, tail.split()))
    return [_piece(name, 0, found.start(), article), *([_piece(name, found.end(), None, article)] if keeps else [])]


def _by_list(name: Name, article: _Article) -> Sequence[Name] | None:
    """`Quimby, Barr and Weedlock`, each of which stands by itself."""
    cuts = list(_LIST.finditer(name.text)) if name.type is EntityType.ORGANIZATION else []
    if not cuts:
        return None
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(name.text)]
    parts = [name.text[start:end] for start, end in zip(starts, ends, strict=True)]
    named = [article.names(part) and article.kind(part, None) is name.type for part in parts]
    if not all(named) and not (len(parts) == _PAIR and _are_two(parts, named)):
        return None
    return [_piece(name, start, end, article) for start, end in zip(starts, ends, strict=True)]


def _are_two(parts: Sequence[str], named: Sequence[bool]) -> bool:
    """Whether the two sides of an `and` are two bodies: one is a name by itself, or both end as companies do."""
    if all(" " in part and part.rpartition(" ")[2] in OF_FIRMS for part in parts):
        return True
    other = parts[named.index(False)] if any(named) else ""
    return " " in other and other[0].isupper() and not any(map(is_common, other.split()))


def _by_role(name: Name, article: _Article) -> Sequence[Name] | None:
    """`Chief Economist at Quimby`, `Quimby CEO Zelda Barr`: the role is no part of either name."""
    words = name.text.split(" ")
    first = next((place for place, word in enumerate(words) if is_role(word)), len(words))
    last = next((place for place in range(first, len(words)) if not is_role(words[place])), len(words))
    if first == last:
        return None
    begin, end = len(" ".join(words[:first])), len(" ".join(words[:last]))
    tail = name.text[end + 1 :]
    if not first:
        return _behind_role(name, words[:last], article)
    if not OFFICERS.intersection(words[first:last]):
        return None
    person = tail.partition(" ")[0] in lexicon().given_names or article.types.get(tail) is EntityType.PERSON
    if tail and not person:
        return None
    head = [_piece(name, 0, begin, article, _BODY)] if article.names(name.text[:begin]) or not tail else []
    return [*head, *([_piece(name, end + 1, None, article, EntityType.PERSON)] if tail else [])]


def _behind_role(name: Name, roles: Sequence[str], article: _Article) -> Sequence[Name] | None:
    """A person's name of several words behind roles; or what stands behind `at`, where it is no common noun."""
    end = len(" ".join(roles))
    rest = name.text[end + 1 :]
    in_full = " " in rest and is_given_name(rest.partition(" ")[0])
    if in_full and roles[-1] in lexicon().roles_elsewhere:
        return [_piece(name, end + 1, None, article, EntityType.PERSON)]
    if roles[-1] in lexicon().professions and (name.type is not EntityType.PERSON or ends_as_body(rest)):
        return None  # `Student Loan Company`, `Teacher Retirement System`
    if name.type is EntityType.PERSON and " " in name.text[end + 1 :] and not is_officeless(roles):
        return [_piece(name, end + 1, None, article, EntityType.PERSON)]
    at = _AT.match(name.text, end)
    if at is None or is_officeless(roles):
        return None
    rest = name.text[at.end() :]
    return [] if all(map(is_common, rest.split())) else [_piece(name, at.end(), None, article)]


def _by_first_word(name: Name, article: _Article) -> Sequence[Name] | None:
    """`But Quimby`, where `Quimby` stands elsewhere as well; `New U.S.`; `Ex-Quimby`."""
    if name.text.startswith(_PREFIX) and name.text[len(_PREFIX) :][:1].isupper():
        return [_piece(name, len(_PREFIX), None, article)]
    if name.text.startswith(_RIVAL):
        return [_piece(name, len(_RIVAL), None, article)]
    first, _, rest = name.text.partition(" ")
    entry = lookup(rest) if first == "New" else None
    new = entry is not None and entry.rank is Rank.COUNTRY
    begins = first in _BEGIN and first not in lexicon().given_names
    if not new and not (begins and article.has_alone(rest, name.text)):
        return None
    return [_piece(name, len(first) + 1, None, article)]


def _by_end(name: Name, article: _Article) -> Sequence[Name] | None:
    """`Quimby Barr Inc's`: the genitive of a name of several words; not of a given name (`Papa John's`)."""
    found = _OWN.search(name.text)
    last = name.text[: found.start()].rpartition(" ")[2] if found else ""
    if found is None or last in lexicon().given_names or "&" in name.text:
        return None
    return [_piece(name, 0, found.start(), article)]


def _by_sign(name: Name, _: _Article) -> Sequence[Name] | None:
    """`Quimby & Barr` is no person and no place."""
    if " & " not in name.text or name.type is EntityType.ORGANIZATION:
        return None
    return [name._replace(type=EntityType.ORGANIZATION)]


_RULES: tuple[Callable[[Name, _Article], Sequence[Name] | None], ...] = (
    _by_sentence,
    _by_dateline,
    _by_law,
    _by_owner,
    _by_list,
    _by_role,
    _by_first_word,
    _by_end,
    _by_sign,
)


def _piece(name: Name, start: int, end: int | None, article: _Article, kind: EntityType | None = None) -> Name:
    """A part of a name, of the type that it has by itself."""
    text = name.text[start:end]
    entry = lookup(text)
    known = (
        entry if entry and entry.type and not entry.weak and article.types.get(text, entry.type) is entry.type else None
    )
    return Name(text, name.start + start, name.start + start + len(text), article.kind(text, kind or name.type), known)


def _is_known(words: str) -> bool:
    entry = lookup(words)
    return entry is not None and entry.type is not None and not entry.weak


def _may_own(name: str, article: _Article) -> bool:
    """Whether the article has a name without a genitive too: `Sam` of `Sam's Club` it has not."""
    return name in article.types and _count(name, article.text) > sum(
        _count(f"{name}{own}", article.text) for own in ("'s", "’s", "'", "’")
    )


def _is_abbreviation(word: str) -> bool:
    words, abbreviated = lexicon(), f"{word}."
    lists = (words.roles, words.organizations, words.forms_of_address, words.place_openings)
    return any(abbreviated in each for each in lists) or lookup(abbreviated) is not None


def _count(words: str, text: str) -> int:
    return sum(1 for _ in places_of(words, text, "_-"))
