"""Read the author that a field gives: a name, a list of names or of objects, or such a list written as text."""

import ast
import re
from collections.abc import Iterator
from html import unescape

from corpus.article import Author, AuthorRole
from corpus.errors import Refused
from corpus.extraction.metadata.person_names import is_person, names_of
from corpus.late_pattern import late

_BY = late(
    r"(?:(?:written|reported|story|text|words|posted|published)\s+)?by\s*:?\s+"
    r"|(?:von|par|por|di|av|af|door|od|przez)\s+(?=[^\W\d_]\S*\s+\S)"
    r"|(?:authors?|reporter|autor(?:in|a|e|es)?|auteur|автор|текст|автори|yazar|penulis|作者|記者|记者|기자|بقلم|الكاتب)\s*[:：]\s*",
    re.IGNORECASE,
)
"""A preposition, before a name of two words at least (`Von Trier` is a name), or a label."""
_INVERTED = late(r"([^\W\d_][\w’'-]*[^\W\d_A-Z]), ([^\W\d_][\w’'-]*[^\W\d_A-Z](?: [^\W\d_]\.?){0,2})")
"""`Lund, Maria`: two words with a comma between, none of them in capitals as an agency is."""
_BODIES = frozenset(("reuters", "bloomberg", "xinhua", "interfax", "kyodo", "ansa", "agencies", "staff", "agenturen"))
_MAILED = late(r"<[^<>@\s]+@[^<>\s]+>|\s\([^()@\s]+@[^()\s]+\)|^[^\s()@]+@[^\s()]+\s*(?=\()")
_ADDRESS = late(r"https?://|www\.|\S@\S|facebook\.com", re.IGNORECASE)
_PARTED = late(r"\s*[;|]\s*|(?<=\w)\s*\n\s*(?=\S+ +\S)")
_PERSON = late(
    r"(?:[^\W\d_a-z][\w.’'-]*\s+(?:(?:van|von|de|da|del|der|al|bin|le|la)\s+){0,2}){1,3}(?:[dl]['’])?[^\W\d_a-z][\w.’'-]*"
)
_NOTHING = frozenset(("nan", "none", "null", "n/a", "na", "unknown", "-", ""))
_LONGEST = 300


def author_of_value(value: object) -> str | None:
    """The names of a value, parted by commas; None where it says none.

    Raises `Refused` where all that it holds is no name, as addresses are none.
    """
    said = [" ".join(unescape(text).split()) for text in _named(value)]
    said = [text for text in said if text.casefold() not in _NOTHING]
    names = list(dict.fromkeys(each for text in said if (name := _name(text)) for each in _each(name)))
    names = [name for name in names if names_of(name)] or names  # Staff Writer, @ann_lund, Photos: Bo Ek
    if isinstance(value, str) and any(map(_is_named, names)):
        names = [name for name in names if is_person(name)]
    if said and not names:
        raise Refused(f"the field author is {said[0][:60]!r}, which is no name; write a name")
    return ", ".join(names)[:_LONGEST] or None


def given_authors(value: object) -> tuple[Author, ...] | None:
    """The authors with their roles that an export of ours gives, None for none. Raises `Refused` where one has none."""
    if value is None:
        return None
    listed = value if isinstance(value, list) else [value]
    found = [(each.get("name"), each.get("role")) if isinstance(each, dict) else (None, None) for each in listed]
    try:
        return tuple(Author(str(name), AuthorRole(str(role))) for name, role in found if name)
    except ValueError as fault:
        raise Refused(f"the field authors has {fault}; write one of {', '.join(AuthorRole)}") from fault


def _named(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from _of_text(value.strip())
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)
    elif isinstance(value, dict):
        yield from _of_object(value)


def _of_text(text: str) -> Iterator[str]:
    if text.startswith("[") and text.endswith("]"):  # a list as Python or JSON writes it, in a cell of a table
        try:
            listed = ast.literal_eval(text)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            listed = None
        if isinstance(listed, list):
            yield from _named(listed)
            return
    yield from _PARTED.split(unescape(text))


def _of_object(value: dict[str, object]) -> Iterator[str]:
    for key in ("name", "original", "webTitle", "full_name", "fullName", "display_name", "value"):
        if value.get(key):
            yield from _named(value[key])
            return
    for key in ("data", "attributes", "node", "author", "user", "person", "by"):
        if isinstance(value.get(key), dict | list):
            yield from _named(value[key])
            return
    parts = [value.get(key) for key in ("firstname", "first_name", "firstName", "given", "given_name", "middlename")]
    parts += [value.get(key) for key in ("lastname", "last_name", "lastName", "family", "family_name", "surname")]
    yield " ".join(part for part in parts if isinstance(part, str))


def _each(name: str) -> list[str]:
    """The persons of a list, without what they are and for whom they work; where there are none, what is said."""
    if "/" in name and all(map(_is_named, pair := name.split("/"))):
        return pair
    listed = names_of(name)
    people = [each for each in listed if _is_named(each)]
    return people if listed and _is_named(listed[0]) else [name]


def _is_named(name: str) -> bool:
    return _PERSON.fullmatch(name) is not None and is_person(name)


def _name(text: str) -> str | None:
    if "@" in text:
        text = _MAILED.sub("", text).strip(' ()"')
    if begun := _BY.match(text):
        text = text[begun.end() :]
    if (turned := _INVERTED.fullmatch(text)) and not {turned[1].lower(), turned[2].lower()} & _BODIES:
        text = f"{turned[2]} {turned[1]}"
    return None if not text or text.casefold() == "admin" or _ADDRESS.search(text) else text
