"""Names of months and weekdays as CLDR has them: those in Latin letters in a table that ships, others by Babel.

Babel reads all that CLDR says of a language, which for the seldom met ones in Latin letters takes a fifth of a second
and 50 MiB: any word beside a number may be a month of theirs.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from importlib.resources import files
from typing import Any

BETWEEN = "|"
"""What stands between the names of one month, or weekday, in the table."""

Numbered = tuple[int, str]
"""The number of a month from 1, or of a weekday from 0 for Monday, and a name of it."""


def names_of(kind: str, locale: str) -> Sequence[Numbered]:
    """The names of the `months` or `days` of a locale, as they stand alone and in dates, in full and abbreviated."""
    return _shipped().get((kind, locale)) or list(from_babel(kind, locale))


def shipped_locales(kind: str) -> Sequence[str]:
    """The locales whose `months` or `days` the table has, in its order."""
    return [locale for of, locale in _shipped() if of == kind]


def from_babel(kind: str, locale: str) -> Iterator[Numbered]:
    """The same, as Babel has them: what the table is derived from (`make tables`).

    Of a copy: where forms are those of another width, Babel writes them into what all languages have in common, and the
    next language seems to have them (`aprel` in Afrikaans, once Azerbaijani was read).
    """
    from babel.localedata import LocaleDataDict, load  # noqa: PLC0415 - most texts name no date in another language

    data: dict[Any, Any] = load(locale).copy()
    data[kind] = deepcopy(data[kind])
    for forms in LocaleDataDict(data)[kind].values():
        for width in ("wide", "abbreviated"):
            yield from forms[width].items()


@cache
def _shipped() -> Mapping[tuple[str, str], list[Numbered]]:
    found: dict[tuple[str, str], list[Numbered]] = {}
    text = files("corpus.extraction.dates").joinpath("data/calendar_names.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        kind, locale, number, names = line.split("\t")
        found.setdefault((kind, locale), []).extend((int(number), name) for name in names.split(BETWEEN))
    return found
