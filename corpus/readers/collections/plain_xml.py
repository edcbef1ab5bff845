"""Read XML of any other layout whose elements are named as the fields of an article: exports of databases and sites."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused, refusing
from corpus.readers.collections.splitter import Fields
from corpus.readers.collections.xml_entities import in_entities_of_xml
from corpus.readers.collections.xml_stream import elements, find, local, paragraphs, text_of
from corpus.readers.fields.article_record import record_of
from corpus.readers.fields.mapping import UnusedColumns
from corpus.readers.fields.names import known_names, squashed
from corpus.readers.streams.part import FieldNames, ReadableFile
from corpus.record import Record
from corpus.refusal import Refusal
from corpus.remark import Remark

_SAMPLE = 2**16
_TEXTS = frozenset(("text", "html"))
_FACTS = frozenset(("text", "html", "summary", "published", "author", "source", "url"))
_PARAGRAPHS = ("p", "para", "par")
_DEEPEST = 6
_MOST_TOLD = 12


def plain_xml_records(part: ReadableFile) -> Iterator[Record | Refusal | Remark]:
    """The records of such a file, and a remark on what was not used. Raises `Refused` where nothing is named so."""
    name, unused = _article_name(part.file.peek(_SAMPLE)[:_SAMPLE], part.fields), UnusedColumns()
    for number, element in enumerate(elements(part, (name,)), 1):
        try:
            with refusing():
                fields = _fields(element, _DEEPEST)
                data = "\0".join(map(str, fields.items())).encode("utf-8", "surrogatepass")
                record = record_of(fields, data, part, None, unused, number=number)
            yield record
        except Refused as fault:
            yield part.refusal(f"article {number} {fault}")
    yield from unused.remarks(part)


def _article_name(start: bytes, users: FieldNames) -> str:
    """The name of the elements that are an article each, by the beginning of a file.

    The most frequent of those whose own children are named as fields; else of those which have them further within.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    parser.feed(in_entities_of_xml(BytesIO(start), start).read())
    try:
        root = parser.close()
    except etree.XMLSyntaxError:
        root = None
    inner = [] if root is None else [each for each in root.iter() if local(each) and len(each)]
    for depth in range(1, _DEEPEST + 1):
        found = Counter(local(each) for each in inner if _is_article(_fields(each, depth), users))
        if found:
            name = max(found, key=lambda name: found[name])
            return _whole(next(each for each in inner if local(each) == name), users)
    names = list(dict.fromkeys(local(each) for each in ([] if root is None else root.iter()) if local(each)))
    raise Refused(
        f"is XML whose elements ({', '.join(names[:_MOST_TOLD])}) are not named as fields of an article; NITF, NewsML, "
        "TEI, ALTO, PAGE and feeds are read, and others with --field text=NAME"
    )


def _whole(element: Any, users: FieldNames) -> str:
    """The name of an element, or of the one around it that has what it lacks: its title, or its text."""
    for depth, outer in enumerate(element.iterancestors(), 2):
        has = _known(_fields(element, _DEEPEST), users)
        if depth > _DEEPEST or ("title" in has and has & _TEXTS) or len([*outer.iter(element.tag)]) > 1:
            break
        if not has >= _known(_fields(outer, depth), users) & {"title", "url", *_TEXTS}:
            return local(outer)
    return local(element)


def _known(fields: Fields, users: FieldNames) -> set[str | None]:
    return {users.get(name) or known_names().get(squashed(name)) for name in fields}


def _is_article(fields: Fields, users: FieldNames) -> bool:
    found = _known(fields, users)
    return bool(found & _TEXTS and len(found - {None, "id"}) > 1) or ("title" in found and bool(found & _FACTS))


def _fields(article: Any, depth: int) -> Fields:
    """The values below an element by their names, those that stand nearer to it first, then its attributes."""
    fields: Fields = {}
    level = [article]
    for left in range(depth, 0, -1):
        deeper = []
        found: dict[str, list[object]] = {}
        for child in (child for each in level for child in each if local(child)):
            name = _name(child)
            value = None if _has_title(child) else _value(child, known_names().get(squashed(name)))
            if value is not None:
                found.setdefault("text" if name in _PARAGRAPHS else name, []).append(value)
            elif left > 1:
                deeper.append(child)
        for name, values in found.items():
            fields.setdefault(name, values[0] if len(values) == 1 else values)
        level = deeper
    given = {name.rpartition("}")[2]: value for name, value in article.attrib.items()}
    return {**{name: value for name, value in given.items() if squashed(name) in known_names()}, **fields}


def _has_title(element: Any) -> bool:
    """Whether an element holds the title of an article, as `<news:news>` of a sitemap does, and is no value."""
    return any(known_names().get(squashed(local(each))) == "title" for each in element if local(each))


def _name(element: Any) -> str:
    """What a value is called: `title` of `<title>`, and of `<field name="title">` as databases write it."""
    named = element.get("name")
    return named if named and squashed(local(element)) in _NAMED else local(element)


_NAMED = frozenset(("field", "column", "str", "arr", "date", "int", "long", "meta", "property", "attribute", "element"))


def _value(element: Any, ours: str | None) -> object:
    """The value of an element; None where its values stand within it."""
    if not len(element):
        return (element.text or "").strip() or None
    if ours in _TEXTS or ours == "summary":
        return paragraphs(element)
    if ours == "author":
        people = [text_of(each) for each in element]
        return people if len({local(each) for each in element}) == 1 else people[0] if people else None
    if ours is not None or local(element) in _PARAGRAPHS:
        named = find(element, "name") if ours == "source" else None
        return text_of(element if named is None else named)
    return [text_of(each) for each in element] if element.get("name") else None
