"""Read JSON that holds articles by columns, or by keys: as pandas writes tables, and databases their documents."""

from collections.abc import Iterator, Mapping
from typing import Any

from corpus.readers.fields.article_record import has_article, tells_of_articles
from corpus.readers.fields.names import LISTS, WRAPPERS, known_names, squashed

_Object = dict[str, Any]
_ACTIONS = frozenset(("index", "create", "update", "delete"))
_LEAST = 2


def rows_of(value: _Object) -> list[_Object]:
    """The rows of a table that an object is; none where it is no table.

    It has a list of columns and one of rows of values; or a list, or an object by row numbers, for each column.
    """
    names, data = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(data, list) and has_article(names):
        return [dict(zip(map(str, names), row, strict=False)) for row in data if isinstance(row, list)]
    if len(value) < _LEAST or not tells_of_articles([*value]):
        return []
    cells = [*value.values()]
    numbered = all(isinstance(each, dict) and each and not any(map(_is_named, each)) for each in cells)
    if numbered and len({tuple(each) for each in cells}) == 1:
        return [{name: column[key] for name, column in value.items()} for key in cells[0]]
    if all(isinstance(each, list) for each in cells) and len({len(each) for each in cells}) == 1:
        rows = [dict(zip(value, row, strict=True)) for row in zip(*cells, strict=True)]
        return rows if len(rows) >= _LEAST and "title" in {known_names().get(squashed(name)) for name in value} else []
    return []


def documents_of(value: _Object) -> list[_Object]:
    """The documents of an object that holds nothing else, each under its key, which is its id where it has none."""
    return list(_keyed(value)) if value and not any(map(_is_named, value)) else []


def _keyed(value: Mapping[str, Any]) -> Iterator[_Object]:
    if all(isinstance(each, dict) and has_article(each) for each in value.values()):
        for key, each in value.items():
            yield each if any(known_names().get(squashed(name)) == "id" for name in each) else {"id": key, **each}


def _is_named(name: str) -> bool:
    return squashed(name) in {*LISTS, *WRAPPERS} or squashed(name) in known_names()


def is_action(value: _Object) -> bool:
    """Whether a line says what Elasticsearch shall do with the next one."""
    (name, inner), *others = [*value.items()] or [("", None)]
    return not others and name in _ACTIONS and isinstance(inner, dict) and all(each[0] == "_" for each in inner)
