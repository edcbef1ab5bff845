"""Find the articles in an object of JSON, as data sets and interfaces keep them: in lists, tables, under keys."""

from typing import Any

from corpus.readers.fields.article_record import has_article, names_article
from corpus.readers.fields.names import LISTS, squashed
from corpus.readers.fields.naming import field_of
from corpus.readers.formats.json_tables import documents_of, rows_of

DEEPEST = 6
"""How many objects or lists may stand around an article."""
_LONG = 100
"""In characters: an object with so long a value is an article, by whatever name its text goes."""
_NO_LISTS = frozenset(
    ("comments", "replies", "related", "tags", "keywords", "categories", "images", "media", "links", "authors", "users")
) | {"entities", "facets", "multimedia", "includes", "videos", "concepts", "sources", "aggregations", "highlight"}
"""Members that hold something else than articles."""
_FEED = frozenset(("homepageurl", "feedurl", "feed", "link", "url", "htmlurl", "xmlurl"))
"""Members by one of which an object with a title is a feed."""
_BESIDE = frozenset(("published", "url", "summary", "author", "source"))
_SECTION = "news"
"""The name of a list of all articles, which a section beside others has as well."""
_TELLING = ({"text", "html"}, {"summary", "published"}, {"title"})
"""Fields that tell lists of articles, the surest first."""
_Object = dict[str, Any]


def articles_of(value: object, depth: int = 0) -> list[_Object]:
    """The articles that an object is or holds in a list, as interfaces answer."""
    if isinstance(value, list):
        return [article for each in value for article in articles_of(each, depth + 1)] if depth < DEEPEST else []
    if not isinstance(value, dict):
        return []
    if tabled := rows_of(value) or documents_of(value):
        return tabled
    return [value] if _is_text(value) or depth >= DEEPEST else _within(value, depth)


def _within(value: _Object, depth: int) -> list[_Object]:
    """The articles that the members of an object hold; the object itself where they hold none."""
    for name, inner in value.items():
        if isinstance(inner, list | dict) and squashed(name) in LISTS:
            found = [each for each in articles_of(inner, depth + 1) if _is_like_one(each) and _is_no_page(each)]
            if isinstance(inner, dict) and found == [inner] and _is_its_text(name, inner, value):
                return [value]
            if found and squashed(name) == _SECTION and len(value) > 1 and not _says_something(value):
                return _listed(value, depth) or found
            if found and (isinstance(inner, list) or not _is_article(value)):
                return _of_feed(value, found)
    return [value] if _says_something(value) else _listed(value, depth) or [value]


def _is_its_text(name: str, inner: _Object, value: _Object) -> bool:
    """Whether an object wraps the text of the article around it: `{"header": …, "body": {"text": …}}`."""
    own, around = ({field_of(each) for each in fields} for fields in (inner, value))
    if "published" in around and not own & {"published"} and squashed(name) in {"data", "content"}:
        return True  # as Prismic and Storyblok keep the fields of an article within what they know of it
    return field_of(name) == "text" and not own & {"title", "published"} and bool(around & {"title", *_BESIDE})


def _of_feed(value: _Object, articles: list[_Object]) -> list[_Object]:
    """The articles of a feed, each with its title as the source where it names none."""
    feed = value.get("feed") if isinstance(value.get("feed"), dict) else value
    title = feed.get("title") if isinstance(feed, dict) and _FEED & {*map(squashed, feed)} else None
    if not isinstance(title, str) or not title.strip():
        return articles
    named = (any(field_of(name) == "source" for name in each) for each in articles)
    return [each if known else {**each, "source": title} for each, known in zip(articles, named, strict=True)]


def _says_something(value: _Object) -> bool:
    """Whether an object has a title or a text of its own, or a string so long that it may be one."""
    long = any(isinstance(inner, str) and len(inner) > _LONG for inner in value.values())
    return long or bool(_fields(value) & {"text", "html", "title", "summary"})


def _listed(value: _Object, depth: int) -> list[_Object]:
    """The articles in the members of an object, whatever they are called: by day, by section, by number.

    Where some members have texts, the others are menus and the like; so are links beside what has a summary or a date.
    """
    lists = [
        [(each, own) for each in articles_of(inner, depth + 1) if _is_whole(own := _fields(each))]
        for name, inner in value.items()
        if isinstance(inner, list | dict) and squashed(name) not in _NO_LISTS
    ]
    for telling in _TELLING:
        if found := [each for articles in lists if any(own & telling for _, own in articles) for each, _ in articles]:
            return found
    return []


def _fields(value: _Object) -> set[str | None]:
    return {field_of(name) for name, inner in value.items() if inner and not _is_list_of_articles(inner)}


def _is_whole(fields: set[str | None]) -> bool:
    """Whether an object with these fields has a text, or a title with something else that an article has."""
    return bool(fields & {"text", "html"}) or ("title" in fields and bool(fields & _BESIDE))


def _is_no_page(value: _Object) -> bool:
    """Whether an object is not said to be of another kind than an article, as linked data says it."""
    kind = value.get("@type")
    return not isinstance(kind, str) or kind.endswith(("Article", "Posting", "Report", "Review", "Story"))


def _is_article(value: _Object) -> bool:
    """Whether an object has a text or a title that is written as one."""
    return any(isinstance(inner, str) and names_article(name) and inner.strip() for name, inner in value.items())


def _is_text(value: _Object) -> bool:
    """Whether an object has a text: one that has a title alone may be a feed with its articles in a list."""
    return any(
        (inner.strip() if isinstance(inner, str) else _is_blocks(inner) and titled)
        for titled in [any(field_of(name) == "title" for name in value)]
        for name, inner in value.items()
        if field_of(name) in {"text", "html"}
    )


def _is_blocks(value: object) -> bool:
    """Whether a value is a text in blocks, rather than a list of articles."""
    listed = value if isinstance(value, list) else []
    return any(isinstance(each, dict) for each in listed) and not _is_list_of_articles(value)


def _is_list_of_articles(value: object) -> bool:
    """Whether a value is a list of objects of which some have a title, as no blocks of a text have."""
    listed = value if isinstance(value, list) else []
    return any(field_of(name) == "title" for each in listed if isinstance(each, dict) for name in each)


def _is_like_one(value: _Object) -> bool:
    return has_article(value) or any(isinstance(inner, dict) and has_article(inner) for inner in value.values())
