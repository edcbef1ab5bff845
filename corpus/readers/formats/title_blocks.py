"""Read the title, author and day above a text in light markup: Pandoc, Org, AsciiDoc and reStructuredText."""

import re
from collections.abc import Iterator

_PANDOC = re.compile(r"\ufeff?%[ \t]+(\S.*(?:\r?\n[ \t]+\S.*)*)(?:\r?\n%[ \t]*(.*))?(?:\r?\n%[ \t]*(.*))?(?:\r?\n|$)")
_DIGIT = re.compile(r"\d")
_ORG = re.compile(r"\ufeff?(?:#\+[A-Za-z_]+:.*(?:\r?\n|$)|#[ \t].*\r?\n|[ \t]*\r?\n)+")
_ORG_PAIR = re.compile(r"^#\+([A-Za-z_]+):[ \t]*(\S.*)$", re.MULTILINE)
_STAMP = re.compile(r"[<\[](\d{4}-\d\d-\d\d)[^>\]]*[>\]]")
"""A day as Org has it: `<2019-03-22 Fri>`."""
_DRAWER = re.compile(
    r"^[ \t]*:(?:PROPERTIES|LOGBOOK):[ \t]*\r?\n(?:[ \t]*:.*\r?\n){0,40}?[ \t]*:END:[ \t]*(?:\r?\n|$)", re.MULTILINE
)
"""What Org keeps of a heading beside its text."""
_ASCIIDOC = re.compile(r"\ufeff?=[ \t]+(\S.*)\r?\n((?:\S.*(?:\r?\n|$))*)")
_ATTRIBUTE = re.compile(r":([a-z][\w-]*):[ \t]*(\S.*)?", re.IGNORECASE)
_REVISION = re.compile(
    r"(?:v?\d[\w.]*,[ \t]*)?(\d{4}-\d\d-\d\d|[^\W\d]\w+ \d{1,2}, \d{4}|\d{1,2} \w+ \d{4})(?:[:,].*)?"
)
_AUTHOR = re.compile(r"([^\W\d_][\w.’'-]{0,30}(?: [^\W\d_][\w.’'-]{0,30}){0,2})(?:[ \t]+<[^<>\s]+>)?")
"""Three names at most, as AsciiDoc prescribes."""
_RST = re.compile(
    r"\ufeff?(?:([=~#*^-])\1{3,}\r?\n[ \t]?)?(\S.{0,200}?)[ \t]{0,20}\r?\n([=~#*^-])\3{3,}[ \t]*\r?\n\s*"
    r"((?::[A-Za-z][\w -]*:[ \t].*(?:\r?\n|$))+)"
)


_ADDRESSED = re.compile(
    r"\ufeff?(https?://\S+)[ \t]*\r?\n(?:(\d{4}-\d\d-\d\d(?:[T ][\d:.+-]+Z?)?)[ \t]*\r?\n(\S.{2,150})(?:\r?\n|$))?"
)
"""An address, and perhaps a day and a headline, a line each."""


def of_title_block(text: str) -> tuple[dict[str, object], str]:
    """The fields that such a block says, and the text below it; no fields where there is none."""
    text = _DRAWER.sub("", text) if ":END:" in text else text
    for form, fields_of in _FORMS:
        fields: dict[str, object] = {}
        if found := form.match(text):
            fields |= {name: value for name, value in fields_of(found) if value}
        if found and fields:
            return fields, text[found.end() :]
    return {}, text


def _of_pandoc(found: re.Match[str]) -> Iterator[tuple[str, str | None]]:
    author, day = (found[2] or "").strip(), (found[3] or "").strip()
    if found[2] is None or author[:1].islower() or (day and not _DIGIT.search(day)):
        return  # a comment of TeX, or lines that begin with shares
    yield "title", " ".join(found[1].split())
    yield "author", author
    yield "date", day


def _of_org(found: re.Match[str]) -> Iterator[tuple[str, str | None]]:
    pairs = {name.lower(): value.strip() for name, value in _ORG_PAIR.findall(found[0])}
    if pairs.get("title"):
        for name in ("title", "author", "language", "source"):
            yield name, pairs.get(name)
        day = pairs.get("date", "")
        stamp = _STAMP.fullmatch(day)
        yield "date", stamp[1] if stamp else day


def _of_asciidoc(found: re.Match[str]) -> Iterator[tuple[str, str | None]]:
    lines = found[2].splitlines()
    pairs = {each[1].lower(): each[2] for line in lines if (each := _ATTRIBUTE.fullmatch(line.strip()))}
    bare = [line.strip() for line in lines if not _ATTRIBUTE.fullmatch(line.strip()) and not line.startswith("//")]
    author = _AUTHOR.fullmatch(bare[0]) if bare and not any(name[0].islower() for name in bare[0].split()) else None
    revision = _REVISION.fullmatch(bare[1]) if len(bare) > 1 else None
    if bare and (author is None or len(bare) > 2 or (len(bare) > 1 and not revision)):  # noqa: PLR2004 - a text
        return
    yield "title", found[1].rstrip("= \t")
    yield "author", pairs.get("author") or (author[1] if author else None)
    yield "date", pairs.get("revdate") or pairs.get("date") or (revision[1] if revision else None)
    yield "language", pairs.get("lang")


def _of_rst(found: re.Match[str]) -> Iterator[tuple[str, str | None]]:
    pairs = {each[1].lower(): each[2] for line in found[4].splitlines() if (each := _ATTRIBUTE.fullmatch(line.strip()))}
    if pairs.keys() & {"author", "authors", "date"}:
        yield "title", found[2]
        yield "author", pairs.get("author") or pairs.get("authors")
        yield "date", pairs.get("date")


def _of_addressed(found: re.Match[str]) -> Iterator[tuple[str, str | None]]:
    yield from zip(("url", "date", "title"), found.groups(), strict=True)


_FORMS = (
    (_PANDOC, _of_pandoc),
    (_ORG, _of_org),
    (_ASCIIDOC, _of_asciidoc),
    (_RST, _of_rst),
    (_ADDRESSED, _of_addressed),
)
