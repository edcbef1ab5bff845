"""The rules that a feed validator holds (RFC 4287, RFC 3339, RFC 3987), for one feed that was fetched."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree as ET

SPACE = "{http://www.w3.org/2005/Atom}"
ATOM = {"atom": SPACE[1:-1], "opensearch": "http://a9.com/-/spec/opensearch/1.1/"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ONCE = {"id", "title", "updated"}
AT_MOST_ONCE = {"published", "summary", "content", "rights", "source", "subtitle", "generator", "icon", "logo"}
KNOWN = ONCE | AT_MOST_ONCE | {"author", "category", "contributor", "link"}
IRI = re.compile(
    r"(?:https?://(?:\[[0-9a-fA-F:.]+\]|[^][\s\"<>\\^`{|}/?#@%]+)(?::\d+)?(?:/(?:[^][\s\"<>\\^`{|}?#%]|%[0-9A-Fa-f]{2})*)?"
    r"(?:\?(?:[^][\s\"<>\\^`{|}#%]|%[0-9A-Fa-f]{2})*)?(?:#(?:[^][\s\"<>\\^`{|}#%]|%[0-9A-Fa-f]{2})*)?"
    r"|urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
)
TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def faults(answer: bytes, address: str) -> list[str]:
    """What a validator says of a feed that was fetched from an address."""
    feed = ET.fromstring(answer)  # noqa: S314 - our own
    entries = feed.findall("atom:entry", ATOM)
    found = [f"feed: {fault}" for fault in _of_part(feed, {"entry"})]
    if feed.tag != f"{SPACE}feed":
        found.append("no feed")
    if [each.get("href") for each in links_of(feed, "self")] != [address]:
        found.append("self is not where the feed is")
    if feed.find("atom:author", ATOM) is None and not all(entry.findall("atom:author", ATOM) for entry in entries):
        found.append("somebody has no author")
    ids = Counter(part.findtext("atom:id", "", ATOM) for part in (feed, *entries))
    found += [f"the id {each} stands {count} times" for each, count in ids.items() if count > 1]
    moments = [entry.findtext("atom:updated", "", ATOM) for entry in entries]
    if moments and feed.findtext("atom:updated", "", ATOM) < max(moments):
        found.append("the feed is older than its entries")
    for number, entry in enumerate(entries):
        found += [f"entry {number}: {fault}" for fault in _of_part(entry, set())]
        if entry.find("atom:content", ATOM) is None and not links_of(entry, "alternate"):
            found.append(f"entry {number}: neither content nor an alternate")
    return found


def links_of(part: ET.Element, rel: str) -> list[ET.Element]:
    return [each for each in part.findall("atom:link", ATOM) if each.get("rel", "alternate") == rel]


def _of_part(part: ET.Element, more: set[str]) -> Iterator[str]:
    names = Counter(child.tag.removeprefix(SPACE) for child in part if child.tag.startswith(SPACE))
    yield from (f"{name} stands {names[name]} times" for name in ONCE if names[name] != 1)
    yield from (f"{name} stands {names[name]} times" for name in AT_MOST_ONCE if names[name] > 1)
    yield from (f"{name} is no element of Atom here" for name in names.keys() - KNOWN - more)
    yield from _texts(part)
    for name in ("updated", "published"):
        for each in part.findall(f"atom:{name}", ATOM):
            if not MOMENT.fullmatch(each.text or "") or not datetime.fromisoformat(each.text or ""):
                yield f"{name} is {each.text}"
    for who in (*part.findall("atom:author", ATOM), *part.findall("atom:contributor", ATOM)):
        if not who.findtext("atom:name", "", ATOM).strip() or len(who.findall("atom:name", ATOM)) != 1:
            yield "an author has no name"
    if not IRI.fullmatch(part.findtext("atom:id", "", ATOM)):
        yield "the id is no IRI"
    yield from _oflinks_of(part)
    if any(not each.get("term", "").strip() for each in part.findall("atom:category", ATOM)):
        yield "a category has no term"
    if not TAG.fullmatch(part.get("{http://www.w3.org/XML/1998/namespace}lang", "en")):
        yield "the language is no tag"


def _texts(part: ET.Element) -> Iterator[str]:
    for name in ("title", "summary", "subtitle", "rights"):
        for text in part.findall(f"atom:{name}", ATOM):
            if text.get("type", "text") not in ("text", "html") or list(text):
                yield f"{name} is not text"
            if not (text.text or "").strip():
                yield f"{name} is blank"


def _oflinks_of(part: ET.Element) -> Iterator[str]:
    links = part.findall("atom:link", ATOM)
    yield from (f"{each.get('href')} is no IRI" for each in links if not IRI.fullmatch(each.get("href", "")))
    alternates = Counter((each.get("type"), each.get("hreflang")) for each in links_of(part, "alternate"))
    if any(count > 1 for count in alternates.values()):
        yield "alternates of one type and language"
