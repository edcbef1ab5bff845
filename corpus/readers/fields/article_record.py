"""Make the record of an article from named fields. JSON and tables give the same ones."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus.errors import Refused
from corpus.readers.fields.blocks import by_language, words_of
from corpus.readers.fields.escapes import of_python, with_codes, with_line_ends
from corpus.readers.fields.mapping import UnusedColumns, is_empty, mapped, unwrapped
from corpus.readers.fields.markup import is_page, plain
from corpus.readers.fields.naming import field_of, field_of_path
from corpus.readers.streams.part import ReadableFile
from corpus.record import ContentKind, Record, fingerprint

_LONGEST_CUT = 60
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+?\d+ char(?:acter)?s\]\s*$")
"""With what an interface ends a text of which it gives the beginning alone."""
_EDITOR = re.compile(
    r'\s*(?:\[\s*)?\{\s*"(?:blocks|time|root|type|_type|ops|document|nodes|content|children|_key|object)"\s*:'
)
"""The beginning of a document of an editor: Editor.js, Draft.js, Lexical, ProseMirror, Slate, Portable Text, Quill."""
_NO_ADDRESS = frozenset((".", ".."))


def record_of(
    fields: Mapping[str, object],
    data: bytes,
    part: ReadableFile,
    line: int | None,
    unused: UnusedColumns,
    *,
    number: int | str | None = None,
) -> Record:
    """The record of an article that stands at a line of a file, or is its `number`th where it has none.

    Raises `Refused` where it has neither a text nor a title.
    """
    found = mapped(fields, part.fields, unused)
    remarks: list[str] = []
    kind, content = _content(found, fields, remarks)
    where = line if number is None else number
    name = _id(found, part.name if where is None else f"{part.name}#{where}", remarks)
    for field in ("title", "source", "url", "language"):
        if field in found:
            found[field] = _first(found[field])
    if isinstance(title := found.get("title"), str):
        found["title"] = with_codes(plain(title))
    if isinstance(author := found.get("author"), str) and "</" in author:
        found["author"] = plain(author)
    _add_date_of_columns(found)
    return Record(name, part.origin, line, kind, content, found, fingerprint(data), part.entry, remarks=tuple(remarks))


def _first(value: object) -> object:
    """The first of a list or of several languages that holds something, without the object that wraps it."""
    if not isinstance(value, list):
        return by_language(value) or value
    return next((held for each in value if not is_empty(held := unwrapped(each))), value)


def has_article(names: object) -> bool:
    """Whether some of the names are those of a text or a title."""
    return isinstance(names, list | dict) and any(names_article(str(name)) for name in names)


@lru_cache(maxsize=4096)
def names_article(name: str) -> bool:
    """Whether a name is that of a text or a title."""
    return field_of(name) in {"text", "html", "title", "summary"}


def tells_of_articles(columns: Sequence[str]) -> bool:
    """Whether columns are those of articles: a text, or a title with a date, an address or a source."""
    fields = {field_of_path(name) for name in columns}
    return bool(fields & {"text", "html", "summary"}) or (
        "title" in fields and bool(fields & {"published", "url", "source", "author"})
    )


def _content(found: dict[str, object], given: Mapping[str, object], remarks: list[str]) -> tuple[ContentKind, str]:
    """The text of a record, else its HTML, else its summary; they leave the fields, which need not carry them twice.

    A headline without text is an article too.
    """
    values = {name: found.pop(name, None) for name in ("text", "html", "summary")}
    for name, value in values.items():
        if (content := words_of(value)) is None:
            remarks.append(f"the field {name} is not a string; write the article in quotes; left empty")
        elif content.strip():
            content = _uncut(content, name, remarks)
            if found.get("clean") is True and name == "text":
                return ContentKind.TEXT, content
            if content[0] in "{[b" or "\\" in content:
                content = with_codes(with_line_ends(of_python(_of_editor(content))))
            if name == "html" or is_page(content):
                return ContentKind.HTML, content
            return ContentKind.TEXT, plain(content)
    if isinstance(title := _first(found.get("title")), str) and title.strip():
        return ContentKind.TEXT, ""
    if remarks:
        raise Refused(remarks[0].removesuffix("; left empty"))
    if any(field_of(name) in {"text", "html"} for name in given):
        raise Refused("the field text is empty; leave the record out or give its text")
    raise Refused(
        f"has neither text nor html nor title, but {', '.join(list(given)[:30]) or 'nothing'}; "
        "say which field holds the text with --field text=NAME"
    )


def _uncut(content: str, name: str, remarks: list[str]) -> str:
    """A text without the word that it is cut, which a remark says."""
    cut = _CUT.search(content, max(0, len(content) - _LONGEST_CUT)) if content[-1] == "]" else None
    if cut is None:
        return content
    remarks.append(f"the field {name} is cut: it ends with “{cut[0].strip()}”")
    return content[: cut.start()]


def _of_editor(content: str) -> str:
    """The words of a text that is written as the JSON of an editor; any other text as it is."""
    if not _EDITOR.match(content):
        return content
    try:
        return words_of(json.loads(content)) or content
    except (ValueError, RecursionError):
        return content


def _id(found: dict[str, object], otherwise: str, remarks: list[str]) -> str:
    given = found.pop("id", None)
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if isinstance(given, str) and given not in _NO_ADDRESS:
        return given
    if not is_empty(given):
        remarks.append(f"the id {given!r} is not a string or a whole number, or no address can hold it: not used")
    return otherwise


def _add_date_of_columns(found: dict[str, object]) -> None:
    """Where no date is given but its year, month and day in columns of their own, they are the date."""
    given = [_first(found.pop(name, None)) for name in ("year", "month", "day")]
    parts = [_whole_number(each) for each in given]
    if "published" in found or parts[0] is None:
        if given[2] is not None and parts[2] is None:  # a whole date
            found.setdefault("published", given[2])
        return
    known = parts[: parts.index(None)] if None in parts else parts
    found["published"] = "-".join(f"{part:02d}" for part in known if part is not None)


def _whole_number(value: object) -> int | None:
    try:
        return int(float(str(value))) if value is not None else None
    except (ValueError, OverflowError):
        return None
