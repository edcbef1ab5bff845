"""Find the object in a page's JSON-LD that is its article, and resolve what it names by `@id`."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from corpus.folding import fold

Node = Mapping[str, Any]
_ARTICLES = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review|NewsStory)$")
_PAGES = frozenset(("WebPage", "ItemPage", "CreativeWork", ""))
_OTHERS = frozenset(
    (
        *("itemListElement", "hasPart", "mentions", "relatedLink", "isRelatedTo", "citation", "comment", "video"),
        *("image", "associatedMedia", "thumbnail", "liveBlogUpdate", "isBasedOn", "workExample", "review", "blogPost"),
        *(
            "subjectOf",
            "itemReviewed",
            "author",
            "creator",
            "publisher",
            "breadcrumb",
            "potentialAction",
            "sharedContent",
            "logo",
        ),
    )
)
"""What an object has beneath these is another thing than the page's article."""
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$"
)
_COMMENT = re.compile(r"^\s*//[^\n]*$|/\*[^*]*\*/", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_KIND = re.compile(r'"@type"\s*:\s*\[?\s*"(\w{0,30}Article|BlogPosting)"')
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*(?:\{[^{}]{0,300}?"name"\s*:\s*"([^"]{2,80})"|"([^"]{2,80})")')
_COMMA = re.compile(r",\s*(?=[}\]])")
_MOST = 20_000
"""Objects of a page that are looked at."""


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The objects of a page: `article` is its own, empty where there is none; `pages` describe the page around it."""

    article: Node = field(default_factory=dict)
    pages: Sequence[Node] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)

    def resolved(self, value: Any) -> Any:
        """The object that a reference names; any other value as it is."""
        if isinstance(value, dict) and isinstance(name := value.get("@id"), str) and "name" not in value:
            return self.by_id.get(name, value)
        return value

    @property
    def organizations(self) -> list[str]:
        """The names of the page's publishers and of its site."""
        found = [self.resolved(node.get("publisher")) for node in (self.article, *self.pages)]
        found += [node for node in self.by_id.values() if types_of(node) & {"WebSite", "NewsMediaOrganization"}]
        return [name for node in found if isinstance(node, dict) and (name := text_of(node.get("name")))]


def linked_data(tree: Any, headings: Sequence[str], url: str | None) -> LinkedData:
    """The linked data of a parsed page; its article is the one with its heading or its address, else the first."""
    nodes: list[tuple[Node, bool]] = []
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or ""):
            for value in _values(element.text or ""):
                nodes += _walked(value, _MOST - len(nodes))
    by_id: dict[str, Node] = {}
    for node, _ in nodes:
        if isinstance(name := node.get("@id"), str) and len(node) > 1:
            by_id[name] = {**node, **by_id.get(name, {})}
    own = [node for node, others in nodes if not others]
    articles = [node for node in own if any(map(_ARTICLES.match, types_of(node)))]
    articles = [node for node in articles if not _is_another(node, headings, url)]
    best = max(articles, key=lambda node: _agreement(node, headings, url), default={})
    return LinkedData(best, [node for node in own if types_of(node) & _PAGES or not types_of(node)], by_id)


def types_of(node: Node) -> set[str]:
    """The types of an object, without the address of the vocabulary."""
    found = node.get("@type")
    listed = found if isinstance(found, list) else [found]
    return {each.rpartition("/")[2].rpartition(":")[2] for each in listed if isinstance(each, str)}


def text_of(value: Any) -> str | None:
    """A string of linked data with its entities decoded and its white space folded; None where it is none."""
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(unescape(unescape(value)).split()) or None if isinstance(value, str) else None


def _agreement(node: Node, headings: Sequence[str], url: str | None) -> int:
    """How many of a page's heading and address an article has, and whether it has a date."""
    title = fold(text_of(node.get("headline") or node.get("name")) or "")
    titled = bool(title) and any(title in fold(each) or fold(each) in title for each in headings if each)
    entity = node.get("mainEntityOfPage")
    named = (node.get("url"), node.get("@id"), entity.get("@id") if isinstance(entity, dict) else entity) if url else ()
    addressed = any(
        isinstance(each, str) and each.partition("#")[0].rstrip("/") == (url or "").rstrip("/") for each in named
    )
    return 4 * titled + 2 * addressed + bool(node.get("datePublished"))


def _is_another(node: Node, headings: Sequence[str], url: str | None) -> bool:
    """Whether an article has another address than the page, as far as is known, and no word of its headings."""
    title = fold(text_of(node.get("headline")) or "")
    words = set(_WORD.findall(title))
    if not words or not title.isascii() or _agreement(node, headings, url) > 1 or not any(headings):
        return False
    return isinstance(node.get("url"), str) and words.isdisjoint(_WORD.findall(fold(" ".join(headings))))


def _values(text: str) -> Iterator[Any]:
    """The values of a script: of its JSON, whatever wraps it, and up to what is no JSON."""
    text = _WRAPPING.sub("", text)
    tries = [text, _COMMA.sub("", _COMMENT.sub("", text))]
    if "&quot;" in text:
        tries.append(unescape(text))
    for tried in tries:
        found = list(_decoded(tried))
        if found:
            yield from found
            return
    yield from _of_broken(text)


def _of_broken(text: str) -> Iterator[Node]:
    """What can be read of an article whose JSON is broken, as by quotation marks within its headline."""
    kind, day = _KIND.search(text), _PUBLISHED.search(text)
    if kind and day:
        author = _AUTHOR.search(text)
        signed = {"author": author[1] or author[2]} if author else {}
        yield {"@type": kind[1], "datePublished": day[1], **signed}


def _decoded(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    place = 0
    while (begin := _begin(text, place)) >= 0:
        try:
            value, place = decoder.raw_decode(text, begin)
        except (ValueError, RecursionError):
            return
        yield value


def _begin(text: str, place: int) -> int:
    found = re.compile(r"[{\[]").search(text, place)
    return found.start() if found else -1


def _walked(value: Any, most: int) -> list[tuple[Node, bool]]:
    """Every object below a value, and whether it stands beneath what is another thing than the article."""
    found: list[tuple[Node, bool]] = []
    waiting: list[tuple[Any, bool]] = [(value, False)]
    while waiting and len(found) < most:
        each, others = waiting.pop()
        if isinstance(each, dict):
            found.append((each, others))
            listed = "ItemList" in types_of(each)
            waiting += [(inner, others or listed or key in _OTHERS) for key, inner in reversed(each.items())]
        elif isinstance(each, list):
            waiting += [(inner, others) for inner in reversed(each)]
    return found
