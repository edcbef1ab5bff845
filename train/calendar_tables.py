"""`make tables`: derive the table of months and weekdays that ships with the package from CLDR, as Babel has it."""

from collections.abc import Iterator
from pathlib import Path

from corpus.extraction.dates.calendar_names import WIDESPREAD, languages_in
from corpus.extraction.dates.cldr_names import BETWEEN, from_babel
from train.tables import write_table, written

SHIPPED = Path(__file__).parent.parent / "corpus" / "extraction" / "dates" / "data" / "calendar_names.tsv"


def derived() -> str:
    """The table: the names of each month in each language in Latin letters, and of each weekday in the widespread ones.

    A line has those of one.
    """
    return written((("kind", "locale", "number", "names"), _rows()))


def _rows() -> Iterator[tuple[str, ...]]:
    others = sorted({*languages_in("Latn")} - {*WIDESPREAD})
    for kind, locales in (("months", (*WIDESPREAD, *others)), ("days", WIDESPREAD)):
        for locale in locales:
            names: dict[int, dict[str, None]] = {}
            for number, name in from_babel(kind, locale):
                names.setdefault(number, {})[name] = None
            for number, each in sorted(names.items()):
                if any(BETWEEN in name for name in each):
                    raise ValueError(f"a name in {locale} holds what stands between names")
                yield kind, locale, str(number), BETWEEN.join(each)


if __name__ == "__main__":
    write_table(derived, SHIPPED, __doc__)
