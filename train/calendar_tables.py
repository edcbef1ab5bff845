"""`make tables`: derive the table of months and weekdays that ships with the package from CLDR, as Babel has it."""

from collections.abc import Iterator
from pathlib import Path

from corpus.extraction.dates.calendar_names import WIDESPREAD
from corpus.extraction.dates.cldr_names import BETWEEN, from_babel
from train.tables import write_table, written

SHIPPED = Path(__file__).parent.parent / "corpus" / "extraction" / "dates" / "data" / "calendar_names.tsv"


def derived() -> str:
    """The table: the names of each month and weekday in each of the widespread languages, in a line."""
    return written((("kind", "locale", "number", "names"), _rows()))


def _rows() -> Iterator[tuple[str, ...]]:
    for kind in ("months", "days"):
        for locale in WIDESPREAD:
            names: dict[int, dict[str, None]] = {}
            for number, name in from_babel(kind, locale):
                names.setdefault(number, {})[name] = None
            for number, each in sorted(names.items()):
                if any(BETWEEN in name for name in each):
                    raise ValueError(f"a name in {locale} holds what stands between names")
                yield kind, locale, str(number), BETWEEN.join(each)


if __name__ == "__main__":
    write_table(derived, SHIPPED, __doc__)
