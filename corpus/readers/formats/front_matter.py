"""Read the fields that stand above a text: front matter (YAML, TOML), or lines such as `Title: …`."""

import json
import re
import tomllib
from collections.abc import Sequence
from datetime import date

from corpus.readers.fields.names import known_names, squashed
from corpus.readers.fields.naming import field_of
from corpus.readers.formats.title_blocks import of_title_block

_YAML = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.{0,20000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)", re.DOTALL)
_BARE_JSON = re.compile(r"\ufeff?;;;[ \t]*\r?\n(.{0,20000}?)\r?\n;;;[ \t]*(?:\r?\n|$)", re.DOTALL)
_OWN = ("params", "extra")
_COMMENTED = re.compile(r"""("[^"\\]*"|'[^']*')\s+#.*""")
"""A value in quotation marks with a comment behind it."""
_PAIR = re.compile(r"([^\W\d][\w -]{0,40}?)\s*(?::(?=\s|$)|：)\s*(.*)")
_ITEM = re.compile(r"\s*-\s+(.*)")
_LINKED = re.compile(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]")
"""A word that leads to another note, as Obsidian and its like write it."""
_FOLD = re.compile(r"[>|][+-]?")
_LABELS = frozenset(("title", "published", "author", "source", "url", "language"))
_LEAST = 2
_LONGEST = 300
"""Of the value of a label, in characters."""
_MOST_LINES = 12
_MOST_BLANK = 4


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The fields above a text, and the text below them; no fields where there are none."""
    for form, fields_of in ((_YAML, _of_yaml), (_TOML, _of_toml), (_BARE_JSON, _of_pairs)):
        if found := form.match(text):
            fields = fields_of(found[1])
            return (fields, text[found.end() :]) if fields else ({}, text)
    if text.lstrip("\ufeff").startswith("{"):
        return _of_json(text)
    return next((above for of in (of_title_block, _of_labels) if (above := of(text))[0]), ({}, text))


def _of_toml(block: str) -> dict[str, object]:
    """The pairs of a block of TOML, with those that Hugo and Zola let authors keep in a table of their own."""
    try:
        pairs = tomllib.loads(block)
    except tomllib.TOMLDecodeError:
        return {}
    own = {name: value for table in _OWN if isinstance(pairs.get(table), dict) for name, value in pairs[table].items()}
    return {name: _written(value) for name, value in {**own, **pairs}.items() if name not in _OWN}


def _written(value: object) -> object:
    """A day of TOML as it is written."""
    return value.isoformat() if isinstance(value, date) else value


def _of_json(text: str) -> tuple[dict[str, object], str]:
    """The object of JSON above a text, where it says what an article has."""
    begun = len(text) - len(text.lstrip("\ufeff"))
    try:
        fields, end = json.JSONDecoder().raw_decode(text, begun)
    except (ValueError, RecursionError):
        return {}, text
    named = isinstance(fields, dict) and _LABELS & {known_names().get(squashed(name)) for name in fields}
    return (fields, text[end:]) if named else ({}, text)


def _of_pairs(block: str) -> dict[str, object]:
    """The members of an object of JSON whose braces are left out."""
    return _of_json(f"{{{block}}}")[0]


def _of_yaml(block: str) -> dict[str, object]:
    """The pairs at the top level of a block of YAML; below them lists, texts of several lines, and maps."""
    fields: dict[str, object] = {}
    name, below = "", list[str]()
    for line in [*map(str.rstrip, block.splitlines()), "end:"]:
        if not (found := _PAIR.fullmatch(line)) or line[0].isspace():
            below.append(line)
            continue
        if name:
            fields[name] = _nested(str(fields[name]), [each for each in below if each])
        name, below = found[1], []
        fields.setdefault(name, found[2] or "")
    return {name: value for name, value in fields.items() if name != "end" or value}


def _nested(value: str, below: list[str]) -> object:
    """The value of a pair with the lines below it."""
    if _FOLD.fullmatch(value):
        return ("\n" if value[0] == "|" else " ").join(line.strip() for line in below)
    items: list[object] = []
    pairs: dict[str, object] = {}
    for line in below:
        item = _ITEM.fullmatch(line)
        if found := _PAIR.fullmatch((item[1] if item else line).strip()):
            if item or not pairs:
                pairs = {}
                items.append(pairs)
            pairs.setdefault(found[1], _value(found[2] or ""))
        elif item:
            items.append(_value(item[1]))
    if not items or value:
        return _value(value)
    return items if below[0].lstrip().startswith("-") else items[0]


def _value(text: str) -> object:
    text = text.strip()
    if commented := _COMMENTED.fullmatch(text):
        text = commented[1]
    if text.startswith("{") and text.endswith("}") and ":" in text:
        pairs = (each.partition(":") for each in text[1:-1].split(","))
        return {name.strip().strip("\"'"): value.strip().strip("\"'") for name, _, value in pairs}
    if text.startswith("[") and text.endswith("]"):
        return [each.strip().strip("\"'") for each in text[1:-1].split(",") if each.strip()]
    text = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    return _LINKED.sub(r"\1", text)


def _of_labels(text: str) -> tuple[dict[str, object], str]:
    """The lines of labels at the top of a text, where several of them say what an article has."""
    fields: dict[str, object] = {}
    known: set[str] = set()
    lines = text.splitlines(keepends=True)
    at = 0
    for at, line in enumerate(lines[:_MOST_LINES]):
        found = _PAIR.fullmatch(line.strip())
        ours = field_of(found[1]) if found and found[2] else None
        if found is None or not found[2] or len(found[2]) > _LONGEST or ours in known:
            break
        if ours in _LABELS:
            known.add(ours)
        elif at == 0 or ours is not None:
            break
        fields[found[1]] = found[2]
    if len(known) < _LEAST or not known & {"title", "published"} or (at < len(lines) and lines[at].strip()):
        return {}, text
    return fields, "".join(lines[at:])


def joined_labels(lines: Sequence[str]) -> list[str]:
    """Lines without the blank ones between lines of labels: in a document each is a paragraph of its own."""
    kept: list[str] = []
    for line in lines:
        if kept and _is_label(line):
            above = next(
                (at for at in range(len(kept) - 1, max(-1, len(kept) - _MOST_BLANK - 1), -1) if kept[at].strip()), None
            )
            if above is not None and _is_label(kept[above]):
                del kept[above + 1 :]
        kept.append(line)
    return kept


def _is_label(line: str) -> bool:
    found = _PAIR.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    return found is not None and field_of(found[1]) in _LABELS
