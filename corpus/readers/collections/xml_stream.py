"""Read the elements of an XML file one by one, in memory that does not grow with it."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.errors import Refused
from corpus.readers.collections.xml_entities import in_entities_of_xml
from corpus.readers.streams.bounded import BoundedStream
from corpus.readers.streams.charsets import known_encoding, refutes
from corpus.readers.streams.part import ReadableFile
from corpus.readers.streams.transcoding import as_utf8

_SAMPLE = 2**16
_BROKEN_OFF, _NOT_CLOSED = "ERR_TAG_NOT_FINISHED", "ERR_TAG_NAME_MISMATCH"
_MARK = b"\xef\xbb\xbf"
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})")


def elements(part: ReadableFile, tags: Collection[str], watched: Collection[str] = ()) -> Iterator[Any]:
    """The outermost elements of some local names; each is emptied once the next is asked for. `watched` ones stay.

    Raises `Refused` where the file is no XML, or breaks off; what stands before the fault is given.
    """
    part, options = _readable(part)
    stream = BoundedStream(part)
    options |= {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
    try:
        read = in_entities_of_xml(stream, part.file.peek(_SAMPLE)[:_SAMPLE])
        parsed = etree.iterparse(read, events=("end",), recover=True, **options)
        for _, element in parsed:
            name = local(element)
            if name in watched:
                yield element
            elif name in tags and not any(local(each) in tags for each in element.iterancestors()):
                yield element
                stream.count = 0
                _forget(element)
    except etree.LxmlError as fault:
        raise Refused(f"is damaged XML ({fault}); what stands before is kept; fetch it again") from fault
    faults = {each.type_name: each for each in parsed.error_log}
    if (cut := faults.get(_BROKEN_OFF)) and _NOT_CLOSED not in faults:  # a `<br>` of HTML leaves elements open, too
        raise Refused(f"breaks off at line {cut.line}, before its last element ends; fetch it again")


def _readable(part: ReadableFile) -> tuple[ReadableFile, dict[str, Any]]:
    """The stream as a parser can read it: in UTF-8, where its bytes are not in the encoding that it declares."""
    sample = part.file.peek(_SAMPLE)[:_SAMPLE]
    found = _DECLARED.match(sample)
    declared = known_encoding(found[1].decode()) if found else "utf-8"
    if (b"\0" in sample or b"\x1b" in sample) and (read := as_utf8(part)) is not part:
        return read, {"encoding": "utf-8"}
    if sample.startswith(_MARK) or declared is None or not refutes(sample[:-4], declared):
        return part, {}
    return as_utf8(part), {"encoding": "utf-8"}


def _forget(element: Any) -> None:
    """Empty an element and what stands before it, but for the fields of what surrounds it."""
    element.clear()
    parent = element.getparent()
    before = element.getprevious()
    while before is not None and parent is not None and local(before) == local(element):
        parent.remove(before)
        before = element.getprevious()


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def find(element: Any, *names: str) -> Any:
    """The first element within of one of some local names, in the order of the names; None if there is none."""
    for name in names:
        found = element.find(f".//{{*}}{name}")
        if found is not None:
            return found
    return None


def text_of(element: Any) -> str | None:
    """All the text within an element, white space folded; None if there is none. The end of a line parts words."""
    if element is None:
        return None
    for end in element.iter("{*}lb", "{*}br", "{*}cb", "{*}pb"):
        if end.get("break") != "no" and not (end.tail or "").startswith(" "):
            end.tail = f" {end.tail or ''}"
    return " ".join("".join(element.itertext()).split()) or None


def paragraphs(element: Any, names: Collection[str] = ("p", "hl2", "head", "l", "ab")) -> str:
    """The text of an element in paragraphs: that of the elements of some names, or all of it."""
    if element is None:
        return ""
    found = [text_of(each) for each in element.iter() if local(each) in names]
    return "\n\n".join(filter(None, found)) or text_of(element) or ""
