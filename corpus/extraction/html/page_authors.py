"""Find the authors of a page: in its linked data, its head, and the byline about its heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from corpus.extraction.html.elements import following, text_of_element
from corpus.extraction.html.linked_data import LinkedData, text_of, types_of
from corpus.extraction.metadata.person_names import is_person, names_of, people_first

_NAMES = (
    "author", "byl", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author", "cxenseparse:author", "article:author_name", "authors", "creator",
)  # fmt: skip
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|auteurs?|autor(?:es|en)?|writer|reporter|vcard|signature)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"bio|about|avatar|image|photo|related|comment|follow|social|desc|job|role|title|date|time", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:by|von|par|por)\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_LONGEST = 100
_OPENING_PARAGRAPH = 120
_MOST_ELEMENTS = 400
_ELSEWHERE = frozenset(("aside", "footer", "nav"))


def page_author(
    tree: Any, meta: Mapping[str, str], linked: LinkedData, heading: Any, sites: Sequence[str]
) -> str | None:
    """The authors that a page states, parted by commas: people before organizations, wherever they are named.

    `heading` is the element of its headline, `sites` the names of its publication.
    """
    told = list(dict.fromkeys(name for value in _values(linked) for name in _named(linked, value)))
    headed = [names_of(meta[name]) for name in _NAMES if name in meta]
    first = next((names for names in headed if names), [])
    shown = list(dict.fromkeys(name for text in _bylines(tree, heading) for name in names_of(text)))
    for names in (told, first, shown):
        if people := [name for name in names if is_person(name, sites)]:
            return ", ".join(people)
    return next((", ".join(people_first(names, sites)) for names in (told, first, shown) if names), None)


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
    elif isinstance(value, dict) and (name := text_of(value.get("name")) or _whole(value)):
        yield from names_of(name)


def _whole(person: Mapping[str, Any]) -> str | None:
    parts = [text_of(person.get(part)) for part in ("givenName", "familyName")]
    return " ".join(filter(None, parts)) or None


def _bylines(tree: Any, heading: Any) -> Iterator[str]:
    """What elements marked as a byline say, from the heading to the first paragraph; the innermost of each."""
    for element in tree.xpath("//*[@itemprop='author' or contains(concat(' ', @rel, ' '), ' author ')]")[:8]:
        if element.tag == "meta":
            yield element.get("content") or ""
        elif element.tag != "link" and not _is_elsewhere(element):
            named = element.xpath(".//*[@itemprop='name']")
            yield text_of_element(named[0] if named else element, _LONGEST)
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
            yield text
            return


def _is_byline(element: Any) -> bool:
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    return _BYLINE.search(names) is not None and _NOT.search(names) is None


def _is_elsewhere(element: Any) -> bool:
    return any(above.tag in _ELSEWHERE for above in element.iterancestors())
