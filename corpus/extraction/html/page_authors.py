"""Find the authors of a page: in its linked data, its head, and the byline about its heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from corpus.extraction.html.elements import following, text_of_element
from corpus.extraction.html.linked_data import LinkedData, text_of, types_of
from corpus.extraction.metadata.person_names import is_person, joined_surnames, names_of, people_first

_NAMES = (
    "author", "byl", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author", "cxenseparse:author", "article:author_name", "authors", "creator",
    "autor", "auteur",
)  # fmt: skip
_LIKE = re.compile(r"(?:^|[:._-])(?:authors?|author[._-]?name|byline|creator)$")
_UNLIKE = re.compile(r"twitter|facebook|fb:|image|photo|video|site|banner|app|publisher")
_LABEL = re.compile(
    r"(?:written|posted)?\s*by|author|autor(?:in)?|(?:geschrieben|verfasst) von|(?:écrit|rédigé) par|escrito por"
    r"|scritto da|(?:skrevet|skriven) av|geschreven door|napisane przez|написано|автор|yazan|yazar|ditulis oleh",
    re.IGNORECASE,
)
_TURNED = re.compile(r"([^,;&]{2,40}),\s*([^,;&]{2,40})")
"""`Lund, Maria`, as libraries write it."""
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|auteurs?|autor(?:es|en|e|zy)?|writer|reporter|vcard|signature|journalists?|posted-by"
    r"|periodista|redacteur|firma|penulis|yazar|muhabir|toimittaja|kirjoittaja|forfatter|kisha)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"bio|about|avatar|image|photo|related|comment|follow|social|desc|job|role|title|date|time", re.IGNORECASE
)
_BEGINS = re.compile(
    r"(?:(?:(?:posted|written|reported|story|text)\s+)?by:?|von|par|por:?)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE
)
_NAMING = ("class", "itemprop", "data-testid", "data-qa", "data-component")
"""Attributes that say what an element is."""
_LONGEST = 100
_OPENING_PARAGRAPH = 120
_MOST_ELEMENTS = 400
_MOST_AUTHORS = 6
_MOST_BYLINES = 40
_COMMENT = re.compile(r"(?:^|[\s_/-])(?:comments?|comment-?list|respond|replies|disqus)(?:$|[\s_-])", re.IGNORECASE)
_WHOLE = frozenset(("html", "body", "main", "article"))
_ELSEWHERE = frozenset(("aside", "footer", "nav"))


def page_author(
    tree: Any, meta: Mapping[str, str], linked: LinkedData, heading: Any, sites: Sequence[str]
) -> str | None:
    """The authors that a page states, parted by commas: people before organizations, wherever they are named.

    `heading` is the element of its headline, `sites` the names of its publication.
    """
    told = list(dict.fromkeys(name for value in _values(linked) for name in _named(linked, value)))
    headed = [names_of(value) for value in _headed(meta)]
    first = next((names for names in headed if names), [])
    bylines = list(_bylines(tree, heading))
    shown = list(dict.fromkeys(name for text in bylines for name in names_of(text)))
    surnames = {name for text in bylines for name in joined_surnames(text)}
    people = [name for name in shown if name in surnames or is_person(name, sites)]
    if not any(is_person(name, sites) for name in (*told, *first, *people)):
        shown = people = _only_byline(tree) or shown
    if len(people) == len(shown) and _goes_further(people, told or first):
        return ", ".join(shown)
    for names in (told, first):
        if found := [name for name in names if is_person(name, sites)]:
            return ", ".join(found)
    if people := [name for name in people if name in surnames or is_person(name, sites)]:
        return ", ".join(people)
    return next((", ".join(people_first(names, sites)) for names in (told, first, shown) if names), None)


def _headed(meta: Mapping[str, str]) -> Iterator[str]:
    """What the head of a page says of its authors, under the names that are surest first."""
    for name in _NAMES:
        if name in meta:
            library = name.startswith(("dc", "citation"))
            each = meta[name].split("; ") if library else [meta[name]]
            yield "; ".join(_TURNED.sub(r"\2 \1", one) if library and _TURNED.fullmatch(one) else one for one in each)
    yield from (value for name, value in meta.items() if _LIKE.search(name) and not _UNLIKE.search(name))
    for number in "12":
        if _LABEL.fullmatch(meta.get(f"twitter:label{number}", "").strip(" :")):
            yield meta.get(f"twitter:data{number}", "")


def _goes_further(people: Sequence[str], told: Sequence[str]) -> bool:
    """Whether the people of a byline are those who are told in the head, and others beside them."""
    named = {name.casefold() for name in people}
    return len(told) < len(people) <= _MOST_AUTHORS and bool(told) and {*map(str.casefold, told)} <= named


def _values(linked: LinkedData) -> Iterator[Any]:
    article = linked.article
    yield article.get("author") or article.get("creator") or article.get("contributor")
    if not article:
        yield from (page.get("author") for page in linked.pages)


def _named(linked: LinkedData, value: Any) -> Iterator[str]:
    value = linked.resolved(value)
    if isinstance(value, str):
        yield from names_of(value)
    elif isinstance(value, list):
        people = [each for each in map(linked.resolved, value) if isinstance(each, dict) and "Person" in types_of(each)]
        for each in people or value:
            yield from _named(linked, each)
    elif isinstance(value, dict):
        named = value.get("name")
        for each in named if isinstance(named, list) else [text_of(named) or _whole(value)]:
            yield from names_of(text_of(each) or "")


def _whole(person: Mapping[str, Any]) -> str | None:
    parts = [text_of(person.get(part)) for part in ("givenName", "familyName")]
    return " ".join(filter(None, parts)) or None


_SIGNED = (
    "//*[@itemprop='author' or @property='author' or @property='schema:author'"
    " or contains(concat(' ', @rel, ' '), ' author ')]"
)


def _bylines(tree: Any, heading: Any) -> Iterator[str]:
    """What elements marked as a byline say, from the heading to the first paragraph; the innermost of each."""
    for element in tree.xpath(_SIGNED)[:8]:
        if element.tag == "meta":
            if element.get("itemprop"):
                yield element.get("content") or ""
        elif element.tag != "link" and not _is_elsewhere(element):
            named = element.xpath(".//*[@itemprop='name']")
            yield text_of_element(named[0] if named else element, _LONGEST, parted=True)
    if heading is None:
        return
    for element in islice(following(heading), _MOST_ELEMENTS):
        text = text_of_element(element, _OPENING_PARAGRAPH)
        if element.tag == "p" and not text and text_of_element(element):
            return
        if (
            text
            and len(text) <= _LONGEST
            and (_BEGINS.match(text) or _is_byline(element))
            and not _is_elsewhere(element)
        ):
            found = _innermost(element, text)
            yield from [text_of_element(element, _LONGEST, parted=True)] if found == [text] else found
            return


def _only_byline(tree: Any) -> list[str]:
    """The names in the bylines of a page, wherever they stand, where all of them name the same."""
    marked = (each for each in tree.iter("a", "span", "div", "p", "address") if _is_byline(each))
    texts = (
        text_of_element(each, _LONGEST, parted=True)
        for each in islice(marked, _MOST_BYLINES)
        if not _is_elsewhere(each)
    )
    found = {tuple(names): None for text in texts if (names := names_of(text)) and len(names) <= _MOST_AUTHORS}
    return list(next(iter(found))) if len(found) == 1 else []


def _innermost(element: Any, text: str) -> list[str]:
    """What elements within a byline say that are marked as names, where they are as many as it names itself."""
    inner = [each for each in element.iterdescendants() if _is_byline(each) or "author" in (each.get("rel") or "")]
    texts = list(dict.fromkeys(filter(None, (text_of_element(each, _LONGEST) for each in inner))))
    texts = [each for each in texts if each != text and not any(other != each and other in each for other in texts)]
    names = [name for each in texts for name in names_of(each)]
    return texts if len(names) == len(names_of(text)) > 0 else [text]


def _is_byline(element: Any) -> bool:
    names = " ".join(filter(None, map(element.get, _NAMING)))
    return _BYLINE.search(names) is not None and _NOT.search(names) is None


def _is_elsewhere(element: Any) -> bool:
    above = list(element.iterancestors())
    return any((each.tag in _ELSEWHERE and not _is_byline(each)) or _is_comment(each) for each in above)


def _is_comment(element: Any) -> bool:
    """Whether an element holds what readers say; of the whole page its class may say that they may."""
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemtype') or ''}"
    return element.tag not in _WHOLE and _COMMENT.search(names) is not None
