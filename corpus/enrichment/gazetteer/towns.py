"""Read the table of cities and towns: names, countries and sizes, from GeoNames."""

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from corpus.enrichment.gazetteer.geonames import checksums, columns, table
from corpus.folding import without_accents

_BEGINNINGS = {
    "Cyrl": "CYRILLIC",
    "Arab": "ARABIC",
    "Hani": "CJK",
    "Kana": "KATAKANA",
    "Hang": "HANGUL",
    "Hebr": "HEBREW",
    "Grek": "GREEK",
}
"""How Unicode names the letters of a script."""


class Town(NamedTuple):
    """A city or town: its country (ISO code), its inhabitants, and the state or province that it lies in."""

    code: str
    population: int
    region: str


@lru_cache(maxsize=1)
def rows() -> Sequence[tuple[str, Town]]:
    """The cities that GeoNames has, with their names."""
    names, codes, populations, regions = columns("cities")
    return list(zip(names, map(Town._make, zip(codes, map(int, populations), regions, strict=True)), strict=True))


def is_town(word: str) -> bool:
    """Whether a town of any size has this one word as its name."""
    return word in _towns()


def is_village(word: str) -> bool:
    """Whether a place of 1,000 inhabitants or more has this one word as its name, as far as a checksum tells."""
    sums, checksum = _village_sums(), crc32(word.encode())
    at = bisect_left(sums, checksum)
    return at < len(sums) and sums[at] == checksum


@lru_cache(maxsize=1)
def _village_sums() -> "memoryview[int]":
    return checksums("villages").data  # for a single word, several times as fast as the array


def towns(name: str) -> Sequence[Town]:
    """All towns of this name, the largest first."""
    return _towns().get(name, ())


def city_forms(script: str) -> Iterator[tuple[str, str, str]]:
    """The cities that a script (ISO 15924) has a form for: name, country (ISO code), form."""
    begin = _BEGINNINGS[script]
    for name, code, forms in table("city_names"):
        yield from ((name, code, form) for form in forms.split("|") if unicodedata.name(form[0], "").startswith(begin))


@lru_cache(maxsize=1 << 13)
def plain(name: str) -> str:
    """The name without its accents, as news agencies send it."""
    return without_accents(name)


@lru_cache(maxsize=1)
def _towns() -> Mapping[str, Sequence[Town]]:
    found: dict[str, list[Town]] = defaultdict(list)
    for name, town in sorted(rows(), key=lambda row: -row[1][1]):
        found[name].append(town)
        if not name.isascii() and (other := plain(name)) != name:
            found[other].append(town)
    return dict(found)
