"""Write a synthetic news archive: words, names and countries by Zipf's law, and queries of known frequency.

python -m bench.zipf_articles 20000 articles.jsonl

Article 17 is the same, byte for byte, in an archive of any size. The records are clean and carry their facets, so that
analysis, index and search are measured, and not annotation. Nine queries go to `articles.jsonl.queries.json`.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.enrichment.aliases.country_names import country_table

_SEED = 2012
_BLOCK = 500
"""Articles that are drawn together, from a seed of their own."""
_WORDS, _NAMES = 150_000, 20_000
_TITLE, _LENGTH, _SHORTEST, _LONGEST = 8, 300, 40, 2_500
_NAMES_EACH, _COUNTRIES_EACH = 10, 4
_FIRST, _DAYS = date(1996, 1, 1), 29 * 365
_TYPES = ("person", "organization", "place")
_CONSONANTS, _VOWELS, _ENDINGS = "bdfgklmnprstvz", "aeiou", ("", "s", "ed", "ing")
_SYLLABLES = [first + second for first in _CONSONANTS for second in _VOWELS]
_PRIME = 7_919
"""Spreads neighbouring ranks over the alphabet: it has no factor in common with the number of stems of a length."""

Record = Mapping[str, object]


def main() -> None:
    """Write the articles and the queries."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("articles", type=int)
    options.add_argument("out", type=Path)
    given = options.parse_args()
    write(given.articles, given.out)


def write(count: int, path: Path) -> None:
    """Write so many articles, and the queries beside them."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(record) + "\n" for record in articles(count))
    Path(f"{path}.queries.json").write_text(json.dumps(queries(), indent=1), encoding="utf-8")


def articles(count: int) -> Iterator[Record]:
    """The first so many articles."""
    forms = [form(rank) for rank in range(_WORDS)]
    codes = sorted(country_table(), key=lambda code: (code != "US", code))
    for start in range(0, count, _BLOCK):
        yield from _block(start, min(_BLOCK, count - start), forms, codes)


def _block(start: int, count: int, forms: list[str], codes: list[str]) -> Iterator[Record]:
    draw = np.random.default_rng([_SEED, start])
    lengths = np.clip(draw.gamma(4, _LENGTH / 4, _BLOCK).astype(int), _SHORTEST, _LONGEST)
    words = zipf(draw, int(lengths.sum()) + _TITLE * _BLOCK, _WORDS).tolist()
    names = zipf(draw, (_BLOCK, _NAMES_EACH), _NAMES).tolist()
    countries = zipf(draw, (_BLOCK, _COUNTRIES_EACH), len(codes)).tolist()
    days = draw.integers(_DAYS, size=_BLOCK).tolist()
    ends = np.cumsum(lengths + _TITLE).tolist()
    for row in range(count):
        said = [forms[rank] for rank in words[ends[row] - lengths[row] - _TITLE : ends[row]]]
        yield {
            "id": f"article-{start + row}",
            "title": " ".join(said[:_TITLE]).capitalize(),
            "text": " ".join(said[_TITLE:]) + ".",
            "clean": True,
            "language": "en",
            "source": f"Wire {(start + row) % 9}",
            "published": (_FIRST + timedelta(days[row])).isoformat(),
            "entities": [{"name": name_of(each), "type": _TYPES[each % 3]} for each in sorted(set(names[row]))],
            "countries": sorted({codes[each] for each in countries[row]}),
        }


def zipf(draw: np.random.Generator, size: int | tuple[int, int], ranks: int) -> NDArray[np.int64]:
    """Ranks from 0, int64, each about as frequent as 1 / (rank + 1): the inverse of the logarithm that their sum is."""
    found: NDArray[np.int64] = np.floor(np.power(float(ranks + 1), draw.random(size))).astype(np.int64) - 1
    return found


def form(rank: int) -> str:
    """The word form of a rank: one of four endings on a stem; frequent stems have two syllables, others three."""
    stem, short = rank // 2, len(_SYLLABLES) ** 2
    size = 2 if stem < short else 3
    number = (stem if stem < short else stem - short) * _PRIME % len(_SYLLABLES) ** size
    digits = [number // len(_SYLLABLES) ** place % len(_SYLLABLES) for place in range(size)]
    ending = _ENDINGS[(stem + 2 * (rank % 2)) % len(_ENDINGS)]
    return "".join(_SYLLABLES[digit] for digit in digits) + _CONSONANTS[stem % len(_CONSONANTS)] + ending


def name_of(rank: int) -> str:
    """The name of a person, an organization or a place: two words that no text holds together."""
    return f"{form(2 * rank).capitalize()} {form(_WORDS - 1 - rank).capitalize()}"


def queries() -> Mapping[str, str]:
    """The nine queries by name, from one that matches few articles to one that matches all."""
    return {
        "rare": form(1_600),
        "middling": form(240),
        "common": form(22),
        "and": f"{form(22)} {form(54)}",
        "or": f"{form(22)} OR {form(110)} OR {form(320)}",
        "everywhere": form(0),
        "phrase": f'"{form(2)} {form(6)}"',
        "common in one country": f"{form(22)} country:US",
        "all": "",
    }


if __name__ == "__main__":
    main()
