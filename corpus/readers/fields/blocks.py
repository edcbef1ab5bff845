"""Read the words of a text that is written as blocks: paragraphs in a list, the nodes of an editor, languages."""

import re

from corpus.readers.fields.naming import field_of

_DEEPEST = 12
_TEXTS = (
    *(
        "value",
        "text",
        "content",
        "body",
        "html",
        "rendered",
        "data",
        "p",
        "paragraph",
        "paragraphs",
        "children",
        "root",
    ),
    *(
        "sections",
        "blocks",
        "content_elements",
        "contentElements",
        "elements",
        "nodes",
        "items",
        "leaves",
        "ops",
        "insert",
    ),
)
"""Members of a block of text, as editors write it, that hold its words."""
_KINDS = ("type", "_type", "nodeType", "role")
_NO_TEXT = frozenset(
    (
        *("kicker", "title", "byline", "date", "author_info", "image", "video", "gallery", "audio", "embed", "oembed"),
        *("oembed_response", "interstitial_link", "ad", "reference", "code", "caption", "photo", "related", "divider"),
    )
)
"""What blocks are that hold no words of the article: its title and its author have fields of their own."""
_INLINE = frozenset(("text", "span", "bold", "italic", "link", "a", "plain", "text_link", "hashtag", "mention", "url"))
_TAG = re.compile(r"[a-z]{2,3}(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}))?")
_MARKED_TAG = re.compile(r"[a-z]{2,3}[-_][A-Z]{2}")


def words_of(value: object, depth: int = 0) -> str | None:
    """A text, or the paragraphs of a list or an object of them; None where it is something else."""
    if value is None or isinstance(value, str):
        return value or ""
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        parts = [words_of(each, depth + 1) for each in value]
        if value and all(part is None for part in parts):
            return None
        return ("" if _is_line(value) else "\n\n").join(part for part in parts if part)
    if isinstance(value, dict):
        return _of_block(value, depth)
    return None


def _of_block(value: dict[str, object], depth: int) -> str | None:
    if any(value.get(kind) in _NO_TEXT for kind in _KINDS if isinstance(value.get(kind), str)):
        return ""
    for name in _TEXTS:
        if value.get(name) and (words := words_of(value[name], depth + 1)):
            return words
    if by_language(value) is not None:
        return words_of([*value.values()], depth + 1)
    named = next((held for name, held in value.items() if held and field_of(name) in {"text", "html"}), None)
    return words_of(named, depth + 1)


def _is_line(parts: list[object]) -> bool:
    """Whether parts are the pieces of one line: words with marks about some of them."""
    marked = [each for each in parts if isinstance(each, dict)]
    if not marked or not all(isinstance(each, str | dict) for each in parts):
        return False
    kinds = [next((each[kind] for kind in _KINDS if kind in each), None) for each in marked]
    leaves = all(isinstance(each.get("text", each.get("value")), str) for each in marked)
    mixed = len(marked) < len(parts)
    return leaves and (mixed or (all(kind is None or kind in _INLINE for kind in kinds) and _are_leaves(marked)))


def _are_leaves(marked: list[dict[str, object]]) -> bool:
    """Whether some of several pieces end or begin as words within a line do, or are said to be marked."""
    told = any(set(each) & {"marks", "bold", "italic", "style"} for each in marked)
    texts = [str(each.get("text", each.get("value"))) for each in marked]
    return told or any(text[:1].isspace() or text[-1:].isspace() for text in texts)


def by_language(value: object, *, only: bool = False) -> object | None:
    """The first of an object's values, where its members are named by languages; None where they are not.

    `only`: also None where there are several, and their names do not say countries.
    """
    if not isinstance(value, dict) or not value or not all(map(_TAG.fullmatch, value)):
        return None
    held = [each for each in value.values() if each]
    alike = bool(held) and all(isinstance(each, str) for each in held) and "id" not in value
    marked = all(map(_MARKED_TAG.fullmatch, value))
    return held[0] if held and (marked or (alike and not (only and len(value) > 1))) else None
