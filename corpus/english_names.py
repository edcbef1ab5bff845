"""What CLDR calls countries and languages in English, from a table that ships: records and answers name some.

Babel reads all that CLDR says of English for them, and what all languages have in common: 40 ms of each process.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

TERRITORIES, LANGUAGES = "territory", "language"
"""The kinds of names."""


def english_names(kind: str) -> Mapping[str, str]:
    """Code -> English name, in the order of CLDR as Babel has it."""
    return _shipped()[kind]


@cache
def _shipped() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {TERRITORIES: {}, LANGUAGES: {}}
    text = files("corpus").joinpath("data", "english_names.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        kind, code, name = line.split("\t")
        found[kind][code] = name
    return found
