"""Derive the tables of given and family names that ship with the package from Faker's lists by language."""

import importlib
import pkgutil
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from faker.providers import person

SHIPPED = Path(__file__).parent.parent / "corpus" / "enrichment" / "gazetteer" / "data" / "persons"
_WIDTH = 120
_FIRST_OTHER_SCRIPT = 0x250
_KINDS = {"given": "first_name", "family": "last_name"}


def derived() -> Mapping[str, str]:
    """Name of a table -> its words in Latin script, in order, as lines of text."""
    found = {kind: sorted(filter(_is_latin, every_name(mark))) for kind, mark in _KINDS.items()}
    return {
        kind: textwrap.fill(" ".join(names), _WIDTH, break_on_hyphens=False) + "\n" for kind, names in found.items()
    }


def every_name(*marks: str) -> frozenset[str]:
    """The names of lists that are called so, in whatever script; all of them where none is said."""
    return frozenset(name for mark in marks or _KINDS.values() for name in _names(mark))


def _names(mark: str) -> Iterator[str]:
    """The names of all languages in lists that are called so."""
    for language in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{language.name}").Provider
        for attribute in dir(provider):
            listed = getattr(provider, attribute) if mark in attribute else ()
            if isinstance(listed, (list, tuple, set, dict)):
                yield from (name for name in listed if isinstance(name, str))


def _is_latin(name: str) -> bool:
    letters = name.replace("-", "").replace("'", "")
    return len(name) > 1 and name[0].isupper() and letters.isalpha() and max(map(ord, letters)) < _FIRST_OTHER_SCRIPT
