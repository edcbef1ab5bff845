"""Read the fields that stand above a text: front matter (YAML, TOML), or lines such as `Title: …`."""

import re
import tomllib

from corpus.readers.fields.names import known_names, squashed

_YAML = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.{0,20000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)", re.DOTALL)
_PAIR = re.compile(r"([^\W\d][\w -]{0,40}?)\s*:(?:\s+(.*))?")
_ITEM = re.compile(r"\s*-\s+(.*)")
_LABELS = frozenset(("title", "published", "author", "source", "url", "language"))
_LEAST = 2
_MOST_LINES = 12


def front_matter(text: str) -> tuple[dict[str, object], str]:
    """The fields above a text, and the text below them; no fields where there are none."""
    if found := _YAML.match(text):
        fields = _of_yaml(found[1])
        return (fields, text[found.end() :]) if fields else ({}, text)
    if found := _TOML.match(text):
        try:
            return dict(tomllib.loads(found[1])), text[found.end() :]
        except tomllib.TOMLDecodeError:
            return {}, text
    return _of_labels(text)


def _of_yaml(block: str) -> dict[str, object]:
    """The pairs at the top level of a block of YAML, and lists of words below them."""
    fields: dict[str, object] = {}
    name = ""
    for line in block.splitlines():
        if (found := _PAIR.fullmatch(line.rstrip())) and not line[0].isspace():
            name = found[1]
            fields[name] = _value(found[2] or "")
        elif name and (item := _ITEM.fullmatch(line.rstrip())):
            listed = fields[name]
            fields[name] = [*(listed if isinstance(listed, list) else []), _value(item[1])]
    return fields


def _value(text: str) -> object:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [each.strip().strip("\"'") for each in text[1:-1].split(",") if each.strip()]
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _of_labels(text: str) -> tuple[dict[str, object], str]:
    """The lines of labels at the top of a text, where several of them say what an article has."""
    fields: dict[str, object] = {}
    known: set[str] = set()
    lines = text.splitlines(keepends=True)
    at = 0
    for at, line in enumerate(lines[:_MOST_LINES]):  # noqa: B007 - where they end
        found = _PAIR.fullmatch(line.strip())
        ours = known_names().get(squashed(found[1])) if found and found[2] else None
        if found is None or ours not in _LABELS or ours in known:
            break
        known.add(ours)
        fields[found[1]] = found[2]
    if len(known) < _LEAST or not known & {"title", "published"} or (at < len(lines) and lines[at].strip()):
        return {}, text
    return fields, "".join(lines[at:])
