"""Read the pages of a wiki (exports of MediaWiki, such as Wikinews): their text without its markup."""

import re
from typing import Any

from corpus.readers.collections.splitter import Fields
from corpus.readers.collections.xml_stream import find, text_of
from corpus.readers.fields.markup import plain

_INNERMOST = re.compile(r"\{\{([^{}]{0,20000})\}\}")
_INLINE = re.compile(
    r"\{\{\s{0,3}(?:w|wp|wikipedia|lang\|[a-z-]{2,8}|lang-[a-z]{2,3}|nowrap|nobr|small|abbr)\s{0,3}\|(?:[^{}|]{1,300}\|)??([^{}|=]{1,300})"
    r"(?:\|[^{}|=]{1,40}=[^{}|]{0,300}){0,5}\}\}",
    re.IGNORECASE,
)
"""Templates that show one of their values, as a link does: `{{w|Niels Bohr|Bohr}}`."""
_WRITTEN_LINK = re.compile(r"\[\[[:#]?[^\W\d_][^\[\]|]{0,300}(?:\|[^\[\]|]{0,300}){0,5}\]\]")
_WRITTEN_TEMPLATE = re.compile(
    r"\{\{[^\W\d_][^{}|]{0,60}\|[^{}]{1,2000}\}\}|^\{\{[^\W\d_][^{}|]{0,60}\}\}[ \t]*$", re.MULTILINE
)
_WRITTEN_HEADING = re.compile(r"^(={2,6})[^=\n]{1,300}\1[ \t]*$", re.MULTILINE)
"""What no program has: `[[ -f notes ]]` and `{{ name }}` are those of a shell and of templates of pages."""
_DATE = re.compile(r"\{\{\s*(?:date|datum|fecha|data|дата)\s*\|\s*([^{}|]{4,60})", re.IGNORECASE)
_DEEPEST = 8
_APART = (("\n{|", "\n|}"), ("<!--", "-->"), ("<ref", "</ref>"))
"""With what tables, comments and notes begin and end."""
_NOTE = re.compile(r"<ref\b[^<>/]{0,300}/>")
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|){0,5}([^\[\]|]{0,300})\]\]")
_ASIDE = re.compile(
    r"\[\[\s*:?(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría|файл|категория|[a-z]{2,3})\s*:"
    r"(?:[^\[\]]|\[\[[^\[\]]{0,300}\]\]){0,500}\]\]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\[https?://\S{1,2000}(?:\s+([^\[\]]{0,500}))?\]")
_QUOTES = re.compile(r"'{2,5}")
_HEADING = re.compile(r"^(={2,6})[ \t]{0,9}(.{1,300}?)[ \t]{0,9}\1[ \t]{0,9}$", re.MULTILINE)
_LIST = re.compile(r"^[*#:;]{1,6}\s*", re.MULTILINE)
_WORD = re.compile(r"__[A-Z]{3,30}__")
_END = re.compile(
    r"^(={2,4})[ \t]{0,9}(?:sources?|references?|external links|related (?:news|articles)|see also|quellen?"
    r"|einzelnachweise|weblinks|fuentes?|referencias|fonti|fontes|références|liens externes|источники?|ссылки"
    r"|примечания)[ \t]{0,9}\1[ \t]{0,9}$",
    re.IGNORECASE | re.MULTILINE,
)
"""What stands from such a heading on is no article."""
_REDIRECTION = re.compile(r"\s*#\w{4,20}\s*:?\s*\[\[", re.IGNORECASE)


def wiki_fields(page: Any, source: str | None = None) -> Fields | None:
    """The article of a page of a wiki, its `source`.

    None of a page that leads to another, or is no article (a talk, a template, a file).

    The day is the one that its text gives: that of a revision is the day of a change.
    """
    space, element = text_of(find(page, "ns")), find(page, "text")
    text = (element.text or "") if element is not None else ""
    if space not in {None, "0"} or not text.strip() or _REDIRECTION.match(text):
        return None
    dated = _DATE.search(text)
    title = text_of(find(page, "title"))
    return {"title": title, "published": dated[1] if dated else None, "source": source, "text": unmarked(text)}


def wikitext_fields(text: str) -> Fields:
    """The text and the day of a page of a wiki that was saved as it is edited; nothing of any other text."""
    if not (_WRITTEN_LINK.search(text) and (_WRITTEN_TEMPLATE.search(text) or _WRITTEN_HEADING.search(text))):
        return {}
    dated = _DATE.search(text)
    return {"text": unmarked(text), **({"published": dated[1]} if dated else {})}


def unmarked(source: str) -> str:
    """Wikitext as it is read."""
    if end := _END.search(source):
        source = source[: end.start()]
    source = _NOTE.sub("", source)
    for signs in _APART:
        source = _without(source, *signs)
    source = _INLINE.sub(r"\1", source)
    for _ in range(_DEEPEST):
        source, count = _INNERMOST.subn("", source)
        if not count:
            break
    source = _ASIDE.sub("", source)
    source = _LINK.sub(r"\1", source)
    source = _QUOTES.sub("", _ADDRESS.sub(r"\1", source))
    source = _LIST.sub("", _HEADING.sub(r"\n\2\n", _WORD.sub("", source)))
    return plain(source).strip()


def _without(text: str, begin: str, end: str) -> str:
    """A text without what stands between two signs; what is not ended stays."""
    kept, place = [], 0
    while (begins := text.find(begin, place)) >= 0 and (ends := text.find(end, begins)) >= 0:
        kept.append(text[place:begins])
        place = ends + len(end)
    return "".join([*kept, text[place:]])
