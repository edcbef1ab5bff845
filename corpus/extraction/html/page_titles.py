"""Find the displayed headline of a page, without the name of its publication."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from corpus.extraction.html.elements import text_of_element
from corpus.extraction.html.linked_data import LinkedData, text_of
from corpus.folding import fold

_GAP = re.compile(r"\s+[-–—‑‒―−|∣❘ǀ:·»«•/<>~‹›@│┃▪◾■□◆◇●○★☆✦⋆►▶▷➤❯→※]{1,2}\s+|\s*[|｜_：¦]\s*|\s*——?\s*|\s+::\s+")
_ENCLOSED = re.compile(r"\s{0,4}[(\[]([^()\[\]]{2,60})[)\]]$")
_SECTION_WORDS, _SECTIONED = 2, 2
_HOST = re.compile(
    r"(?:www\.)?[\w-]{2,40}\.(?:com|net|org|info|news|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})", re.IGNORECASE
)
_PUBLISHED = re.compile(r"\s*[(（](?:Published|Updated|Publicado|Publié)\s+(?:in\s+)?\d{4}[)）]$", re.IGNORECASE)
_COUNTED = re.compile(r"\(\d{1,3}\+?\)\s+")
"""What a site writes before a title for a reader who has messages."""
_LONGEST = 300
_ALIKE = 0.6
_LEAST_WORDS = 3
_LEAST_LETTERS = 10
_MOST_HEADINGS = 30
_MOST_LINKS, _LEAST_LINKS = 1_000, 5
_ABOVE = frozenset(("header", "nav", "footer", "aside"))
_WITHIN = frozenset(("article", "main"))
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class PageTitle:
    """A headline, the name of the site that stood behind it, what else stood there, and the element that shows it."""

    text: str | None = None
    site: str | None = None
    behind: str = ""
    element: Any = None


def page_title(
    tree: Any, meta: Mapping[str, str], linked: LinkedData, sites: Sequence[str], url: str | None
) -> PageTitle:
    """The title of a page: the heading that is displayed where the head speaks of it, else what the head says."""
    known = {_key(site) for site in (*sites, *_domain(url or _linked_host(tree))) if site}
    head = next((_uncounted(text, tree) for each in tree.iter("title") if (text := text_of_element(each))), None)
    article = text_of(linked.article.get("headline"))
    told = [
        each
        for each in (meta.get("og:title"), article, head, meta.get("twitter:title"))
        if each and len(each) <= _LONGEST
    ]
    element, heading = _heading(tree, told, known)
    if heading is None and not told:
        element, heading = next(((each, text) for each, text in _headings(tree) if each.tag == "h1"), (None, None))
    title = heading or next((_without_site(each, None, known)[0] for each in told), None)
    parts: tuple[str, str | None, str] = _without_site(head or "", title, known) if title else ("", None, "")
    _, site, behind = parts
    return PageTitle(_PUBLISHED.sub("", title) if title else None, site, behind, element)


def _uncounted(title: str, tree: Any) -> str:
    """A title without the number of messages before it; a number that a heading has too is of the title."""
    found = _COUNTED.match(title)
    if found is None or any(text.startswith(found[0]) for _, text in _headings(tree)):
        return title
    return title[found.end() :]


def _heading(tree: Any, told: Sequence[str], known: set[str]) -> tuple[Any, str | None]:
    """The heading that the head of the page speaks of; where there is none, that of the first level."""
    best: tuple[Any, str | None] = (None, None)
    alike = _ALIKE
    alone: list[tuple[Any, str]] = []
    for element, text in _headings(tree):
        if _key(text) in known or not _key(text):
            continue
        bare = [_without_site(each, text, known)[0] for each in told]
        likeness = max((_likeness(text, each) for each in bare), default=0.0)
        if likeness > alike or (likeness == alike and best[0] is None):
            best, alike = (element, _shortened(text, bare)), likeness
        if element.tag == "h1" and _stands_alone(element, text):
            alone.append((element, text))
    if best[0] is None and alone and (len(alone) == 1 or _is_within(alone[0][0])):
        return alone[0]
    return best


def _headings(tree: Any) -> Iterator[tuple[Any, str]]:
    for tag in ("h1", "h2"):
        for _, element in zip(range(_MOST_HEADINGS), tree.iter(tag), strict=False):
            if text := text_of_element(element, _LONGEST):
                yield element, text


def _stands_alone(element: Any, text: str) -> bool:
    """Whether a heading is long enough for a headline, and in no menu or banner."""
    around = {above.tag for above in element.iterancestors()}
    long = text.count(" ") + 1 >= _LEAST_WORDS or (not text.isascii() and len(text) >= _LEAST_LETTERS)
    return long and (not around & _ABOVE or bool(around & _WITHIN))


def _is_within(heading: Any) -> bool:
    return any(above.tag in _WITHIN for above in heading.iterancestors())


def _likeness(text: str, told: str) -> float:
    """How much two titles have in common, from 0 to 1; a title within the other is alike as far as it goes."""
    one, other = _key(text), _key(told)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    if (one in other or other in one) and min(len(one), len(other)) >= _LEAST_LETTERS:
        return max(0.9, _ALIKE)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if len(one) + len(other) < 2 * _LONGEST else 0.0


def _shortened(text: str, told: Sequence[str]) -> str:
    """A heading without the kicker before it, where the head of the page says all but that."""
    if any(_key(text) in _key(each) for each in told):
        return text
    parts = (part for each in told for part in (each, *_GAP.split(each)))
    rest = next((part for part in parts if text.endswith(part) and len(part) >= _LEAST_LETTERS), text)
    return rest if len(rest) < len(text) and len(rest) * 2 > len(text) else text


def _without_site(title: str, bare: str | None, known: set[str]) -> tuple[str, str | None, str]:
    """A title without what follows the headline `bare`, or the name of the site; that name, and all that followed."""
    title = _PUBLISHED.sub("", title)
    gaps = list(_GAP.finditer(title))
    for gap in gaps:
        if bare and _key(title[: gap.start()]) == _key(bare):
            behind = title[gap.end() :]
            return title[: gap.start()], _GAP.split(behind)[-1] or None, behind
    bounds = [0, *(place for gap in gaps for place in (gap.start(), gap.end())), len(title)]
    parts = [title[begin:end] for begin, end in zip(bounds[::2], bounds[1::2], strict=True)]
    sites = [place for place, part in enumerate(parts) if _is_site(part, known)]
    if not sites or not gaps:
        return _without_name_before(title, known)
    site = parts[sites[0]]
    if sites[0] == 0:
        rest = [part for place, part in enumerate(parts) if place not in sites]
        return (title[gaps[0].end() :] if len(rest) < _SECTIONED else rest[-1]), site, ""
    last = sites[0]
    while (
        last > 1 and _is_section(parts[last - 1], parts[0]) and gaps[last - 2][0].strip() == gaps[last - 1][0].strip()
    ):
        last -= 1
    return title[: gaps[last - 1].start()], site, ""


def _is_section(part: str, title: str) -> bool:
    """Whether what stands between a headline and the name of a site is the name of a part of it."""
    return part.count(" ") < _SECTION_WORDS and len(part) < len(title)


def _without_name_before(title: str, known: set[str]) -> tuple[str, str | None, str]:
    """The same where the name stands before a colon, or in parentheses at the end."""
    named, colon, rest = title.partition(": ")
    if colon and rest and _is_site(named, known):
        return rest, named, ""
    if (found := _ENCLOSED.search(title)) and _is_site(found[1], known):
        return title[: found.start()], found[1], ""
    for sign in (": ", ", "):
        bare, _, last = title.rpartition(sign)
        if bare and _key(last) in known:
            return bare, last, ""
    return title, None, ""


def _is_site(part: str, known: set[str]) -> bool:
    key = _key(part)
    return (bool(key) and key in known) or _HOST.fullmatch(part.strip()) is not None


def _key(text: str) -> str:
    return _SIGNS.sub("", fold(text))


def _linked_host(tree: Any) -> str | None:
    """The address that a page without one of its own links to most: another page of its site."""
    links = (each.get("href") or "" for each in islice(tree.iter("a"), _MOST_LINKS))
    hosts = Counter("/".join(link.split("/", 3)[:3]) for link in links if link.startswith("http"))
    found = hosts.most_common(1)
    return found[0][0] if found and found[0][1] >= _LEAST_LINKS else None


def _domain(url: str | None) -> Iterator[str]:
    """The host of an address, and its name without what countries and kinds add: `www.example.co.uk` is `example`."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return
    if host:
        yield host
        yield max(host.split(".")[:-1] or [host], key=len)
