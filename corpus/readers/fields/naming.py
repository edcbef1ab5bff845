"""Which field of an article a name stands for."""

import re
from functools import lru_cache

from corpus.readers.fields.composed_names import composed_field
from corpus.readers.fields.names import known_names, squashed

_VOCABULARIES = ("dc", "dcterms", "og", "meta", "prism", "schema", "parsely", "sailthru", "citation", "tika")
_THINGS = ("article", "news", "post", "story", "doc", "document", "item", "tweet", "metadata", "field", "x")
_PREFIXES = frozenset((*_VOCABULARIES, *_THINGS))
_SUFFIXES = frozenset(("t", "s", "dt", "tdt", "txt", "ss", "ts", "tws", "str", "en", "eng", "raw", "orig", "original"))
"""What vocabularies put before a name, and search engines and tables of several languages behind it."""
_WORDS = re.compile(r"[\s_:./-]+|(?<=[a-z])(?=[A-Z])")

_INNER = {
    "text": frozenset(("rendered", "value", "text", "html", "raw", "processed", "plain")),
    "title": frozenset(("rendered", "value", "text", "main", "basic", "original", "raw")),
    "author": frozenset(("name", "value", "text", "fullname", "full_name", "display_name", "original")),
    "source": frozenset(("name", "value", "text", "title")),
    "published": frozenset(("value", "text", "$date", "iso")),
}
"""Members of an object that is the value of a field, as they stand in the columns of a table: `title.rendered`."""


@lru_cache(maxsize=4096)
def last_name(path: str) -> str:
    """The name that says the field at the end of a path: of `fields.headline` the last, of `author.name` the first."""
    if "." not in path:
        return path
    above, _, last = path.removeprefix("_source.").rpartition(".")
    if above and last.lower() in _INNER.get(field_of(last_name(above)) or "", ()):
        return last_name(above)
    return last


@lru_cache(maxsize=4096)
def field_of(name: str) -> str | None:
    """The field that a name stands for, as it is or in the dress of a vocabulary: `dc:creator`, `title_txt_en`.

    Else that which its words say together.
    """
    if found := known_names().get(squashed(name)):
        return found
    words = [word for word in _WORDS.split(name.strip("_@")) if word]
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        words.pop()
        if found := known_names().get(squashed("".join(words))):
            return found
    while len(words) > 1 and words[0].lower() in _PREFIXES:
        del words[0]
        if found := known_names().get(squashed("".join(words))):
            return found
    return composed_field(name)


@lru_cache(maxsize=4096)
def field_of_path(path: str) -> str | None:
    """The field that a column stands for, which may be of an object: `author.name`."""
    return field_of(last_name(path))
